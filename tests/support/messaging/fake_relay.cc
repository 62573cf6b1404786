// SPDX-License-Identifier: Apache-2.0
#include "tests/support/messaging/fake_relay.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace parley {
namespace {

// What stands between the angles of "MAIL FROM:<...>".
std::string Between(const std::string& line) {
  const std::size_t begin = line.find('<') + 1;
  return line.substr(begin, line.find('>') - begin);
}

}  // namespace

void FakeRelay::Be(const RelayMood& mood) {
  const std::scoped_lock lock(mutex_);
  mood_ = mood;
}

RelayMood FakeRelay::mood() const {
  const std::scoped_lock lock(mutex_);
  return mood_;
}

std::vector<TakenMail> FakeRelay::taken() const {
  const std::scoped_lock lock(mutex_);
  return taken_;
}

int FakeRelay::TimesTaken(CommunicationId id) const {
  int times = 0;
  for (const TakenMail& mail : taken()) {
    if (absl::StrContains(mail.sender, absl::StrCat("+", id.ToString(), "@"))) ++times;
  }
  return times;
}

bool FakeRelay::Reply(LoopbackConnection& link, std::string_view reply) const {
  if (reply == kCut) {
    link.Reset();
    return false;
  }
  if (reply == kStall) {
    link.Stall();
    return false;
  }
  link.Write(std::string(reply) + "\r\n");
  return true;
}

void FakeRelay::Serve(LoopbackConnection& link) {
  ++connections_;
  if (!Reply(link, mood().greeting)) return;
  TakenMail mail;
  while (const std::optional<std::string> line = link.ReadLine()) {
    if (!Answer(link, *line, mail)) return;
  }
}

bool FakeRelay::Answer(LoopbackConnection& link, const std::string& command, TakenMail& mail) {
  if (absl::StartsWith(command, "EHLO")) return Reply(link, "250 relay.example");
  if (absl::StartsWith(command, "MAIL FROM:")) {
    mail = {.sender = Between(command), .recipient = "", .content = ""};
    return Reply(link, mood().sender);
  }
  if (absl::StartsWith(command, "RCPT TO:")) {
    mail.recipient = Between(command);
    return Reply(link, mood().recipient);
  }
  if (command == "DATA") {
    const std::string reply = mood().data;
    if (!Reply(link, reply)) return false;
    return !absl::StartsWith(reply, "354") || TakeContent(link, mail);
  }
  if (command == "QUIT") {
    Reply(link, mood().goodbye);
    return false;
  }
  return Reply(link, "250 2.0.0 Ok");
}

bool FakeRelay::TakeContent(LoopbackConnection& link, TakenMail& mail) {
  for (;;) {
    const std::optional<std::string> line = link.ReadLine();
    if (!line.has_value()) return false;
    if (*line == ".") break;
    absl::StrAppend(&mail.content, absl::StartsWith(*line, ".") ? line->substr(1) : *line, "\r\n");
  }
  const RelayMood now = mood();
  if (now.takes) {
    const std::scoped_lock lock(mutex_);
    taken_.push_back(mail);
  }
  return Reply(link, now.end);
}

}  // namespace parley
