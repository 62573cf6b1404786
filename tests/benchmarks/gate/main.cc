// SPDX-License-Identifier: Apache-2.0
// What one verdict of the contact gate takes with every rulebook of infra/rulebooks and 60
// communications in the history: nanoseconds of CPU (the median of many), and verdicts a second of
// a sweep that makes each debtor's facts ready, as JSON lines.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "adapters/policy/read_policy.h"
#include "domain/communication/gate.h"

namespace parley::bench {
namespace {

constexpr int kCommunications = 60;
constexpr int kSamples = 20'001;
constexpr int kSweep = 1'000'000;
// What a verdict may take, and how many a second a core makes at least.
constexpr int kMostOfAllow = 5'000;
constexpr int kMostOfDefer = 50'000;
constexpr int kLeastPerSecond = 50'000;

Rulebooks AllBooks(const std::string& folder) {
  absl::StatusOr<policy::Policy> policy = policy::ReadPolicyFolder(folder);
  if (!policy.ok()) {
    std::fprintf(stderr, "%s\n", std::string(policy.status().message()).c_str());
    std::exit(1);
  }
  std::vector<Rulebook> live = policy->Books();
  for (Rulebook& book : live) book.status = BookStatus::kLive;
  absl::StatusOr<Rulebooks> books = Rulebooks::Make(std::move(live), std::move(policy->calendars));
  if (!books.ok()) std::exit(1);
  return *std::move(books);
}

absl::TimeZone NewYork() {
  absl::TimeZone zone;
  absl::LoadTimeZone("America/New_York", &zone);
  return zone;
}

// A Wednesday at ten.
absl::Time Noon() { return absl::FromCivil(absl::CivilMinute(2026, 9, 16, 10, 0), NewYork()); }

// A year of calls and mails to somebody in Boston whose number is of Chicago.
Facts FactsWithAYear() {
  Facts facts;
  Person person;
  absl::TimeZone chicago;
  absl::LoadTimeZone("America/Chicago", &chicago);
  person.zones = {{NewYork(), LocationSource::kAddress}, {chicago, LocationSource::kNumber}};
  person.regions = {"US-MA"};
  person.points = {{.kind = PointClass::kCellular}, {.kind = PointClass::kUnknown}};
  facts.persons.push_back(person);
  facts.debts.resize(2);
  constexpr int kDaysBetween = 6;
  for (int at = 0; at < kCommunications; ++at) {
    Communication one;
    one.key = at;
    one.at = Noon() - absl::Hours(24 * (kDaysBetween * (kCommunications - at) + 40));
    one.channel = at % 2 == 0 ? Channel::kCall : Channel::kEmail;
    one.outcome = at % 2 == 0 ? Outcome::kNoAnswer : Outcome::kDelivered;
    one.point = static_cast<std::uint8_t>(at % 2);
    one.debts = DebtSet::Of(static_cast<std::size_t>(at % 2));
    one.conversation_debts = one.debts;
    facts.communications.push_back(one);
  }
  return facts;
}

// The month before full of calls, so that windows hold what they count.
Facts FactsWithABusyMonth() {
  Facts facts = FactsWithAYear();
  for (std::size_t at = 0; at < facts.communications.size(); ++at) {
    facts.communications[at].at =
        Noon() - absl::Hours(12 * static_cast<std::int64_t>(facts.communications.size() - at));
  }
  return facts;
}

Act Call() {
  Act act;
  act.point = 0;
  act.debts = DebtSet::Of(0);
  return act;
}

std::int64_t CpuNanos() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

void Measure(const char* name, const Facts& facts, absl::Time now, GateDecision expected,
             const Rulebooks& books) {
  const int bar = expected == GateDecision::kAllowWith ? kMostOfAllow : kMostOfDefer;
  const Record record(facts);
  const Act act = Call();
  std::vector<std::int64_t> samples;
  for (int turn = 0; turn < kSamples; ++turn) {
    const std::int64_t begun = CpuNanos();
    const Verdict verdict = Judge(act, record, books, now);
    samples.push_back(CpuNanos() - begun);
    if (std::max(verdict.decision, GateDecision::kAllowWith) != expected) {
      std::fprintf(stderr, "%s: %s\n", name, std::string(NameOf(verdict.decision)).c_str());
      std::exit(1);
    }
  }
  std::nth_element(samples.begin(), samples.begin() + kSamples / 2, samples.end());
  std::printf("{\"bench\":\"gate\",\"name\":\"%s\",\"median_ns\":%lld,\"bar_ns\":%d}\n", name,
              static_cast<long long>(samples[kSamples / 2]), bar);
}

void Sweep(const Facts& facts, const Rulebooks& books) {
  const Act act = Call();
  std::int64_t allowed = 0;
  const std::int64_t begun = CpuNanos();
  for (int turn = 0; turn < kSweep; ++turn) {
    const Record record(facts);  // Each debtor's facts are read anew.
    const absl::Time now = Noon() + absl::Minutes(turn % (24 * 60));
    if (Judge(act, record, books, now).decision <= GateDecision::kAllowWith) ++allowed;
  }
  const double seconds = static_cast<double>(CpuNanos() - begun) / 1e9;
  std::printf(
      "{\"bench\":\"gate\",\"name\":\"sweep\",\"verdicts\":%d,\"allowed\":%lld,"
      "\"verdicts_per_s\":%.0f,\"bar_per_s\":%d}\n",
      kSweep, static_cast<long long>(allowed), kSweep / seconds, kLeastPerSecond);
}

void Run(const std::string& folder) {
  const Rulebooks books = AllBooks(folder);
  const Facts year = FactsWithAYear();
  Measure("allow", year, Noon(), GateDecision::kAllowWith, books);
  Measure("defer_to_morning", year, Noon() + absl::Hours(13), GateDecision::kDefer, books);
  Measure("defer_over_caps", FactsWithABusyMonth(), Noon(), GateDecision::kDefer, books);
  Sweep(year, books);
}

}  // namespace
}  // namespace parley::bench

// The first argument is the folder of the rulebooks.
int main(int argc, char** argv) { parley::bench::Run(argc > 1 ? argv[1] : "infra/rulebooks"); }
