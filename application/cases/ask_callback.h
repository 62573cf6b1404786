// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_CASES_ASK_CALLBACK_H_
#define PARLEY_APPLICATION_CASES_ASK_CALLBACK_H_

#include <optional>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/communication/decide.h"
#include "application/debtors/record_parts.h"
#include "application/debts/hold_changes.h"
#include "application/messages/send_message.h"
#include "application/mutations.h"
#include "domain/communication/callback.h"
#include "domain/communication/log/logged_communication.h"

namespace parley {

// Takes down that a person wants to be called, within the running transaction: id, state, actor and
// times are filled in here, and the team is asked to call. Errors: FIELD_INVALID, DEBTOR_NOT_FOUND,
// DEBT_NOT_FOUND, CONTACT_POINT_NOT_FOUND, RECORD_FULL; CALLBACK_ALREADY_AWAITED, with the
// metadata's `callback`.
absl::StatusOr<CallbackRequest> TakeCallback(Work& work, const ContactTools& tools, DebtorId debtor,
                                             const CallbackRequest& request);

// A call of ours in which we spoke with the person keeps what they asked for, if it is about the
// time for it, within the running transaction. Errors: those of the store.
absl::Status KeepByCall(Work& work, const HoldTools& tools, const LoggedCommunication& call);

// The same call turns out to have reached somebody else: what it kept is owed again, and the team
// is asked anew. Errors: the same.
absl::Status OweAfter(Work& work, const HoldTools& tools, const LoggedCommunication& call);

// Its time passed, and nobody said that we spoke with them: that is told, and the team is asked
// anew. Nothing happens to one that has time still. Gives whether it was told. Errors: the same.
absl::StatusOr<bool> MissByTime(Work& work, const HoldTools& tools, const DebtorRecord& record,
                                const CallbackRequest& request);

// A person wants to be called, at a time that suits them, and is.
class AskCallback {
 public:
  using Reference = PartReference<CallbackId>;

  AskCallback(const Mutations& mutations, const SendMessage& send, const ContactTools& tools)
      : mutations_(mutations), send_(send), tools_(tools) {}

  // The person is told when we call, as far as the rules of contact allow. A time at which the gate
  // would put the call off is none that we can keep. Errors: those of TakeCallback; FIELD_INVALID
  // at the slot for such a time, COMMUNICATION_NOT_FOUND, here and in Schedule.
  absl::StatusOr<Answer> Request(const Call& call, DebtorId debtor, const CallbackRequest& request,
                                 Encode<CallbackRequest> encode) const;

  // Errors of all that follows: DEBTOR_NOT_FOUND, CALLBACK_NOT_FOUND, CALLBACK_STEP_REFUSED,
  // ETAG_STALE.

  // They are told the new time, too. Errors, beside the common: FIELD_INVALID.
  absl::StatusOr<Answer> Schedule(const Call& call, const Reference& reference,
                                  const CallSlot& slot, Encode<CallbackRequest> encode) const;
  // By a call of ours since they asked, in which we spoke with them. Errors, beside the common:
  // COMMUNICATION_NOT_FOUND.
  absl::StatusOr<Answer> Keep(const Call& call, const Reference& reference, CommunicationId by,
                              Encode<CallbackRequest> encode) const;
  // We owe them the call still: the team is asked to make it good.
  absl::StatusOr<Answer> Miss(const Call& call, const Reference& reference,
                              const SensitiveText& reason, Encode<CallbackRequest> encode) const;
  absl::StatusOr<Answer> Cancel(const Call& call, const Reference& reference,
                                const SensitiveText& reason, Encode<CallbackRequest> encode) const;

 private:
  using Step = absl::FunctionRef<absl::StatusOr<CallbackRequest>(Work&, const CallbackRequest&)>;
  using Decide = absl::FunctionRef<absl::StatusOr<CallbackRequest>(Work&)>;

  absl::StatusOr<Answer> Change(const Call& call, const Reference& reference, Step step,
                                Encode<CallbackRequest> encode) const;
  // Whose wish it is, and where the request has its time.
  struct Wished {
    DebtorId debtor;
    std::string slot_field;
  };

  // Runs it, and then tells the person when we call.
  absl::StatusOr<Answer> RunAndConfirm(const Call& call, const Wished& wished, Decide decide,
                                       Encode<CallbackRequest> encode) const;
  // A wish that has a time, for the person to be told.
  struct Agreed {
    DebtorId debtor;
    CallbackRequest request;
    std::optional<CommunicationId> answers;
    absl::TimeZone zone;
  };
  void Confirm(const Call& call, const Agreed& agreed) const;

  const Mutations& mutations_;
  const SendMessage& send_;
  ContactTools tools_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_CASES_ASK_CALLBACK_H_
