// SPDX-License-Identifier: Apache-2.0
// The floor's statements: the rows of a journal, added up as they come.
#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/strings/str_cat.h"
#include "tests/benchmarks/rpc/floor_work.h"

namespace parley::bench {
namespace {

constexpr std::int64_t kLastOfNet = 6;  // The accounts of the debtor: receivables and credit.
constexpr std::int64_t kCredit = 6;

void WriteMoney(std::int64_t minor_units, const std::string& currency, v1::Money& out) {
  out.set_minor_units(minor_units);
  out.set_currency_code(currency);
}

// What is owed and what is held, and what one entry changes of their difference.
struct Sums {
  std::int64_t net = 0;
  std::int64_t credit = 0;

  std::int64_t Take(const FloorRow& row) {
    const std::vector<std::int64_t> accounts = row.Numbers(4);
    const std::vector<std::int64_t> amounts = row.Numbers(5);
    std::int64_t change = 0;
    for (std::size_t at = 0; at < accounts.size(); ++at) {
      if (accounts[at] <= kLastOfNet) change += amounts[at];
      if (accounts[at] == kCredit) credit -= amounts[at];
    }
    net += change;
    return change;
  }
};

}  // namespace

void FloorWork::GetStatement(const v1::GetStatementRequest& request, v1::Statement& statement) {
  const DebtName name = Split(request.name());
  connection_.Send("holder", DebtKey(name));
  connection_.Send("journal", DebtKey(name));
  connection_.Sync();
  const FloorRow holder = connection_.Next();
  FloorRow journal = connection_.Next();
  connection_.EndOfSync();
  const std::string currency(holder.Bytes(1));
  statement.set_debt(request.name());
  statement.set_creditor(absl::StrCat("creditors/", holder.Uuid(0)));
  statement.set_from_date(request.from_date());
  statement.set_to_date(request.to_date());
  statement.mutable_known_time()->set_seconds(holder.Instant(2) / 1'000'000);
  Sums sums;
  std::int64_t opening = 0;
  for (int row = 0; row < journal.rows(); ++row) {
    journal.GoTo(row);
    const std::string_view day = journal.Bytes(1);
    if (day > request.to_date()) break;
    const std::int64_t change = sums.Take(journal);
    if (day < request.from_date()) {
      opening = sums.net;
      continue;
    }
    v1::Movement& movement = *statement.add_movements();
    movement.set_entry(absl::StrCat(request.name(), "/entries/", journal.Uuid(0)));
    movement.set_value_date(std::string(day));
    movement.set_kind(static_cast<v1::EntryKind>(journal.Small(2)));
    WriteMoney(change, currency, *movement.mutable_change());
    WriteMoney(sums.net, currency, *movement.mutable_net_balance_after());
    movement.set_reason(std::string(journal.Bytes(3)));
  }
  WriteMoney(opening, currency, *statement.mutable_opening_net_balance());
  WriteMoney(sums.net, currency, *statement.mutable_closing_net_balance());
  WriteMoney(sums.net + sums.credit, currency, *statement.mutable_balance());
  WriteMoney(sums.credit, currency, *statement.mutable_credit_balance());
}

}  // namespace parley::bench
