// SPDX-License-Identifier: Apache-2.0
#include "application/debtors/erase_debtor.h"

#include <algorithm>
#include <string>
#include <vector>

#include "application/etag.h"
#include "application/local_day.h"
#include "application/messages/take_back.h"
#include "application/ports/debts.h"
#include "domain/common/status_macros.h"
#include "domain/communication/duties/retention.h"
#include "domain/debtor/debtor_record.h"
#include "domain/debtor/erasure.h"

namespace parley {
namespace {

absl::StatusOr<std::vector<Debt>> DebtsOf(Work& work, DebtorId debtor) {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<LedgerHead> ledgers,
                          work.store.debts().FindLedgersOf(debtor, {}));
  std::vector<Debt> debts;
  for (const LedgerHead& ledger : ledgers) debts.push_back(ledger.debt);
  return debts;
}

// When anything was last done about a debt, or to reach the person; none where nothing ever was.
absl::StatusOr<std::optional<absl::Time>> LastAct(Work& work, DebtorId debtor,
                                                  const std::vector<Debt>& debts) {
  std::optional<absl::Time> last;
  for (const Debt& debt : debts)
    last = std::max(last.value_or(debt.updated_time), debt.updated_time);
  const absl::Time ever = absl::UnixEpoch();
  PARLEY_ASSIGN_OR_RETURN(const std::vector<LoggedCommunication> history,
                          work.store.communications().Since(debtor, {ever, ever}));
  for (const LoggedCommunication& one : history) {
    last = std::max(last.value_or(one.dispatch_time), one.dispatch_time);
  }
  return last;
}

// Wherever the person may be, or may have been.
std::vector<std::string> RegionsOf(const DebtorRecord& record) {
  std::vector<std::string> regions;
  const auto add = [&regions](const std::string& region) {
    if (!region.empty()) regions.push_back(region);
  };
  add(record.debtor.region);
  for (const KnownPoint& point : record.points) add(point.region);
  for (const Location& location : record.locations) add(location.region);
  return regions;
}

}  // namespace

absl::StatusOr<Answer> EraseDebtor::Handle(const Call& call, const Command& command,
                                           Encode<Debtor> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<Debtor> {
    PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record,
                            work.store.person_records().Find(command.debtor));
    const std::string& zone = record.debtor.time_zone;
    const Day today = LocalDay(zones_, zone, work.now);
    PublishedRulebooks& published = work.store.rulebooks();
    PARLEY_ASSIGN_OR_RETURN(const std::int64_t edition, published.Edition());
    PARLEY_ASSIGN_OR_RETURN(const RulebooksRef rulebooks,
                            rulebooks_.At(work.call.tenant, edition, published));
    PARLEY_ASSIGN_OR_RETURN(const std::vector<Debt> debts, DebtsOf(work, command.debtor));
    PARLEY_ASSIGN_OR_RETURN(const auto last, LastAct(work, command.debtor, debts));
    ErasureMatters matters{debts, record.holds, {}};
    if (last.has_value()) {
      const auto kept =
          LongestKept(*rulebooks, RegionsOf(record), LocalDay(zones_, zone, *last), today);
      if (kept.has_value()) matters.kept = {kept->rule->id, kept->until};
    }
    PARLEY_RETURN_IF_ERROR(CheckErasure(matters, today));
    PARLEY_RETURN_IF_ERROR(CheckEtag(command.etag, record.debtor.record_revision));
    PARLEY_RETURN_IF_ERROR(TakeOffQueue(work, ids_, command.debtor, MessageEnd::kPointless,
                                        [](const Message&, const Contact&) { return true; }));
    work.store.debtors().EraseTexts(command.debtor);
    return record.debtor;
  };
  return mutations_.Run<Debtor>(call, command.debtor, decide, encode);
}

}  // namespace parley
