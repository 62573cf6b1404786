// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "google/rpc/error_details.pb.h"
#include "parley/v1/work_service.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"
#include "tests/support/domain/work_builders.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

constexpr Day kDue(2026, 3, 31);

class WorkApi : public ::testing::Test {
 public:
  WorkApi() {
    for (const char* person : {"second", "third"}) served_.GiveToken(person, kEveryScope);
  }

  template <typename Request>
  Reply Call(const std::string& method, const WorkItem& item, const std::string& person,
             Request request = {}) {
    request.set_name(NameOfItem(item));
    request.set_request_id(RequestIdText(++requests_));
    return served_.Call("WorkService/" + method, request, {.token = person});
  }
  Reply Claim(const WorkItem& item, const std::string& person) {
    return Call<v1::ClaimWorkRequest>("ClaimWork", item, person);
  }
  Reply Approve(const WorkItem& item, const std::string& person) {
    return Call<v1::ApproveRequest>("Approve", item, person);
  }
  Reply Reject(const WorkItem& item, const std::string& person, const std::string& reason) {
    v1::RejectRequest request;
    request.set_reason(reason);
    return Call<v1::RejectRequest>("Reject", item, person, request);
  }

  Reply Next(const std::string& person, v1::ClaimNextWorkRequest request = {}) {
    request.set_request_id(RequestIdText(++requests_));
    return served_.Call("WorkService/ClaimNextWork", request, {.token = person});
  }

  static std::string NameOfItem(const WorkItem& item) {
    return NameOfDebtor(item.debtor) + "/workItems/" + item.id.ToString();
  }

  Reply List(const std::string& filter, const CallOptions& options = {}) {
    v1::ListWorkRequest request;
    request.set_filter(filter);
    return served_.Call("WorkService/ListWork", request, options);
  }
  std::vector<std::string> Names(const std::string& filter) {
    std::vector<std::string> names;
    const Reply reply = List(filter);
    EXPECT_TRUE(reply.status.ok()) << filter << ": " << reply.status.error_message();
    const auto page = reply.As<v1::ListWorkResponse>();
    for (const v1::WorkItem& item : page.items()) names.push_back(item.name());
    return names;
  }

  ServedWorld served_;
  Debt debt_ = served_.world.Place(served_.world.MakeDebtor("customer-1"), "loan-1", 100'000);
  WorkItem approval_ = served_.world.Ask(debt_, AnApproval());
  WorkItem task_ = served_.world.Ask(debt_, ATask().With(&WorkItem::priority, WorkPriority::kLow));
  std::uint64_t requests_ = 100;
};

TEST_F(WorkApi, ShowsAnItemWithItsAct) {
  const auto page = List("kind = APPROVAL").As<v1::ListWorkResponse>();
  ASSERT_EQ(page.items_size(), 1);
  const v1::WorkItem& item = page.items(0);
  EXPECT_EQ(item.name(), NameOfItem(approval_));
  EXPECT_EQ(item.subject(), NameOfDebt(debt_));
  EXPECT_EQ(item.kind(), v1::WORK_KIND_APPROVAL);
  EXPECT_EQ(item.state(), v1::WORK_STATE_OPEN);
  EXPECT_EQ(item.priority(), v1::WORK_PRIORITY_NORMAL);
  EXPECT_EQ(item.act().waiver().bucket(), v1::BUCKET_PRINCIPAL);
  EXPECT_EQ(item.act().waiver().amount().minor_units(), 10'000);
  EXPECT_EQ(item.act().waiver().amount().currency_code(), "EUR");
  EXPECT_EQ(item.reason(), "a lasting illness");
  EXPECT_EQ(item.asked_by(), "asker");
  EXPECT_EQ(item.claimed_by(), "");
}

TEST_F(WorkApi, ShowsWhoMayNotSeePersonalDataNoReason) {
  served_.GiveToken("clerk", "parley.work.read parley.approve");
  const auto page = List("kind = APPROVAL", {.token = "clerk"}).As<v1::ListWorkResponse>();
  EXPECT_EQ(page.items(0).reason(), "");
  EXPECT_EQ(page.items(0).act().waiver().amount().minor_units(), 10'000);
  EXPECT_EQ(Reject(approval_, "clerk", "too much").As<v1::WorkItem>().outcome(), "");
}

TEST_F(WorkApi, ListsByFilter) {
  const std::string approval = NameOfItem(approval_);
  const std::string task = NameOfItem(task_);
  ASSERT_TRUE(Claim(task_, "second").status.ok());
  EXPECT_THAT(Names(""), ElementsAre(approval, task));
  EXPECT_THAT(Names("state = OPEN"), ElementsAre(approval));
  EXPECT_THAT(Names("state = CLAIMED AND claimed_by = \"second\""), ElementsAre(task));
  EXPECT_THAT(Names("state = APPROVED"), IsEmpty());
  EXPECT_THAT(Names("priority = LOW"), ElementsAre(task));
  EXPECT_THAT(Names("debtor = \"" + NameOfDebtor(debt_.debtor) + "\""),
              ElementsAre(approval, task));
  EXPECT_THAT(Names("debtor = \"" + NameOfDebtor(NumberedId<DebtorId>(77)) + "\""), IsEmpty());
}

TEST_F(WorkApi, ListsByWhatIsNeededAndWhen) {
  const WorkItem dispute = served_.world.Ask(
      debt_, ATask().With(&WorkItem::kind, WorkKind::kDispute).With(&WorkItem::due, kDue));
  const std::string name = NameOfItem(dispute);
  EXPECT_THAT(Names("skill = DISPUTES"), ElementsAre(name));
  EXPECT_THAT(Names("skill = INSOLVENCY"), IsEmpty());
  EXPECT_THAT(Names("due_date <= \"2026-03-31\""), ElementsAre(name));
  EXPECT_THAT(Names("due_date <= \"2026-03-30\""), IsEmpty());
  EXPECT_THAT(Names("language = \"es\""), IsEmpty());
}

TEST_F(WorkApi, GivesTheNextToWhoCanDoIt) {
  const WorkItem dispute =
      served_.world.Ask(debt_, ATask().With(&WorkItem::kind, WorkKind::kDispute));
  v1::ClaimNextWorkRequest request;
  request.add_skills(v1::WORK_SKILL_DISPUTES);
  request.add_languages("de-CH");
  const auto found = Next("second", request).As<v1::ClaimNextWorkResponse>();
  EXPECT_EQ(found.item().name(), NameOfItem(dispute));
  EXPECT_EQ(found.item().claimed_by(), "second");
  EXPECT_EQ(found.item().skill(), v1::WORK_SKILL_DISPUTES);
  const Reply none = Next("second", request);
  EXPECT_TRUE(none.status.ok());
  EXPECT_FALSE(none.As<v1::ClaimNextWorkResponse>().has_item());
  EXPECT_EQ(Next("second").As<v1::ClaimNextWorkResponse>().item().name(), NameOfItem(approval_));
  EXPECT_EQ(Next("third").As<v1::ClaimNextWorkResponse>().item().name(), NameOfItem(task_));
}

TEST(WorkSkills, HaveTheNumbersOfTheDomain) {
  for (int number = v1::WorkSkill_MIN + 1; number <= v1::WorkSkill_MAX; ++number) {
    const std::string name(NameOf(static_cast<Skill>(number)));
    EXPECT_EQ(v1::WorkSkill_Name(static_cast<v1::WorkSkill>(number)), "WORK_SKILL_" + name);
  }
}

TEST_F(WorkApi, RefusesWhatNobodyCanDo) {
  v1::ClaimNextWorkRequest request;
  request.add_skills(v1::WORK_SKILL_DISPUTES);
  request.add_skills(v1::WORK_SKILL_UNSPECIFIED);
  request.add_languages("e");
  EXPECT_THAT(
      Next("second", request).violations(),
      ElementsAre(Pair("skills[1]", "UNKNOWN_VALUE"), Pair("languages[0]", "LANGUAGE_MALFORMED")));
  v1::ClaimNextWorkRequest many;
  for (int at = 0; at < 51; ++at) many.add_languages("es");
  EXPECT_THAT(Next("second", many).violations(), ElementsAre(Pair("languages", "TOO_LONG")));
  request.Clear();
  EXPECT_THAT(served_.Call("WorkService/ClaimNextWork", request).violations(),
              ElementsAre(Pair("request_id", "REQUIRED")));
}

TEST_F(WorkApi, RefusesAFilterThatItDoesNotUnderstand) {
  for (const char* filter :
       {"state", "state = open", "state = \"OPEN\"", "state > OPEN", "state = OPEN OR state = DONE",
        "state = OPEN AND state = DONE", "kind = WAIVER", "priority = 1", "debtor = \"x\"",
        "claimed_by = second", "colour = \"red\"", "skill = PATIENCE", "skill = \"DISPUTES\"",
        "language = es", "due_date = \"2026-03-31\"", "due_date <= \"2026-02-30\"",
        "due_date <= 20260331"}) {
    EXPECT_THAT(List(filter).violations(), ElementsAre(Pair("filter", "FILTER_INVALID"))) << filter;
  }
}

TEST_F(WorkApi, ListsPageByPage) {
  for (int i = 0; i < 3; ++i) served_.world.Ask(debt_, AnApproval());
  v1::ListWorkRequest request;
  request.set_page_size(2);
  std::vector<std::string> names;
  do {
    const auto page = served_.Call("WorkService/ListWork", request).As<v1::ListWorkResponse>();
    for (const v1::WorkItem& item : page.items()) names.push_back(item.name());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_EQ(names, Names(""));
  request.set_page_token("abc");
  EXPECT_EQ(served_.Call("WorkService/ListWork", request).reason(), "PAGE_TOKEN_INVALID");
}

TEST_F(WorkApi, IsClaimedReleasedAndCompleted) {
  EXPECT_EQ(Claim(task_, "second").As<v1::WorkItem>().claimed_by(), "second");
  EXPECT_EQ(Claim(task_, "third").reason(), "WORK_CLAIMED_BY_ANOTHER");
  const auto release = [&] { return Call<v1::ReleaseWorkRequest>("ReleaseWork", task_, "third"); };
  EXPECT_EQ(release().As<v1::WorkItem>().state(), v1::WORK_STATE_OPEN);
  EXPECT_EQ(release().reason(), "WORK_NOT_CLAIMED");
  v1::CompleteWorkRequest complete;
  complete.set_outcome("sent back");
  const auto done = Call("CompleteWork", task_, "third", complete).template As<v1::WorkItem>();
  EXPECT_EQ(done.state(), v1::WORK_STATE_DONE);
  EXPECT_EQ(done.ended_by(), "third");
  EXPECT_EQ(done.outcome(), "sent back");
  EXPECT_EQ(Call("CompleteWork", task_, "third", complete).reason(), "WORK_ALREADY_ENDED");
  EXPECT_EQ(Call("CompleteWork", approval_, "third", complete).reason(), "WORK_NEEDS_DECISION");
  EXPECT_EQ(Approve(task_, "second").reason(), "WORK_NOT_AN_APPROVAL");
}

TEST_F(WorkApi, IsApprovedByAnotherThanWhoAsked) {
  served_.GiveToken("asker", kEveryScope);
  const Reply refused = Approve(approval_, "asker");
  EXPECT_EQ(refused.reason(), "APPROVAL_BY_ASKER");
  const auto failure = refused.detail<google::rpc::PreconditionFailure>();
  ASSERT_TRUE(failure.has_value());
  EXPECT_EQ(failure->violations(0).subject(), NameOfItem(approval_));
  EXPECT_EQ(Claim(approval_, "asker").reason(), "APPROVAL_BY_ASKER");
  const auto approved = Approve(approval_, "second").As<v1::WorkItem>();
  EXPECT_EQ(approved.state(), v1::WORK_STATE_APPROVED);
  EXPECT_EQ(approved.entry(),
            NameOfDebt(debt_) + "/entries/" + served_.world.Journal(debt_).back().id.ToString());
  EXPECT_EQ(Approve(approval_, "third").reason(), "APPROVAL_ALREADY_DECIDED");
  EXPECT_EQ(Reject(approval_, "third", "no").reason(), "APPROVAL_ALREADY_DECIDED");
  EXPECT_EQ(served_.world.Reload(debt_).position, Owing(90'000));
}

TEST_F(WorkApi, IsDecidedByAScopeOfItsOwn) {
  served_.GiveToken("clerk", "parley.work.read parley.work.write parley.debt.write");
  EXPECT_EQ(Approve(approval_, "clerk").reason(), "ACCESS_DENIED");
  EXPECT_EQ(Reject(approval_, "clerk", "no").reason(), "ACCESS_DENIED");
  EXPECT_TRUE(Claim(approval_, "clerk").status.ok());
}

TEST_F(WorkApi, IsRejectedWithAReason) {
  EXPECT_THAT(Reject(approval_, "second", "").violations(),
              ElementsAre(Pair("reason", "REQUIRED")));
  EXPECT_THAT(Reject(approval_, "second", std::string(1001, 'x')).violations(),
              ElementsAre(Pair("reason", "TOO_LONG")));
  const auto rejected = Reject(approval_, "second", "too much").As<v1::WorkItem>();
  EXPECT_EQ(rejected.state(), v1::WORK_STATE_REJECTED);
  EXPECT_EQ(rejected.outcome(), "too much");
  EXPECT_EQ(served_.world.Reload(debt_).position, Owing(100'000));
}

TEST_F(WorkApi, IsKeptFromATokenThatIsBoundToTheDebtorWhomItIsAbout) {
  served_.GiveToken("bound", kEveryScope, debt_.debtor);
  EXPECT_EQ(List("", {.token = "bound"}).reason(), "ACCESS_DENIED");
  EXPECT_EQ(Next("bound").reason(), "ACCESS_DENIED");
  EXPECT_EQ(Approve(approval_, "bound").reason(), "ACCESS_DENIED");
}

TEST_F(WorkApi, AnswersTheSameRequestWithTheSameBytes) {
  v1::ApproveRequest request;
  request.set_name(NameOfItem(approval_));
  request.set_request_id(RequestIdText(1));
  const Reply first = served_.Call("WorkService/Approve", request, {.token = "second"});
  EXPECT_EQ(served_.Call("WorkService/Approve", request, {.token = "second"}).bytes, first.bytes);
  EXPECT_EQ(served_.world.Reload(debt_).position, Owing(90'000));
}

TEST_F(WorkApi, RefusesNamesThatNameNoItem) {
  v1::ClaimWorkRequest request;
  request.set_request_id(RequestIdText(1));
  request.set_name(NameOfDebt(debt_));
  EXPECT_THAT(served_.Call("WorkService/ClaimWork", request).violations(),
              ElementsAre(Pair("name", "MALFORMED")));
  request.set_name(NameOfDebtor(debt_.debtor) + "/workItems/" + NumberedUuid(99).ToString());
  EXPECT_EQ(served_.Call("WorkService/ClaimWork", request).reason(), "WORK_ITEM_NOT_FOUND");
}

}  // namespace
}  // namespace parley
