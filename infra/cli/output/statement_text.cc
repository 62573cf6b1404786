// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/output/statement_text.h"

#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "google/protobuf/util/time_util.h"
#include "infra/cli/output/money_text.h"
#include "infra/cli/output/table.h"
#include "infra/cli/output/text.h"

namespace parley::cli {
namespace {

using google::protobuf::util::TimeUtil;

// "last statement" for ITEMISATION_DATE_KIND_LAST_STATEMENT.
std::string Words(const std::string& value, const std::string& prefix) {
  std::string words = absl::AsciiStrToLower(WithoutPrefix(value, prefix));
  for (char& c : words) c = c == '_' ? ' ' : c;
  return words;
}

std::string KindOfDay(v1::ItemisationDateKind kind) {
  return Words(v1::ItemisationDateKind_Name(kind), "ITEMISATION_DATE_KIND_");
}

// What a change looks like: "+12.00" raised what is owed.
std::string Signed(const v1::Money& change) {
  return change.minor_units() > 0 ? absl::StrCat("+", DecimalText(change)) : DecimalText(change);
}

// "2025-01-10 ownership from Old Bank to Fund One, notice on 2025-01-20".
std::string TransferText(const v1::Transfer& transfer) {
  const std::string notice = transfer.notice_date().empty()
                                 ? "no notice known"
                                 : absl::StrCat("notice on ", transfer.notice_date());
  return absl::StrCat(transfer.transfer_date(), " ",
                      Words(v1::TransferKind_Name(transfer.kind()), "TRANSFER_KIND_"), " from ",
                      transfer.from_party(), " to ", transfer.to_party(), ", ", notice);
}

// By what a reader recognises the debt. What is not known has no line.
void AddOrigin(const v1::Origin& origin, Table& head) {
  head.Add({"Comes from", absl::StrCat(origin.original_creditor(), ", ", origin.product())});
  const auto add_known = [&head](const char* title, const std::string& text, const char* more) {
    if (!text.empty()) head.Add({title, absl::StrCat(text, more)});
  };
  add_known("Agreement", origin.agreement_reference(), "");
  add_known("Agreed on", origin.agreement_date(), "");
  add_known("Default", origin.default_date(), "");
  add_known("Last paid", origin.last_payment_date(), ", before the placement");
  if (origin.has_charge_off()) {
    const v1::ChargeOff& charge_off = origin.charge_off();
    head.Add({"Charge-off", absl::StrCat(charge_off.date(), ", ", MoneyText(charge_off.amount()))});
  }
  for (const v1::Transfer& transfer : origin.transfers()) {
    head.Add({"Passed on", TransferText(transfer)});
  }
}

// The heads of both papers.
Table Head(const v1::Debt& debt, const std::string& creditor) {
  Table head({Align::kLeft, Align::kLeft});
  head.Add({"Debt", debt.external_ref()});
  head.Add({"", debt.name()});
  head.Add({"Owed to", creditor});
  AddOrigin(debt.origin(), head);
  return head;
}

// What the net balance means, in words.
std::string Meaning(const v1::Money& balance, const v1::Money& credit_balance) {
  if (credit_balance.minor_units() > 0) {
    return absl::StrCat("Nothing is owed; ", MoneyText(credit_balance),
                        " is held for the debtor.\n");
  }
  return absl::StrCat("Owed: ", MoneyText(balance), "\n");
}

void AddBuckets(const v1::Itemisation& itemisation, std::string& text) {
  if (itemisation.buckets_size() < 2) return;
  Table table({Align::kLeft, Align::kRight});
  for (const v1::BucketAmount& part : itemisation.buckets()) {
    table.Add({absl::StrCat("  of it ", Words(v1::Bucket_Name(part.bucket()), "BUCKET_")),
               DecimalText(part.minor_units(), itemisation.balance().currency_code())});
  }
  text += table.Render();
}

}  // namespace

bool AddsUp(const v1::Statement& statement) {
  std::int64_t sum = statement.opening_net_balance().minor_units();
  for (const v1::Movement& movement : statement.movements()) {
    if (__builtin_add_overflow(sum, movement.change().minor_units(), &sum)) return false;
    if (sum != movement.net_balance_after().minor_units()) return false;
  }
  return sum == statement.closing_net_balance().minor_units();
}

bool AddsUp(const v1::Itemisation& itemisation) {
  std::int64_t sum = itemisation.amount_at_itemisation().minor_units();
  for (const v1::ItemisationLine& line : itemisation.lines()) {
    if (__builtin_add_overflow(sum, line.amount().minor_units(), &sum)) return false;
  }
  return sum == itemisation.net_balance().minor_units();
}

std::string PaperText(const v1::Debt& debt, const v1::Statement& statement,
                      const std::string& creditor) {
  Table head = Head(debt, creditor);
  head.Add({"Period", absl::StrCat(statement.from_date(), " to ", statement.to_date())});
  head.Add({"Known at", TimeUtil::ToString(statement.known_time())});
  const std::string& currency = statement.closing_net_balance().currency_code();
  Table table({Align::kLeft, Align::kLeft, Align::kRight, Align::kRight, Align::kLeft});
  table.Add({"DATE", "ENTRY", "CHANGE", absl::StrCat("BALANCE ", currency), "REASON"});
  table.Add({"", "before", "", DecimalText(statement.opening_net_balance())});
  for (const v1::Movement& movement : statement.movements()) {
    table.Add({movement.value_date(), Words(v1::EntryKind_Name(movement.kind()), "ENTRY_KIND_"),
               Signed(movement.change()), DecimalText(movement.net_balance_after()),
               movement.reason()});
  }
  table.AddRule({3});
  table.Add({"", "at the end", "", DecimalText(statement.closing_net_balance())});
  std::string text = absl::StrCat("Statement\n", head.Render(), "\n", table.Render(), "\n",
                                  Meaning(statement.balance(), statement.credit_balance()));
  for (const v1::ExpectedMoney& money : statement.in_flight()) {
    absl::StrAppend(&text, "On its way: ", DecimalText(money.amount()), " ", currency,
                    ", expected on ", money.expected_date(), ".\n");
  }
  return text;
}

std::string PaperText(const v1::Debt& debt, const v1::Itemisation& itemisation,
                      const std::string& creditor) {
  Table head = Head(debt, creditor);
  head.Add({"As of", itemisation.as_of_date()});
  head.Add({"Known at", TimeUtil::ToString(itemisation.known_time())});
  const std::string& currency = itemisation.net_balance().currency_code();
  Table table({Align::kLeft, Align::kRight, Align::kRight});
  table.Add({"", "ENTRIES", currency});
  table.Add({absl::StrCat("Owed on ", itemisation.itemisation_date(), " (",
                          KindOfDay(itemisation.itemisation_date_kind()), ")"),
             "", DecimalText(itemisation.amount_at_itemisation())});
  for (const v1::ItemisationLine& line : itemisation.lines()) {
    table.Add({Words(v1::ItemisationLineKind_Name(line.kind()), "ITEMISATION_LINE_KIND_"),
               absl::StrCat(line.entry_count()), Signed(line.amount())});
  }
  table.AddRule({2});
  table.Add({"Sum", "", DecimalText(itemisation.net_balance())});
  std::string text = absl::StrCat("What is owed\n", head.Render(), "\n", table.Render(), "\n",
                                  Meaning(itemisation.balance(), itemisation.credit_balance()));
  AddBuckets(itemisation, text);
  return text;
}

}  // namespace parley::cli
