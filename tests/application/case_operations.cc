// SPDX-License-Identifier: Apache-2.0
#include <cstdint>

#include "tests/application/mutation_operations.h"

namespace parley {
namespace {

template <typename Part>
std::string NoPart(const Part& /*part*/) {
  return "answer";
}

// What was there before, by a request of its own that is the same each time.
Call Before(Scene& stage, std::uint64_t number) {
  Call before = stage.world.ACall("before");
  before.request_id = NumberedId<RequestId>(4300 + number);
  return before;
}

DebtDispute ADisputeOf(const Scene& stage) {
  DebtDispute dispute;
  dispute.debt = stage.debt.id;
  dispute.ground = DisputeGround::kWrongAmount;
  dispute.disputed = Money(5'000, CurrencyOf("EUR"));
  dispute.source = Secret("the debtor");
  return dispute;
}

Complaint AComplaint() {
  Complaint complaint;
  complaint.what = Secret("You called me at work.");
  complaint.source = Secret("the debtor");
  return complaint;
}

CallbackRequest AWish(const Scene& stage) {
  CallbackRequest wish;
  wish.slot =
      CallSlot{stage.world.clock.Now() + absl::Hours(2), stage.world.clock.Now() + absl::Hours(3)};
  return wish;
}

DisputeId OpenOne(Scene& stage) {
  Kept<DebtDispute> kept;
  EXPECT_THAT(
      stage.world.app.disputes.Open(Before(stage, 1), stage.debtor.id, ADisputeOf(stage), kept),
      IsOk());
  return stage.world.directory.GetRecord(stage.world.tenant, stage.debtor.id)->disputes.front().id;
}

ComplaintId ComplainOnce(Scene& stage) {
  Kept<Complaint> kept;
  EXPECT_THAT(
      stage.world.app.complaints.Open(Before(stage, 2), stage.debtor.id, AComplaint(), kept),
      IsOk());
  return stage.world.directory.GetRecord(stage.world.tenant, stage.debtor.id)
      ->complaints.front()
      .id;
}

CallbackId WishOnce(Scene& stage) {
  Kept<CallbackRequest> kept;
  EXPECT_THAT(
      stage.world.app.callbacks.Request(Before(stage, 3), stage.debtor.id, AWish(stage), kept),
      IsOk());
  return stage.world.directory.GetRecord(stage.world.tenant, stage.debtor.id)->callbacks.front().id;
}

ReflectionId ReflectOnce(Scene& stage) {
  WishOnce(stage);
  Kept<Reflection> kept;
  EXPECT_THAT(stage.world.app.reflections.Propose(Before(stage, 4), stage.debtor.id, kept), IsOk());
  return stage.world.directory.GetRecord(stage.world.tenant, stage.debtor.id)
      ->reflections.front()
      .id;
}

// By their own app, which says it itself.
Call ByThem(const Scene& stage) {
  Call call = stage.call;
  call.by_person = true;
  return call;
}

}  // namespace

std::vector<Operation> CaseOperations() {
  return {
      {"OpenDispute",
       [](Scene& stage, const Application& app) {
         return app.disputes
             .Open(stage.call, stage.debtor.id, ADisputeOf(stage), NoPart<DebtDispute>)
             .status();
       }},
      {"ReviewDispute",
       [](Scene& stage, const Application& app) {
         const DisputeId opened = OpenOne(stage);
         return app.disputes.Review(stage.call, {stage.debtor.id, opened, {}}, NoPart<DebtDispute>)
             .status();
       }},
      {"OpenComplaint",
       [](Scene& stage, const Application& app) {
         return app.complaints.Open(stage.call, stage.debtor.id, AComplaint(), NoPart<Complaint>)
             .status();
       }},
      {"AcknowledgeComplaint",
       [](Scene& stage, const Application& app) {
         const ComplaintId opened = ComplainOnce(stage);
         return app.complaints
             .Acknowledge(stage.call, {stage.debtor.id, opened, {}}, NoPart<Complaint>)
             .status();
       }},
      {"RequestCallback",
       [](Scene& stage, const Application& app) {
         return app.callbacks
             .Request(stage.call, stage.debtor.id, AWish(stage), NoPart<CallbackRequest>)
             .status();
       },
       /*tells_after=*/true},
      {"ScheduleCallback",
       [](Scene& stage, const Application& app) {
         const CallbackId wish = WishOnce(stage);
         const CallSlot later = {TestNow() + absl::Hours(26), TestNow() + absl::Hours(27)};
         return app.callbacks
             .Schedule(stage.call, {stage.debtor.id, wish, {}}, later, NoPart<CallbackRequest>)
             .status();
       },
       /*tells_after=*/true},
      {"CancelCallback",
       [](Scene& stage, const Application& app) {
         const CallbackId wish = WishOnce(stage);
         return app.callbacks
             .Cancel(stage.call, {stage.debtor.id, wish, {}}, Secret("no need"),
                     NoPart<CallbackRequest>)
             .status();
       }},
      {"ReflectBack",
       [](Scene& stage, const Application& app) {
         WishOnce(stage);
         return app.reflections.Propose(stage.call, stage.debtor.id, NoPart<Reflection>).status();
       },
       /*tells_after=*/true},
      {"ConfirmReflection",
       [](Scene& stage, const Application& app) {
         const ReflectionId told = ReflectOnce(stage);
         return app.reflections
             .Confirm(ByThem(stage), {{stage.debtor.id, told, {}}, {}, {}}, NoPart<Reflection>)
             .status();
       }},
      {"CorrectReflection",
       [](Scene& stage, const Application& app) {
         const ReflectionId told = ReflectOnce(stage);
         return app.reflections
             .Correct(ByThem(stage), {{stage.debtor.id, told, {}}, {}, Secret("It was in May.")},
                      NoPart<Reflection>)
             .status();
       }},
  };
}

}  // namespace parley
