// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstddef>
#include <vector>

#include "domain/debt/hold_effects.h"
#include "tests/domain/communication/gate_fixture.h"

namespace parley {
namespace {

Facts SomebodyBetween(const char* address, const char* number) {
  Facts facts = SomebodyInNewYork();
  facts.persons[0].zones = {{Zone(address), LocationSource::kAddress},
                            {Zone(number), LocationSource::kNumber}};
  return facts;
}

// What the gate allows or defers to is inside the hours of each candidate zone, every minute of a
// year in which the clocks of the two change on different nights.
TEST(GateProperties, NoInstantLiesInQuietHoursOfAnyCandidateZone) {
  constexpr int kMinutesOfYear = 365 * kMinutesOfDay;
  const Rulebooks books = TestBook().Add(TimeWindow{.windows = {Hours(8, 21)}}).Make();
  const Record record(SomebodyBetween("America/New_York", "Europe/London"));
  const absl::TimeZone home = Zone("America/New_York");
  const absl::TimeZone away = Zone("Europe/London");
  const auto is_open = [](absl::TimeZone zone, absl::Time time) {
    const int minute = LocalTimeAt(zone, time).minute;
    return 8 * 60 <= minute && minute < 21 * 60;
  };
  const absl::Time year = At("2026-01-01T00:00:00Z");
  const Act act = CallAboutTheFirst();
  for (int minute = 0; minute < kMinutesOfYear; ++minute) {
    const absl::Time now = year + absl::Minutes(minute);
    const Verdict verdict = Judge(act, record, books, now);
    ASSERT_NE(verdict.decision, GateDecision::kRefuse) << now;
    const absl::Time time = verdict.decision == GateDecision::kAllow ? now : verdict.until;
    ASSERT_TRUE(is_open(home, time) && is_open(away, time)) << now << " " << time;
  }
}

// Nor around a night on which a clock is set, by whatever: half an hour, at midnight, or over the
// date line, where a whole day never was.
TEST(GateProperties, NorAroundTheNightsOnWhichClocksAreSet) {
  TestBook book;
  book.book().effective_from = Day(2000, 1, 1);
  const Rulebooks books = book.Add(TimeWindow{.windows = {Hours(8, 21)}}).Make();
  const struct {
    const char* zone;
    const char* night;
  } nights[] = {{"Pacific/Apia", "2011-12-30T10:00:00Z"},
                {"Australia/Lord_Howe", "2026-04-04T15:00:00Z"},
                {"Australia/Lord_Howe", "2026-10-03T15:30:00Z"},
                {"America/Santiago", "2026-09-06T04:00:00Z"},
                {"America/Sao_Paulo", "2018-11-04T03:00:00Z"},
                {"Africa/Casablanca", "2026-02-15T02:00:00Z"},
                {"Europe/Dublin", "2026-03-29T01:00:00Z"}};
  for (const auto& [name, night] : nights) {
    const absl::TimeZone zone = Zone(name);
    Facts facts = SomebodyInNewYork();
    facts.persons[0].zones = {{zone, LocationSource::kAddress}};
    const Record record(facts);
    const auto is_open = [zone](absl::Time time) {
      const int hour = zone.At(time).cs.hour();
      return 8 <= hour && hour < 21;
    };
    for (int minute = -40 * 60; minute < 40 * 60; ++minute) {
      const absl::Time now = At(night) + absl::Minutes(minute);
      const Verdict verdict = Judge(CallAboutTheFirst(), record, books, now);
      const bool allowed = verdict.decision == GateDecision::kAllow;
      ASSERT_EQ(allowed, is_open(now)) << name << " " << now;
      if (allowed) continue;
      ASSERT_TRUE(is_open(verdict.until)) << name << " " << now << " " << verdict.until;
      ASSERT_FALSE(is_open(verdict.until - absl::Minutes(1))) << name << " " << verdict.until;
    }
  }
}

// The deferral is the first minute: the minute before it is not allowed.
RC_GTEST_PROP(GateProperties, ADeferralIsTheFirstMinuteThatIsAllowed, ()) {
  const Rulebooks books = TestBook()
                              .Add(TimeWindow{.windows = {Hours(8, 21)}})
                              .Add(FrequencyCap{.limit = 2, .days = 3})
                              .Make();
  Facts facts = SomebodyBetween("America/New_York", "Pacific/Honolulu");
  const absl::Time start = At("2026-02-20T00:00:00Z");
  const auto minutes =
      *rc::gen::container<std::vector<int>>(5, rc::gen::inRange(0, 20 * kMinutesOfDay));
  for (const int minute : minutes)
    facts.communications.push_back(CallOut(start + absl::Minutes(minute)));
  const absl::Time now = start + absl::Minutes(*rc::gen::inRange(0, 25 * kMinutesOfDay));
  const Act act = CallAboutTheFirst();
  const Verdict verdict = Ask(act, facts, books, now);
  if (verdict.decision != GateDecision::kDefer) return;
  // Nothing that happens later was known: the facts of now decide.
  std::erase_if(facts.communications, [now](const Communication& one) { return one.at > now; });
  const Record known(facts);
  RC_ASSERT(Judge(act, known, books, verdict.until).decision == GateDecision::kAllow);
  RC_ASSERT(Judge(act, known, books, verdict.until - absl::Minutes(1)).decision !=
            GateDecision::kAllow);
}

// Who follows the gate never passes a cap, in any row of days.
RC_GTEST_PROP(GateProperties, WhoFollowsTheGateNeverPassesACap, ()) {
  constexpr int kLimit = 3;
  constexpr int kDays = 7;
  const Rulebooks books = TestBook().Add(FrequencyCap{.limit = kLimit, .days = kDays}).Make();
  Facts facts = SomebodyInNewYork();
  absl::Time now = At("2026-02-20T00:00:00Z");
  const auto waits = *rc::gen::container<std::vector<int>>(40, rc::gen::inRange(1, 2000));
  for (const int wait : waits) {
    now += absl::Minutes(wait);
    if (Ask(CallAboutTheFirst(), facts, books, now).decision != GateDecision::kAllow) continue;
    facts.communications.push_back(CallOut(now));
  }
  const absl::TimeZone zone = Zone("America/New_York");
  std::vector<Day> days;
  for (const Communication& one : facts.communications)
    days.push_back(LocalTimeAt(zone, one.at).day);
  for (const Day first : days) {
    const auto within = std::count_if(
        days.begin(), days.end(), [first](Day day) { return first <= day && day < first + kDays; });
    RC_ASSERT(within <= kLimit);
  }
}

HoldEffects TogetherOf(const std::vector<HoldType>& types) {
  HoldEffects effects;
  for (const HoldType type : types) effects = Union(effects, RowOf(type).effects);
  return effects;
}

// Whatever ends, what one of the holds that are left forbids toward the person stays forbidden.
RC_GTEST_PROP(GateProperties, TheEndOfOneHoldNeverRestoresWhatAnotherForbids, ()) {
  const Rulebooks books = TestBook().Add(Scope{}).Make();
  const auto a_type = rc::gen::map(rc::gen::inRange<std::size_t>(0, HoldTable().size()),
                                   [](std::size_t at) { return HoldTable()[at].type; });
  auto types = *rc::gen::nonEmpty(rc::gen::container<std::vector<HoldType>>(a_type));
  types.erase(types.begin() +
              *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(types.size())));
  Act act = CallAboutTheFirst();
  act.channel = *rc::gen::element(Channel::kCall, Channel::kSms, Channel::kEmail, Channel::kLetter);
  act.purpose = *rc::gen::element(Purpose::kDemand, Purpose::kReminder, Purpose::kStatement,
                                  Purpose::kReply, Purpose::kRequested, Purpose::kSupport,
                                  Purpose::kStatutory, Purpose::kReceipt);
  Facts facts = SomebodyInNewYork();
  const absl::Time now = At("2026-05-12T10:00:00-04:00");
  const auto refuses = [&](const std::vector<HoldType>& holds) {
    facts.debts[0].holds = TogetherOf(holds);
    return Ask(act, facts, books, now).decision == GateDecision::kRefuse;
  };
  for (const HoldType left : types) RC_ASSERT(!refuses({left}) || refuses(types));
}

RC_GTEST_PROP(GateProperties, AfterAnOptOutNothingOfItsScopeIsAllowed, ()) {
  const Rulebooks books = TestBook().Add(Suppression{}).Make();
  Facts facts = SomebodyInNewYork();
  const absl::Time out = At("2026-05-12T10:00:00-04:00");
  facts.designations = {{.since = out, .channels = {Channel::kCall, Channel::kSms}}};
  Act act = CallAboutTheFirst();
  act.channel = *rc::gen::element(Channel::kCall, Channel::kSms);
  act.purpose = *rc::gen::element(Purpose::kDemand, Purpose::kReply, Purpose::kReceipt,
                                  Purpose::kRequested, Purpose::kStatutory);
  const absl::Time now = out + absl::Minutes(*rc::gen::inRange(0, 500'000));
  RC_ASSERT(Ask(act, facts, books, now).decision == GateDecision::kRefuse);
}

}  // namespace
}  // namespace parley
