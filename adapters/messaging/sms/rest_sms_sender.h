// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_SMS_REST_SMS_SENDER_H_
#define PARLEY_ADAPTERS_MESSAGING_SMS_REST_SMS_SENDER_H_

#include <optional>
#include <string>
#include <utility>

#include "adapters/messaging/curl/curl_handles.h"
#include "adapters/messaging/sms/sms_answers.h"
#include "application/ports/sender.h"
#include "domain/communication/message/sms_length.h"

namespace parley {

// A provider of text messages as infra/docs/channels.md describes it.
struct RestSmsSettings {
  std::string url;      // "https://sms.example.org/v1", without a slash at its end.
  std::string ca_file;  // Whose certificates are trusted; empty for those of the machine.
  std::string user;
  SensitiveText password;
  std::string from;          // A number or a name that the provider lets us use.
  std::string callback_url;  // Where it tells what becomes of messages; empty for nowhere.
  int most_segments = kMostSmsSegments;
};

// Hands text messages to a provider by HTTP. The message's id is the key under which the provider
// takes it once, and under which it can be asked.
class RestSmsSender final : public Sender {
 public:
  explicit RestSmsSender(RestSmsSettings settings) : settings_(std::move(settings)) {}

  SenderTraits traits() const override { return {.can_be_asked = true, .honours_key = true}; }
  HandOver Send(const OutboundMessage& message, absl::Duration within) override;
  ProviderAnswer Ask(CommunicationId id, absl::Duration within) override;

 private:
  struct Exchange;

  void Address(CURL* handle, const std::string& url, Exchange& exchange) const;
  std::string FormOf(CURL* handle, const OutboundMessage& message, const SmsWords& words) const;

  const RestSmsSettings settings_;
  messaging::CurlHandles handles_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MESSAGING_SMS_REST_SMS_SENDER_H_
