// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/ledger/ledger_check.h"

#include <map>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debt/accrual.h"
#include "domain/debt/debt.h"
#include "domain/debt/ledger.h"

namespace parley::cli {
namespace {

// A debt and its journal, built up as a store would.
class Player {
 public:
  explicit Player(const LedgerHistory& history) : history_(history) {}

  absl::Status Play() {
    PARLEY_RETURN_IF_ERROR(Keep(OpenDebt(PlacementOf(), NextStamp(), NextIds())));
    for (const HistoryEntry& entry : history_.entries) {
      const bool known = !history_.known_at.has_value() || !entry.booked_time.has_value() ||
                         *entry.booked_time <= *history_.known_at;
      if (!known) continue;
      const absl::Status status = Book(entry);
      if (!status.ok()) {
        return absl::Status(status.code(), absl::StrCat("entry ", entry.ref, ": ", TextOf(status)));
      }
    }
    return Keep(PostInterest(*debt_, history_.as_of, journal_, NextStamp(), NextIds()));
  }

  absl::StatusOr<ShownLedger> Show() const {
    ShownLedger shown;
    PARLEY_ASSIGN_OR_RETURN(shown.position, PositionAsOf(journal_, history_.as_of));
    shown.balance = Net(shown.position).value_or(0);
    PARLEY_ASSIGN_OR_RETURN(shown.accrued_interest,
                            AccruedAsOf(journal_, history_.rules, history_.as_of));
    return shown;
  }

 private:
  static std::string TextOf(const absl::Status& status) {
    const std::optional<Reason> reason = ReasonOf(status);
    return reason.has_value() ? std::string(RowOf(*reason).name) : std::string(status.message());
  }

  Placement PlacementOf() const {
    return {.id = {},
            .debtor = {},
            .creditor = {},
            .external_ref = history_.id,
            .currency = history_.currency,
            .origin = {},
            .itemisation_date = history_.opened,
            .co_debtors = {},
            .rules = history_.rules,
            .opening = history_.opening};
  }

  absl::Status Book(const HistoryEntry& entry) {
    const EntryId id = NewId();
    if (!ids_.emplace(entry.ref, id).second) return absl::InvalidArgumentError("has a ref twice");
    if (entry.kind == EntryKind::kReversal) return BookReversal(entry, id);
    const Fact fact{.id = id,
                    .external_ref = entry.ref,
                    .kind = entry.kind,
                    .value_date = entry.value_date,
                    .amount = entry.amount,
                    .bucket = entry.bucket,
                    .order = entry.allocation,
                    .reason = {}};
    return Keep(PostFacts(*debt_, {&fact, 1}, journal_, NextStamp(), NextIds()));
  }

  absl::Status BookReversal(const HistoryEntry& entry, EntryId id) {
    const auto reversed = ids_.find(entry.reverses);
    if (reversed == ids_.end()) return absl::InvalidArgumentError("reverses an unknown ref");
    const Reversal reversal{.id = id,
                            .reverses = reversed->second,
                            .external_ref = entry.ref,
                            .value_date = entry.value_date,
                            .reason = {}};
    return Keep(PostReversal(*debt_, reversal, journal_, NextStamp(), NextIds()));
  }

  absl::Status Keep(absl::StatusOr<Posted> posted) {
    PARLEY_RETURN_IF_ERROR(posted.status());
    debt_ = std::move(posted->debt);
    for (Entry& entry : posted->entries) journal_.push_back(std::move(entry));
    return absl::OkStatus();
  }

  // Every change is booked after the one before; no day lies in the future.
  Stamp NextStamp() {
    now_ += absl::Seconds(1);
    return {now_, Day(kLastYear, 12, 31), "file"};
  }

  EntryId NewId() { return EntryId(Uuid::Version7(++made_ids_, {})); }
  EntryIdSource NextIds() {
    return [this] { return NewId(); };
  }

  const LedgerHistory& history_;
  absl::Time now_ = absl::UnixEpoch();
  std::uint64_t made_ids_ = 0;
  std::map<std::string, EntryId> ids_;
  std::optional<Debt> debt_;
  std::vector<Entry> journal_;
};

void Compare(const std::string& field, std::optional<std::int64_t> expected, std::int64_t found,
             std::vector<std::string>& differences) {
  if (!expected.has_value() || *expected == found) return;
  differences.push_back(absl::StrCat(field, ": ", *expected, " expected, ", found, " found"));
}

std::vector<std::string> Differences(const ExpectedLedger& expected, const ShownLedger& shown) {
  std::vector<std::string> differences;
  Compare("balance_minor", expected.balance, shown.balance, differences);
  Compare("credit_minor", expected.credit, shown.position.credit, differences);
  Compare("accrued_interest_minor", expected.accrued_interest, shown.accrued_interest, differences);
  for (const auto& [bucket, units] : expected.buckets) {
    const std::string name = absl::AsciiStrToLower(std::string(NameOf(bucket)));
    Compare("buckets." + name, units, shown.position.owed[bucket], differences);
  }
  return differences;
}

}  // namespace

absl::StatusOr<ShownLedger> PlayHistory(const LedgerHistory& history) {
  Player player(history);
  PARLEY_RETURN_IF_ERROR(player.Play());
  return player.Show();
}

std::vector<std::string> CheckHistory(const LedgerHistory& history) {
  const absl::StatusOr<ShownLedger> shown = PlayHistory(history);
  if (!shown.ok()) return {std::string(shown.status().message())};
  return Differences(history.expected, *shown);
}

LineReport CheckLedgers(std::istream& in) {
  return CheckLines(in, [](std::string_view line) -> CheckedLine {
    const absl::StatusOr<LedgerHistory> history = ParseLedgerHistory(line);
    if (!history.ok()) return {0, "", {std::string(history.status().message())}};
    return {0, history->id, CheckHistory(*history)};
  });
}

}  // namespace parley::cli
