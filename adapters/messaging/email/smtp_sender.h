// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_EMAIL_SMTP_SENDER_H_
#define PARLEY_ADAPTERS_MESSAGING_EMAIL_SMTP_SENDER_H_

#include <cstdint>
#include <string>
#include <utility>

#include "adapters/messaging/curl/curl_handles.h"
#include "application/ports/clock.h"
#include "application/ports/sender.h"

namespace parley {

enum class SmtpSecurity : std::uint8_t {
  kStartTls,  // Required: a relay that does not offer it gets nothing.
  kTls,       // From the first byte, as on port 465.
  kNone,      // For a relay on this machine alone.
};

// Where mail is handed over, and who it comes from.
struct SmtpSettings {
  std::string host;
  int port = 587;
  SmtpSecurity security = SmtpSecurity::kStartTls;
  std::string ca_file;  // Whose certificates are trusted; empty for those of the machine.
  std::string user;     // Empty for no authentication.
  SensitiveText password;
  std::string our_name = "localhost";  // As we greet the relay.
  std::string from_name;
  std::string from_address;
  std::string return_path;     // The mailbox to which bounces go, with the message's id added.
  std::string message_domain;  // Behind the @ of a Message-ID.
};

// Hands e-mails to a relay over SMTP, one recipient a message. The relay is the one that signs
// (DKIM) and that tries again where the recipient's side is slow. SMTP has no key and no question:
// what is not known stays so until a report comes.
class SmtpSender final : public Sender {
 public:
  // The clock gives the mails their date, and outlives the sender.
  SmtpSender(SmtpSettings settings, const Clock& clock)
      : settings_(std::move(settings)), clock_(clock) {}

  SenderTraits traits() const override { return {.can_be_asked = false, .honours_key = false}; }
  HandOver Send(const OutboundMessage& message, absl::Duration within) override;
  ProviderAnswer Ask(CommunicationId id, absl::Duration within) override;

 private:
  HandOver Transfer(const OutboundMessage& message, const std::string& mail, absl::Duration within);
  void Address(CURL* handle) const;

  const SmtpSettings settings_;
  const Clock& clock_;
  messaging::CurlHandles handles_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MESSAGING_EMAIL_SMTP_SENDER_H_
