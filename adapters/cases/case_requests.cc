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

Designation ReadDesignation(const Json& one, const CaseNames& names, const Facts& facts) {
  Designation read;
  read.kind = DesignationNamed(TextOf(one, "kind"));
  read.person = PersonOf(one, names, facts);
  read.since = InstantAt(one, "received_at")
                   .value_or(InstantAt(one, "recorded_at").value_or(absl::InfinitePast()));
  read.lifted = InstantAt(one, "lifted_at");
  read.debts = names.Debts(Member(one, "debts"));
  read.channels = ReadChannels(Member(one, "media"));
  read.point = names.Point(read.person, TextOf(one, "point"));
  read.place = PlaceNamed(TextOf(one, "place"));
  for (const Json& hours : Member(one, "windows")) {
    read.closed.push_back(ReadHours(hours));
    read.closed.back().within = WithinOf(one);
  }
  read.confirmed_in_writing = InstantAt(one, "written_confirmation_at");
  return read;
}

Dispute ReadDispute(const Json& one, const CaseNames& names) {
  Dispute read;
  read.debts = names.Debts(Member(one, "debts"));
  const std::string medium = TextOf(one, "medium");
  read.in_writing = !IsFalse(one, "in_writing") && medium != "oral" && medium != "call";
  read.received = InstantAt(one, "received_at").value_or(absl::InfinitePast());
  read.submitted = InstantAt(one, "submitted_at").value_or(read.received);
  read.cleared = InstantAt(one, "cleared_at");
  if (Has(one, "undisputed_amount")) read.undisputed = MinorOf(one.at("undisputed_amount"));
  return read;
}

Pause ReadPause(const Json& one, const CaseNames& names, const Facts& facts) {
  Pause read;
  read.person = PersonOf(one, names, facts);
  read.debts = names.Debts(Member(one, "debts"));
  read.crisis = TextOf(one, "type") != "standard";
  read.registered = DayOf(TextOf(one, "register_entry"));
  for (const auto& [name, value] : one.items()) {
    const bool ends = name.starts_with("treatment_end") || name.starts_with("treatment_until");
    if (ends && value.is_string()) read.treatment_ended = DayAt(one, name);
  }
  for (const char* name : {"cancelled_at", "cancelled_on"}) {
    if (Has(one, name)) read.cancelled = DayAt(one, name);
  }
  return read;
}

// A notice that names the collector and one recipient, and can be answered as easily as it came.
bool IsSoundNotice(const Json& one) {
  const std::string method = TextOf(one, "method");
  const auto holds = [&](const char* word) { return absl::StrContains(method, word); };
  const bool on_paper = TextOf(one, "form") == "letter" || TextOf(one, "form") == "paper";
  const bool by_phone = holds("call") || holds("phone");
  const bool by_post = holds("paper") || holds("post") || holds("letter") ||
                       (holds("mail") && !holds("email")) || holds("written");
  const bool simple = !method.empty() && !by_phone && (on_paper || !by_post);
  return simple && !IsFalse(one, "disclosure_clear") && !IsFalse(one, "names_collector") &&
         TextOf(one, "recipient") != "both" && !IsFalse(one, "clear");
}

std::optional<AddressAct> ActOf(const Json& one) {
  const std::string did = TextOf(one, "did");
  if (did == "portal_entry") {
    const bool beside = IsTrue(one, "disclosure_clear");
    return beside ? AddressAct::kTypedBesideNotice : AddressAct::kTypedWithoutNotice;
  }
  if (did == "domain") {
    if (!IsFalse(one, "public")) return std::nullopt;
    return AddressAct::kNonPublicDomain;
  }
  if (TextOf(one, "result") == "reassigned") return AddressAct::kNumberReassigned;
  return AddressActNamed(did);
}

void ReadAddress(const Json& one, Facts& facts) {
  const std::optional<AddressAct> act = ActOf(one);
  if (!act.has_value()) throw CaseFault{"the word is unknown: " + TextOf(one, "did")};
  facts.addresses.push_back({.act = *act,
                             .day = DayAt(one, Has(one, "sent") ? "sent" : "at"),
                             .opted_out = IsTrue(one, "consumer_opted_out"),
                             .sound = IsSoundNotice(one),
                             .opt_out_by = DayAt(one, "opt_out_by")});
}

}  // namespace

DayWindow ReadHours(const Json& hours) {
  DayWindow window;
  for (const Json& day : Member(hours, "days")) {
    const int number = day.get<int>();
    if (number < 0 || number > 6) throw CaseFault{"no day of the week: " + day.dump()};
    window.days.Add(kWeek.begin()[number]);
  }
  if (!Has(hours, "days")) window.days = kWeek;
  window.from = MinuteOf(TextOf(hours, "from"));
  window.to = MinuteOf(TextOf(hours, "to"));
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
      facts.disputes.push_back(ReadDispute(one, names));
    }
  }
  for (const Json& one : Member(given, "moratoria")) {
    facts.pauses.push_back(ReadPause(one, names, facts));
  }
  for (const Json& one : Member(given, "address_history")) ReadAddress(one, facts);
}

}  // namespace parley::cases
