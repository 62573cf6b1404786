// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_COMMUNICATION_START_CALL_H_
#define PARLEY_APPLICATION_COMMUNICATION_START_CALL_H_

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/communication/decide.h"
#include "application/mutations.h"

namespace parley {

// Somebody wants to call a person now: the gate decides, and what it lets through takes its slot.
class StartCall {
 public:
  struct Command {
    DebtorId debtor;
    Contact contact;  // Its channel is that of a call.
  };

  StartCall(const Mutations& mutations, const ContactTools& tools)
      : mutations_(mutations), tools_(tools) {}

  // A refusal is an answer: it is stored, and says why and until when. Errors: those of
  // DecideAndReserve.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Decided> encode) const;

 private:
  const Mutations& mutations_;
  ContactTools tools_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_COMMUNICATION_START_CALL_H_
