// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_COMMUNICATION_RECORD_CALL_H_
#define PARLEY_APPLICATION_COMMUNICATION_RECORD_CALL_H_

#include <optional>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/communication/decide.h"
#include "application/mutations.h"
#include "application/ports/blind_index.h"
#include "domain/communication/log/logged_communication.h"

namespace parley {

// How a call came out: one that the gate let through, or one that the person made to us.
class RecordCall {
 public:
  struct Command {
    DebtorId debtor;
    std::optional<CommunicationId> id;  // Of a call that was let through; none of one that came in.
    Contact contact;  // Of one that came in; of another, at most the number that was wrong.
    CallReport report;
  };

  RecordCall(const Mutations& mutations, const ContactTools& tools, const BlindIndex& index)
      : mutations_(mutations), tools_(tools), index_(index) {}

  // A number that turns out to be somebody else's is unlinked as ReportWrongPerson does: that which
  // was dialled, or, where that is not on record, the one that is named. What was dialled later
  // than the gate's word on it held is judged as of then, and recorded all the same. Errors:
  // FIELD_INVALID, DEBTOR_NOT_FOUND, DEBT_NOT_FOUND, COMMUNICATION_NOT_FOUND,
  // COMMUNICATION_NOT_A_CALL, CALL_ALREADY_RECORDED.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<LoggedCommunication> encode) const;

 private:
  absl::StatusOr<LoggedCommunication> Record(Work& work, const Command& command) const;
  absl::StatusOr<LoggedCommunication> Told(Work& work, const Command& command) const;
  absl::Status Unlink(Work& work, const LoggedCommunication& told,
                      std::optional<ContactPointId> named) const;
  LoggedCommunication CameIn(const Work& work, const Command& command) const;

  const Mutations& mutations_;
  ContactTools tools_;
  const BlindIndex& index_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_COMMUNICATION_RECORD_CALL_H_
