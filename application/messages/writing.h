// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_MESSAGES_WRITING_H_
#define PARLEY_APPLICATION_MESSAGES_WRITING_H_

#include <span>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "application/messages/composer.h"
#include "application/messages/message_tools.h"

namespace parley {

// A message as it is to be written: to whom, by what, about which debts, and by which verdict.
struct Writing {
  TenantId tenant;
  const ContactRecord& record;
  std::span<const Creditor> creditors;  // Of the message's debts, at least.
  const TemplateLibrary& templates;
  const Contact& contact;  // What is sent, with its debts.
  const MessageOrder& order;
  const Answered& answer;
  CommunicationId id;  // Nil for one that will never go out.
  absl::Time now;
  absl::TimeZone zone;
};

// Whether a second person released a text for this recipient.
using IsReleased = absl::FunctionRef<absl::StatusOr<bool>(const Fingerprint& text)>;

struct WrittenMessage {
  MessageWords words;
  std::string opt_out_link;  // That stands in them; empty where there is none.
};

// Puts it into words, and has the length of a text message and the tone checked. Errors: those of
// Compose, and of CheckToneOf; FIELD_INVALID for a text message that is too long, with the longest
// text of the caller's, or `template` where it has none.
absl::StatusOr<WrittenMessage> Write(const MessageTools& tools, const Writing& writing,
                                     IsReleased is_released);

// The creditors of these debts, each once, read by `find`. Errors: its own.
absl::StatusOr<std::vector<Creditor>> CreditorsOf(
    const ContactRecord& record, std::span<const DebtId> debts,
    absl::FunctionRef<absl::StatusOr<Creditor>(CreditorId)> find);

}  // namespace parley

#endif  // PARLEY_APPLICATION_MESSAGES_WRITING_H_
