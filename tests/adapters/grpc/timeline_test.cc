// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <grpcpp/client_context.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "parley/v1/case_service.pb.h"
#include "parley/v1/debtor_service.grpc.pb.h"
#include "parley/v1/inbound_service.pb.h"
#include "parley/v1/work_service.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Pair;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

GrpcServer::Options Quick() {
  GrpcServer::Options options;
  options.watch_pause = absl::Milliseconds(20);
  options.sign_of_life = absl::Milliseconds(50);
  return options;
}

// One caller who watches a timeline.
class Onlooker {
 public:
  Onlooker(ServedWorld& served, const v1::WatchTimelineRequest& request,
           const std::string& credentials = "token")
      : stub_(v1::DebtorService::NewStub(served.channel)) {
    context_.AddMetadata("authorization", "Bearer " + credentials);
    stream_ = stub_->WatchTimeline(&context_, request);
  }
  ~Onlooker() {
    context_.TryCancel();
    if (!finished_) Finish();
  }
  Onlooker(const Onlooker&) = delete;
  Onlooker& operator=(const Onlooker&) = delete;

  // False at the end of the stream.
  bool Read(v1::WatchTimelineResponse& response) { return stream_->Read(&response); }

  // Reads until nothing more is there for now; the last token is kept.
  std::vector<v1::TimelineEntry> ReadAll() {
    std::vector<v1::TimelineEntry> all;
    v1::WatchTimelineResponse response;
    while (Read(response)) {
      token = response.resume_token();
      if (response.entries().empty()) return all;
      all.insert(all.end(), response.entries().begin(), response.entries().end());
    }
    ADD_FAILURE() << "the stream ended";
    return all;
  }

  Reply Finish() {
    finished_ = true;
    return {stream_->Finish(), ""};
  }

  std::string token;

 private:
  grpc::ClientContext context_;
  std::unique_ptr<v1::DebtorService::Stub> stub_;
  std::unique_ptr<grpc::ClientReader<v1::WatchTimelineResponse>> stream_;
  bool finished_ = false;
};

std::vector<std::string> TypesOf(const std::vector<v1::TimelineEntry>& entries) {
  std::vector<std::string> types;
  types.reserve(entries.size());
  for (const v1::TimelineEntry& entry : entries) types.push_back(entry.type());
  return types;
}

std::vector<std::string> TextsOf(const std::vector<v1::TimelineEntry>& entries) {
  std::vector<std::string> texts;
  texts.reserve(entries.size());
  for (const v1::TimelineEntry& entry : entries) texts.push_back(entry.SerializeAsString());
  return texts;
}

class TimelineOverGrpc : public ::testing::Test {
 protected:
  template <typename Response, typename Request>
  Response Send(const std::string& method, Request request) {
    request.set_request_id(RequestIdText(++requests_));
    const Reply reply = served_.Call(method, request);
    EXPECT_TRUE(reply.status.ok()) << method << ": " << reply.reason();
    return reply.As<Response>();
  }

  v1::Dispute OpenADispute() {
    v1::OpenDisputeRequest request;
    request.set_parent(NameOfDebtor(debtor_.id));
    v1::Dispute& dispute = *request.mutable_dispute();
    dispute.set_debt(NameOfDebt(debt_));
    dispute.set_ground(v1::DISPUTE_GROUND_NOT_MINE);
    dispute.set_statement("It was my brother.");
    dispute.set_source("the debtor");
    return Send<v1::Dispute>("CaseService/OpenDispute", request);
  }

  v1::InboundItem Receive(const std::string& text) {
    v1::ReceiveInboundRequest request;
    request.set_parent(NameOfDebtor(debtor_.id));
    request.set_channel(v1::CHANNEL_LETTER);
    request.set_text(text);
    return Send<v1::InboundItem>("InboundService/ReceiveInbound", request);
  }

  // A promise, a dispute, a complaint, something that came in, work claimed, a name changed.
  void MuchHappens() {
    OpenADispute();
    Receive("I lost my job and can pay 40 EUR on the 3rd.");
    v1::OpenComplaintRequest complaint;
    complaint.set_parent(NameOfDebtor(debtor_.id));
    complaint.mutable_complaint()->set_what("You called me at work.");
    complaint.mutable_complaint()->set_source("the debtor");
    Send<v1::Complaint>("CaseService/OpenComplaint", complaint);
    v1::ListWorkRequest list;
    const auto work = served_.Call("WorkService/ListWork", list).As<v1::ListWorkResponse>();
    ASSERT_GT(work.items_size(), 0);
    v1::ClaimWorkRequest claim;
    claim.set_name(work.items(0).name());
    Send<v1::WorkItem>("WorkService/ClaimWork", claim);
    v1::UpdateDebtorRequest update;
    update.mutable_debtor()->set_name(NameOfDebtor(debtor_.id));
    update.mutable_debtor()->set_display_name("Alex Moved");
    update.mutable_update_mask()->add_paths("display_name");
    Send<v1::Debtor>("DebtorService/UpdateDebtor", update);
  }

  v1::GetTimelineRequest Asking(int size = 1000, const std::string& token = "") const {
    v1::GetTimelineRequest request;
    request.set_parent(NameOfDebtor(debtor_.id));
    request.set_page_size(size);
    request.set_page_token(token);
    return request;
  }
  v1::WatchTimelineRequest Watching(const std::string& token = "") const {
    v1::WatchTimelineRequest request;
    request.set_parent(NameOfDebtor(debtor_.id));
    request.set_resume_token(token);
    return request;
  }
  v1::GetTimelineResponse Get(const v1::GetTimelineRequest& request,
                              const std::string& token = "token") {
    CallOptions options;
    options.token = token;
    const Reply reply = served_.Call("DebtorService/GetTimeline", request, options);
    EXPECT_TRUE(reply.status.ok()) << reply.reason();
    return reply.As<v1::GetTimelineResponse>();
  }
  std::vector<v1::TimelineEntry> All(const std::string& token = "token") {
    const v1::GetTimelineResponse response = Get(Asking(), token);
    return {response.entries().begin(), response.entries().end()};
  }
  std::string Refusal(const v1::GetTimelineRequest& request, const std::string& token = "token") {
    CallOptions options;
    options.token = token;
    return served_.Call("DebtorService/GetTimeline", request, options).reason();
  }
  // What a watcher is answered who is refused.
  Reply Refused(const v1::WatchTimelineRequest& request, const std::string& token = "token") {
    Onlooker onlooker(served_, request, token);
    v1::WatchTimelineResponse response;
    EXPECT_FALSE(onlooker.Read(response));
    return onlooker.Finish();
  }

  ServedWorld served_{Quick()};
  Debtor debtor_ = served_.world.MakeDebtor("customer-1");
  Debt debt_ = served_.world.Place(debtor_, "loan-1", 36'500);
  std::uint64_t requests_ = 0;
};

TEST_F(TimelineOverGrpc, NamesWhatHappenedAndWhatBroughtItAbout) {
  const v1::Dispute dispute = OpenADispute();
  bool held = false;
  for (const v1::TimelineEntry& entry : All()) {
    if (entry.type() == "dispute.opened") {
      EXPECT_EQ(entry.kind(), v1::TIMELINE_KIND_DISPUTE);
      EXPECT_EQ(entry.resource(), dispute.name());
      EXPECT_EQ(entry.debt(), NameOfDebt(debt_));
      EXPECT_EQ(entry.cause().method(), "parley.v1.CaseService/OpenDispute");
      EXPECT_EQ(entry.cause().request_id(), RequestIdText(requests_));
      EXPECT_THAT(entry.cause().actor(), Not(IsEmpty()));
      EXPECT_THAT(entry.cause().source(), IsEmpty());
      EXPECT_TRUE(entry.has_occurred_time());
    }
    if (entry.type() == "debt.hold_started") {
      held = true;
      EXPECT_EQ(entry.kind(), v1::TIMELINE_KIND_HOLD);
      EXPECT_EQ(entry.cause().source(), dispute.name());
    }
  }
  EXPECT_TRUE(held);
}

TEST_F(TimelineOverGrpc, TellsEveryEventOfTheDebtorOnceInTheOrderOfRevisions) {
  MuchHappens();
  served_.world.Place(served_.world.MakeDebtor("customer-2"), "loan-2", 10'000);
  const auto feed = served_.world.event_feed.Read(served_.world.tenant, {}, 10'000);
  std::vector<std::string> events;
  for (const ToldEvent& told : *feed) {
    if (told.event.debtor == debtor_.id) events.push_back(told.event.id.ToString());
  }
  std::vector<std::string> told;
  std::pair<std::int64_t, std::int64_t> before;
  std::int64_t revision = 0;
  for (const v1::TimelineEntry& entry : All()) {
    const std::pair place = {entry.revision(), entry.sequence()};
    EXPECT_LT(before, place);
    before = place;
    EXPECT_LE(entry.revision(), revision + 1) << "a revision of which nothing tells";
    revision = entry.revision();
    EXPECT_NE(entry.kind(), v1::TIMELINE_KIND_UNSPECIFIED);
    EXPECT_EQ(entry.kind() == v1::TIMELINE_KIND_CHANGE, entry.event_id().empty());
    if (!entry.event_id().empty()) told.push_back(entry.event_id());
  }
  EXPECT_EQ(told, events);
}

TEST_F(TimelineOverGrpc, TellsWorkAndChangesThatHaveNoEvent) {
  MuchHappens();
  const std::vector<v1::TimelineEntry> all = All();
  EXPECT_THAT(TypesOf(all), AllOf(Contains("work.opened"), Contains("work.changed"),
                                  Contains("inbound.received"), Contains("complaint.received")));
  const v1::TimelineEntry& last = all.back();
  EXPECT_EQ(last.kind(), v1::TIMELINE_KIND_CHANGE);
  EXPECT_EQ(last.cause().method(), "parley.v1.DebtorService/UpdateDebtor");
}

TEST_F(TimelineOverGrpc, GoesOnAfterACutAnywhereByPagesAndByWatching) {
  MuchHappens();
  const std::vector<std::string> all = TextsOf(All());
  std::string token;
  for (std::size_t cut = 0; cut <= all.size(); ++cut) {
    const v1::GetTimelineResponse rest = Get(Asking(1000, token));
    EXPECT_THAT(
        TextsOf({rest.entries().begin(), rest.entries().end()}),
        testing::ElementsAreArray(all.begin() + static_cast<std::ptrdiff_t>(cut), all.end()));
    Onlooker onlooker(served_, Watching(token));
    EXPECT_THAT(
        TextsOf(onlooker.ReadAll()),
        testing::ElementsAreArray(all.begin() + static_cast<std::ptrdiff_t>(cut), all.end()));
    const v1::GetTimelineResponse page = Get(Asking(1, token));
    EXPECT_EQ(page.next_page_token().empty(), cut + 1 >= all.size());
    token = page.resume_token();
  }
}

TEST_F(TimelineOverGrpc, GoesOnToTellWhatHappensWhereAPageEnded) {
  const v1::GetTimelineResponse page = Get(Asking());
  Onlooker onlooker(served_, Watching(page.resume_token()));
  EXPECT_THAT(onlooker.ReadAll(), IsEmpty());
  OpenADispute();
  v1::WatchTimelineResponse response;
  do {
    ASSERT_TRUE(onlooker.Read(response));
  } while (response.entries().empty());
  EXPECT_THAT(TypesOf({response.entries().begin(), response.entries().end()}),
              Contains("dispute.opened"));
}

TEST_F(TimelineOverGrpc, ShowsTheKindsThatAreAskedFor) {
  MuchHappens();
  v1::GetTimelineRequest request = Asking();
  request.add_kinds(v1::TIMELINE_KIND_DISPUTE);
  request.add_kinds(v1::TIMELINE_KIND_COMPLAINT);
  const v1::GetTimelineResponse response = Get(request);
  EXPECT_THAT(TypesOf({response.entries().begin(), response.entries().end()}),
              ElementsAre("dispute.opened", "complaint.received"));
  v1::WatchTimelineRequest watching = Watching();
  watching.add_kinds(v1::TIMELINE_KIND_DISPUTE);
  Onlooker onlooker(served_, watching);
  EXPECT_THAT(TypesOf(onlooker.ReadAll()), ElementsAre("dispute.opened"));
}

TEST_F(TimelineOverGrpc, ShowsThePersonTheirOwnAndNobodyElsesName) {
  served_.GiveToken("person", "parley.debtor.read", debtor_.id);
  MuchHappens();
  const std::vector<v1::TimelineEntry> shown = All("person");
  EXPECT_THAT(TypesOf(shown), Contains("dispute.opened"));
  EXPECT_THAT(TypesOf(shown), Contains("inbound.received"));
  EXPECT_THAT(TypesOf(shown), Each(Not(StartsWith("work."))));
  EXPECT_THAT(TypesOf(shown), Not(Contains("inbound.labelled")));
  EXPECT_THAT(TypesOf(shown), Not(Contains("")));
  for (const v1::TimelineEntry& entry : shown) EXPECT_THAT(entry.cause().actor(), IsEmpty());

  v1::GetTimelineRequest request = Asking();
  request.add_kinds(v1::TIMELINE_KIND_WORK);
  request.add_kinds(v1::TIMELINE_KIND_VERDICT);
  request.add_kinds(v1::TIMELINE_KIND_CHANGE);
  EXPECT_THAT(Get(request, "person").entries(), IsEmpty());

  Onlooker onlooker(served_, Watching(), "person");
  EXPECT_EQ(TextsOf(onlooker.ReadAll()), TextsOf(shown));
}

TEST_F(TimelineOverGrpc, KeepsAPersonFromTheTimelineOfAnother) {
  const Debtor other = served_.world.MakeDebtor("customer-2");
  served_.GiveToken("person", "parley.debtor.read", other.id);
  EXPECT_EQ(Refusal(Asking(), "person"), "ACCESS_DENIED");
  EXPECT_EQ(Refused(Watching(), "person").reason(), "ACCESS_DENIED");
  // Nor do they learn whether somebody exists.
  v1::WatchTimelineRequest nobody = Watching();
  nobody.set_parent(NameOfDebtor(NumberedId<DebtorId>(99)));
  EXPECT_EQ(Refused(nobody, "person").reason(), "ACCESS_DENIED");
}

TEST_F(TimelineOverGrpc, AsksForItsScope) {
  served_.GiveToken("reader", "parley.debt.read");
  EXPECT_EQ(Refusal(Asking(), "reader"), "ACCESS_DENIED");
  EXPECT_EQ(Refused(Watching(), "reader").reason(), "ACCESS_DENIED");
  EXPECT_EQ(Refused(Watching(), "nobody").reason(), "CREDENTIALS_INVALID");
}

TEST_F(TimelineOverGrpc, DoesNotFindTheDebtorOfAnotherTenant) {
  const auto other = NumberedId<TenantId>(2);
  served_.world.database.CreateTenant(other);
  served_.authenticator.GiveOut("stranger",
                                {.tenant = other,
                                 .principal = "stranger",
                                 .scopes = {"parley.debtor.read"},
                                 .expires = served_.world.clock.Now() + absl::Hours(1)});
  EXPECT_EQ(Refusal(Asking(), "stranger"), "DEBTOR_NOT_FOUND");
  EXPECT_EQ(Refused(Watching(), "stranger").reason(), "DEBTOR_NOT_FOUND");
}

TEST_F(TimelineOverGrpc, RefusesATokenOfNoUse) {
  const std::string token = Get(Asking()).resume_token();
  EXPECT_EQ(Refusal(Asking(10, "made up")), "PAGE_TOKEN_INVALID");
  EXPECT_EQ(Refused(Watching("made up")).reason(), "PAGE_TOKEN_INVALID");
  served_.GiveToken("other", "parley.debtor.read");
  EXPECT_EQ(Refusal(Asking(10, token), "other"), "PAGE_TOKEN_INVALID");
  v1::GetTimelineRequest another = Asking(10, token);
  another.set_parent(NameOfDebtor(served_.world.MakeDebtor("customer-2").id));
  EXPECT_EQ(Refusal(another), "PAGE_TOKEN_INVALID");
}

TEST_F(TimelineOverGrpc, NamesTheFieldsThatItDoesNotUnderstand) {
  v1::GetTimelineRequest request;
  request.set_parent("debtors/nobody");
  request.add_kinds(v1::TIMELINE_KIND_MONEY);
  request.add_kinds(v1::TIMELINE_KIND_UNSPECIFIED);
  EXPECT_THAT(served_.Call("DebtorService/GetTimeline", request).violations(),
              UnorderedElementsAre(Pair("parent", "MALFORMED"), Pair("kinds[1]", "UNKNOWN_VALUE")));
  v1::WatchTimelineRequest watching;
  watching.add_kinds(v1::TIMELINE_KIND_UNSPECIFIED);
  EXPECT_THAT(Refused({}).violations(), ElementsAre(Pair("parent", "REQUIRED")));
  EXPECT_THAT(Refused(watching).violations(), Contains(Pair("parent", "REQUIRED")));
  request = Asking(-1);
  EXPECT_THAT(served_.Call("DebtorService/GetTimeline", request).violations(),
              ElementsAre(Pair("page_size", testing::_)));
}

}  // namespace
}  // namespace parley
