// SPDX-License-Identifier: Apache-2.0
// The floor's statements: the rows of a journal, which was booked in the order in which it counts,
// added up as they come. The answer has the shape and the size of the product's: how interest came
// about is told as the row has it, and the sentences, which the product makes, lie ready.
#include <algorithm>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "tests/benchmarks/rpc/floor_work.h"

namespace parley::bench {
namespace {

constexpr std::int64_t kLastOfNet = 6;  // The accounts of the debtor: receivables and credit.
constexpr std::int64_t kCredit = 6;

// As long as the product's are, a line of interest and another one.
constexpr std::size_t kInterestSentence = 300;
constexpr std::size_t kSentence = 100;

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

// The texts and numbers of a JSON text, one after the other, whatever lies between them.
class JsonValues {
 public:
  explicit JsonValues(std::string_view json) : rest_(json) {}

  std::string_view Text() {
    rest_.remove_prefix(rest_.find('"') + 1);
    const std::string_view text = rest_.substr(0, rest_.find('"'));
    rest_.remove_prefix(text.size() + 1);
    return text;
  }
  std::int64_t Number() {
    while (std::isdigit(static_cast<unsigned char>(rest_.front())) == 0 && rest_.front() != '-') {
      rest_.remove_prefix(1);
    }
    char* end = nullptr;
    const std::int64_t number = std::strtoll(rest_.data(), &end, 10);
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return number;
  }
  // Whether a list begins before the one that it would be in ends.
  bool Begins() {
    rest_.remove_prefix(rest_.find_first_of("[]"));
    const bool begins = rest_.front() == '[';
    rest_.remove_prefix(1);
    return begins;
  }

 private:
  std::string_view rest_;
};

// As PostgreSQL orders the keys: rule, basis, pieces, carried, version, day_count, topped_up.
void WriteInterest(std::string_view json, const std::string& currency, v1::InterestDetail& out) {
  JsonValues values(json);
  const auto text = [&values] { return std::string((values.Text(), values.Text())); };
  out.set_rule(text());
  out.set_basis(text());
  values.Begins();
  while (values.Begins()) {
    v1::InterestPiece& piece = *out.add_pieces();
    piece.set_from_date(std::string(values.Text()));
    piece.set_to_date(std::string(values.Text()));
    WriteMoney(values.Number(), currency, *piece.mutable_base());
    piece.set_rate_e10(values.Number());
    piece.set_days(values.Number());
    piece.set_leap_year_days(values.Number());
    piece.set_product("123.456789");
    values.Begins();
  }
  out.set_carried_millionths(values.Number());
  out.set_version(values.Number());
  out.set_day_count(static_cast<v1::DayCount>(values.Number()));
}

}  // namespace

void FloorWork::GetStatement(const v1::GetStatementRequest& request, v1::Statement& statement) {
  const DebtName name = Split(request.name());
  connection_.Send("debt", DebtKey(name));
  connection_.Send("journal", DebtKey(name));
  connection_.Sync();
  const FloorRow debt = connection_.Next();
  FloorRow journal = connection_.Next();
  connection_.EndOfSync();
  const FloorTexts::Key key = KeyOf(name, debt);
  const std::string currency(debt.Bytes(2));
  const std::string interest_sentence(kInterestSentence, 'a');
  const std::string sentence(kSentence, 'a');
  statement.set_debt(request.name());
  statement.set_creditor(absl::StrCat("creditors/", debt.Uuid(0)));
  statement.set_from_date(request.from_date());
  statement.set_to_date(request.to_date());
  statement.mutable_known_time()->set_seconds(debt.Instant(18) / 1'000'000);
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
    movement.set_reason(key.Open("entries", "reason", journal.Uuid(0), journal.Bytes(3)));
    const bool bears = !journal.Bytes(6).empty();
    movement.set_sentence(bears ? interest_sentence : sentence);
    if (bears) WriteInterest(journal.Json(6), currency, *movement.mutable_interest());
  }
  WriteMoney(opening, currency, *statement.mutable_opening_net_balance());
  WriteMoney(sums.net, currency, *statement.mutable_closing_net_balance());
  WriteMoney(sums.net + sums.credit, currency, *statement.mutable_balance());
  WriteMoney(sums.credit, currency, *statement.mutable_credit_balance());
}

}  // namespace parley::bench
