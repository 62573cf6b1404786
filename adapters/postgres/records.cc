// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/records.h"

#include <optional>
#include <utility>
#include <vector>

#include "adapters/postgres/json_text.h"
#include "adapters/postgres/ledger_columns.h"
#include "adapters/postgres/payment_json.h"
#include "adapters/postgres/settings_json.h"
#include "adapters/postgres/stored_number.h"
#include "domain/common/currency.h"
#include "domain/common/reason.h"

namespace parley::postgres {
namespace {

std::optional<ItemisationDateKind> ItemisationKindNumbered(std::int64_t number) {
  return Numbered(number, ItemisationDateKind::kLastStatement, ItemisationDateKind::kJudgment);
}

std::optional<Account> AccountOf(std::int64_t number) {
  return AccountNumbered(static_cast<int>(number));
}

std::optional<CloseCode> ReadCloseCode(RowReader& row) {
  const std::optional<std::int64_t> number = row.IntegerOrNone();
  if (!number.has_value()) return std::nullopt;
  return row.Known(Numbered(*number, CloseCode::kDeceasedNoEstate, CloseCode::kNotOwed));
}

std::vector<Posting> ReadPostings(RowReader& row) {
  const std::vector<std::int64_t> accounts = row.Integers();
  const std::vector<std::int64_t> amounts = row.Integers();
  if (accounts.size() != amounts.size()) {
    row.Spoil();
    return {};
  }
  std::vector<Posting> postings;
  postings.reserve(accounts.size());
  for (std::size_t at = 0; at < accounts.size(); ++at) {
    const std::optional<Account> account = row.Known(AccountOf(accounts[at]));
    if (account.has_value()) postings.push_back({*account, amounts[at]});
  }
  return postings;
}

// What is read from a JSON text, where there is one.
template <typename Read>
auto ReadDetail(RowReader& row, Read read) -> decltype(read(std::string_view())) {
  if (!row.NextIsNull()) return row.Known(read(row.Json()));
  row.Skip(1);
  return std::nullopt;
}

template <typename Record>
absl::StatusOr<Record> WhenSound(const RowReader& row, Record record) {
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return record;
}

}  // namespace

std::optional<Bucket> ReadBucketOrNone(RowReader& row) {
  const std::optional<std::int64_t> number = row.IntegerOrNone();
  if (!number.has_value()) return std::nullopt;
  const std::optional<Account> account = row.Known(AccountOf(*number));
  return account.has_value() ? row.Known(BucketOf(*account)) : std::nullopt;
}

std::optional<Money> ReadMoneyOrNone(RowReader& row) {
  const std::optional<std::int64_t> units = row.IntegerOrNone();
  if (!units.has_value()) {
    row.Skip(1);
    return std::nullopt;
  }
  const std::optional<Currency> currency = row.Named(Currency::Find);
  return currency.has_value() ? std::optional(Money(*units, *currency)) : std::nullopt;
}

std::string Records::Encode(const PersonalColumn& column, const PersonalOwner& owner,
                            std::string_view text) const {
  if (text.empty()) return {};
  return codec.Encode({tenant, owner.debtor, column.table, column.column, owner.row}, text);
}

std::string Records::Decode(const PersonalColumn& column, const PersonalOwner& owner,
                            RowReader& row) const {
  return DecodeKept(column, owner, row).value_or(std::string(column.when_erased));
}

std::optional<std::string> Records::DecodeKept(const PersonalColumn& column,
                                               const PersonalOwner& owner, RowReader& row) const {
  const std::string bytes = row.Bytes();
  if (bytes.empty()) return "";
  absl::StatusOr<std::optional<std::string>> text =
      codec.Decode({tenant, owner.debtor, column.table, column.column, owner.row}, bytes);
  if (!text.ok()) row.Spoil();
  return std::move(text).value_or("");
}

void Records::LearnKey(DebtorId debtor, RowReader& row) const {
  const bool is_none = row.NextIsNull();
  codec.Learn(debtor, is_none ? std::nullopt : std::optional(row.Bytes()));
  if (is_none) row.Skip(1);
}

CreditorSettings ReadAskedSettings(RowReader& row) {
  return ReadDetail(row, SettingsFromJson).value_or(CreditorSettings());
}

absl::StatusOr<Creditor> ReadCreditor(RowReader& row) {
  Creditor creditor;
  creditor.id = row.ReadId<CreditorId>();
  creditor.code = row.Text();
  creditor.display_name = row.Text();
  creditor.time_zone = row.Text();
  creditor.language = row.Text();
  creditor.settings = row.Known(SettingsFromJson(row.Text())).value_or(CreditorSettings());
  creditor.revision = row.Integer();
  creditor.created_time = row.Time();
  creditor.updated_time = row.Time();
  return WhenSound(row, std::move(creditor));
}

absl::StatusOr<Debtor> ReadDebtor(const Records& records, RowReader& row) {
  Debtor debtor;
  debtor.id = row.ReadId<DebtorId>();
  records.LearnKey(debtor.id, row);
  const PersonalOwner owner{debtor.id, debtor.id.uuid()};
  debtor.kind = row.Named(DebtorKindNamed).value_or(DebtorKind::kNaturalPerson);
  debtor.external_refs = row.Known(TextsFromJson(row.View())).value_or(std::vector<std::string>());
  debtor.display_name = SensitiveText(records.Decode(kDisplayName, owner, row));
  debtor.birth_date = SensitiveText(records.Decode(kBirthDate, owner, row));
  debtor.language = row.Text();
  debtor.region = row.Text();
  debtor.time_zone = row.Text();
  debtor.revision = row.Integer();
  debtor.record_revision = row.Integer();
  debtor.created_time = row.Time();
  debtor.updated_time = row.Time();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return RestoreDebtor(std::move(debtor));
}

absl::StatusOr<Debt> ReadDebt(const Records& records, RowReader& row) {
  const auto debtor_id = row.ReadId<DebtorId>();
  const auto debt_id = row.ReadId<DebtId>();
  records.LearnKey(debtor_id, row);
  const PersonalOwner owner{debtor_id, debt_id.uuid()};
  const auto creditor_id = row.ReadId<CreditorId>();
  std::string external_ref = row.Text();
  const std::optional<Currency> currency = row.Named(Currency::Find);
  if (!currency.has_value()) return Refuse(Reason::kRecordCorrupt);
  Debt debt{.id = debt_id,
            .debtor = debtor_id,
            .creditor = creditor_id,
            .external_ref = std::move(external_ref),
            .currency = *currency};
  debt.status = row.Named(DebtStatusNamed).value_or(DebtStatus::kReceived);
  debt.status_reason = SensitiveText(records.Decode(kStatusReason, owner, row));
  debt.close_code = ReadCloseCode(row);
  debt.left_date = row.ReadDayOrNone();
  ReadLedger(row, debt);
  debt.itemisation_kind = row.Known(ItemisationKindNumbered(row.Integer()))
                              .value_or(ItemisationDateKind::kLastStatement);
  debt.itemisation_date = row.ReadDay();
  debt.origin = row.Known(OriginFromJson(row.View())).value_or(Origin());
  debt.origin.agreement_reference = SensitiveText(records.Decode(kAgreementReference, owner, row));
  debt.co_debtors = row.Known(CoDebtorsFromJson(row.View())).value_or(std::vector<CoDebtor>());
  debt.content = row.Digest();
  debt.revision = row.Integer();
  debt.created_time = row.Time();
  debt.updated_time = row.Time();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return RestoreDebt(std::move(debt));
}

absl::StatusOr<Debt> ReadLedgerAlone(RowReader& row) {
  const auto debtor = row.ReadId<DebtorId>();
  const auto id = row.ReadId<DebtId>();
  const auto creditor = row.ReadId<CreditorId>();
  const std::optional<Currency> currency = row.Named(Currency::Find);
  if (!currency.has_value()) return Refuse(Reason::kRecordCorrupt);
  Debt debt{.id = id, .debtor = debtor, .creditor = creditor, .currency = *currency};
  debt.status = row.Named(DebtStatusNamed).value_or(DebtStatus::kReceived);
  debt.close_code = ReadCloseCode(row);
  debt.left_date = row.ReadDayOrNone();
  ReadLedger(row, debt);
  debt.revision = row.Integer();
  debt.updated_time = row.Time();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return RestoreLedger(std::move(debt));
}

absl::StatusOr<Entry> ReadEntry(const Records& records, DebtorId debtor, RowReader& row) {
  Entry entry;
  entry.id = row.ReadId<EntryId>();
  entry.number = row.Integer();
  entry.external_ref = row.Text();
  entry.kind =
      row.Known(EntryKindNumbered(static_cast<int>(row.Integer()))).value_or(EntryKind::kOpening);
  entry.value_date = row.ReadDay();
  entry.booked_time = row.Time();
  entry.amount = row.Integer();
  entry.bucket = ReadBucketOrNone(row);
  entry.order = ReadOrder(row);
  entry.reason = SensitiveText(records.Decode(kEntryReason, {debtor, entry.id.uuid()}, row));
  entry.actor = row.Text();
  entry.linked = EntryId(row.UuidOrNil());
  entry.content = row.Digest();
  entry.postings = ReadPostings(row);
  entry.interest = ReadDetail(row, InterestDetailFromJson);
  entry.fee = ReadDetail(row, FeeDetailFromJson);
  entry.quote = QuoteId(row.UuidOrNil());
  return WhenSound(row, std::move(entry));
}

absl::StatusOr<Payment> ReadPayment(const Records& records, RowReader& row) {
  const auto debtor = row.ReadId<DebtorId>();
  const auto id = row.ReadId<PaymentId>();
  records.LearnKey(debtor, row);
  const PersonalOwner owner{debtor, id.uuid()};
  const std::optional<Currency> currency = row.Named(Currency::Find);
  if (!currency.has_value()) return Refuse(Reason::kRecordCorrupt);
  Payment payment{.id = id, .debtor = debtor, .currency = *currency};
  payment.external_ref = row.Text();
  payment.state = row.Known(PaymentStateNumbered(row.Integer())).value_or(PaymentState::kAnnounced);
  payment.amount = row.Integer();
  payment.expected_date = row.ReadDayOrNone();
  payment.value_date = row.ReadDayOrNone();
  payment.method = records.Decode(kPaymentMethod, owner, row);
  payment.note = SensitiveText(records.Decode(kPaymentNote, owner, row));
  payment.instructions =
      row.Known(InstructionsFromJson(row.Text())).value_or(std::vector<Instruction>());
  payment.strategy =
      row.Known(Numbered(row.Integer(), SplitStrategy::kOldestFirst, SplitStrategy::kProportional))
          .value_or(SplitStrategy::kOldestFirst);
  if (row.NextIsNull()) {
    row.Skip(1);
  } else {
    payment.order = ReadOrder(row);
  }
  payment.parts = row.Known(PartsFromJson(row.Text())).value_or(std::vector<PaymentPart>());
  payment.announced =
      row.Known(InstructionsFromJson(row.Text())).value_or(std::vector<Instruction>());
  if (row.NextIsNull()) {
    row.Skip(1);
  } else {
    payment.landed_time = row.Time();
  }
  payment.returned_date = row.ReadDayOrNone();
  payment.return_reason = SensitiveText(records.Decode(kReturnReason, owner, row));
  payment.claimed_for = DebtorId(row.UuidOrNil());
  payment.actor = row.Text();
  payment.content = row.Digest();
  payment.revision = row.Integer();
  payment.created_time = row.Time();
  payment.updated_time = row.Time();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return RestorePayment(std::move(payment));
}

absl::StatusOr<Hold> ReadHold(const Records& records, RowReader& row) {
  Hold hold;
  hold.id = row.ReadId<HoldId>();
  hold.debtor = row.ReadId<DebtorId>();
  records.LearnKey(hold.debtor, row);
  const PersonalOwner owner{hold.debtor, hold.id.uuid()};
  const DebtId debt(row.UuidOrNil());
  if (!debt.IsNil()) hold.debt = debt;
  hold.type = row.Known(Numbered(row.Integer(), HoldType::kDispute, HoldType::kLegal))
                  .value_or(HoldType::kDispute);
  hold.state = row.Known(Numbered(row.Integer(), HoldState::kRequested, HoldState::kRejected))
                   .value_or(HoldState::kRejected);
  hold.disputed = ReadMoneyOrNone(row);
  hold.from = row.ReadDay();
  hold.until = row.ReadDayOrNone();
  hold.review = row.ReadDayOrNone();
  hold.source = SensitiveText(records.Decode(kHoldSource, owner, row));
  hold.evidence =
      row.Known(Numbered(row.Integer(), HoldEvidence::kNotNeeded, HoldEvidence::kVerified))
          .value_or(HoldEvidence::kNotNeeded);
  hold.reason = SensitiveText(records.Decode(kHoldReason, owner, row));
  hold.end_reason = SensitiveText(records.Decode(kHoldEndReason, owner, row));
  hold.actor = row.Text();
  hold.revision = row.Integer();
  hold.created_time = row.Time();
  hold.updated_time = row.Time();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return RestoreHold(std::move(hold));
}

}  // namespace parley::postgres
