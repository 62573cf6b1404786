// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/email/smtp_sender.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string_view>
#include <variant>

#include "absl/strings/str_cat.h"
#include "adapters/messaging/email/compose_mail.h"
#include "adapters/messaging/email/return_path.h"
#include "adapters/messaging/email/smtp_talk.h"

namespace parley {
namespace {

using messaging::CurlHandles;
using messaging::MailHead;
using messaging::OwnedCurlList;
using messaging::SmtpTalk;

struct Reading {
  std::string_view left;
  SmtpTalk& talk;
};

// libcurl asks for more of the mail. Only when it was told that there is no more does it send the
// dot.
std::size_t GiveMore(char* buffer, std::size_t size, std::size_t count, void* user) {
  auto& reading = *static_cast<Reading*>(user);
  const std::size_t given = std::min(size * count, reading.left.size());
  std::memcpy(buffer, reading.left.data(), given);
  reading.left.remove_prefix(given);
  if (given == 0) reading.talk.OnEndOfContent();
  return given;
}

// Each command and each line of a reply passes here; nothing of it is kept but where the talk
// stands.
int Listen(CURL* handle, curl_infotype type, char* data, std::size_t size, void* user) {
  auto& talk = *static_cast<SmtpTalk*>(user);
  if (type == CURLINFO_HEADER_OUT) talk.OnCommand({data, size});
  // The reply to goodbye is not worth the time that one to the message was.
  if (talk.is_over()) curl_easy_setopt(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, 1L);
  if (type == CURLINFO_HEADER_IN) talk.OnReply({data, size});
  return 0;
}

std::size_t ThrowAway(char* /*data*/, std::size_t size, std::size_t count, void* /*user*/) {
  return size * count;
}

}  // namespace

HandOver SmtpSender::Send(const OutboundMessage& message, absl::Duration within) {
  const auto* words = std::get_if<EmailWords>(&message.words);
  if (words == nullptr) return RefusedForGood{RefusalCause::kContent, ""};
  const MailHead head{
      .from_name = words->from_name.empty() ? settings_.from_name : words->from_name,
      .from_address = settings_.from_address,
      .to = message.address.Reveal(),
      .message_id = messaging::MessageIdOf(message.id, settings_.message_domain),
      .date = clock_.Now()};
  if (const auto refusal = messaging::RefusalOf(head, *words)) return RefusedForGood{*refusal, ""};
  return Transfer(message, messaging::ComposeMail(head, *words), within);
}

HandOver SmtpSender::Transfer(const OutboundMessage& message, const std::string& mail,
                              absl::Duration within) {
  const CurlHandles::Lease lease = handles_.Take("smtp,smtps", within);
  CURL* handle = lease.get();
  Address(handle);
  SmtpTalk talk;
  Reading reading{mail, talk};
  const OwnedCurlList recipients =
      messaging::CurlList({absl::StrCat("<", message.address.Reveal(), ">")});
  const std::string return_path =
      absl::StrCat("<", messaging::ReturnPathOf(settings_.return_path, message.id), ">");
  curl_easy_setopt(handle, CURLOPT_MAIL_FROM, return_path.c_str());
  curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(handle, CURLOPT_READFUNCTION, GiveMore);
  curl_easy_setopt(handle, CURLOPT_READDATA, &reading);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, ThrowAway);
  curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
  curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, Listen);
  curl_easy_setopt(handle, CURLOPT_DEBUGDATA, &talk);
  const CURLcode code = curl_easy_perform(handle);
  // Neither outlives this call, and the connection is kept.
  curl_easy_setopt(handle, CURLOPT_VERBOSE, 0L);
  curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, nullptr);
  return talk.Outcome(messaging::IsNotAdmitted(code));
}

void SmtpSender::Address(CURL* handle) const {
  const bool from_first_byte = settings_.security == SmtpSecurity::kTls;
  const std::string url = absl::StrCat(from_first_byte ? "smtps" : "smtp", "://", settings_.host,
                                       ":", settings_.port, "/", settings_.our_name);
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  if (settings_.security != SmtpSecurity::kNone) {
    curl_easy_setopt(handle, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  }
  if (!settings_.ca_file.empty()) {
    curl_easy_setopt(handle, CURLOPT_CAINFO, settings_.ca_file.c_str());
  }
  if (!settings_.user.empty()) {
    curl_easy_setopt(handle, CURLOPT_USERNAME, settings_.user.c_str());
    curl_easy_setopt(handle, CURLOPT_PASSWORD, settings_.password.Reveal().c_str());
  }
}

ProviderAnswer SmtpSender::Ask(CommunicationId /*id*/, absl::Duration /*within*/) {
  return NoAnswer{};
}

}  // namespace parley
