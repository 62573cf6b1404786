// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_APPLICATION_MUTATION_OPERATIONS_H_
#define PARLEY_TESTS_APPLICATION_MUTATION_OPERATIONS_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "application/ports/contact_record.h"
#include "tests/support/application/fail_nth.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/domain/work_builders.h"
#include "tests/support/memory/world.h"

namespace parley {

// A world with something in it that mutations can work on.
struct Scene {
  Scene() {
    payment = world.Post(debt, APayment("P-0", 40'000))->entries.front();
    hold = world.PlaceAHold(debtor.id, ARespite("2026-03-01")).value();
    PlaceDebt::Command placing = APlacementFor("L-2");
    placing.placement.review = true;
    Kept<Debt> placed;
    EXPECT_THAT(world.app.place_debt.Handle(world.ACall(), placing, placed), IsOk());
    received = *placed;
    Kept<KillSwitch> engaged;
    const EngageKillSwitch::Command engaging{.id = {}, .scope = {}, .reason = "to be released"};
    EXPECT_THAT(world.app.engage_kill_switch.Handle(world.ACall(), engaging, engaged), IsOk());
    kill_switch = *engaged;
    letter = PutAside(world.event_feed.Read(world.tenant, {}, 1).value().front());
    call = world.ACall("the request");
  }

  EventId PutAside(const ToldEvent& told) {
    PublishedTurn turn;
    turn.token = **world.publications.Take(world.tenant, {}, absl::Minutes(1));
    turn.put_aside = {{told, DeadLetterCause::kTooLarge, 1, world.clock.Now(), false}};
    EXPECT_THAT(world.publications.Complete(world.tenant, turn), IsOkAnd(true));
    return told.event.id;
  }

  PlaceDebt::Command APlacementFor(const std::string& external_ref) {
    PlaceDebt::Command command{debtor.id, NumberedId<DebtId>(500), APlacement()};
    command.placement.creditor = world.creditor.id;
    command.placement.external_ref = external_ref;
    return command;
  }

  // All that a mutation may change, as text.
  std::string State() {
    std::string state;
    const auto debts = world.portfolio.ListDebts(world.tenant, {}, {}, 100);
    for (const Debt& each : *debts) {
      absl::StrAppend(&state, each.external_ref, " ", std::string(NameOf(each.status)), " ",
                      *Net(each.position), " entries ", world.Journal(each).size(), "; ");
      EXPECT_THAT(world.Findings(each), testing::IsEmpty());
    }
    const auto debtors = world.directory.ListDebtors(world.tenant, {}, 100);
    for (const Debtor& each : *debtors) {
      absl::StrAppend(&state, each.language, " revision ", each.revision, "; ");
    }
    const auto holds = world.portfolio.GetHolds(world.tenant, debtor.id, std::nullopt);
    for (const Hold& each : holds->holds) {
      absl::StrAppend(&state, std::string(NameOf(each.state)), " ", each.revision, "; ");
    }
    const auto creditors = world.directory.ListCreditors(world.tenant, {}, 100, {});
    for (const Creditor& each : *creditors) {
      absl::StrAppend(&state, each.code, " in ", each.time_zone, "; ");
    }
    for (int number = 1; number <= 5; ++number) {
      const WorkFilter filter{.state = static_cast<WorkState>(number)};
      const auto items = world.work_list.ListWork(world.tenant, filter, {}, 100);
      for (const WorkItem& item : *items) {
        absl::StrAppend(&state, std::string(NameOf(item.kind)), " ",
                        std::string(NameOf(item.state)), " of ", item.claimed_by, "; ");
      }
    }
    const auto switches =
        world.switch_board.ListKillSwitches(world.tenant, SwitchFilter::kAll, {}, 100);
    for (const KillSwitch& each : *switches) {
      absl::StrAppend(&state, each.reason, each.release.has_value() ? " released; " : "; ");
    }
    const auto letters = world.publications.ListDeadLetters(world.tenant, {}, 100);
    for (const DeadLetter& each : *letters) {
      absl::StrAppend(&state, each.retry_asked ? "a letter to retry; " : "a letter; ");
    }
    const auto published = world.rulebook_shelf.ListPublished(world.tenant);
    for (const PublishedRulebook& each : *published) absl::StrAppend(&state, each.text, "; ");
    for (const DebtorId& of : {debtor.id, kDesk}) {
      const auto payments = world.payment_book.ListPayments(world.tenant, {of, {}}, {}, 100);
      for (const Payment& each : *payments) {
        absl::StrAppend(&state, each.external_ref, " ", std::string(NameOf(each.state)), "; ");
      }
    }
    const auto verdicts = world.contact_log.ListVerdicts(world.tenant, debtor.id, {}, 100);
    const auto read =
        world.contact_log.RecordsOf(world.tenant, std::array{debtor.id}, {TestNow(), {}});
    absl::StrAppend(&state, verdicts->size(), " verdicts, ", read->front().history.size(),
                    " calls; ");
    const auto record = world.directory.GetRecord(world.tenant, debtor.id);
    for (const KnownPoint& each : record->points) {
      absl::StrAppend(&state, std::string(WordFor(each.state)), " ", each.revision, "; ");
    }
    for (const OptOut& each : record->opt_outs) {
      absl::StrAppend(&state, each.lifted.has_value() ? "lifted; " : "opted out; ");
    }
    for (const Representative& each : record->representatives) {
      absl::StrAppend(&state, std::string(WordFor(each.state)), "; ");
    }
    absl::StrAppend(&state, record->consents.size(), " consents, ", record->barred.size(),
                    " barred, ", record->locations.size(), " places, ", record->needs.size(),
                    " needs, ", record->verifications.size(), " tries, ",
                    record->inconveniences.size(), " wishes; ",
                    record->debtor.display_name.Reveal(), "; ", record->circumstances.size(),
                    " circumstances, ", record->promises.size(), " promises; ");
    const auto tell = [&](const auto& parts) {
      for (const auto& each : parts) {
        absl::StrAppend(&state, static_cast<int>(each.state), " ", each.revision, "; ");
      }
    };
    tell(record->disputes);
    tell(record->complaints);
    tell(record->callbacks);
    tell(record->reflections);
    absl::StrAppend(&state, world.database.Events(world.tenant).size(), " events");
    EXPECT_THAT(world.AuditFindings(), testing::IsEmpty());
    return state;
  }

  World world;
  Debtor debtor = world.MakeDebtor("D-1");
  Debtor idle = world.MakeDebtor("D-IDLE");  // Nobody asks them for anything.
  Debt debt = world.PlaceBearing(debtor, "L-1", 100'000);
  Debt received = debt;
  WorkItem approval = world.Ask(debt, AnApproval());
  WorkItem task = world.Ask(debt, ATask());
  WorkItem claimed = world.Ask(
      debt,
      ATask().With(&WorkItem::state, WorkState::kClaimed).With(&WorkItem::claimed_by, "second"));
  Entry payment;
  Hold hold;
  KillSwitch kill_switch;
  EventId letter;
  Call call;
};

struct Operation {
  std::string name;
  std::function<absl::Status(Scene&, const Application&)> run;
  bool tells_after = false;  // It tells the person once it is done, and that may fail alone.
};

inline void PrintTo(const Operation& operation, std::ostream* out) { *out << operation.name; }

// Places a debt and posts an entry as rows of an import.
absl::Status Import(Scene& stage, const Application& app);

// Every mutation, each on a world of its own; those of payments, of a debtor's record and of their
// cases apart.
std::vector<Operation> Operations();
std::vector<Operation> PaymentOperations();
std::vector<Operation> RecordOperations();
std::vector<Operation> CaseOperations();

}  // namespace parley

#endif  // PARLEY_TESTS_APPLICATION_MUTATION_OPERATIONS_H_
