// SPDX-License-Identifier: Apache-2.0
// What a person promised is waited for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/application/communication/person_contacts.h"

namespace parley {
namespace {

class PromisedContacts : public PersonContacts {
 protected:
  Promise APromise(PromiseState state = PromiseState::kPending) const {
    Promise promise;
    promise.id = NumberedId<PromiseId>(1);
    promise.debt = debt_.id;
    promise.amount = Money(4'000, debt_.currency);
    promise.due = Day(2026, 11, 24);
    promise.state = state;
    return promise;
  }
};

TEST_F(PromisedContacts, WaitForTheDayAndALittleLonger) {
  AddPhone(1);
  EXPECT_EQ(RuleOf(Start()), "");
  Add(APromise());
  EXPECT_EQ(RuleOf(Start()), "PARLEY.PROMISES");
  world_.clock.Advance(absl::Hours(24) * 4);  // The third day after it.
  EXPECT_EQ(RuleOf(Start()), "PARLEY.PROMISES");
  world_.clock.Advance(absl::Hours(24) * 3);  // A Monday again.
  EXPECT_EQ(RuleOf(Start()), "");
}

TEST_F(PromisedContacts, DoNotWaitForWhatIsPromisedNoMore) {
  AddPhone(1);
  Add(APromise(PromiseState::kCancelled));
  EXPECT_EQ(RuleOf(Start()), "");
}

TEST_F(PromisedContacts, AnswerAllTheSameWhatThePersonAskedFor) {
  AddPhone(1);
  Add(APromise());
  Contact asked;
  asked.purpose = Purpose::kRequested;
  EXPECT_EQ(RuleOf(Start(asked)), "");
}

}  // namespace
}  // namespace parley
