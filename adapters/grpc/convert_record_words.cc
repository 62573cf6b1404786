// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_record_words.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"

namespace parley::grpc_api {
namespace {

constexpr int kMinutesOfHour = 60;
constexpr std::size_t kClockLength = 5;
constexpr std::size_t kColon = 2;
constexpr int kDaysOfWeek = 7;

// "08:30", and "24:00" where a day ends.
std::optional<std::int16_t> ParseClock(std::string_view text) {
  if (text.size() != kClockLength || text[kColon] != ':') return std::nullopt;
  int hour = 0;
  int minute = 0;
  for (const std::size_t at : {0U, 1U, 3U, 4U}) {
    if (text[at] < '0' || text[at] > '9') return std::nullopt;
  }
  const bool read = absl::SimpleAtoi(std::string(text.substr(0, kColon)), &hour) &&
                    absl::SimpleAtoi(std::string(text.substr(kColon + 1)), &minute);
  const int minutes = hour * kMinutesOfHour + minute;
  if (!read || minute >= kMinutesOfHour || minutes > kMinutesOfDay) return std::nullopt;
  return static_cast<std::int16_t>(minutes);
}

std::int16_t ReadClock(const std::string& text, const std::string& field, Violations& violations) {
  const auto minutes = ParseClock(text);
  if (!minutes.has_value() && !text.empty()) AddOnce(violations, field, Fault::kMalformed);
  return minutes.value_or(0);
}

std::string ClockText(std::int16_t minutes) {
  return absl::StrFormat("%02d:%02d", minutes / kMinutesOfHour, minutes % kMinutesOfHour);
}

std::optional<Period> ReadDays(const v1::WeeklyHours& in, const std::string& field,
                               Violations& violations) {
  const auto from = ReadDay(in.from_date(), field + ".from_date", violations);
  const auto until = ReadDay(in.until_date(), field + ".until_date", violations);
  if (!from.has_value() && !until.has_value()) return std::nullopt;
  return Period{from.value_or(Day(kFirstYear, 1, 1)), until.value_or(Day::max())};
}

DayWindow ReadWindow(const v1::WeeklyHours& in, const std::string& field, Violations& violations) {
  DayWindow window;
  for (const int day : ReadWords<int>(in.weekdays(), field + ".weekdays", violations)) {
    // The API counts from one more.
    if (day > 0) window.days.Add(static_cast<absl::Weekday>(day - 1));
  }
  window.from = ReadClock(in.from(), field + ".from", violations);
  window.to = ReadClock(in.to(), field + ".to", violations);
  window.within = ReadDays(in, field, violations);
  return window;
}

}  // namespace

std::optional<ContactPointId> ReadPointOf(DebtorId debtor, const std::string& text,
                                          const std::string& field, Violations& violations) {
  if (text.empty()) return std::nullopt;
  const auto name = ReadContactPointName(text, field, violations);
  if (!name.has_value()) return std::nullopt;
  if (name->debtor != debtor) AddOnce(violations, field, Fault::kReferenceUnknown);
  return name->point;
}

ContactScope ReadScope(DebtorId debtor, const v1::ContactScope& in, const std::string& field,
                       Violations& violations) {
  ContactScope scope;
  scope.point = ReadPointOf(debtor, in.contact_point(), field + ".contact_point", violations);
  if (in.channel() != v1::CHANNEL_UNSPECIFIED) scope.channel = static_cast<Channel>(in.channel());
  if (in.purpose() != v1::PURPOSE_UNSPECIFIED) scope.purpose = static_cast<Purpose>(in.purpose());
  return scope;
}

std::vector<DayWindow> ReadHours(const google::protobuf::RepeatedPtrField<v1::WeeklyHours>& in,
                                 const std::string& field, Violations& violations) {
  std::vector<DayWindow> hours;
  for (int at = 0; at < in.size(); ++at) {
    hours.push_back(ReadWindow(in.Get(at), absl::StrCat(field, "[", at, "]"), violations));
  }
  return hours;
}

Place ReadPlace(v1::Place place) {
  return place == v1::PLACE_UNSPECIFIED ? Place::kNone : static_cast<Place>(place - 1);
}

PointClass ReadPointClass(v1::PointClass kind) {
  return kind == v1::POINT_CLASS_UNSPECIFIED ? PointClass::kUnknown
                                             : static_cast<PointClass>(kind - 1);
}

void WriteScope(DebtorId debtor, const ContactScope& scope, v1::ContactScope& out) {
  if (scope.point.has_value()) {
    out.set_contact_point(NameOf(ContactPointName{debtor, *scope.point}));
  }
  if (scope.channel.has_value()) out.set_channel(static_cast<v1::Channel>(*scope.channel));
  if (scope.purpose.has_value()) out.set_purpose(static_cast<v1::Purpose>(*scope.purpose));
}

void WriteHours(const std::vector<DayWindow>& hours,
                google::protobuf::RepeatedPtrField<v1::WeeklyHours>& out) {
  for (const DayWindow& window : hours) {
    v1::WeeklyHours& one = *out.Add();
    for (int day = 0; day < kDaysOfWeek; ++day) {
      if (!window.days.Has(static_cast<absl::Weekday>(day))) continue;
      one.add_weekdays(static_cast<v1::Weekday>(day + 1));
    }
    one.set_from(ClockText(window.from));
    one.set_to(ClockText(window.to));
    if (!window.within.has_value()) continue;
    if (window.within->from > Day(kFirstYear, 1, 1)) {
      one.set_from_date(FormatDay(window.within->from));
    }
    if (window.within->to < Day::max()) one.set_until_date(FormatDay(window.within->to));
  }
}

v1::Place WritePlace(Place place) { return static_cast<v1::Place>(static_cast<int>(place) + 1); }

v1::PointClass WritePointClass(PointClass kind) {
  return static_cast<v1::PointClass>(static_cast<int>(kind) + 1);
}

}  // namespace parley::grpc_api
