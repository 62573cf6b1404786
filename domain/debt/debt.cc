// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/debt.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/text.h"
#include "domain/debt/life_cycle.h"

namespace parley {
namespace {

constexpr std::size_t kMostCoDebtors = 20;
constexpr int kWholeShare = 10'000;

// In the order of the enum, which begins at one.
constexpr auto kItemisationKinds = std::to_array<std::string_view>(
    {"LAST_STATEMENT", "CHARGE_OFF", "LAST_PAYMENT", "TRANSACTION", "JUDGMENT"});

void CheckOpening(const Buckets& opening, const std::string& field, Violations& violations) {
  for (const Bucket bucket : kBuckets) {
    const std::string path = absl::StrCat(field, ".", std::string(NameOf(bucket)));
    const std::int64_t units = opening[bucket];
    if (units < 0 && bucket != Bucket::kPrincipal) violations.Add(path, Fault::kNegative);
    if (units > kLargestBalance || units < -kLargestBalance) {
      violations.Add(path, Fault::kAmountOutOfRange);
    }
  }
}

void CheckCoDebtors(const Placement& placement, const std::string& field, Violations& violations) {
  std::set<DebtorId> seen = {placement.debtor};
  int shares = 0;
  if (placement.co_debtors.size() > kMostCoDebtors) {
    violations.Add(field + ".co_debtors", Fault::kTooLong);
  }
  for (std::size_t at = 0; at < placement.co_debtors.size(); ++at) {
    const CoDebtor& co_debtor = placement.co_debtors[at];
    const std::string path = absl::StrCat(field, ".co_debtors[", at, "]");
    if (!seen.insert(co_debtor.debtor).second) violations.Add(path + ".debtor", Fault::kDuplicate);
    const int share = co_debtor.share_basis_points;
    if (share < 0 || share > kWholeShare - shares) {
      violations.Add(path + ".share_basis_points", Fault::kOutOfRange);
    } else {
      shares += share;
    }
  }
}

absl::StatusOr<Debt> LeaveReview(const Debt& debt, LifeVerb verb, absl::Time now) {
  const auto next = StatusAfter(debt.status, verb);
  if (!next.has_value()) return Refuse(Reason::kDebtNotReceived);
  Debt changed = debt;
  changed.status = *next;
  changed.updated_time = AfterLastChange(debt, now);
  return changed;
}

bool AreSound(const InterestTerms& terms) {
  const auto disorder = std::adjacent_find(
      terms.rates.begin(), terms.rates.end(),
      [](const RateChange& before, const RateChange& after) { return before.from >= after.from; });
  const bool payable = std::all_of(
      terms.rates.begin(), terms.rates.end(),
      [](const RateChange& change) { return change.units >= 0 && change.units <= kHighestRate; });
  return !terms.rates.empty() && disorder == terms.rates.end() && payable &&
         terms.cap.value_or(0) >= 0 && terms.monthly_minimum >= 0;
}

// A quote is of something, holds on some day, and is known by its name where it was met.
bool AreSound(const std::vector<Payoff>& payoffs, const std::vector<QuoteId>& met) {
  const bool sound = std::all_of(payoffs.begin(), payoffs.end(), [](const Payoff& payoff) {
    return !payoff.quote.IsNil() && payoff.amount > 0 && payoff.valid_until >= payoff.issued;
  });
  return sound && std::all_of(met.begin(), met.end(), [&](QuoteId quote) {
           return std::any_of(payoffs.begin(), payoffs.end(),
                              [&](const Payoff& payoff) { return payoff.quote == quote; });
         });
}

// Interest is kept for a debt whose rules have it, and for no other.
bool BearsSoundly(const LedgerRules& rules, const std::optional<InterestStanding>& interest) {
  if (!rules.interest.has_value() || !interest.has_value()) {
    return rules.interest.has_value() == interest.has_value();
  }
  const auto& [common, leap] = interest->accrued.numerators();
  return AreSound(*rules.interest) && common >= 0 && leap >= 0 && interest->posted >= 0 &&
         interest->accrued.convention() == rules.interest->day_count &&
         interest->posted_through >= rules.interest->interest_from;
}

Entry OpeningEntry(const Placement& placement, const Position& position, const Stamp& stamp,
                   EntryId id) {
  Entry entry;
  entry.id = id;
  entry.number = 1;
  entry.kind = EntryKind::kOpening;
  entry.value_date = placement.itemisation_date;
  entry.booked_time = stamp.now;
  entry.amount = *Net(position);
  entry.actor = stamp.actor;
  entry.content = placement.content;
  entry.postings = PostingsOf(position, Account::kPlacement);
  return entry;
}

}  // namespace

std::string_view NameOf(ItemisationDateKind kind) {
  return kItemisationKinds.at(static_cast<std::size_t>(kind) - 1);
}

void SetRules(Placement& placement, const CreditorSettings& settings, std::string_view region) {
  PlacedRules placed =
      RulesOf(placement.given, settings, {region, placement.currency, placement.itemisation_date});
  placement.rules = std::move(placed.rules);
  placement.levels = placed.levels;
}

void CheckPlacement(const Placement& placement, Day today, const std::string& field,
                    Violations& violations) {
  RequireText(violations, field + ".external_ref", placement.external_ref, kLongestReference);
  CheckOrigin(placement.origin, today, field + ".origin", violations);
  if (placement.itemisation_date > today) {
    violations.Add(field + ".itemisation_date", Fault::kDateInFuture);
  }
  CheckCoDebtors(placement, field, violations);
  CheckOpening(placement.opening, field + ".opening", violations);
  if (placement.given.interest.has_value()) {
    CheckInterestTerms(*placement.given.interest, placement.itemisation_date,
                       field + ".interest_terms", violations);
  }
}

const Entry& EntryIn(const Posted& posted, EntryId id) {
  return *std::find_if(posted.entries.begin(), posted.entries.end(),
                       [&](const Entry& entry) { return entry.id == id; });
}

LedgerStanding StandingOf(const Debt& debt) {
  return {debt.position, debt.interest, debt.quotes_met};
}

void CopyStanding(const Debt& from, Debt& to) {
  to.status = from.status;
  to.position = from.position;
  to.interest = from.interest;
  to.last_value_date = from.last_value_date;
  to.entry_count = from.entry_count;
  to.revision = from.revision;
  to.updated_time = from.updated_time;
}

absl::StatusOr<Posted> OpenDebt(const Placement& placement, const Stamp& stamp,
                                const EntryIdSource& next_id) {
  const std::optional<Position> position =
      Settle(Position{.owed = placement.opening}, placement.rules.order);
  if (!position.has_value()) return Refuse(Reason::kBalanceOutOfRange);
  Posted posted{.debt = {.id = placement.id,
                         .debtor = placement.debtor,
                         .creditor = placement.creditor,
                         .external_ref = placement.external_ref,
                         .currency = placement.currency,
                         .status = StatusWhenPlaced(*position, placement.review),
                         .status_reason = {},
                         .close_code = std::nullopt,
                         .left_date = std::nullopt,
                         .origin = placement.origin,
                         .itemisation_kind = placement.itemisation_kind,
                         .itemisation_date = placement.itemisation_date,
                         .co_debtors = placement.co_debtors,
                         .rules = placement.rules,
                         .levels = placement.levels,
                         .position = *position,
                         .interest = std::nullopt,
                         .last_value_date = placement.itemisation_date,
                         .entry_count = 0,
                         .content = placement.content,
                         .revision = 1,
                         .created_time = stamp.now,
                         .updated_time = stamp.now},
                .entries = {}};
  Bookkeeper bookkeeper(posted.debt.rules);
  // A debt that opens at zero has nothing to post.
  if (*position != Position{}) {
    posted.entries.push_back(OpeningEntry(placement, *position, stamp, next_id()));
    posted.debt.entry_count = 1;
    PARLEY_RETURN_IF_ERROR(bookkeeper.Take(posted.entries.front()));
  }
  posted.debt.interest = bookkeeper.standing().interest;
  return posted;
}

absl::Time AfterLastChange(const Debt& debt, absl::Time now) {
  return std::max(now, debt.updated_time + absl::Microseconds(1));
}

absl::StatusOr<Debt> RestoreLedger(Debt debt) {
  const bool named =
      !debt.id.IsNil() && !debt.debtor.IsNil() && !debt.creditor.IsNil() && debt.revision >= 1;
  const bool at_rest =
      IsSettled(debt.position) && StatusAfterPosting(debt.status, debt.position) == debt.status;
  const bool told = debt.close_code.has_value() == (debt.status == DebtStatus::kClosed) &&
                    debt.left_date.has_value() == HasLeft(debt.status);
  const bool ruled =
      AllocationOrderOf(debt.rules.order).has_value() && BearsSoundly(debt.rules, debt.interest);
  const bool quoted = AreSound(debt.rules.payoffs, debt.quotes_met);
  if (!named || !at_rest || !told || !ruled || !quoted || debt.entry_count < 0) {
    return Refuse(Reason::kRecordCorrupt);
  }
  return debt;
}

absl::StatusOr<Debt> RestoreDebt(Debt debt) {
  const bool placed = !debt.external_ref.empty() && debt.last_value_date >= debt.itemisation_date;
  if (!placed) return Refuse(Reason::kRecordCorrupt);
  return RestoreLedger(std::move(debt));
}

Debt LedgerAlone(Debt debt) {
  debt.external_ref.clear();
  debt.status_reason = SensitiveText();
  debt.origin = Origin();
  debt.itemisation_kind = ItemisationDateKind::kLastStatement;
  debt.itemisation_date = Day();
  debt.co_debtors.clear();
  debt.content = Fingerprint();
  debt.created_time = absl::Time();
  return debt;
}

absl::StatusOr<Debt> AcceptPlacement(const Debt& debt, absl::Time now) {
  absl::StatusOr<Debt> accepted = LeaveReview(debt, LifeVerb::kActivate, now);
  if (accepted.ok()) accepted->status = StatusWhenPlaced(debt.position, false);
  return accepted;
}

absl::StatusOr<Debt> RefusePlacement(const Debt& debt, const SensitiveText& reason,
                                     absl::Time now) {
  Violations violations;
  RequireText(violations, "reason", reason.Reveal(), kLongestReason, Lines::kMany);
  if (!violations.empty()) return violations.ToStatus();
  absl::StatusOr<Debt> rejected = LeaveReview(debt, LifeVerb::kReject, now);
  if (rejected.ok()) rejected->status_reason = reason;
  return rejected;
}

}  // namespace parley
