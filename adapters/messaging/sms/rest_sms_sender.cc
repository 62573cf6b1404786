// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/sms/rest_sms_sender.h"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "domain/communication/message/sms_length.h"
#include "domain/debtor/address_form.h"

namespace parley {

using messaging::CurlHandles;
using messaging::OwnedCurlList;
using messaging::SmsAnswer;

// One request and its answer.
struct RestSmsSender::Exchange {
  std::string request;
  std::size_t given = 0;
  bool request_is_out = false;  // All of it, or libcurl has it all.
  std::string answer;
  bool answer_too_long = false;
};

namespace {

constexpr std::size_t kLongestAnswer = 65'536;
constexpr const char* kProtocols = "https,http";

std::string Escaped(CURL* handle, std::string_view text) {
  char* escaped = curl_easy_escape(handle, text.data(), static_cast<int>(text.size()));
  std::string copy(escaped == nullptr ? "" : escaped);
  curl_free(escaped);
  return copy;
}

std::optional<absl::Duration> RetryAfter(CURL* handle) {
  curl_off_t seconds = 0;
  curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &seconds);
  if (seconds <= 0) return std::nullopt;
  return std::min(absl::Seconds(seconds), absl::Hours(1));
}

SmsAnswer AnswerOf(CURL* handle, std::string body) {
  long status = 0;  // NOLINT(google-runtime-int): libcurl's type.
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return {static_cast<int>(status), std::move(body), RetryAfter(handle)};
}

bool IsText(std::string_view text) {
  return !text.empty() && text.find('\0') == std::string_view::npos;
}

}  // namespace

HandOver RestSmsSender::Send(const OutboundMessage& message, absl::Duration within) {
  if (!IsE164(message.address.Reveal())) return RefusedForGood{RefusalCause::kAddress, ""};
  const auto* words = std::get_if<SmsWords>(&message.words);
  if (words == nullptr || !IsText(words->text.Reveal())) {
    return RefusedForGood{RefusalCause::kContent, ""};
  }
  const std::optional<SmsLength> length = MeasureSms(words->text.Reveal());
  if (!length.has_value() || length->segments > settings_.most_segments) {
    return RefusedForGood{RefusalCause::kContent, ""};
  }
  const CurlHandles::Lease lease = handles_.Take(kProtocols, within);
  Exchange exchange{.request = FormOf(lease.get(), message, *words), .answer = ""};
  Address(lease.get(), absl::StrCat(settings_.url, "/messages"), exchange);
  // The empty one keeps libcurl from asking first whether the message is welcome.
  const OwnedCurlList headers = messaging::CurlList(
      {"Accept: application/json", "Content-Type: application/x-www-form-urlencoded",
       "Expect:", absl::StrCat("Idempotency-Key: ", message.id.ToString())});
  // Asked for once more, as libcurl does when a connection that waited turns out to be dead, it
  // gives nothing: what may have gone out does not go out twice.
  const auto give_once = [](char* buffer, std::size_t size, std::size_t count, void* user) {
    auto& out = *static_cast<Exchange*>(user);
    if (out.request_is_out) return static_cast<std::size_t>(CURL_READFUNC_ABORT);
    const std::size_t given = std::min(size * count, out.request.size() - out.given);
    std::memcpy(buffer, out.request.data() + out.given, given);
    out.given += given;
    out.request_is_out = out.given == out.request.size();
    return given;
  };
  CURL* handle = lease.get();
  curl_easy_setopt(handle, CURLOPT_POST, 1L);
  curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE,
                   static_cast<curl_off_t>(exchange.request.size()));
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle, CURLOPT_READFUNCTION,
                   static_cast<std::size_t (*)(char*, std::size_t, std::size_t, void*)>(give_once));
  curl_easy_setopt(handle, CURLOPT_READDATA, &exchange);
  const CURLcode code = curl_easy_perform(handle);
  if (code == CURLE_OK) {
    return messaging::OutcomeOf(AnswerOf(handle, std::move(exchange.answer)), message.id);
  }
  if (exchange.request_is_out) return NotKnown{};
  return RefusedForNow{
      messaging::IsNotAdmitted(code) ? DelayCause::kNotAdmitted : DelayCause::kUnreachable, "",
      std::nullopt};
}

ProviderAnswer RestSmsSender::Ask(CommunicationId id, absl::Duration within) {
  const CurlHandles::Lease lease = handles_.Take(kProtocols, within);
  Exchange exchange;
  Address(lease.get(), absl::StrCat(settings_.url, "/messages?key=", id.ToString()), exchange);
  curl_easy_setopt(lease.get(), CURLOPT_HTTPGET, 1L);
  if (curl_easy_perform(lease.get()) != CURLE_OK) return NoAnswer{};
  return messaging::ProviderAnswerOf(AnswerOf(lease.get(), std::move(exchange.answer)), id);
}

void RestSmsSender::Address(CURL* handle, const std::string& url, Exchange& exchange) const {
  const auto keep = [](char* data, std::size_t size, std::size_t count, void* user) {
    auto& in = *static_cast<Exchange*>(user);
    in.answer_too_long = in.answer.size() + size * count > kLongestAnswer;
    if (in.answer_too_long) return std::size_t{0};
    in.answer.append(data, size * count);
    return size * count;
  };
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  curl_easy_setopt(handle, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
  curl_easy_setopt(handle, CURLOPT_USERNAME, settings_.user.c_str());
  curl_easy_setopt(handle, CURLOPT_PASSWORD, settings_.password.Reveal().c_str());
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION,
                   static_cast<std::size_t (*)(char*, std::size_t, std::size_t, void*)>(keep));
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &exchange);
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!settings_.ca_file.empty()) {
    curl_easy_setopt(handle, CURLOPT_CAINFO, settings_.ca_file.c_str());
  }
}

std::string RestSmsSender::FormOf(CURL* handle, const OutboundMessage& message,
                                  const SmsWords& words) const {
  std::string form = absl::StrCat("to=", Escaped(handle, message.address.Reveal()),
                                  "&from=", Escaped(handle, settings_.from),
                                  "&text=", Escaped(handle, words.text.Reveal()));
  if (!settings_.callback_url.empty()) {
    absl::StrAppend(&form, "&callback=", Escaped(handle, settings_.callback_url));
  }
  return form;
}

}  // namespace parley
