// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_DEBTOR_FACTS_H_
#define PARLEY_DOMAIN_COMMUNICATION_DEBTOR_FACTS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/time/time.h"
#include "domain/common/id.h"
#include "domain/communication/calendar.h"
#include "domain/communication/facts.h"
#include "domain/debtor/authority.h"
#include "domain/debtor/debtor_record.h"

// What is recorded about a debtor, as the contact gate reads it.
namespace parley {

// One debt of the debtor, as far as the gate asks.
struct ContactDebt {
  DebtId id;
  DebtClass debt_class = DebtClass::kConsumer;
  std::optional<std::uint32_t> group;
  bool open = true;
  bool rests = false;
  std::optional<std::int64_t> balance;
  bool promised = false;
  HoldEffects derived;  // Of what is no stored hold, such as money on its way.
  bool meant = true;    // It is what the acts to be judged are about.
};

// What the names of places stand for; the domain reads no files.
struct Atlas {
  absl::FunctionRef<std::optional<absl::TimeZone>(const std::string& name)> zone;
  absl::FunctionRef<std::vector<std::string>(std::string_view region)> zones_of;
  absl::FunctionRef<const Calendar*(std::string_view region)> holidays_of;
};

// The facts, and who stands where in their lists.
struct DebtorFacts {
  struct PointPlace {
    ContactPointId id;
    std::uint8_t person = 0;
    std::uint8_t point = 0;
  };

  Facts facts;
  std::vector<std::optional<RepresentativeId>> persons;  // The debtor, who is none, comes first.
  std::vector<PointPlace> points;
  std::vector<DebtId> debts;  // Those from place kMostDebts - 1 on share that place.

  const PointPlace* Find(ContactPointId point) const;
  // Those of some debts that are among these.
  DebtSet SetOf(std::span<const DebtId> some) const;
  // The same without a place that they share with any other.
  DebtSet WholeSetOf(std::span<const DebtId> some) const;
};

// The zone of the debtor's calendar; UTC where nobody knows their place.
absl::TimeZone CalendarOf(const DebtorRecord& record, const Atlas& atlas, absl::Time now);

// Folds a record into facts as of an instant. What is kept elsewhere is for the caller to add:
// who collects, communications, what is known of electronic addresses, the firm's policy and the
// kill switches. Where there are more debts than kMostDebts, those that are meant come first, and
// the last of them share a place: what one of these forbids is forbidden for all, and what happened
// about one counts for all. Of contact points and representatives the first 255 are taken.
DebtorFacts FactsOf(const DebtorRecord& record, std::span<const ContactDebt> debts,
                    const Atlas& atlas, const Asked& asked);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_DEBTOR_FACTS_H_
