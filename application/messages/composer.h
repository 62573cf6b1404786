// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_MESSAGES_COMPOSER_H_
#define PARLEY_APPLICATION_MESSAGES_COMPOSER_H_

#include "absl/status/statusor.h"
#include "application/messages/known_values.h"
#include "application/templates/template_library.h"
#include "domain/communication/log/stored_verdict.h"
#include "domain/communication/message/message.h"

namespace parley {

// All that the words of a message are made of.
struct Composition {
  const TemplateLibrary& templates;
  const KnownFacts& facts;
  Channel channel = Channel::kEmail;
  Purpose purpose = Purpose::kReply;
  const MessageOrder& order;
  const Answered& answer;  // What the verdict that lets it out demands of its content.
};

// Puts a message into words: in the language of the person, the creditor or the system, with the
// contents that its verdict demands, and with figures that are true now. The same facts give the
// same words. Errors: those of TemplateLibrary::Write; FIELD_INVALID with `values[2].name` for a
// value of the caller's that the template does not have or that the records know better, and with
// `values[2].money` for one that asks for more than is owed.
absl::StatusOr<MessageWords> Compose(const Composition& composition);

// True where a message asks for more than is owed.
bool AsksForTooMuch(Purpose purpose, const MessageOrder& order, std::span<const Money> owed);

}  // namespace parley

#endif  // PARLEY_APPLICATION_MESSAGES_COMPOSER_H_
