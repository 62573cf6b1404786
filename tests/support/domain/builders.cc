// SPDX-License-Identifier: Apache-2.0
#include "tests/support/domain/builders.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "domain/common/money.h"

namespace parley {

Fingerprint NumberedFingerprint(std::uint8_t number) {
  Fingerprint fingerprint{};
  fingerprint.fill(number);
  return fingerprint;
}

Currency CurrencyOf(std::string_view code) { return Currency::Find(code).value(); }
Day DayOf(std::string_view text) { return ParseDay(text).value(); }
SensitiveText Secret(std::string_view text) { return SensitiveText(std::string(text)); }

absl::Time TestNow() { return absl::FromCivil(TestToday(), absl::UTCTimeZone()) + absl::Hours(12); }
Day TestToday() { return Day(2026, 11, 22); }

Builder<Creditor> ACreditor(int number) {
  return Builder<Creditor>({.id = NumberedId<CreditorId>(static_cast<std::uint64_t>(number)),
                            .code = absl::StrCat("CREDITOR-", number),
                            .display_name = "Example Lending Ltd",
                            .time_zone = "Europe/Berlin",
                            .revision = 1,
                            .created_time = TestNow(),
                            .updated_time = TestNow()});
}

Builder<Debtor> ADebtor(int number) {
  return Builder<Debtor>({.id = NumberedId<DebtorId>(static_cast<std::uint64_t>(number)),
                          .kind = DebtorKind::kNaturalPerson,
                          .external_refs = {absl::StrCat("DEBTOR-", number)},
                          .display_name = Secret("Erika Example"),
                          .birth_date = Secret("1981-04-02"),
                          .language = "de",
                          .region = "DE",
                          .time_zone = "Europe/Vienna",
                          .revision = 1,
                          .record_revision = 1,
                          .created_time = TestNow(),
                          .updated_time = TestNow()});
}

Builder<Debt> ADebt(int number) {
  return Builder<Debt>({.id = NumberedId<DebtId>(static_cast<std::uint64_t>(number)),
                        .debtor = NumberedId<DebtorId>(1),
                        .creditor = NumberedId<CreditorId>(1),
                        .external_ref = absl::StrCat("DEBT-", number),
                        .currency = CurrencyOf("EUR"),
                        .status = DebtStatus::kActive,
                        .status_reason = {},
                        .origin = {.original_creditor = "Example Bank",
                                   .product = "Credit card",
                                   .agreement_reference = Secret("AGREEMENT-1"),
                                   .agreement_date = {},
                                   .default_date = {},
                                   .last_payment_date = {},
                                   .charge_off = {},
                                   .transfers = {}},
                        .itemisation_kind = ItemisationDateKind::kLastStatement,
                        .itemisation_date = Day(2026, 1, 31),
                        .co_debtors = {},
                        .position = Owing(100'000),
                        .last_value_date = Day(2026, 1, 31),
                        .entry_count = 1,
                        .content = NumberedFingerprint(1),
                        .revision = 1,
                        .created_time = TestNow(),
                        .updated_time = TestNow()});
}

Builder<Placement> APlacement(int number) {
  const Debt debt = ADebt(number);
  return Builder<Placement>({.id = debt.id,
                             .debtor = debt.debtor,
                             .creditor = debt.creditor,
                             .external_ref = debt.external_ref,
                             .currency = debt.currency,
                             .origin = debt.origin,
                             .itemisation_kind = debt.itemisation_kind,
                             .itemisation_date = debt.itemisation_date,
                             .co_debtors = {},
                             .opening = debt.position.owed,
                             .review = false,
                             .content = debt.content});
}

Builder<Entry> AnEntry(int number, std::int64_t minor_units) {
  return Builder<Entry>(
      {.id = NumberedId<EntryId>(static_cast<std::uint64_t>(number)),
       .number = number,
       .external_ref = absl::StrCat("ENTRY-", number),
       .kind = EntryKind::kPayment,
       .value_date = Day(2026, 2, 28),
       .booked_time = TestNow(),
       .amount = minor_units,
       .bucket = {},
       .reason = {},
       .actor = "agent-1",
       .linked = {},
       .content = NumberedFingerprint(2),
       .postings = {{Account::kPrincipal, -minor_units}, {Account::kPayments, minor_units}}});
}

Builder<Entry> AnOpening(std::int64_t principal) {
  return AnEntry(1)
      .With(&Entry::external_ref, "")
      .With(&Entry::kind, EntryKind::kOpening)
      .With(&Entry::value_date, Day(2026, 1, 31))
      .With(&Entry::amount, principal)
      .With(&Entry::postings, PostingsOf(Owing(principal), Account::kPlacement));
}

Builder<Event> AnEvent(int number) {
  return Builder<Event>({.id = NumberedId<EventId>(static_cast<std::uint64_t>(number)),
                         .type = EventType::kPaymentPosted,
                         .debtor = NumberedId<DebtorId>(1),
                         .debt = NumberedId<DebtId>(1),
                         .entry = NumberedId<EntryId>(1),
                         .amount = Money(-10'000, CurrencyOf("EUR")),
                         .state = "ACTIVE",
                         .occurred_time = TestNow()});
}

Position Owing(std::int64_t principal) {
  Position position;
  position.owed[Bucket::kPrincipal] = principal;
  return position;
}

Position Holding(std::int64_t credit) {
  Position position;
  position.credit = credit;
  return position;
}

}  // namespace parley
