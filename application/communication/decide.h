// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_COMMUNICATION_DECIDE_H_
#define PARLEY_APPLICATION_COMMUNICATION_DECIDE_H_

#include <optional>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "application/communication/contact_record.h"
#include "application/communication/places.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "application/ports/rulebook_source.h"
#include "domain/communication/log/logged_communication.h"
#include "domain/communication/log/stored_verdict.h"
#include "domain/debtor/contact_point.h"
#include "domain/debtor/preferences.h"
#include "domain/debtor/support_need.h"

namespace parley {

// What it takes to judge a contact.
struct ContactTools {
  RulebookSource& rulebooks;
  Ids& ids;
  Places places;
};

// What was decided, and the communication that was let through by it.
struct Decided {
  StoredVerdict verdict;
  std::optional<LoggedCommunication> reserved;
  absl::TimeZone zone;     // Of the person, by whose clock it is told.
  absl::Time holds_until;  // Before which a call that was let through is dialled.
  // What is known of how they are reached and spoken to.
  std::optional<KnownPoint> point;
  std::vector<SupportNeed> needs;
  Preferences preferences;
};

// A contact in words that were written beforehand, and how long it may wait for the gate to open.
struct AsMessage {
  std::string_view template_key;
  absl::Time waits_until = absl::InfinitePast();
  // The person reads it in our own records: the commit brings it to them.
  bool is_there_at_once = false;
};

// Whether an answer lets a contact take its slot now, or at an instant before `waits_until`.
bool TakesSlot(const Answered& answer, absl::Time waits_until);

// The only way to an outbound contact, by what was read of the debtor in this transaction. Under
// the debtor's lock it judges what is proposed by all that is known then; what may happen now takes
// its slot in the same transaction, so that nobody else takes the same one. The verdict is stored
// whatever it is, and told. Where nobody knows the place or its law, somebody of the team is asked
// to find out. A contact without debts is about all that may be asked for, and one without a point
// uses the best that the rules let it use. What is let through is added to the record, so that the
// next one of the same transaction counts it. What is put off until an instant before
// `as.waits_until` waits: its slot is taken at that instant, and DecideAgain judges it then.
// Errors: DEBTOR_NOT_FOUND, DEBT_NOT_FOUND; FIELD_INVALID for what is of somebody else; those of
// the store. A refusal of the gate is none.
absl::StatusOr<Decided> DecideAndReserve(Work& work, const ContactTools& tools,
                                         ContactRecord& record, const Contact& proposed,
                                         const AsMessage& as = {});

// The same of a debtor of whom nothing was read yet.
absl::StatusOr<Decided> DecideAndReserve(Work& work, const ContactTools& tools, DebtorId debtor,
                                         const Contact& proposed);

// What the gate would say of a contact at an instant, by what is known now.
struct Foreseen {
  Answered answer;
  absl::TimeZone zone;  // Of the person, by whose clock it is told.
};

// Nothing is stored or counted. Errors: the same.
absl::StatusOr<Foreseen> Foresee(Work& work, const ContactTools& tools, DebtorId debtor,
                                 const Contact& proposed, absl::Time at);

// The same again for one that waited, right before it goes: judged by what is known now, and not
// counted twice. The verdict is stored; the slot in `reserved` is for the caller to write: used by
// what may go now, kept for later by what is put off, given back by what is refused. `waiting` is
// taken out of the record's history, and there until then. Errors: the same.
absl::StatusOr<Decided> DecideAgain(Work& work, const ContactTools& tools, ContactRecord& record,
                                    LoggedCommunication waiting, std::string_view template_key);

// A call that was dialled later than the gate was asked, judged as of then by what was known then
// beside it. It happened, and its slot is used whatever the verdict is, which is stored and told
// where the gate's word on the call held no longer. Errors: those of DecideAndReserve.
absl::Status JudgeDialled(Work& work, const ContactTools& tools, const LoggedCommunication& call);

}  // namespace parley

#endif  // PARLEY_APPLICATION_COMMUNICATION_DECIDE_H_
