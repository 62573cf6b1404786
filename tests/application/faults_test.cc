// SPDX-License-Identifier: Apache-2.0
// Every mutation, with every one of its port calls failing once: nothing is half done, and the same
// request sent again succeeds with one effect.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/application/mutation_operations.h"
#include "tests/support/application/fail_nth.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/domain/work_builders.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::IsEmpty;

class EveryMutation : public ::testing::TestWithParam<Operation> {
 protected:
  // What the world is after the operation, when nothing fails.
  static std::string StateAfter(const Operation& operation) {
    Scene stage;
    EXPECT_THAT(operation.run(stage, stage.world.app), IsOk());
    return stage.State();
  }
};

TEST_P(EveryMutation, LeavesNothingHalfDoneWhicheverPortCallFails) {
  const Operation& operation = GetParam();
  const std::string after = StateAfter(operation);
  int nth = 1;
  for (bool failed = true; failed; ++nth) {
    Scene stage;
    FailNth fault(nth);
    FailingStore store(stage.world.store, fault);
    FailingDirectory directory(stage.world.directory, fault);
    FailingPortfolio portfolio(stage.world.portfolio, fault);
    FailingGivenAnswers given(stage.world.given_answers, fault);
    const Application faulty(stage.world.PortsOver(store, directory, portfolio, given));
    const absl::Status status = operation.run(stage, faulty);
    failed = fault.HasFailed();
    SCOPED_TRACE(failed ? "failed " + fault.failed_call() : "no call failed");
    EXPECT_TRUE(status.ok() == !failed || (status.ok() && operation.tells_after));
    EXPECT_TRUE(status.ok() || ReasonOf(status) == Reason::kStoreUnavailable) << status;
    stage.State();  // Its own expectations: no debt and no chain is half written.
    EXPECT_THAT(operation.run(stage, stage.world.app), IsOk());
    EXPECT_EQ(stage.State(), after);
  }
  EXPECT_GT(nth, 3) << "a mutation crosses the ports at least at its start and at its commit";
}

// What befalls the store is no row's fault: no verdict tells it, and no row is taken for refused.
TEST(ImportDebts, EndsAtAnyFailureOfTheStore) {
  for (const Reason reason : {Reason::kDeadlineExceeded, Reason::kCancelled, Reason::kInternal}) {
    int nth = 1;
    for (bool failed = true; failed; ++nth) {
      Scene stage;
      FailNth fault(nth, reason);
      FailingStore store(stage.world.store, fault);
      const Application faulty(stage.world.PortsOver(
          store, stage.world.directory, stage.world.portfolio, stage.world.given_answers));
      const absl::Status status = Import(stage, faulty);
      failed = fault.HasFailed();
      EXPECT_EQ(status.ok(), !failed) << fault.failed_call() << ": " << status;
      EXPECT_TRUE(status.ok() || ReasonOf(status) == reason) << status;
    }
  }
}

TEST_P(EveryMutation, HasOneEffectWhenItsWorkRunsTwice) {
  const Operation& operation = GetParam();
  Scene stage;
  RerunningStore store(stage.world.store);
  const Application rerun(stage.world.PortsOver(store, stage.world.directory, stage.world.portfolio,
                                                stage.world.given_answers));
  EXPECT_THAT(operation.run(stage, rerun), IsOk());
  EXPECT_EQ(stage.State(), StateAfter(operation));
}

TEST_P(EveryMutation, HasOneEffectWhenItIsSentTwice) {
  const Operation& operation = GetParam();
  Scene stage;
  EXPECT_THAT(operation.run(stage, stage.world.app), IsOk());
  EXPECT_THAT(operation.run(stage, stage.world.app), IsOk());
  EXPECT_EQ(stage.State(), StateAfter(operation));
}

INSTANTIATE_TEST_SUITE_P(Application, EveryMutation, ::testing::ValuesIn(Operations()),
                         [](const auto& operation) { return operation.param.name; });
INSTANTIATE_TEST_SUITE_P(Cases, EveryMutation, ::testing::ValuesIn(CaseOperations()),
                         [](const auto& operation) { return operation.param.name; });
INSTANTIATE_TEST_SUITE_P(Record, EveryMutation, ::testing::ValuesIn(RecordOperations()),
                         [](const auto& operation) { return operation.param.name; });
INSTANTIATE_TEST_SUITE_P(Payments, EveryMutation, ::testing::ValuesIn(PaymentOperations()),
                         [](const auto& operation) { return operation.param.name; });

}  // namespace
}  // namespace parley
