// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/position_before.h"

#include <algorithm>
#include <array>
#include <vector>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debt/ledger.h"

namespace parley {
namespace {

// The least money that may come in on that day, as the last fact of it.
Entry Probe(const Debt& debt, Day day) {
  Entry probe;
  probe.number = debt.entry_count + 1;
  probe.kind = EntryKind::kPayment;
  probe.value_date = day;
  probe.amount = 1;
  probe.order = debt.rules.order;
  return probe;
}

FoundByMoney FoundBy(const Line& line) { return {line.before, line.pays_off}; }

}  // namespace

bool NeedsJournalBefore(const Debt& debt, Day day) {
  const std::array facts = {Fact{.kind = EntryKind::kPayment, .value_date = day, .amount = 1}};
  return NeedsJournal(debt, facts);
}

absl::StatusOr<FoundByMoney> PositionBefore(const Debt& debt, Day day,
                                            std::span<const Entry> journal) {
  const Entry probe = Probe(debt, day);
  if (!NeedsJournalBefore(debt, day)) {
    Bookkeeper bookkeeper(debt.rules, StandingOf(debt));
    PARLEY_RETURN_IF_ERROR(bookkeeper.Take(probe));
    return FoundBy(bookkeeper.lines().back());
  }
  if (debt.entry_count != std::ssize(journal)) return Refuse(Reason::kRecordCorrupt);
  std::vector<Entry> whole(journal.begin(), journal.end());
  whole.push_back(probe);
  PARLEY_ASSIGN_OR_RETURN(const Bookkeeper replay, Replay(whole, debt.rules, day));
  const auto found = std::find_if(replay.lines().begin(), replay.lines().end(),
                                  [&](const Line& line) { return line.fact == &whole.back(); });
  return FoundBy(*found);
}

}  // namespace parley
