// SPDX-License-Identifier: Apache-2.0
// The books that the program carries with it, asked about every minute around the nights on which
// clocks change, and about whatever may be proposed after an opt-out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "adapters/policy/read_policy.h"
#include "domain/communication/applies.h"
#include "tests/domain/communication/gate_fixture.h"

namespace parley::policy {
namespace {

// A book with its companions.
Rulebooks TheBook(const std::string& id) {
  static const auto* const kPolicy = new auto(ReadPolicyFolder("infra/rulebooks"));
  EXPECT_TRUE(kPolicy->ok()) << kPolicy->status();
  std::vector<Rulebook> books = (*kPolicy)->Books();
  std::set<std::string> ids = {id};
  for (const Rulebook& book : books) {
    if (book.id == id) ids.insert(book.companions.begin(), book.companions.end());
  }
  std::erase_if(books, [&](const Rulebook& book) { return !ids.contains(book.id); });
  return Rulebooks::Make(std::move(books), (*kPolicy)->calendars).value();
}

// Minutes of a day between which something is open, by the day of the week from Monday on.
struct Open {
  int from;
  int to;
};
using Week = std::vector<Open>;

Week EachDay(Open open) { return Week(7, open); }

struct Clocks {
  std::string book;
  std::string region;
  Channel channel;
  Week week;
  std::vector<std::string> zones;  // That of the address first.
  int year;
};

std::string NameOfClocks(const testing::TestParamInfo<Clocks>& info) {
  std::string name = absl::StrCat(info.param.book, info.param.zones.front(), info.param.year);
  std::erase_if(name, [](char c) { return !absl::ascii_isalnum(static_cast<unsigned char>(c)); });
  return absl::StrCat(name, info.index);
}

class ClockNights : public testing::TestWithParam<Clocks> {
 protected:
  // By the calendar of the C library's kind, and none of the gate's own arithmetic.
  static bool IsOpenIn(absl::TimeZone zone, absl::Time time, const Week& week) {
    const absl::CivilSecond local = zone.At(time).cs;
    const Open& open = week.at(static_cast<std::size_t>(absl::GetWeekday(local)));
    const int minute = local.hour() * 60 + local.minute();
    return open.from <= minute && minute < open.to;
  }

  void SetUp() override {
    for (const std::string& name : GetParam().zones) zones_.push_back(Zone(name.c_str()));
    Facts facts = SomebodyInNewYork();
    facts.persons[0].regions = {GetParam().region};
    facts.persons[0].zones.clear();
    for (const absl::TimeZone zone : zones_) {
      const bool first = facts.persons[0].zones.empty();
      facts.persons[0].zones.push_back(
          {zone, first ? LocationSource::kAddress : LocationSource::kNumber});
    }
    record_.emplace(facts);
  }

  bool IsOpen(absl::Time time) const {
    return std::all_of(zones_.begin(), zones_.end(),
                       [&](absl::TimeZone zone) { return IsOpenIn(zone, time, GetParam().week); });
  }

  // Every night of the year on which the clock of one of the zones is set.
  std::vector<absl::Time> Nights() const {
    const absl::Time from = absl::FromCivil(absl::CivilDay(GetParam().year, 1, 1), Zone("UTC"));
    std::vector<absl::Time> nights;
    for (const absl::TimeZone zone : zones_) {
      absl::TimeZone::CivilTransition night;
      absl::Time at = from;
      while (zone.NextTransition(at, &night)) {
        at = zone.At(night.to).trans;
        if (at > from + absl::Hours(24 * 366)) break;
        nights.push_back(at);
      }
    }
    return nights;
  }

  std::vector<absl::TimeZone> zones_;
  std::optional<Record> record_;
};

TEST_P(ClockNights, NoInstantIsInQuietHoursOfAnyCandidateZone) {
  const Rulebooks books = TheBook(GetParam().book);
  Act act = CallAboutTheFirst();
  act.channel = GetParam().channel;
  const std::vector<absl::Time> nights = Nights();
  ASSERT_FALSE(nights.empty());
  absl::Time checked = absl::InfinitePast();
  for (const absl::Time night : nights) {
    for (absl::Time now = night - absl::Hours(40); now < night + absl::Hours(40);
         now += absl::Minutes(1)) {
      const Verdict verdict = Judge(act, *record_, books, now);
      ASSERT_NE(verdict.decision, GateDecision::kRefuse) << now;
      const bool deferred = verdict.decision == GateDecision::kDefer;
      const absl::Time time = deferred ? verdict.until : now;
      ASSERT_TRUE(IsOpen(time)) << now << " " << time;
      if (!deferred || time == checked) continue;
      // No minute before it was open.
      ASSERT_FALSE(IsOpen(time - absl::Minutes(1))) << now << " " << time;
      checked = time;
    }
  }
}

constexpr Open kRegF = {8 * 60, 21 * 60};
const Week kAustralia = {{450, 1260}, {450, 1260}, {450, 1260}, {450, 1260},
                         {450, 1260}, {540, 1260}, {540, 1260}};
const Week kBritain = {{480, 1200}, {480, 1200}, {480, 1200}, {480, 1200},
                       {480, 1200}, {480, 1200}, {600, 1080}};
// The house keeps no Sunday: what opens and closes at once is never open.
const Week kHouseWeek = {{510, 1200}, {510, 1200}, {510, 1200}, {510, 1200},
                         {510, 1200}, {510, 1200}, {0, 0}};

INSTANTIATE_TEST_SUITE_P(
    OfTheYear, ClockNights,
    testing::Values(
        Clocks{"US.REGF", "US-NY", Channel::kCall, EachDay(kRegF), {"America/New_York"}, 2026},
        Clocks{"US.REGF",
               "US-AZ",
               Channel::kSms,
               EachDay(kRegF),
               {"America/Phoenix", "America/Denver", "Pacific/Honolulu"},
               2026},
        Clocks{"US.REGF",
               "US-CA",
               Channel::kCall,
               EachDay(kRegF),
               {"America/Los_Angeles", "Europe/London"},
               2026},
        Clocks{"GB.FCA", "GB-EAW", Channel::kCall, kBritain, {"Europe/London"}, 2026},
        // The clock is set by half an hour.
        Clocks{"AU.RG96", "AU-NSW", Channel::kCall, kAustralia, {"Australia/Lord_Howe"}, 2025},
        Clocks{"AU.RG96", "AU-SA", Channel::kSms, kAustralia, {"Australia/Adelaide"}, 2027},
        Clocks{"AU.RG96", "AU-VIC", Channel::kCall, kAustralia, {"Australia/Sydney"}, 2026},
        // Clocks that are set at midnight, so that a day has no 00:00 or has it twice.
        Clocks{"HOUSE.CONSIDERATE", "WS", Channel::kCall, kHouseWeek, {"Pacific/Apia"}, 2021},
        Clocks{"HOUSE.CONSIDERATE", "CL", Channel::kSms, kHouseWeek, {"America/Santiago"}, 2026},
        Clocks{"HOUSE.CONSIDERATE", "EG", Channel::kCall, kHouseWeek, {"Africa/Cairo"}, 2025},
        Clocks{"HOUSE.CONSIDERATE", "IR", Channel::kCall, kHouseWeek, {"Asia/Tehran"}, 2022},
        Clocks{"HOUSE.CONSIDERATE",
               "ES",
               Channel::kEmail,
               kHouseWeek,
               {"Europe/Madrid", "Atlantic/Canary", "Africa/Casablanca"},
               2026}),
    NameOfClocks);

TEST(RespiteBook, ReachesWhoeverIsRecordedInEnglandOrInWales) {
  const Rulebooks books = TheBook("GB-EAW.DRS");
  const auto respite = std::find_if(books.books().begin(), books.books().end(),
                                    [](const Rulebook& one) { return one.id == "GB-EAW.DRS"; });
  ASSERT_NE(respite, books.books().end());
  Facts facts = SomebodyInNewYork();
  const auto reaches = [&](const char* region) {
    facts.persons[0].regions = {region};
    const Reach reach =
        ReachOf(*respite, facts, facts.persons[0], DebtSet::Of(0), Day(2026, 5, 12));
    return reach == Reach::kSpeaks;
  };
  for (const char* region : {"GB", "GB-EAW", "GB-ENG", "GB-WLS", "GB-ENG-LND"}) {
    EXPECT_TRUE(reaches(region)) << region;
  }
  for (const char* region : {"GB-SCT", "GB-NIR", "IE"}) EXPECT_FALSE(reaches(region)) << region;
}

// What may be asked of the gate after the person has asked us to stop.
struct AfterOptOut {
  Facts facts = SomebodyInNewYork();
  Act act;
  absl::Time out = At("2026-05-12T10:00:00-04:00");
  absl::Time now;

  const Designation& designation() const { return facts.designations.front(); }
};

rc::Gen<EnumSet<Channel>> SomeChannels() {
  return rc::gen::map(rc::gen::inRange(1, 1 << 3), [](int bits) {
    EnumSet<Channel> channels;
    if ((bits & 1) != 0) channels.Add(Channel::kCall);
    if ((bits & 2) != 0) channels.Add(Channel::kSms);
    if ((bits & 4) != 0) channels.Add(Channel::kEmail);
    return channels;
  });
}

rc::Gen<Channel> AChannel() {
  return rc::gen::element(Channel::kCall, Channel::kSms, Channel::kEmail, Channel::kLetter);
}

void HaveDesignation(AfterOptOut& after) {
  Designation asked{.since = after.out};
  asked.kind = *rc::gen::element(DesignationKind::kStopMedium, DesignationKind::kStopAddress,
                                 DesignationKind::kCease);
  if (asked.kind != DesignationKind::kCease) asked.channels = *SomeChannels();
  if (asked.kind == DesignationKind::kStopAddress) asked.point = 0;
  after.facts.designations = {asked};
}

void HaveExchange(AfterOptOut& after) {
  const int many = *rc::gen::inRange(0, 4);
  for (int key = 1; key <= many; ++key) {
    Communication one = CallOut(after.out + absl::Minutes(*rc::gen::inRange(-600, 2000)));
    one.key = key;
    one.channel = *AChannel();
    one.direction =
        *rc::gen::element(Direction::kInbound, Direction::kInbound, Direction::kOutbound);
    one.asks_to_stop = one.direction == Direction::kInbound && *rc::gen::inRange(0, 4) == 0;
    after.facts.communications.push_back(one);
  }
}

void HaveAct(AfterOptOut& after) {
  Act& act = after.act = CallAboutTheFirst();
  act.channel = *AChannel();
  act.purpose = *rc::gen::element(Purpose::kDemand, Purpose::kReminder, Purpose::kNegotiation,
                                  Purpose::kStatement, Purpose::kBalanceUpdate, Purpose::kReceipt,
                                  Purpose::kReply, Purpose::kRequested, Purpose::kSupport,
                                  Purpose::kConsentRequest, Purpose::kOptOutConfirmation,
                                  Purpose::kStatutory, Purpose::kUnrelated);
  if (act.purpose == Purpose::kStatutory) {
    act.statutory = *rc::gen::element(StatutoryKind::kNone, StatutoryKind::kRequiredMedium,
                                      StatutoryKind::kTermination, StatutoryKind::kVerification);
  }
  if (*rc::gen::inRange(0, 3) == 0) act.content.features.Add(Feature::kAddsToConfirmation);
  const int key = *rc::gen::inRange(0, 5);
  if (key > 0) act.in_reply_to = key;
  after.now = after.out + absl::Minutes(*rc::gen::inRange(0, 500'000));
}

bool IsOfItsScope(const AfterOptOut& after) {
  return after.designation().channels.Admits(after.act.channel);
}

// The purposes that the house exempts by name: a bare confirmation and what a law wants by this
// very medium; and, of a request to cease, a law's notices and what the person gets anyway.
bool IsExempt(const AfterOptOut& after) {
  const Act& act = after.act;
  if (act.content.features.Has(Feature::kAddsToConfirmation)) return false;
  if (after.designation().kind == DesignationKind::kCease) {
    return act.purpose == Purpose::kStatutory || act.purpose == Purpose::kReceipt ||
           act.purpose == Purpose::kRequested;
  }
  return act.purpose == Purpose::kOptOutConfirmation ||
         act.statutory == StatutoryKind::kRequiredMedium;
}

// One answer by the same channel to what the person sent after it, that does not ask to stop.
bool IsLicensed(const AfterOptOut& after) {
  const auto& all = after.facts.communications;
  const auto asked = std::find_if(all.begin(), all.end(), [&](const Communication& one) {
    return after.act.in_reply_to == one.key && one.direction == Direction::kInbound &&
           one.channel == after.act.channel && after.out < one.at && one.at <= after.now &&
           !one.asks_to_stop;
  });
  if (asked == all.end()) return false;
  return std::none_of(all.begin(), all.end(), [&](const Communication& one) {
    return one.direction == Direction::kOutbound && one.channel == after.act.channel &&
           asked->at <= one.at && one.at <= after.now;
  });
}

RC_GTEST_PROP(TheHouse, LetsNothingThroughAfterAnOptOutButWhatItsRulesName, ()) {
  static const auto* const kHouse = new auto(TheBook("HOUSE.CONSIDERATE"));
  AfterOptOut after;
  HaveDesignation(after);
  HaveExchange(after);
  HaveAct(after);
  if (!IsOfItsScope(after)) return;
  const Verdict verdict = Ask(after.act, after.facts, *kHouse, after.now);
  RC_CLASSIFY(IsLicensed(after), "licensed");
  RC_ASSERT(verdict.decision == GateDecision::kRefuse || IsExempt(after) || IsLicensed(after));
  if (IsExempt(after) || verdict.decision == GateDecision::kRefuse) return;
  // The answer is spent as soon as it is given.
  Communication answer = CallOut(after.now, Outcome::kDelivered);
  answer.key = 9;
  answer.channel = after.act.channel;
  after.facts.communications.push_back(answer);
  const absl::Time later = after.now + absl::Minutes(*rc::gen::inRange(0, 500'000));
  RC_ASSERT(Ask(after.act, after.facts, *kHouse, later).decision == GateDecision::kRefuse);
}

}  // namespace
}  // namespace parley::policy
