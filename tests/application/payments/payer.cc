// SPDX-License-Identifier: Apache-2.0
#include "tests/application/payments/payer.h"

#include "absl/strings/str_cat.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

template <typename UseCase, typename Command>
absl::StatusOr<Payment> Handled(World& world, const UseCase& use_case, const Command& command) {
  Kept<Payment> kept;
  const auto answer = use_case.Handle(world.ACall(), command, kept);
  if (!answer.ok()) return answer.status();
  return *kept;
}

Debt Placed(World& world, const PlaceDebt::Command& command) {
  Kept<Debt> placed;
  EXPECT_THAT(world.app.place_debt.Handle(world.ACall(), command, placed), IsOk());
  return *placed;
}

PlaceDebt::Command APlacementOf(const World& world, DebtorId debtor,
                                const std::string& external_ref, std::int64_t principal) {
  PlaceDebt::Command command{debtor, std::nullopt, APlacement()};
  command.placement.creditor = world.creditor.id;
  command.placement.external_ref = external_ref;
  command.placement.currency = CurrencyOf("EUR");
  command.placement.itemisation_date = DayOf("2026-01-01");
  command.placement.opening = {};
  command.placement.opening[Bucket::kPrincipal] = principal;
  return command;
}

}  // namespace

Payer::Payer() = default;

Debt Payer::PlaceSince(const std::string& external_ref, std::string_view default_date,
                       std::int64_t principal) {
  PlaceDebt::Command command = APlacementOf(world, debtor.id, external_ref, principal);
  command.placement.origin.default_date = DayOf(default_date);
  return Placed(world, command);
}

Debt Payer::PlaceBearing(const std::string& external_ref) {
  PlaceDebt::Command command = APlacementOf(world, debtor.id, external_ref, 36'500);
  command.placement.currency = CurrencyOf("USD");
  command.placement.given.interest = InterestTerms{.rule = "statutory",
                                                   .version = 1,
                                                   .basis = "example",
                                                   .day_count = DayCount::kAct365F,
                                                   .base = InterestBase::kPrincipal,
                                                   .posting = InterestPosting::kMonthEnd,
                                                   .interest_from = DayOf("2026-01-01"),
                                                   .rates = {{DayOf("2026-01-01"), 500'000'000}}};
  return Placed(world, command);
}

PostPayment::Command Payer::PaymentOf(const std::string& external_ref, std::int64_t minor_units,
                                      std::string_view value_date) const {
  return {.debtor = debtor.id,
          .report = {.id = std::nullopt,
                     .external_ref = external_ref,
                     .amount = Money(minor_units, CurrencyOf("EUR")),
                     .method = "SEPA transfer",
                     .note = Secret("for my loans")},
          .wishes = {},
          .value_date = DayOf(value_date)};
}

absl::StatusOr<Payment> Payer::Pay(const PostPayment::Command& command) {
  return Handled(world, world.app.post_payment, command);
}

void Payer::PayAll() { EXPECT_THAT(Pay(PaymentOf("ALL", 600'000)), IsOk()); }

AnnouncePayment::Command Payer::Announcement(const std::string& external_ref,
                                             std::int64_t minor_units) const {
  const PostPayment::Command payment = PaymentOf(external_ref, minor_units);
  return {payment.debtor, payment.report, payment.wishes, TestToday() + 2};
}

absl::StatusOr<Payment> Payer::Announce(const AnnouncePayment::Command& command) {
  return Handled(world, world.app.announce_payment, command);
}

absl::StatusOr<Payment> Payer::SettleIt(const Payment& payment, std::int64_t minor_units) {
  const SettlePayment::Command command{
      payment.debtor, payment.id, DayOf("2026-02-01"), Money(minor_units, payment.currency), {}};
  return Handled(world, world.app.settle_payment, command);
}

absl::StatusOr<Payment> Payer::Return(const Payment& payment) {
  const ReturnPayment::Command command{payment.debtor, payment.id, Secret("no funds"), {}};
  return Handled(world, world.app.return_payment, command);
}

absl::Status Payer::WriteOffAll(const Debt& debt) {
  Kept<PostRelief::Result> posted;
  const PostRelief::Command command{.debtor = debt.debtor,
                                    .debt = debt.id,
                                    .kind = EntryKind::kWriteOff,
                                    .external_ref = "W-1",
                                    .value_date = DayOf("2026-02-01"),
                                    .reason = Secret("as agreed")};
  return world.app.post_relief.Handle(world.ACall(), command, posted).status();
}

std::string Payer::State() {
  std::string state;
  for (const Debt& debt : {old, young, youngest}) {
    const Debt now = world.Reload(debt);
    absl::StrAppend(&state, now.external_ref, " ", std::string(NameOf(now.status)), " owes ",
                    *Outstanding(now.position), " held ", now.position.credit, "; ");
  }
  return state;
}

std::vector<std::string> Payer::Findings() {
  std::vector<std::string> all;
  for (const Debt& debt : {old, young, youngest}) {
    for (const std::string& finding : world.Findings(debt)) all.push_back(finding);
  }
  return all;
}

std::vector<EventType> Payer::EventsSince(std::size_t count) {
  std::vector<EventType> types;
  const auto events = world.database.Events(world.tenant);
  for (std::size_t at = count; at < events.size(); ++at) types.push_back(events[at].event.type);
  return types;
}

}  // namespace parley
