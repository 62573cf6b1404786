// SPDX-License-Identifier: Apache-2.0
#include "tests/support/messaging/fake_sms_provider.h"

#include <cstddef>
#include <cstdlib>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace parley {
namespace {

std::string Decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '%' && at + 2 < text.size()) {
      decoded += absl::HexStringToBytes(absl::string_view(text.data() + at + 1, 2));
      at += 2;
    } else {
      decoded += text[at] == '+' ? ' ' : text[at];
    }
  }
  return decoded;
}

std::map<std::string, std::string> FormOf(const std::string& text) {
  std::map<std::string, std::string> form;
  for (const auto field : absl::StrSplit(text, '&', absl::SkipEmpty())) {
    const std::pair<std::string, std::string> parts =
        absl::StrSplit(field, absl::MaxSplits('=', 1));
    form[Decoded(parts.first)] = Decoded(parts.second);
  }
  return form;
}

std::string About(const std::string& id, const std::string& key, const std::string& state) {
  return absl::StrCat(R"({"id":")", id, R"(","key":")", key, R"(","state":")", state, R"("})");
}

// The header fields that follow; none once the other side is gone.
std::optional<std::map<std::string, std::string>> ReadHeaders(LoopbackConnection& link) {
  std::map<std::string, std::string> headers;
  for (;;) {
    const std::optional<std::string> line = link.ReadLine();
    if (!line.has_value()) return std::nullopt;
    if (line->empty()) return headers;
    const std::size_t colon = line->find(':');
    if (colon == std::string::npos) continue;
    headers[absl::AsciiStrToLower(line->substr(0, colon))] =
        std::string(absl::StripAsciiWhitespace(line->substr(colon + 1)));
  }
}

}  // namespace

std::string FakeSmsProvider::url() const { return absl::StrCat("http://127.0.0.1:", port()); }

void FakeSmsProvider::Be(const SmsMood& mood) {
  const std::scoped_lock lock(mutex_);
  mood_ = mood;
}

int FakeSmsProvider::TimesSent(CommunicationId id) const {
  const std::scoped_lock lock(mutex_);
  const auto found = kept_.find(id.ToString());
  return found == kept_.end() ? 0 : found->second.times_sent;
}

int FakeSmsProvider::sent() const {
  const std::scoped_lock lock(mutex_);
  int all = 0;
  for (const auto& [key, kept] : kept_) all += kept.times_sent;
  return all;
}

SmsRequest FakeSmsProvider::last() const {
  const std::scoped_lock lock(mutex_);
  return last_;
}

void FakeSmsProvider::SetState(CommunicationId id, const std::string& state) {
  const std::scoped_lock lock(mutex_);
  kept_[id.ToString()].state = state;
}

void FakeSmsProvider::Serve(LoopbackConnection& link) {
  while (const std::optional<std::string> line = link.ReadLine()) {
    if (!Exchange(link, *line)) return;
  }
}

// One request; false once the connection is over.
bool FakeSmsProvider::Exchange(LoopbackConnection& link, const std::string& line) {
  SmsMood mood;
  {
    const std::scoped_lock lock(mutex_);
    mood = mood_;
  }
  if (!mood.is_read) {
    link.Reset();
    return false;
  }
  const auto headers = ReadHeaders(link);
  if (!headers.has_value()) return false;
  SmsRequest request{.line = line, .headers = *headers, .form = {}};
  if (absl::StartsWith(line, "GET ")) {
    Write(link, OnGet(line), "");
    return true;
  }
  ++posts_;
  std::size_t length = 0;
  if (!absl::SimpleAtoi(request.headers["content-length"], &length)) return false;
  const std::optional<std::string> body = link.ReadBytes(length);
  if (!body.has_value()) return false;
  request.form = FormOf(*body);
  const Reply reply = OnPost(request, mood);
  if (mood.ending == SmsMood::Ending::kCuts) link.Reset();
  if (mood.ending == SmsMood::Ending::kStalls) link.Stall();
  if (mood.ending != SmsMood::Ending::kAnswers) return false;
  Write(link, reply, mood.headers);
  return true;
}

FakeSmsProvider::Reply FakeSmsProvider::OnPost(const SmsRequest& request, const SmsMood& mood) {
  const std::string key = request.headers.at("idempotency-key");
  const std::scoped_lock lock(mutex_);
  last_ = request;
  Reply reply{201, ""};
  if (mood.takes) {
    Kept& kept = kept_[key];
    if (kept.times_sent == 0) {
      ++kept.times_sent;
      kept.id = absl::StrCat("SM-", kept_.size());
    } else {
      reply.status = 200;
    }
    reply.body = About(kept.id, key, kept.state);
  }
  reply.status = mood.status.value_or(reply.status);
  reply.body = mood.body.value_or(reply.body);
  return reply;
}

FakeSmsProvider::Reply FakeSmsProvider::OnGet(const std::string& line) const {
  const std::size_t begin = line.find("key=") + 4;
  const std::string key = line.substr(begin, line.find(' ', begin) - begin);
  const std::scoped_lock lock(mutex_);
  const auto found = kept_.find(key);
  if (found == kept_.end()) return {404, R"({"code":"message_not_found"})"};
  return {200, About(found->second.id, key, found->second.state)};
}

void FakeSmsProvider::Write(LoopbackConnection& link, const Reply& reply,
                            const std::string& headers) {
  link.Write(absl::StrCat("HTTP/1.1 ", reply.status, " Told\r\nContent-Type: application/json\r\n",
                          headers, "Content-Length: ", reply.body.size(), "\r\n\r\n", reply.body));
}

}  // namespace parley
