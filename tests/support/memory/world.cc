// SPDX-License-Identifier: Apache-2.0
#include "tests/support/memory/world.h"

#include <array>
#include <cstdlib>

#include "application/audit/verification.h"
#include "application/worklist/items.h"

namespace parley {
namespace {

// What a test takes for granted; where it does not hold, there is nothing to test.
void Must(const absl::Status& status) {
  if (!status.ok()) std::abort();
}

PostEntries::NewEntry ANewEntry(EntryKind kind, const std::string& external_ref,
                                std::int64_t minor_units, std::string_view value_date) {
  return {.id = std::nullopt,
          .external_ref = external_ref,
          .kind = kind,
          .value_date = DayOf(value_date),
          .amount = Money(minor_units, CurrencyOf("EUR")),
          .bucket = std::nullopt,
          .reason = {}};
}

}  // namespace

World::World() {
  database.CreateTenant(tenant);
  creditor = MakeCreditor("bank");
}

Call World::ACall(std::string_view content) {
  return {.tenant = tenant,
          .principal = "tester",
          .method = "test/Method",
          .request_id = RequestId(ids.Next()),
          .request = fingerprints.Of(content)};
}

Creditor World::MakeCreditor(const std::string& code) {
  Kept<Creditor> made;
  const CreateCreditor::Command command{std::nullopt, code, "Example Bank", "Europe/Madrid"};
  Must(app.create_creditor.Handle(ACall(), command, made).status());
  return *made;
}

Debtor World::MakeDebtor(const std::string& external_ref) {
  Kept<Debtor> made;
  CreateDebtor::Command command;
  command.record.external_refs = {external_ref};
  command.record.display_name = Secret("Ana Ejemplo");
  Must(app.create_debtor.Handle(ACall(), command, made).status());
  return *made;
}

PlaceDebt::Command World::APlacing(const Debtor& debtor, const std::string& external_ref,
                                   std::int64_t principal) const {
  PlaceDebt::Command command{debtor.id, std::nullopt, APlacement()};
  command.placement.creditor = creditor.id;
  command.placement.external_ref = external_ref;
  command.placement.currency = CurrencyOf("EUR");
  command.placement.itemisation_date = DayOf("2026-01-01");
  command.placement.opening = {};
  command.placement.opening[Bucket::kPrincipal] = principal;
  return command;
}

Debt World::Place(const Debtor& debtor, const std::string& external_ref, std::int64_t principal) {
  Kept<Debt> placed;
  const PlaceDebt::Command command = APlacing(debtor, external_ref, principal);
  Must(app.place_debt.Handle(ACall(), command, placed).status());
  return *placed;
}

Debt World::PlaceBearing(const Debtor& debtor, const std::string& external_ref,
                         std::int64_t principal) {
  Kept<Debt> placed;
  PlaceDebt::Command command = APlacing(debtor, external_ref, principal);
  command.placement.given.interest = {.rule = "contract",
                                      .version = 1,
                                      .basis = "clause 7 of the agreement",
                                      .interest_from = DayOf("2026-01-01"),
                                      .rates = {{DayOf("2026-01-01"), 500'000'000}}};
  Must(app.place_debt.Handle(ACall(), command, placed).status());
  return *placed;
}

void World::AllowFees() {
  UpdateCreditor::Command update{.id = creditor.id};
  update.settings =
      CreditorSettings{.fee_rules = {{.id = "late",
                                      .version = 1,
                                      .basis = "Section 9",
                                      .enabled = true,
                                      .causes = {},
                                      .most = {Money(kLargestBalance, CurrencyOf("EUR"))}}}};
  Kept<Creditor> updated;
  EXPECT_TRUE(app.update_creditor.Handle(ACall(), update, updated).ok());
}

absl::StatusOr<Hold> World::PlaceAHold(DebtorId debtor, const Hold& hold) {
  Kept<HoldToday> placed;
  const PlaceHold::Command command{debtor, std::nullopt, hold.from, hold};
  const absl::StatusOr<Answer> answer = app.place_hold.Handle(ACall(), command, placed);
  if (!answer.ok()) return answer.status();
  return placed->hold;
}

absl::StatusOr<PostEntries::Result> World::Post(const Debt& debt, PostEntries::NewEntry entry) {
  Kept<PostEntries::Result> posted;
  const PostEntries::Command command{debt.debtor, debt.id, std::nullopt, {std::move(entry)}};
  const absl::StatusOr<Answer> answer = app.post_entries.Handle(ACall(), command, posted);
  if (!answer.ok()) return answer.status();
  return *posted;
}

WorkItem World::Ask(const Debt& debt, WorkItem item) {
  item.debtor = debt.debtor;
  item.debt = debt.id;
  const Call call = ACall();
  const std::array debtors = {debt.debtor};
  Must(store.Run(tenant, debtors, [&](UnitOfWork& unit) {
    Work work{call, clock.Now(), unit, ids};
    item = Propose(work, ids, item);
    return absl::OkStatus();
  }));
  return item;
}

Debt World::Reload(const Debt& debt) {
  const absl::StatusOr<Debt> found = portfolio.GetDebt(tenant, debt.debtor, debt.id);
  Must(found.status());
  return *found;
}

std::vector<Entry> World::Journal(const Debt& debt) {
  const absl::StatusOr<DebtJournal> found = portfolio.GetJournal(tenant, debt.debtor, debt.id);
  Must(found.status());
  return found->entries;
}

std::vector<std::string> World::Findings(const Debt& debt) {
  const auto checked = app.check_debts.Handle(tenant, debt.debtor, debt.id);
  Must(checked.status());
  std::vector<std::string> sentences;
  for (const auto& found : checked->findings) sentences.push_back(found.finding.sentence);
  return sentences;
}

std::vector<std::string> World::AuditFindings() {
  AuditReport report;
  Must(VerifyChains(audit_records, tenant, seal, report));
  return report.findings;
}

Hold ARespite(std::string_view from_date) {
  Hold hold;
  hold.type = HoldType::kRespite;
  hold.from = DayOf(from_date);
  hold.source = Secret("an adviser");
  return hold;
}

PostEntries::NewEntry APayment(const std::string& external_ref, std::int64_t minor_units,
                               std::string_view value_date) {
  return ANewEntry(EntryKind::kPayment, external_ref, minor_units, value_date);
}

PostEntries::NewEntry ACharge(const std::string& external_ref, std::int64_t minor_units,
                              std::string_view value_date) {
  return ANewEntry(EntryKind::kCharge, external_ref, minor_units, value_date);
}

PostEntries::NewEntry AFee(const std::string& external_ref, std::int64_t minor_units,
                           std::string_view value_date) {
  PostEntries::NewEntry fee = ANewEntry(EntryKind::kFee, external_ref, minor_units, value_date);
  fee.fee = FeeDetail{.rule = "late", .basis = {}, .cause_ref = external_ref};
  return fee;
}

}  // namespace parley
