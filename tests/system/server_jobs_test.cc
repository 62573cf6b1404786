// SPDX-License-Identifier: Apache-2.0
// What parleyd does beside calls.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "adapters/crypto/hmac_audit_seal.h"
#include "adapters/system/system_clock.h"
#include "application/audit/anchor.h"
#include "domain/common/reason.h"
#include "infra/server/clock_job.h"
#include "infra/server/interest_job.h"
#include "infra/server/jobs.h"
#include "infra/server/periodic.h"
#include "tests/support/application/fail_nth.h"
#include "tests/support/memory/world.h"
#include "tests/system/support/files.h"
#include "tests/system/support/process.h"

namespace parley::server {
namespace {

using system_test::Eventually;
using system_test::ReadFile;
using system_test::ScratchFolder;
using system_test::WriteFile;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

const TenantId kFirst = *TenantId::Parse("01890000-0000-7000-8000-00000000000a");
const TenantId kSecond = *TenantId::Parse("01890000-0000-7000-8000-00000000000b");

// Trails of two tenants that the test lets grow, or takes away.
class Trails final : public AuditRecords {
 public:
  absl::StatusOr<std::vector<TenantId>> Tenants() override {
    if (!there) return Refuse(Reason::kStoreUnavailable);
    return std::vector{kFirst, kSecond};
  }
  absl::StatusOr<AuditDigest> DigestNow(TenantId tenant) override {
    if (tenant == broken) return Refuse(Reason::kStoreUnavailable);
    const int rows = tenant == kFirst ? first_rows : second_rows;
    return AuditDigest{"7:7:", rows, absl::StrCat("digest-of-", rows)};
  }
  absl::StatusOr<AuditDigest> DigestAt(TenantId, const std::string&) override {
    return absl::UnimplementedError("not asked for");
  }
  absl::StatusOr<std::vector<AuditChain>> ChainsAfter(TenantId, const std::optional<DebtorId>&,
                                                      int) override {
    return absl::UnimplementedError("not asked for");
  }

  bool there = true;
  TenantId broken;
  int first_rows = 1;
  int second_rows = 1;
};

class EventLog final : public Log {
 public:
  bool Takes(LogLevel) const override { return true; }
  void Write(LogLevel, std::string_view event, std::span<const LogField> fields) override {
    std::string text(event);
    for (const LogField& field : fields) {
      const auto* const value = std::get_if<std::string_view>(&field.value);
      if (field.name == "reason" && value != nullptr)
        text += absl::StrCat(" ", std::string(*value));
    }
    events.push_back(text);
  }
  std::vector<std::string> events;
};

class Anchors : public testing::Test {
 public:
  absl::StatusOr<std::unique_ptr<AnchorJob>> Open() {
    return AnchorJob::Open({trails_, seal_, clock_, log_}, path_);
  }

  // The file's anchors, each sealed with the one before it.
  std::vector<Anchor> Lines() const {
    std::vector<Anchor> anchors;
    Fingerprint previous{};
    std::istringstream text(ReadFile(path_));
    for (std::string line; std::getline(text, line);) {
      anchors.push_back(ParseAnchor(line).value());
      EXPECT_EQ(anchors.back().mac, MacOf(anchors.back(), previous, seal_));
      previous = anchors.back().mac;
    }
    return anchors;
  }

  const ScratchFolder folder_;
  const std::string path_ = folder_ / "anchors";
  Trails trails_;
  const HmacAuditSeal seal_{SecretKey(SecretKey::Bytes{1})};
  const SystemClock clock_;
  EventLog log_;
};

TEST_F(Anchors, AreTakenOfEachTenantWhoseTrailGrew) {
  const auto job = *Open();
  job->Run();
  ASSERT_THAT(Lines(), SizeIs(2));
  job->Run();
  EXPECT_THAT(Lines(), SizeIs(2));
  trails_.second_rows = 5;
  job->Run();
  ASSERT_THAT(Lines(), SizeIs(3));
  EXPECT_EQ(Lines().back().tenant, kSecond);
  EXPECT_EQ(Lines().back().digest.chains, 5);
  EXPECT_THAT(log_.events, ElementsAre("anchored", "anchored", "anchored"));
}

TEST_F(Anchors, GoOnAfterARestart) {
  Open().value()->Run();
  trails_.first_rows = 2;
  Open().value()->Run();
  EXPECT_THAT(Lines(), SizeIs(3));
}

TEST_F(Anchors, AreTakenTheNextTimeWhenTheStoreIsAway) {
  const auto job = *Open();
  trails_.there = false;
  job->Run();
  trails_.there = true;
  trails_.broken = kFirst;
  job->Run();
  trails_.broken = TenantId();
  job->Run();
  EXPECT_THAT(Lines(), SizeIs(2));
  EXPECT_THAT(log_.events, ElementsAre("anchor_failed STORE_UNAVAILABLE",
                                       "anchor_failed STORE_UNAVAILABLE", "anchored", "anchored"));
}

TEST_F(Anchors, AreNotAppendedToAFileOfSomethingElse) {
  WriteFile(path_, "a letter\n");
  const auto job = Open();
  EXPECT_EQ(job.status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(std::string(job.status().message()), HasSubstr(path_));
  EXPECT_EQ(ReadFile(path_), "a letter\n");
}

// Answers of which some are old.
class OldAnswers final : public GivenAnswers {
 public:
  absl::StatusOr<std::optional<StoredAnswer>> Find(TenantId, const RequestKey&) override {
    return std::nullopt;
  }
  absl::StatusOr<int> Prune(TenantId tenant, absl::Time before, int most) override {
    if (tenant == kSecond) return Refuse(Reason::kStoreUnavailable);
    asked_before = before;
    slices.push_back(std::min(old, most));
    old -= slices.back();
    return slices.back();
  }

  int old = 2500;
  std::vector<int> slices;
  absl::Time asked_before;
};

TEST(PruneJob, ForgetsInSlicesAndGoesOnWithTheOtherTenants) {
  Trails tenants;
  OldAnswers answers;
  const SystemClock clock;
  EventLog log;
  PruneJob({tenants, answers, clock, log}, absl::Hours(168)).Run();
  EXPECT_THAT(answers.slices, ElementsAre(1000, 1000, 500));
  EXPECT_LE(answers.asked_before, clock.Now() - absl::Hours(168));
  EXPECT_THAT(log.events, ElementsAre("answers_pruned", "pruning_failed STORE_UNAVAILABLE"));
}

// A world with debts that bear interest since January.
class InterestJobs : public testing::Test {
 public:
  InterestJobs() {
    const Debtor debtor = world_.MakeDebtor("D-1");
    for (const char* reference : {"L-1", "L-2", "L-3"}) {
      debts_.push_back(world_.PlaceBearing(debtor, reference, 36'500));
    }
  }

  bool IsPosted(const Debt& debt) {
    return world_.Reload(debt).interest->posted_through == Day(2026, 10, 31);
  }

  World world_;
  std::vector<Debt> debts_;
  EventLog log_;
};

TEST_F(InterestJobs, PostWhatIsDueAndLogItOnce) {
  InterestJob job({world_.audit_records, world_.app.post_due_interest, log_}, 2);
  job.Run();
  for (const Debt& debt : debts_) EXPECT_TRUE(IsPosted(debt));
  job.Run();
  EXPECT_THAT(log_.events, ElementsAre("interest_posted"));
  PrometheusMetrics metrics("test");
  job.AddTo(metrics);
  std::string told;
  for (const auto& family : metrics.read_values()->Collect()) {
    absl::StrAppend(&told, family.name, " ", family.metric.front().counter.value, "; ");
  }
  EXPECT_EQ(told,
            "parley_interest_debts_total 3; parley_interest_left_out_total 0; "
            "parley_interest_running 0; ");
}

TEST_F(InterestJobs, PostNothingOnceTheyAreToldToStop) {
  InterestJob job({world_.audit_records, world_.app.post_due_interest, log_}, 2);
  job.Stop();
  job.Run();
  EXPECT_FALSE(IsPosted(debts_.front()));
  EXPECT_THAT(log_.events, testing::IsEmpty());
}

TEST_F(InterestJobs, LogThatTheStoreIsAwayAndGoOnTheNextTime) {
  FailNth fault(1);
  FailingPortfolio portfolio(world_.portfolio, fault);
  const PostDueInterest interest({world_.store, portfolio, world_.fingerprints, world_.seal,
                                  world_.clock, world_.ids, world_.zones});
  InterestJob job({world_.audit_records, interest, log_}, 2);
  job.Run();
  job.Run();
  EXPECT_THAT(log_.events, ElementsAre("interest_failed STORE_UNAVAILABLE", "interest_posted"));
  for (const Debt& debt : debts_) EXPECT_TRUE(IsPosted(debt));
}

// A world with a complaint whose first clock ran out.
class ClockJobs : public testing::Test {
 public:
  ClockJobs() {
    Complaint complaint;
    complaint.what = Secret("You called me at work.");
    complaint.source = Secret("the debtor");
    Kept<Complaint> kept;
    const DebtorId debtor = world_.MakeDebtor("D-1").id;
    EXPECT_TRUE(world_.app.complaints.Open(world_.ACall(), debtor, complaint, kept).ok());
    world_.clock.Advance(absl::Hours(24 * 10));
  }

  bool IsTold() {
    for (const MemoryEvent& kept : world_.database.Events(world_.tenant)) {
      if (kept.event.type == EventType::kComplaintClockBreached) return true;
    }
    return false;
  }

  World world_;
  EventLog log_;
};

TEST_F(ClockJobs, TellWhatRanOutAndLogItOnce) {
  ClockJob job({world_.audit_records, world_.app.tell_breaches, log_});
  job.Run();
  EXPECT_TRUE(IsTold());
  job.Run();
  EXPECT_THAT(log_.events, ElementsAre("clocks_breached"));
  PrometheusMetrics metrics("test");
  job.AddTo(metrics);
  std::string told;
  for (const auto& family : metrics.read_values()->Collect()) {
    absl::StrAppend(&told, family.name, " ", family.metric.front().counter.value, "; ");
  }
  EXPECT_EQ(told, "parley_clocks_breached_total 2; parley_clocks_left_out_total 0; ");
}

TEST_F(ClockJobs, TellNothingOnceTheyAreToldToStop) {
  ClockJob job({world_.audit_records, world_.app.tell_breaches, log_});
  job.Stop();
  job.Run();
  EXPECT_FALSE(IsTold());
  EXPECT_THAT(log_.events, testing::IsEmpty());
}

TEST_F(ClockJobs, LogThatTheStoreIsAwayAndGoOnTheNextTime) {
  FailNth fault(1);
  FailingStore store(world_.store, fault);
  const TellBreaches breaches({store, world_.work_list, world_.fingerprints, world_.seal,
                               world_.clock, world_.ids, world_.zones});
  ClockJob job({world_.audit_records, breaches, log_});
  job.Run();
  job.Run();
  EXPECT_THAT(log_.events, ElementsAre("clocks_failed STORE_UNAVAILABLE", "clocks_breached"));
  EXPECT_TRUE(IsTold());
}

TEST(Periodic, WorksAgainAndAgainAndEndsAtOnce) {
  std::atomic<int> times = 0;
  {
    const Periodic often(absl::Milliseconds(1), [&times] { ++times; });
    EXPECT_TRUE(Eventually([&times] { return times >= 3; }));
    const Periodic rarely(absl::Hours(1), [] {});
  }
  const int at_the_end = times;
  EXPECT_EQ(times, at_the_end);
}

}  // namespace
}  // namespace parley::server
