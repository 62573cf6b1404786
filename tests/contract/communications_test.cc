// SPDX-License-Identifier: Apache-2.0
// The log of communications and the verdicts on what was proposed, as records.
#include "tests/contract/contract.h"
#include "tests/support/domain/contact_builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr HistorySpan kAllOfIt = {absl::UnixEpoch(), absl::UnixEpoch()};

class CommunicationsContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (!IsSkipped()) HaveParties();
  }

  absl::Status Add(const LoggedCommunication& one) {
    return Record(one.debtor, [&](UnitOfWork& unit) {
      if (one.verdict.has_value()) {
        StoredVerdict verdict = AVerdict();
        verdict.id = *one.verdict;
        verdict.debtor = one.debtor;
        verdict.communication = one.id;
        unit.verdicts().Append(verdict);
      }
      unit.communications().Add(one);
    });
  }
  absl::Status Replace(const LoggedCommunication& one) {
    return Record(one.debtor, [&](UnitOfWork& unit) { unit.communications().Replace(one); });
  }
  absl::Status Append(const StoredVerdict& verdict) {
    return Record(verdict.debtor, [&](UnitOfWork& unit) { unit.verdicts().Append(verdict); });
  }
  std::vector<LoggedCommunication> History(const HistorySpan& span = kAllOfIt,
                                           DebtorId debtor = kDebtor) {
    auto read = ContactRecordOf(debtor, TestNow(), span).history;
    EXPECT_THAT(Run(debtor,
                    [&](UnitOfWork& unit) {
                      EXPECT_EQ(ValueOf(unit.communications().Since(debtor, span)), read);
                      return absl::OkStatus();
                    }),
                IsOk());
    return read;
  }
  void ExpectStored(const LoggedCommunication& one) {
    EXPECT_EQ(ValueOf(world().contact_log().GetCommunication(kTenant, one.debtor, one.id)), one);
    EXPECT_THAT(Run(one.debtor,
                    [&](UnitOfWork& unit) {
                      EXPECT_EQ(ValueOf(unit.communications().Find(one.debtor, one.id)), one);
                      return absl::OkStatus();
                    }),
                IsOk());
  }
  std::vector<StoredVerdict> Verdicts(int most = 100, VerdictId after = {}) {
    return ValueOf(world().contact_log().ListVerdicts(kTenant, kDebtor, after, most));
  }
};
PARLEY_OVER_EVERY_STORE(CommunicationsContract);

Contact FullContact() {
  return {.channel = Channel::kPublicPost,
          .purpose = Purpose::kStatutory,
          .statutory = StatutoryKind::kRegulatedCredit,
          .technology = Technology::kPrerecorded,
          .relation = Relation::kThirdParty,
          .representative = NumberedId<RepresentativeId>(2),
          .point = NumberedId<ContactPointId>(3),
          .debts = {NumberedId<DebtId>(9), NumberedId<DebtId>(4)},
          .in_reply_to = NumberedId<CommunicationId>(5),
          .thread = NumberedId<ConversationId>(6)};
}

// With everything that one may have, at its extremes.
LoggedCommunication FullCommunication() {
  LoggedCommunication one = ACall();
  one.contact = FullContact();
  one.talked_about = {NumberedId<DebtId>(2), NumberedId<DebtId>(1)};
  one.state = CommunicationState::kUsed;
  one.outcome = Outcome::kBounced;
  one.dispatch_time = TestNow() + absl::Microseconds(1);
  one.actor = "agent \"例\" {2}";
  one.note = Secret("Two lines\nand 'quotes' \\, 例");
  one.revision = 7;
  one.updated_time = TestNow() + absl::Hours(1);
  return one;
}

StoredVerdict FullVerdict() {
  StoredVerdict verdict = AVerdict();
  verdict.act = FullContact();
  verdict.communication.reset();
  verdict.moment = VerdictMoment::kDispatch;
  Answered& answer = verdict.answer;
  answer.decision = GateDecision::kDefer;
  answer.until = TestNow() + absl::Microseconds(1);
  answer.rules = {{"BOOK \"例\"", "1", "RULE {2}", "cite", Word::kWarns, {}, {}, {}},
                  {"BOOK", "2", "RULE", "§ 4", Word::kDefers, TestNow(), 7, 0}};
  answer.rules[1].rests_on = {{BasisKind::kHold, NumberedId<HoldId>(3).uuid()},
                              {BasisKind::kRepresentative, NumberedId<HoldId>(4).uuid()}};
  answer.zones = {{"Europe/Madrid", LocationSource::kTold},
                  {"Atlantic/Canary", LocationSource::kOther}};
  answer.deciding = 1;
  answer.caps = {{"RULE", NumberedId<DebtId>(4), 1, 2, 3}, {"RULE", std::nullopt, 0, 0, 1}};
  answer.disclosures = {"who calls", "that it is recorded"};
  answer.records = {"recording"};
  answer.routing = {"specialist"};
  answer.warnings = {"third today"};
  answer.kept = {"call log"};
  answer.variant = Variant::kLimited;
  answer.uncounted = Uncounted::kThread;
  answer.presumed_violation = true;
  answer.safe_harbour = false;
  answer.booked = NumberedId<DebtId>(9);
  return verdict;
}

TEST_P(CommunicationsContract, ComeBackEqual) {
  ASSERT_THAT(Add(ACall()), IsOk());
  ExpectStored(ACall());
  EXPECT_THAT(History(), ElementsAre(ACall().Build()));
}

TEST_P(CommunicationsContract, ComeBackEqualWithEverythingExtreme) {
  ASSERT_THAT(Add(FullCommunication()), IsOk());
  ExpectStored(FullCommunication());
}

TEST_P(CommunicationsContract, ThatCameInHaveNoVerdict) {
  ASSERT_THAT(Add(AnInboundCall()), IsOk());
  ExpectStored(AnInboundCall());
  EXPECT_THAT(Verdicts(), IsEmpty());
}

TEST_P(CommunicationsContract, ComeBackEqualWithEveryOutcomeOfACall) {
  std::vector<LoggedCommunication> expected;
  for (int number = 1; number <= static_cast<int>(CallOutcome::kNotDialled); ++number) {
    LoggedCommunication call = ACall(number);
    call.call_outcome = static_cast<CallOutcome>(number);
    call.outcome = OutcomeOf(*call.call_outcome);
    call.state = call.call_outcome == CallOutcome::kNotDialled ? CommunicationState::kReleased
                                                               : CommunicationState::kUsed;
    ASSERT_THAT(Add(call), IsOk());
    ExpectStored(call);
  }
}

TEST_P(CommunicationsContract, ChangeOnlyInHowTheyCameOut) {
  ASSERT_THAT(Add(ACall()), IsOk());
  LoggedCommunication changed =
      ValueOf(WithCallOutcome(ACall(), AReport(ACall(), CallOutcome::kConversation), TestNow()));
  changed.talked_about = {NumberedId<DebtId>(2)};
  changed.note = Secret("told");
  changed.revision = 2;
  LoggedCommunication asked = changed;
  asked.contact = FullContact();
  asked.actor = "another";
  asked.direction = Direction::kInbound;
  asked.verdict = NumberedId<VerdictId>(9);
  asked.created_time = TestNow() + absl::Hours(2);
  ASSERT_THAT(Replace(asked), IsOk());
  ExpectStored(changed);
}

TEST_P(CommunicationsContract, AreAddedOnceAndNotReplacedByAStaleCopy) {
  EXPECT_THAT(Replace(ACall()), IsRefused(Reason::kWriteConflict));
  ASSERT_THAT(Add(ACall()), IsOk());
  LoggedCommunication other = AnInboundCall();
  EXPECT_THAT(Add(other), IsRefused(Reason::kWriteConflict));
  EXPECT_THAT(Replace(ACall()), IsRefused(Reason::kWriteConflict));
  ExpectStored(ACall());
}

TEST_P(CommunicationsContract, OfNobodyAreNotFound) {
  const auto read = [&](DebtorId debtor, std::uint64_t number) {
    return world().contact_log().GetCommunication(kTenant, debtor,
                                                  NumberedId<CommunicationId>(number));
  };
  ASSERT_THAT(Add(ACall()), IsOk());
  EXPECT_THAT(read(kDebtor, 2), IsRefused(Reason::kCommunicationNotFound));
  EXPECT_THAT(read(NumberedId<DebtorId>(2), 1), IsRefused(Reason::kCommunicationNotFound));
  const DebtorId other = Have(ADebtor(2).Build()).id;
  EXPECT_THAT(History(kAllOfIt, other), IsEmpty());
}

TEST_P(CommunicationsContract, AreReadSinceAnInstantInTheOrderOfDispatch) {
  const auto at = [](int number, absl::Duration after) {
    return ACall(number).With(&LoggedCommunication::dispatch_time, TestNow() + after).Build();
  };
  const LoggedCommunication before = at(1, -absl::Microseconds(1));
  const LoggedCommunication later = at(2, absl::Hours(1));
  const LoggedCommunication first = at(3, absl::ZeroDuration());
  LoggedCommunication released = at(4, absl::Minutes(1));
  released.state = CommunicationState::kReleased;
  released.call_outcome = CallOutcome::kNotDialled;
  for (const auto& one : {before, later, first, released}) ASSERT_THAT(Add(one), IsOk());
  EXPECT_THAT(History({TestNow(), absl::UnixEpoch()}), ElementsAre(first, later));
  EXPECT_THAT(History(), ElementsAre(before, first, later));
}

TEST_P(CommunicationsContract, WithThirdPartiesAreReadLonger) {
  std::vector<LoggedCommunication> old;
  for (const Relation relation : {Relation::kThirdParty, Relation::kConsumer}) {
    for (const CallOutcome outcome : {CallOutcome::kConversation, CallOutcome::kNoAnswer}) {
      LoggedCommunication call = ACall(static_cast<int>(old.size()) + 1);
      call.contact.relation = relation;
      call = ValueOf(WithCallOutcome(call, AReport(call, outcome), TestNow()));
      old.push_back(call);
      ASSERT_THAT(Add(call), IsOk());
    }
  }
  const absl::Time year = TestNow() + absl::Hours(1);
  EXPECT_THAT(History({year, absl::UnixEpoch()}), ElementsAre(old.front()));
  EXPECT_THAT(History({year, year}), IsEmpty());
}

TEST_P(CommunicationsContract, LeaveNoTraceOfWorkThatFails) {
  const Trace before = TraceOf(kDebtor);
  EXPECT_THAT(Run(kDebtor,
                  [&](UnitOfWork& unit) {
                    unit.verdicts().Append(AVerdict());
                    unit.communications().Add(ACall());
                    return Refuse(Reason::kDebtNotFound);
                  }),
              IsRefused(Reason::kDebtNotFound));
  EXPECT_EQ(TraceOf(kDebtor), before);
  EXPECT_THAT(History(), IsEmpty());
  EXPECT_THAT(Verdicts(), IsEmpty());
}

TEST_P(CommunicationsContract, RaiseTheDebtorsRevisionOnce) {
  const std::int64_t before = HeadOf(kDebtor).revision;
  ASSERT_THAT(Add(ACall()), IsOk());
  EXPECT_EQ(HeadOf(kDebtor).revision, before + 1);
}

TEST_P(CommunicationsContract, KeepVerdictsAsTheyWereGiven) {
  ASSERT_THAT(Append(FullVerdict()), IsOk());
  EXPECT_THAT(Verdicts(), ElementsAre(FullVerdict()));
  EXPECT_THAT(Append(AVerdict()), IsRefused(Reason::kWriteConflict));
  EXPECT_THAT(Verdicts(), ElementsAre(FullVerdict()));
}

TEST_P(CommunicationsContract, AreListedInPagesByWhatIsAskedFor) {
  LoggedCommunication released = ACall(1);
  released.state = CommunicationState::kReleased;
  released.call_outcome = CallOutcome::kNotDialled;
  const LoggedCommunication reserved = ACall(2);
  const LoggedCommunication inbound = AnInboundCall(3);
  for (const auto& one : {inbound, released, reserved}) ASSERT_THAT(Add(one), IsOk());
  const auto list = [&](const CommunicationFilter& filter, CommunicationId after = {},
                        int most = 10) {
    return ValueOf(world().contact_log().ListCommunications(kTenant, kDebtor, filter, after, most));
  };
  EXPECT_THAT(list({}), ElementsAre(released, reserved, inbound));
  EXPECT_THAT(list({}, {}, 2), ElementsAre(released, reserved));
  EXPECT_THAT(list({}, reserved.id), ElementsAre(inbound));
  EXPECT_THAT(list({.channel = Channel::kSms}), IsEmpty());
  EXPECT_THAT(list({.channel = Channel::kCall, .direction = Direction::kInbound}),
              ElementsAre(inbound));
  EXPECT_THAT(list({.state = CommunicationState::kReleased}), ElementsAre(released));
  EXPECT_THAT(ValueOf(world().contact_log().ListCommunications(kTenant, NumberedId<DebtorId>(2), {},
                                                               {}, 10)),
              IsEmpty());
}

TEST_P(CommunicationsContract, ListVerdictsInPages) {
  for (const int number : {3, 1, 2}) ASSERT_THAT(Append(AVerdict(number)), IsOk());
  EXPECT_THAT(Verdicts(2), ElementsAre(AVerdict(1).Build(), AVerdict(2).Build()));
  EXPECT_THAT(Verdicts(2, AVerdict(2).Build().id), ElementsAre(AVerdict(3).Build()));
}

}  // namespace
}  // namespace parley
