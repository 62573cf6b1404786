// SPDX-License-Identifier: Apache-2.0
// Sixteen dispatchers over one person: whatever they do at once, no cap is ever passed.
#include <algorithm>
#include <atomic>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "application/communication/decide.h"
#include "application/communication/record_call.h"
#include "application/mutations.h"
#include "tests/contract/contract.h"
#include "tests/support/application/fakes.h"
#include "tests/support/application/held_rulebooks.h"
#include "tests/support/domain/rulebook_builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

constexpr int kDispatchers = 16;
constexpr int kRounds = 24;

struct Cap {
  int limit;
  int days;
};

class ContactSlotsContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (IsSkipped()) return;
    HaveParties();
    clock_.Set(TestNow() + absl::Hours(24));  // On a Monday.
    for (const int number : {1, 2, 3}) debts_.push_back(Have(ADebt(number).Build()).id);
    mutations_.emplace(world().store(), world().given_answers(), seal_, clock_, ids_);
  }

  Call ACallBy(int dispatcher) {
    Call call;
    call.tenant = kTenant;
    call.principal = "dispatcher-" + std::to_string(dispatcher);
    call.method = "a method";
    return call;
  }

  // What was let through, if anything was.
  std::optional<LoggedCommunication> Propose(int dispatcher, Channel channel, DebtId debt) {
    Contact contact;
    contact.channel = channel;
    contact.debts = {debt};
    std::optional<LoggedCommunication> reserved;
    const auto decide = [&](parley::Work& work) {
      return DecideAndReserve(work, {rulebooks_, ids_, {zones_, regions_}}, kDebtor, contact);
    };
    const auto keep = [&](const Decided& decided) {
      reserved = decided.reserved;
      return std::string();
    };
    EXPECT_THAT(mutations_->Run<Decided>(ACallBy(dispatcher), kDebtor, decide, keep), IsOk());
    return reserved;
  }

  void Tell(int dispatcher, const LoggedCommunication& call, CallOutcome outcome) {
    RecordCall::Command command;
    command.debtor = kDebtor;
    command.id = call.id;
    command.report = {.outcome = outcome, .began = call.dispatch_time};
    const auto encode = [](const LoggedCommunication&) { return std::string(); };
    const RecordCall record(*mutations_, {rulebooks_, ids_, {zones_, regions_}}, blind_index_);
    EXPECT_THAT(record.Handle(ACallBy(dispatcher), command, encode), IsOk());
  }

  // One dispatcher's turn: it proposes something, and may find that it was never made.
  void Turn(int dispatcher, int round) {
    std::mt19937 random(static_cast<unsigned>(round * kDispatchers + dispatcher));
    const Channel channel = random() % 2 == 0 ? Channel::kCall : Channel::kSms;
    const auto reserved = Propose(dispatcher, channel, debts_.at(random() % debts_.size()));
    if (!reserved.has_value() || channel != Channel::kCall) return;
    const auto what = random() % 4;
    if (what == 0) Tell(dispatcher, *reserved, CallOutcome::kNotDialled);
    if (what == 1) Tell(dispatcher, *reserved, CallOutcome::kVoicemailLimited);
    if (what == 2) Tell(dispatcher, *reserved, CallOutcome::kWrongNumber);
  }

  std::vector<LoggedCommunication> Log() { return ContactRecordOf(kDebtor, clock_.Now()).history; }
  Day DayOf(const LoggedCommunication& one) {
    return Day(zones_.Find("Europe/Vienna")->At(one.dispatch_time).cs);
  }
  // The most that ever happened in so many days, all of them counted by hand; calls to somebody
  // else's number count for nothing, and what was released is no longer in the log.
  int MostWithin(int days, std::optional<DebtId> debt) {
    int most = 0;
    const auto log = Log();
    for (const LoggedCommunication& last : log) {
      most = std::max(most, static_cast<int>(std::count_if(
                                log.begin(), log.end(), [&](const LoggedCommunication& one) {
                                  const auto ago = DayOf(last) - DayOf(one);
                                  return ago >= 0 && ago < days && !WasMisdirected(one) &&
                                         (!debt.has_value() || one.contact.debts.front() == *debt);
                                })));
    }
    return most;
  }

  void ExpectCapsWereKept() {
    for (const Cap& cap : {Cap{1, 1}, Cap{3, 7}, Cap{4, 30}}) {
      EXPECT_LE(MostWithin(cap.days, std::nullopt), cap.limit) << cap.days;
    }
    for (const DebtId debt : debts_) EXPECT_LE(MostWithin(7, debt), 2);
  }

  std::vector<DebtId> debts_;
  FakeClock clock_;
  FakeAuditSeal seal_;
  SequentialIds ids_;
  FakeTimeZones zones_;
  FakeRegionZones regions_;
  FakeBlindIndex blind_index_;
  HeldRulebooks rulebooks_{TheTestBook()};
  std::optional<Mutations> mutations_;
};
PARLEY_OVER_EVERY_STORE(ContactSlotsContract);

TEST_P(ContactSlotsContract, NoCapIsPassedInAnyWindowUnderSixteenDispatchers) {
  for (int round = 0; round < kRounds; ++round) {
    Together(kDispatchers, [&](int dispatcher) { Turn(dispatcher, round); });
    // Through hours and days alike, with months in them.
    clock_.Advance(round % 3 == 0 ? absl::Hours(5) : absl::Hours(43));
  }
  ExpectCapsWereKept();
  // They were reached, or nothing was tried.
  EXPECT_EQ(MostWithin(30, std::nullopt), 4);
}

// The week has 167 hours: days are those of the person's calendar.
TEST_P(ContactSlotsContract, NorInTheWeekInWhichTheClockIsSet) {
  clock_.Set(absl::FromCivil(absl::CivilHour(2027, 3, 24, 7), absl::UTCTimeZone()));
  for (int round = 0; round < kRounds; ++round) {
    Together(kDispatchers, [&](int dispatcher) { Turn(dispatcher, round); });
    clock_.Advance(absl::Hours(11));
  }
  ExpectCapsWereKept();
  EXPECT_EQ(MostWithin(7, std::nullopt), 3);
}

TEST_P(ContactSlotsContract, OfSixteenAtOnceOneIsLetThrough) {
  std::atomic<int> let_through = 0;
  Together(kDispatchers, [&](int dispatcher) {
    if (Propose(dispatcher, Channel::kCall, debts_.front()).has_value()) ++let_through;
  });
  EXPECT_EQ(let_through, 1);
  const auto verdicts = ValueOf(world().contact_log().ListVerdicts(kTenant, kDebtor, {}, 100));
  EXPECT_EQ(verdicts.size(), std::size_t{kDispatchers});
  EXPECT_EQ(std::count_if(verdicts.begin(), verdicts.end(),
                          [](const StoredVerdict& verdict) { return verdict.answer.allows(); }),
            1);
}

TEST_P(ContactSlotsContract, WhatWasNeverMadeGivesItsSlotBack) {
  const auto first = Propose(1, Channel::kCall, debts_.front());
  ASSERT_TRUE(first.has_value());
  EXPECT_FALSE(Propose(2, Channel::kSms, debts_.back()).has_value());
  Tell(1, *first, CallOutcome::kNotDialled);
  EXPECT_TRUE(Propose(2, Channel::kSms, debts_.back()).has_value());
}

}  // namespace
}  // namespace parley
