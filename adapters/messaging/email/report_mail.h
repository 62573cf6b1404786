// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_EMAIL_REPORT_MAIL_H_
#define PARLEY_ADAPTERS_MESSAGING_EMAIL_REPORT_MAIL_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "adapters/messaging/email/gmime_owned.h"

namespace parley::messaging {

// Fields of a group of lines, as MIME writes them.
class Fields {
 public:
  explicit Fields(OwnedObject<GMimeObject> holder) : holder_(std::move(holder)) {}

  // Empty where there is none.
  std::string Get(const char* name) const;

 private:
  OwnedObject<GMimeObject> holder_;
};

// A mail whose body is multipart/report (RFC 6522): a delivery status notification or a complaint.
class ReportMail {
 public:
  // None for any other mail.
  static std::optional<ReportMail> Parse(std::string_view mail);

  // Where the mail came to.
  std::vector<std::string> Recipients() const;
  std::string MessageId() const;
  std::optional<absl::Time> Date() const;
  // The groups of the report's second part, which programs read.
  std::vector<Fields> Groups() const;
  // The Message-ID of what it encloses; empty when that is not told.
  std::string EnclosedMessageId() const;

 private:
  explicit ReportMail(OwnedObject<GMimeMessage> mail) : mail_(std::move(mail)) {}

  GMimeObject* Part(int index) const;
  std::string Header(const char* name) const;

  OwnedObject<GMimeMessage> mail_;
};

}  // namespace parley::messaging

#endif  // PARLEY_ADAPTERS_MESSAGING_EMAIL_REPORT_MAIL_H_
