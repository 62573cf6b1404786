// SPDX-License-Identifier: Apache-2.0
#include "tests/application/mutation_operations.h"

#include <utility>

namespace parley {
namespace {

std::string NoBytes(const Debt&) { return "answer"; }
std::string NoChange(const ChangedDebt&) { return "answer"; }
std::string NoItem(const WorkItem&) { return "answer"; }
std::string NoSwitch(const KillSwitch&) { return "answer"; }
std::string NoLetter(const DeadLetter&) { return "answer"; }

WorkTarget TargetOf(const WorkItem& item) { return {item.debtor, item.id, {}}; }
std::string NoHoldBytes(const HoldToday&) { return "answer"; }

DebtVersion It(const Scene& stage) { return {stage.debtor.id, stage.debt.id, {}}; }

// The follow-ups of the debt are used up, once.
void LetItWait(Scene& stage) {
  const Debt debt = stage.world.Reload(stage.debt);
  if (debt.status != DebtStatus::kActive) return;
  const std::array debtors = {stage.debtor.id};
  const absl::Status done =
      stage.world.store.Run(stage.world.tenant, debtors, [&](UnitOfWork& unit) -> absl::Status {
        Debt waiting = AwaitDecision(debt, stage.world.clock.Now()).value();
        waiting.revision = unit.Head(debt.debtor).revision + 1;
        unit.debts().Replace(waiting);
        return absl::OkStatus();
      });
  EXPECT_THAT(done, IsOk());
}

// Before an earlier payment, so that the journal is read.
void LetOnePersonDecideUpTo(Scene& stage, std::int64_t minor_units) {
  UpdateCreditor::Command command{.id = stage.world.creditor.id};
  command.settings.emplace();
  command.settings->approval_above = {Money(minor_units, CurrencyOf("EUR"))};
  EXPECT_THAT(stage.world.app.update_creditor.Handle(stage.world.ACall(), command,
                                                     [](const Creditor&) { return "answer"; }),
              IsOk());
}

absl::Status Relieve(Scene& stage, const Application& app, EntryKind kind,
                     std::optional<std::int64_t> minor_units) {
  PostRelief::Command command{.debtor = stage.debtor.id,
                              .debt = stage.debt.id,
                              .kind = kind,
                              .external_ref = "R-1",
                              .value_date = DayOf("2026-01-05"),
                              .reason = Secret("as agreed")};
  if (kind == EntryKind::kRefund) command.value_date.reset();
  if (minor_units.has_value()) command.amount = Money(*minor_units, CurrencyOf("EUR"));
  return app.post_relief
      .Handle(stage.call, command, [](const PostRelief::Result&) { return "answer"; })
      .status();
}

std::string NoPayment(const Payment&) { return "answer"; }

PaymentReport AReport(const std::string& external_ref) {
  return {.id = NumberedId<PaymentId>(900),
          .external_ref = external_ref,
          .amount = Money(100, CurrencyOf("EUR")),
          .method = "SEPA transfer",
          .note = Secret("for my loan")};
}

// Before an earlier payment, so that the journal is read.
PostPayment::Command APaymentOver(const Scene& stage) {
  return {stage.debtor.id, AReport("BANK-1"), {}, DayOf("2026-01-05")};
}

AnnouncePayment::Command AnAnnouncement(const Scene& stage) {
  return {stage.debtor.id, AReport("BANK-1"), {}, TestToday()};
}

ReceiveUnidentifiedPayment::Command AnUnidentified() {
  return {AReport("BANK-1"), DayOf("2026-01-05")};
}

}  // namespace

absl::Status Import(Scene& stage, const Application& app) {
  DebtRow debt;
  debt.creditor_code = "new-bank";
  debt.external_ref = "L-9";
  debt.debtor.external_refs = {"D-9"};
  debt.debtor.display_name = Secret("Carla Prueba");
  debt.currency_code = "EUR";
  debt.opening = {{Bucket::kPrincipal, "10.00"}};
  debt.itemisation_date = "2026-01-01";
  debt.original_creditor = "Example Bank";
  debt.product = "loan";
  EntryRow entry;
  entry.external_ref = "L-1";
  entry.entry_ref = "P-9";
  entry.value_date = "2026-01-02";  // Before an earlier payment, so that the journal is read.
  entry.amount = "1.00";
  const Call call{.tenant = stage.world.tenant, .principal = "importer", .method = "test/Import"};
  const auto session = app.import_debts.Open(call, {.create_creditors = true});
  if (!session.ok()) return session.status();
  const std::vector<ImportRow> rows = {{1, debt, {}}, {2, entry, {}}};
  return (*session)->Take(rows).status();
}

std::vector<Operation> PaymentOperations() {
  return {
      {"PostPayment",
       [](Scene& stage, const Application& app) {
         return app.post_payment.Handle(stage.call, APaymentOver(stage), NoPayment).status();
       }},
      {"AnnouncePayment",
       [](Scene& stage, const Application& app) {
         return app.announce_payment.Handle(stage.call, AnAnnouncement(stage), NoPayment).status();
       }},
      {"SettlePayment",
       [](Scene& stage, const Application& app) {
         const Application& sound = stage.world.app;
         EXPECT_THAT(
             sound.announce_payment.Handle(stage.world.ACall(), AnAnnouncement(stage), NoPayment),
             IsOk());
         const SettlePayment::Command command{
             stage.debtor.id, NumberedId<PaymentId>(900), DayOf("2026-01-05"), {}, {}};
         return app.settle_payment.Handle(stage.call, command, NoPayment).status();
       }},
      {"ReturnPayment",
       [](Scene& stage, const Application& app) {
         const Application& sound = stage.world.app;
         EXPECT_THAT(sound.post_payment.Handle(stage.world.ACall(), APaymentOver(stage), NoPayment),
                     IsOk());
         const ReturnPayment::Command command{
             stage.debtor.id, NumberedId<PaymentId>(900), Secret("no funds"), {}};
         return app.return_payment.Handle(stage.call, command, NoPayment).status();
       }},
      {"ReceiveUnidentifiedPayment",
       [](Scene& stage, const Application& app) {
         return app.receive_unidentified_payment.Handle(stage.call, AnUnidentified(), NoPayment)
             .status();
       }},
      {"AssignPayment",
       [](Scene& stage, const Application& app) {
         const Application& sound = stage.world.app;
         EXPECT_THAT(sound.receive_unidentified_payment.Handle(stage.world.ACall(),
                                                               AnUnidentified(), NoPayment),
                     IsOk());
         const AssignPayment::Command command{
             NumberedId<PaymentId>(900), stage.debtor.id, {}, {}, {}};
         return app.assign_payment.Handle(stage.call, command, NoPayment).status();
       }},
  };
}

std::vector<Operation> Operations() {
  return {
      {"CreateCreditor",
       [](Scene& stage, const Application& app) {
         const CreateCreditor::Command command{{}, "shop", "Example Shop", "UTC"};
         return app.create_creditor
             .Handle(stage.call, command, [](const Creditor&) { return "answer"; })
             .status();
       }},
      {"UpdateCreditor",
       [](Scene& stage, const Application& app) {
         UpdateCreditor::Command command{.id = stage.world.creditor.id};
         command.time_zone = "Asia/Tokyo";
         return app.update_creditor
             .Handle(stage.call, command, [](const Creditor&) { return "answer"; })
             .status();
       }},
      {"CreateDebtor",
       [](Scene& stage, const Application& app) {
         CreateDebtor::Command command;
         command.record.external_refs = {"D-2"};
         command.record.display_name = Secret("Dario Invento");
         return app.create_debtor
             .Handle(stage.call, command, [](const Debtor&) { return "answer"; })
             .status();
       }},
      {"UpdateDebtor",
       [](Scene& stage, const Application& app) {
         UpdateDebtor::Command command{.id = stage.debtor.id};
         command.language = "fr";
         return app.update_debtor
             .Handle(stage.call, command, [](const Debtor&) { return "answer"; })
             .status();
       }},
      {"PlaceDebt",
       [](Scene& stage, const Application& app) {
         PlaceDebt::Command command = stage.APlacementFor("L-3");
         command.id = NumberedId<DebtId>(501);
         return app.place_debt.Handle(stage.call, command, NoBytes).status();
       }},
      {"ActivateDebt",
       [](Scene& stage, const Application& app) {
         const ActivateDebt::Command command{stage.debtor.id, stage.received.id, {}};
         return app.activate_debt.Handle(stage.call, command, NoBytes).status();
       }},
      {"RejectPlacement",
       [](Scene& stage, const Application& app) {
         const RejectPlacement::Command command{
             stage.debtor.id, stage.received.id, {}, Secret("not theirs")};
         return app.reject_placement.Handle(stage.call, command, NoBytes).status();
       }},
      {"ChangeTerms",
       [](Scene& stage, const Application& app) {
         ChangeTerms::Command command{stage.debtor.id, stage.debt.id, {}, {}};
         command.terms.order = kDefaultAllocationOrder;
         std::swap(command.terms.order->front(), command.terms.order->back());
         return app.change_terms
             .Handle(stage.call, command, [](const ChangeTerms::Result&) { return "answer"; })
             .status();
       }},
      {"PostEntries",
       [](Scene& stage, const Application& app) {
         const PostEntries::Command command{
             stage.debtor.id,
             stage.debt.id,
             {},
             {APayment("P-1", 100), APayment("P-2", 200, "2026-01-05")}};
         return app.post_entries
             .Handle(stage.call, command, [](const PostEntries::Result&) { return "answer"; })
             .status();
       }},
      {"ReverseEntry",
       [](Scene& stage, const Application& app) {
         const ReverseEntry::Command command{
             stage.debtor.id, stage.debt.id, stage.payment.id, "", {}, {}, {}};
         return app.reverse_entry
             .Handle(stage.call, command, [](const ReverseEntry::Result&) { return "answer"; })
             .status();
       }},
      {"Waive",
       [](Scene& stage, const Application& app) {
         return Relieve(stage, app, EntryKind::kWaiver, 100);
       }},
      {"AskForAWaiver",
       [](Scene& stage, const Application& app) {
         LetOnePersonDecideUpTo(stage, 99);
         return Relieve(stage, app, EntryKind::kWaiver, 100);
       }},
      {"WriteOff",
       [](Scene& stage, const Application& app) {
         return Relieve(stage, app, EntryKind::kWriteOff, {});
       }},
      {"RefundCredit",
       [](Scene& stage, const Application& app) {
         EXPECT_THAT(stage.world.Post(stage.debt, APayment("P-9", 70'000, "2026-01-02")), IsOk());
         return Relieve(stage, app, EntryKind::kRefund, {});
       }},

      {"StartCall",
       [](Scene& stage, const Application& app) {
         const StartCall::Command command{stage.debtor.id, {}};
         return app.start_call.Handle(stage.call, command, [](const Decided&) { return "answer"; })
             .status();
       }},
      {"RecordCall",
       [](Scene& stage, const Application& app) {
         RecordCall::Command command{.debtor = stage.debtor.id};
         command.contact.debts = {stage.debt.id};
         command.report = {.outcome = CallOutcome::kConversation, .began = TestNow()};
         return app.record_call
             .Handle(stage.call, command, [](const LoggedCommunication&) { return "answer"; })
             .status();
       }},
      {"PlaceHold",
       [](Scene& stage, const Application& app) {
         const PlaceHold::Command command{stage.debtor.id, NumberedId<HoldId>(600),
                                          DayOf("2026-02-10"), ARespite("2026-02-10")};
         return app.place_hold.Handle(stage.call, command, NoHoldBytes).status();
       }},
      {"RequestHold",
       [](Scene& stage, const Application& app) {
         const PlaceHold::Command command{stage.debtor.id, NumberedId<HoldId>(600),
                                          DayOf("2026-02-10"), ARespite("2026-02-10"),
                                          /*request=*/true};
         return app.place_hold.Handle(stage.call, command, NoHoldBytes).status();
       }},
      {"EndHold",
       [](Scene& stage, const Application& app) {
         const EndHold::Command command{
             {stage.debtor.id, stage.hold.id, {}}, DayOf("2026-02-28"), Secret("withdrawn")};
         return app.end_hold.Handle(stage.call, command, NoHoldBytes).status();
       }},
      {"ExtendHold",
       [](Scene& stage, const Application& app) {
         const ExtendHold::Command command{
             {stage.debtor.id, stage.hold.id, {}}, DayOf("2026-03-20"), {}, {}};
         return app.extend_hold.Handle(stage.call, command, NoHoldBytes).status();
       }},
      {"CloseDebt",
       [](Scene& stage, const Application& app) {
         return app.close_debt
             .Handle(stage.call, {It(stage), {CloseCode::kInsolvent, {}}}, NoChange)
             .status();
       }},
      {"RecallDebt",
       [](Scene& stage, const Application& app) {
         return app.recall_debt.Handle(stage.call, {It(stage), false, {}}, NoBytes).status();
       }},
      {"DecideDebt",
       [](Scene& stage, const Application& app) {
         LetItWait(stage);
         const DecideDebt::Command command{It(stage), {Decision::kWriteOff, Secret("too old")}};
         return app.decide_debt.Handle(stage.call, command, NoChange).status();
       }},
      {"ReopenDebt",
       [](Scene& stage, const Application& app) {
         const CloseDebt::Command closing{It(stage), {CloseCode::kInsolvent, {}}};
         Call once = stage.world.ACall("closing");
         once.request_id = NumberedId<RequestId>(4242);
         EXPECT_THAT(stage.world.app.close_debt.Handle(once, closing, NoChange), IsOk());
         return app.reopen_debt.Handle(stage.call, {It(stage), Secret("a mistake")}, NoBytes)
             .status();
       }},
      {"QuotePayoff",
       [](Scene& stage, const Application& app) {
         const QuotePayoff::Command command{stage.debtor.id, stage.debt.id, {}, {}};
         return app.quote_payoff
             .Handle(stage.call, command, [](const QuotePayoff::Result&) { return "answer"; })
             .status();
       }},
      {"PostDueInterest",
       [](Scene& stage, const Application& app) {
         const auto page = app.post_due_interest.Find(stage.world.tenant, {});
         if (!page.ok()) return page.status();
         return app.post_due_interest.Post(stage.world.tenant, page->debts).status();
       }},
      {"ImportDebts", Import},
      {"ClaimWork",
       [](Scene& stage, const Application& app) {
         return app.claim_work.Handle(stage.call, TargetOf(stage.approval), NoItem).status();
       }},
      {"ClaimNextWork",
       [](Scene& stage, const Application& app) {
         stage.world.clock.Advance(absl::Minutes(1));  // What was offered before is free again.
         const auto encode = [](const std::optional<WorkItem>&) { return "answer"; };
         return app.claim_next_work.Handle(stage.call, {}, encode).status();
       }},
      {"ReleaseWork",
       [](Scene& stage, const Application& app) {
         return app.release_work.Handle(stage.call, TargetOf(stage.claimed), NoItem).status();
       }},
      {"CompleteWork",
       [](Scene& stage, const Application& app) {
         const CompleteWork::Command command{TargetOf(stage.task), {}};
         return app.complete_work.Handle(stage.call, command, NoItem).status();
       }},
      {"Approve",
       [](Scene& stage, const Application& app) {
         return app.approve.Handle(stage.call, TargetOf(stage.approval), NoItem).status();
       }},
      {"Reject",
       [](Scene& stage, const Application& app) {
         const Reject::Command command{TargetOf(stage.approval), Secret("too much")};
         return app.reject.Handle(stage.call, command, NoItem).status();
       }},
      {"EngageKillSwitch",
       [](Scene& stage, const Application& app) {
         const EngageKillSwitch::Command command{NumberedId<KillSwitchId>(500),
                                                 {.creditor = stage.world.creditor.id},
                                                 "wrong balances"};
         return app.engage_kill_switch.Handle(stage.call, command, NoSwitch).status();
       }},
      {"RetryDeadLetter",
       [](Scene& stage, const Application& app) {
         return app.settle_dead_letters.Retry(stage.call, stage.letter, NoLetter).status();
       }},
      {"DropDeadLetter",
       [](Scene& stage, const Application& app) {
         return app.settle_dead_letters.Drop(stage.call, stage.letter, NoLetter).status();
       }},
      {"PublishRulebook",
       [](Scene& stage, const Application& app) {
         const PublishRulebook::Command command{ABookText("TEST.OWN", "1", "2026-01-01")};
         return app.publish_rulebook
             .Handle(stage.call, command, [](const ShelvedRulebook&) { return "answer"; })
             .status();
       }},
      {"ReleaseKillSwitch",
       [](Scene& stage, const Application& app) {
         const ReleaseKillSwitch::Command command{
             .id = stage.kill_switch.id, .reason = "mended", .from = {}, .per_hour = 1};
         return app.release_kill_switch.Handle(stage.call, command, NoSwitch).status();
       }},
  };
}

}  // namespace parley
