// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_INBOUND_TAKE_IN_H_
#define PARLEY_APPLICATION_INBOUND_TAKE_IN_H_

#include <optional>

#include "absl/status/statusor.h"
#include "application/inbound/acknowledge.h"
#include "application/inbound/inbound_tools.h"
#include "application/mutations.h"
#include "application/ports/contact_record.h"
#include "domain/common/fingerprint.h"
#include "domain/communication/inbound/inbound_item.h"

namespace parley {

// So many business days what came in holds back what we would send, when nobody looks at it; and
// after so many hours of business it is answered.
inline constexpr int kSuspendsBusinessDays = 5;
inline constexpr absl::Duration kAnswerBusinessHours = absl::Hours(8);

// An item as it was stored, and the days by which it is acknowledged.
struct TakenIn {
  InboundItem item;
  Acknowledge::Days days;
};

// A debtor's item is written down with its row of the log, heard, and acted on, all in one
// transaction under the debtor's lock; a person is asked to answer it.
// Errors: DEBTOR_NOT_FOUND, DEBT_NOT_FOUND, COMMUNICATION_NOT_FOUND for a message that it answers
// and the debtor never had; those of the store.
absl::StatusOr<TakenIn> TakeIn(Work& work, const InboundTools& tools, InboundItem item,
                               const std::optional<Fingerprint>& reference);

// What nobody knows the debtor of lies on the desk, for a person to match.
InboundItem LayOnDesk(Work& work, const InboundTools& tools, InboundItem item,
                      const std::optional<Fingerprint>& reference);

// The days of the person of that record: which it is now, n business days after it, and that on
// which the hours end in which they are answered.
class PersonDays {
 public:
  // Errors: those of the rulebooks.
  static absl::StatusOr<PersonDays> Make(Work& work, const InboundTools& tools,
                                         const ContactRecord& record);

  Day today() const { return today_; }
  absl::TimeZone zone() const { return zone_; }
  Day BusinessDaysOn(int days) const;
  Day AnswerDay(absl::Time received) const;

 private:
  absl::TimeZone zone_;
  Day today_;
  Calendar calendar_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_INBOUND_TAKE_IN_H_
