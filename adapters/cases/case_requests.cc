// SPDX-License-Identifier: Apache-2.0
#include "adapters/cases/case_requests.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "absl/strings/match.h"
#include "adapters/cases/case_words.h"

namespace parley::cases {
namespace {

constexpr auto kWeek = {absl::Weekday::monday,   absl::Weekday::tuesday, absl::Weekday::wednesday,
                        absl::Weekday::thursday, absl::Weekday::friday,  absl::Weekday::saturday,
                        absl::Weekday::sunday};

EnumSet<Channel> ReadChannels(const Json& media) {
  EnumSet<Channel> channels;
  for (const Json& medium : media) channels.Add(ChannelNamed(medium.get<std::string>()));
  return channels;
}

std::uint8_t PersonOf(const Json& one, const CaseNames& names, const Facts& facts) {
  return Has(one, "person") ? names.Person(TextOf(one, "person")) : facts.debtor;
}

std::optional<Period> WithinOf(const Json& one) {
  if (!Has(one, "from_date") && !Has(one, "until_date")) return std::nullopt;
  return Period{DayAt(one, "from_date").value_or(Day(kFirstYear, 1, 1)),
                DayAt(one, "until_date").value_or(Day(kLastYear, 12, 31))};
}

Consent ReadConsent(const Json& one, const CaseNames& names, const Facts& facts) {
  Consent consent;
  consent.kind = ConsentNamed(TextOf(one, "kind"));
  consent.person = PersonOf(one, names, facts);
  consent.point = names.Point(consent.person, TextOf(one, "point"));
  consent.debts = names.Debts(Member(one, "debts"));
  consent.given_to_us = TextOf(one, "given_to") == "this_collector";
  consent.received = InstantAt(one, "received_at").value_or(absl::InfinitePast());
  consent.revoked = InstantAt(one, Has(one, "revoked_at") ? "revoked_at" : "expires_at");
  consent.channels = ReadChannels(Member(one, "media"));
  for (const Json& day : Member(one, "only_dates")) {
    consent.only_days.push_back(DayOf(day.get<std::string>()));
  }
  if (Has(one, "from_time") && Has(one, "to_time")) {
    DayWindow hours{.days = kWeek, .from = MinuteOf(TextOf(one, "from_time"))};
    hours.to = MinuteOf(TextOf(one, "to_time"));
    consent.hours.push_back(hours);
  }
  return consent;
}

// A request to cease binds in writing, and by electronic media that the collector accepts.
bool IsInForm(const Json& one, DesignationKind kind) {
  if (kind != DesignationKind::kCease) return true;
  return TextOf(one, "form") != "oral" && !IsFalse(one, "accepted_medium");
}

// Some requests are about a debt; the others are about the person, whatever debt they were told
// for.
bool IsOfDebts(DesignationKind kind) {
  return kind == DesignationKind::kCease || kind == DesignationKind::kRepresented ||
         kind == DesignationKind::kWithAdviser;
}

// Received, where that is told; else from when on it was known.
absl::Time SinceOf(const Json& one) {
  for (const char* name : {"received_at", "recorded_at", "started_at", "since"}) {
    if (Has(one, name)) return InstantOf(TextOf(one, name));
  }
  return absl::InfinitePast();
}

// The hours that a person closed: a list, or those that stand in the request itself.
std::vector<DayWindow> ReadClosed(const Json& one) {
  std::vector<DayWindow> closed;
  for (const Json& hours : Member(one, "windows")) closed.push_back(ReadHours(hours));
  if (!Has(one, "windows")) closed.push_back(ReadHours(one));
  for (DayWindow& hours : closed) hours.within = WithinOf(one);
  return closed;
}

Designation ReadDesignation(const Json& one, const CaseNames& names, const Facts& facts) {
  Designation read;
  read.kind = DesignationNamed(TextOf(one, "kind"));
  read.person = PersonOf(one, names, facts);
  read.since = SinceOf(one);
  read.lifted = InstantAt(one, "lifted_at");
  if (IsOfDebts(read.kind)) read.debts = names.Debts(Member(one, "debts"));
  read.channels = ReadChannels(Member(one, "media"));
  read.point = names.Point(read.person, TextOf(one, "point"));
  read.place = PlaceNamed(TextOf(one, "place"));
  if (read.kind == DesignationKind::kInconvenientTime) read.closed = ReadClosed(one);
  read.confirmed_in_writing = InstantAt(one, "written_confirmation_at");
  return read;
}

// What is left of the debts when a part of them is in dispute; none where it is all of them, or
// nobody knows.
std::optional<std::int64_t> UndisputedOf(const Json& one, DebtSet debts, const Facts& facts) {
  if (Has(one, "undisputed_amount")) return MinorOf(one.at("undisputed_amount"));
  if (!Has(one, "portion_disputed")) return std::nullopt;
  std::int64_t owed = 0;
  for (std::size_t at = 0; at < facts.debts.size(); ++at) {
    const std::optional<std::int64_t>& balance = facts.debts[at].balance;
    if (!debts.Has(at)) continue;
    if (!balance.has_value()) return std::nullopt;
    owed += *balance;
  }
  return owed - MinorOf(one.at("portion_disputed"));
}

Dispute ReadDispute(const Json& one, const CaseNames& names, const Facts& facts) {
  Dispute read;
  read.debts = names.Debts(Member(one, "debts"));
  const std::string medium = TextOf(one, "medium");
  read.in_writing = !IsFalse(one, "in_writing") && !IsFalse(one, "accepted_medium") &&
                    medium != "oral" && medium != "call";
  read.received = InstantAt(one, "received_at").value_or(absl::InfinitePast());
  read.submitted = InstantAt(one, Has(one, "submitted_at") ? "submitted_at" : "posted_at")
                       .value_or(read.received);
  read.cleared = InstantAt(one, "cleared_at");
  read.undisputed = UndisputedOf(one, read.debts, facts);
  return read;
}

Pause ReadPause(const Json& one, const CaseNames& names, const Facts& facts) {
  Pause read;
  read.person = PersonOf(one, names, facts);
  read.debts = names.Debts(Member(one, "debts"));
  read.crisis = TextOf(one, "type") != "standard";
  read.registered = DayOf(TextOf(one, "register_entry"));
  for (const auto& [name, value] : one.items()) {
    const bool ends = absl::StrContains(name, "treatment") && !absl::StrContains(name, "start");
    if (ends && value.is_string()) read.treatment_ended = DayAt(one, name);
  }
  for (const char* name : {"cancelled_at", "cancelled_on"}) {
    if (Has(one, name)) read.cancelled = DayAt(one, name);
  }
  return read;
}

// A notice that names the collector and one recipient, and can be answered as easily as it came.
// Whatever else is told of it is what it must be, too.
bool IsSoundNotice(const Json& one) {
  const bool on_paper = TextOf(one, "form") == "letter" || TextOf(one, "form") == "paper";
  const bool lacks = std::any_of(one.items().begin(), one.items().end(), [](const auto& item) {
    return item.key() != "consumer_opted_out" && item.value() == false;
  });
  return !lacks && IsSimpleWay(TextOf(one, "method"), on_paper) &&
         TextOf(one, "recipient") != "both";
}

// That the consumer took back what they had agreed to.
bool Withdraws(const Json& one) {
  const std::string did = TextOf(one, "did");
  return did.starts_with("withdr") || did.starts_with("revoke") || did.starts_with("opted_out");
}

std::optional<AddressAct> ActOf(const Json& one) {
  const std::string did = TextOf(one, "did");
  if (did == "portal_entry") {
    const bool beside = IsTrue(one, "disclosure_clear");
    return beside ? AddressAct::kTypedBesideNotice : AddressAct::kTypedWithoutNotice;
  }
  if (did == "domain") {
    return IsFalse(one, "public") ? AddressAct::kNonPublicDomain : AddressAct::kCurrent;
  }
  if (TextOf(one, "result") == "reassigned") return AddressAct::kNumberReassigned;
  return AddressActNamed(did);
}

void ReadAddress(const Json& one, Facts& facts) {
  const std::optional<AddressAct> act = ActOf(one);
  if (!act.has_value()) throw CaseFault{"the word is unknown: " + TextOf(one, "did")};
  facts.addresses.push_back({.act = *act,
                             .day = DayAt(one, Has(one, "sent") ? "sent" : "at"),
                             .opted_out = IsTrue(one, "consumer_opted_out") || Withdraws(one),
                             .sound = IsSoundNotice(one),
                             .opt_out_by = DayAt(one, "opt_out_by")});
}

}  // namespace

DayWindow ReadHours(const Json& hours) {
  DayWindow window;
  const char* const days = Has(hours, "days") ? "days" : "weekdays";
  for (const Json& day : Member(hours, days)) {
    const int number = day.get<int>();
    if (number < 0 || number > 6) throw CaseFault{"no day of the week: " + day.dump()};
    window.days.Add(kWeek.begin()[number]);
  }
  if (!Has(hours, days)) window.days = kWeek;
  window.from = Has(hours, "from") ? MinuteOf(TextOf(hours, "from")) : std::int16_t{0};
  window.to = MinuteOf(Has(hours, "to") ? TextOf(hours, "to") : "24:00");
  return window;
}

void ReadRequests(const Json& given, const CaseNames& names, Facts& facts) {
  for (const Json& one : Member(given, "consents")) {
    facts.consents.push_back(ReadConsent(one, names, facts));
  }
  for (const Json& one : Member(given, "designations")) {
    const Designation read = ReadDesignation(one, names, facts);
    if (IsInForm(one, read.kind)) facts.designations.push_back(read);
  }
  for (const Json& one : Member(given, "holds")) {
    if (TextOf(one, "kind") == "with_debt_adviser") {
      facts.designations.push_back(ReadDesignation(one, names, facts));
    } else {
      facts.disputes.push_back(ReadDispute(one, names, facts));
    }
  }
  for (const Json& one : Member(given, "moratoria")) {
    facts.pauses.push_back(ReadPause(one, names, facts));
  }
  for (const Json& one : Member(given, "address_history")) ReadAddress(one, facts);
}

}  // namespace parley::cases
