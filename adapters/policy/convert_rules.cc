// SPDX-License-Identifier: Apache-2.0
#include "adapters/policy/convert_rules.h"

#include <optional>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "adapters/policy/words.h"

namespace parley::policy {
namespace {

namespace pb = parley::policy::v1;

// "08:00" to "24:00" as a minute of the day.
std::optional<std::int16_t> ReadMinute(const std::string& text) {
  int hour = 0;
  int minute = 0;
  if (text.size() != 5 || text[2] != ':' || !absl::SimpleAtoi(text.substr(0, 2), &hour) ||
      !absl::SimpleAtoi(text.substr(3), &minute) || hour < 0 || minute < 0 || minute > 59 ||
      hour * 60 + minute > kMinutesOfDay) {
    return std::nullopt;
  }
  return static_cast<std::int16_t>(hour * 60 + minute);
}

constexpr auto kWeek = {absl::Weekday::monday,   absl::Weekday::tuesday, absl::Weekday::wednesday,
                        absl::Weekday::thursday, absl::Weekday::friday,  absl::Weekday::saturday,
                        absl::Weekday::sunday};

DayWindow ReadWindow(const pb::DayWindow& proto, const std::string& path, TextFile& file) {
  DayWindow window;
  for (const int day : proto.days()) {
    if (day >= 1 && day <= 7) window.days.Add(kWeek.begin()[day - 1]);
  }
  if (proto.days().empty()) window.days = kWeek;
  const std::optional<std::int16_t> from = ReadMinute(proto.from());
  const std::optional<std::int16_t> to = ReadMinute(proto.to());
  if (!from.has_value()) file.Fault(path + ".from", "is no hour such as 08:00");
  if (!to.has_value()) file.Fault(path + ".to", "is no hour such as 21:00");
  window.from = from.value_or(0);
  window.to = to.value_or(kMinutesOfDay);
  return window;
}

RuleZone ReadZone(pb::ZoneOf whose, const std::string& name, const std::string& path,
                  FindZone find_zone, TextFile& file) {
  RuleZone zone;
  if (whose == pb::ZONE_OF_PRIMARY) zone.whose = RuleZone::Whose::kPrimary;
  if (whose != pb::ZONE_OF_FIXED) return zone;
  zone.whose = RuleZone::Whose::kFixed;
  if (!find_zone(name, &zone.fixed)) file.Fault(path + ".zone", "is no IANA time zone");
  return zone;
}

std::optional<ReplyOnce> ReadReply(bool given, const pb::ReplyOnce& proto) {
  if (!given) return std::nullopt;
  return ReplyOnce{proto.same_day()};
}

Rebuttal ReadRebuttal(const pb::Rebuttal& proto) {
  return {ReadWords<RebuttalFactor, pb::RebuttalFactor>(proto.factors()),
          {proto.records().begin(), proto.records().end()}};
}

std::optional<int> Positive(int number) {
  return number > 0 ? std::optional(number) : std::nullopt;
}

TimeWindow Read(const pb::TimeWindow& proto, const std::string& path, FindZone find_zone,
                TextFile& file) {
  TimeWindow kind;
  for (int at = 0; at < proto.windows_size(); ++at) {
    kind.windows.push_back(
        ReadWindow(proto.windows(at), absl::StrCat(path, ".windows[", at, "]"), file));
  }
  kind.zone = ReadZone(proto.zone_of(), proto.zone(), path, find_zone, file);
  kind.closed_on.id = proto.closed_on();
  kind.closed_on_holidays = proto.closed_on_holidays();
  kind.work_hours_instead = proto.work_hours_instead();
  kind.relaxed_by_consent = proto.relaxed_by_consent();
  return kind;
}

DesignatedTime Read(const pb::DesignatedHours& proto) {
  DesignatedTime kind;
  if (proto.zone_of() == pb::ZONE_OF_PRIMARY) kind.zone.whose = RuleZone::Whose::kPrimary;
  kind.reply_once = ReadReply(proto.has_reply_once(), proto.reply_once());
  kind.relaxed_by_consent = proto.relaxed_by_consent();
  return kind;
}

FrequencyCap::Figure ReadFigure(pb::Figure figure) {
  if (figure == pb::FIGURE_FIRM_ELECTRONIC) return FrequencyCap::Figure::kFirmElectronic;
  if (figure == pb::FIGURE_FIRM_CUMULATIVE) return FrequencyCap::Figure::kFirmCumulative;
  return FrequencyCap::Figure::kOfTheRule;
}

FrequencyCap Read(const pb::FrequencyCap& proto) {
  FrequencyCap kind;
  kind.per_debt = !proto.over_all_debts();
  kind.figure = ReadFigure(proto.figure());
  kind.limit = proto.limit();
  kind.days = proto.days();
  kind.except_outcomes = ReadWords<Outcome, pb::Outcome>(proto.except_outcomes());
  kind.only_outcomes = ReadWords<Outcome, pb::Outcome>(proto.only_outcomes());
  kind.except_misdirected = proto.except_misdirected();
  kind.except_consented = proto.except_consented();
  kind.thread_once = proto.thread_once();
  kind.refuses = proto.refuses();
  kind.rebuttal = ReadRebuttal(proto.rebuttal());
  return kind;
}

Cooldown Read(const pb::Cooldown& proto) {
  return {.per_debt = !proto.over_all_debts(),
          .days = proto.days(),
          .triggers = ReadWords<Channel, parley::v1::Channel>(proto.triggers()),
          .except_consented = proto.except_consented(),
          .rebuttal = ReadRebuttal(proto.rebuttal())};
}

Suppression Read(const pb::Suppression& proto, const std::string& path, TextFile& file) {
  Suppression kind;
  const auto designation = ReadOptionalWord<DesignationKind>(proto.designation());
  if (!designation.has_value()) file.Fault(path + ".designation", "is missing");
  kind.designation = designation.value_or(DesignationKind::kStopMedium);
  if (proto.of_debt()) kind.scope = Suppression::Scope::kDebt;
  kind.at_place = proto.at_place();
  kind.at_point = proto.at_point();
  kind.lapses_after_days = Positive(proto.lapses_after_days());
  kind.confirmed_within_days = Positive(proto.confirmed_within_days());
  kind.lifted_by = ReadWords<Circumstance, pb::Circumstance>(proto.lifted_by());
  kind.reply_once = ReadReply(proto.has_reply_once(), proto.reply_once());
  return kind;
}

ConsentRequired Read(const pb::ConsentRequired& proto, const std::string& path, TextFile& file) {
  const auto consent = ReadOptionalWord<ConsentKind>(proto.consent());
  if (!consent.has_value()) file.Fault(path + ".consent", "is missing");
  return {consent.value_or(ConsentKind::kUseAddress), !proto.given_to_anybody()};
}

KnownAddress Read(const pb::KnownAddress& proto) {
  return {.routes = ReadWords<AddressRoute, pb::AddressRoute>(proto.routes()),
          .employers_only = proto.employers_only(),
          .where_required = proto.where_required(),
          .notice_days = proto.notice_days(),
          .fresh_days = proto.fresh_days()};
}

RequiredContent Read(const pb::RequiredContent& proto, const std::string& path, TextFile& file) {
  RequiredContent kind;
  const auto element = ReadOptionalWord<Element>(proto.element());
  if (!element.has_value()) file.Fault(path + ".element", "is missing");
  kind.element = element.value_or(Element::kOptOut);
  kind.when = ReadOptionalWord<Circumstance>(proto.when());
  kind.condition = !proto.advice();
  kind.unread_is_fine = proto.unread_is_fine();
  kind.disclosures.assign(proto.disclosures().begin(), proto.disclosures().end());
  kind.routing.assign(proto.routing().begin(), proto.routing().end());
  return kind;
}

InitialCommunication Read(const pb::InitialCommunication& proto) {
  return {.no_communication = ReadWords<Purpose, parley::v1::Purpose>(proto.no_communication()),
          .first = {proto.first().begin(), proto.first().end()},
          .later = {proto.later().begin(), proto.later().end()}};
}

WarnPattern Read(const pb::WarnPattern& proto) {
  return {.warning = proto.warning(),
          .when = ReadOptionalWord<Circumstance>(proto.when()),
          .at_least = proto.at_least(),
          .look_back_days = proto.look_back_days(),
          .within_minutes = proto.within_minutes()};
}

DutyRule ReadDuty(const pb::Rule& rule, const std::string& path, TextFile& file) {
  switch (rule.kind_case()) {
    case pb::Rule::kDeadline:
      return Deadline{ReadWordOr(rule.deadline().duty(), Duty::kFirstNotice),
                      rule.deadline().days(),
                      rule.deadline().business_days(),
                      {rule.deadline().calendar()}};
    case pb::Rule::kNoticePeriod:
      return NoticePeriod{rule.notice_period().receipt_days(),
                          {rule.notice_period().calendar()},
                          rule.notice_period().length_days()};
    case pb::Rule::kRetention:
      return Retention{ReadWords<RecordClass, pb::RecordClass>(rule.retention().classes()),
                       rule.retention().years()};
    case pb::Rule::kLateInterest:
      return LateInterest{rule.late_interest().margin_units(),
                          rule.late_interest().compensation_minor_units()};
    case pb::Rule::kCheck:
      return Check{ReadWordOr(rule.check().aspect(), Aspect::kNoticeFields),
                   {rule.check().disclosures().begin(), rule.check().disclosures().end()}};
    case pb::Rule::kAccrualFreeze:
      return AccrualFreeze{};
    default:
      break;
  }
  file.Fault(path, "says nothing that it does");
  return AccrualFreeze{};
}

}  // namespace

RuleKind ReadKind(const pb::Rule& rule, const std::string& path, FindZone find_zone,
                  TextFile& file) {
  switch (rule.kind_case()) {
    case pb::Rule::kScope:
      return Scope{};
    case pb::Rule::kTimeWindow:
      return Read(rule.time_window(), path + ".time_window", find_zone, file);
    case pb::Rule::kDesignatedHours:
      return Read(rule.designated_hours());
    case pb::Rule::kFrequencyCap:
      return Read(rule.frequency_cap());
    case pb::Rule::kCooldown:
      return Read(rule.cooldown());
    case pb::Rule::kSuppression:
      return Read(rule.suppression(), path + ".suppression", file);
    case pb::Rule::kDisputeHold:
      return DisputeHold{rule.dispute_hold().in_writing(), rule.dispute_hold().within_validation(),
                         rule.dispute_hold().rest_may_be_asked(),
                         rule.dispute_hold().oral_record()};
    case pb::Rule::kMoratorium:
      return Moratorium{rule.moratorium().days(), rule.moratorium().tail_days()};
    case pb::Rule::kConsentRequired:
      return Read(rule.consent_required(), path + ".consent_required", file);
    case pb::Rule::kRevocation:
      return Revocation{};
    case pb::Rule::kOneConfirmation:
      return OneConfirmation{};
    case pb::Rule::kKnownAddress:
      return Read(rule.known_address());
    case pb::Rule::kRecipients:
      return Recipients{ReadWords<Relation, pb::Relation>(rule.recipients().may_be_told()),
                        rule.recipients().refuses_others()};
    case pb::Rule::kRequiredContent:
      return Read(rule.required_content(), path + ".required_content", file);
    case pb::Rule::kForbiddenContent:
      return ForbiddenContent{ReadWords<Feature, pb::Feature>(rule.forbidden_content().features())};
    case pb::Rule::kWarnPattern:
      return Read(rule.warn_pattern());
    case pb::Rule::kInitialCommunication:
      return Read(rule.initial_communication());
    default:
      return ReadDuty(rule, path, file);
  }
}

}  // namespace parley::policy
