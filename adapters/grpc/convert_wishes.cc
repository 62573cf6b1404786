// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_wishes.h"

#include <array>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/grpc/convert_record_words.h"

namespace parley::grpc_api {
namespace {

// Of all that somebody may ask to be respected, what is an inconvenience.
constexpr auto kKinds = std::to_array<std::pair<v1::InconvenienceKind, DesignationKind>>({
    {v1::INCONVENIENCE_KIND_TIME, DesignationKind::kInconvenientTime},
    {v1::INCONVENIENCE_KIND_PLACE, DesignationKind::kInconvenientPlace},
    {v1::INCONVENIENCE_KIND_EMPLOYER_PROHIBITS, DesignationKind::kEmployerProhibits},
    {v1::INCONVENIENCE_KIND_NOT_AT_WORK_ORAL, DesignationKind::kNotAtWorkOral},
});

DesignationKind ReadKind(v1::InconvenienceKind kind) {
  for (const auto& [word, known] : kKinds) {
    if (word == kind) return known;
  }
  return DesignationKind::kInconvenientTime;
}

v1::InconvenienceKind WriteKind(DesignationKind kind) {
  for (const auto& [word, known] : kKinds) {
    if (known == kind) return word;
  }
  return v1::INCONVENIENCE_KIND_UNSPECIFIED;
}

}  // namespace

ContactWishes::Liking ReadLiking(const v1::Preferences& in, Violations& violations) {
  ContactWishes::Liking liking;
  for (int at = 0; at < in.channels_size(); ++at) {
    const v1::ChannelRanking& ranking = in.channels(at);
    ChannelRanking& read = liking.preferences.channels.emplace_back();
    if (ranking.purpose() != v1::PURPOSE_UNSPECIFIED) {
      read.purpose = static_cast<Purpose>(ranking.purpose());
    }
    read.ranked = ReadWords<Channel>(
        ranking.channels(), absl::StrCat("preferences.channels[", at, "].channels"), violations);
  }
  liking.preferences.languages.assign(in.languages().begin(), in.languages().end());
  liking.preferences.formats =
      ReadWordSet<AccessibleFormat>(in.formats(), "preferences.formats", violations);
  liking.work_hours = ReadHours(in.work_hours(), "preferences.work_hours", violations);
  Violations more;
  CheckLiking(liking, more);
  AddOnce(violations, more);
  return liking;
}

Inconvenience ReadInconvenience(DebtorId debtor, const v1::Inconvenience& in, absl::Time now,
                                Violations& violations) {
  Inconvenience read;
  read.kind = ReadKind(in.kind());
  read.closed = ReadHours(in.closed(), "inconvenience.closed", violations);
  read.place = ReadPlace(in.place());
  read.point = ReadPointOf(debtor, in.contact_point(), "inconvenience.contact_point", violations);
  read.words = SensitiveText(in.words());
  read.confirmed_in_writing =
      ReadTime(in.has_confirm_time(), in.confirm_time(), "inconvenience.confirm_time", violations);
  read.until =
      ReadTime(in.has_until_time(), in.until_time(), "inconvenience.until_time", violations);
  read.provenance = ReadProvenance(in, "inconvenience", now, violations);
  if (in.kind() == v1::INCONVENIENCE_KIND_UNSPECIFIED) return read;
  Violations more;
  CheckInconvenience(read, "inconvenience", more);
  AddOnce(violations, more);
  return read;
}

Location ReadLocation(const v1::Location& in, const TimeZones& zones, absl::Time now,
                      Violations& violations) {
  Location read;
  read.source = static_cast<LocationSource>(in.learnt_from());
  read.time_zones.assign(in.time_zones().begin(), in.time_zones().end());
  read.region = in.region();
  read.place = ReadPlace(in.place());
  read.until = ReadTime(in.has_until_time(), in.until_time(), "location.until_time", violations);
  read.provenance = ReadProvenance(in, "location", now, violations);
  Violations more;
  CheckPlaces(read, zones, "location", more);
  AddOnce(violations, more);
  return read;
}

void WriteLiking(const ContactWishes::Liking& liking, v1::Preferences& out) {
  for (const ChannelRanking& ranking : liking.preferences.channels) {
    v1::ChannelRanking& one = *out.add_channels();
    if (ranking.purpose.has_value()) one.set_purpose(static_cast<v1::Purpose>(*ranking.purpose));
    for (const Channel channel : ranking.ranked) {
      one.add_channels(static_cast<v1::Channel>(channel));
    }
  }
  const auto& languages = liking.preferences.languages;
  out.mutable_languages()->Assign(languages.begin(), languages.end());
  WriteWordSet<v1::AccessibleFormat>(liking.preferences.formats, *out.mutable_formats());
  WriteHours(liking.work_hours, *out.mutable_work_hours());
}

void WriteInconvenience(DebtorId debtor, const Inconvenience& inconvenience,
                        v1::Inconvenience& out) {
  out.set_name(NameOf(PartName<InconvenienceId>{debtor, inconvenience.id}));
  out.set_kind(WriteKind(inconvenience.kind));
  WriteHours(inconvenience.closed, *out.mutable_closed());
  out.set_place(WritePlace(inconvenience.place));
  if (inconvenience.point.has_value()) {
    out.set_contact_point(NameOf(ContactPointName{debtor, *inconvenience.point}));
  }
  out.set_words(inconvenience.words.Reveal());
  if (inconvenience.confirmed_in_writing.has_value()) {
    Write(*inconvenience.confirmed_in_writing, *out.mutable_confirm_time());
  }
  if (inconvenience.until.has_value()) Write(*inconvenience.until, *out.mutable_until_time());
  WriteProvenance(inconvenience.provenance, out);
}

void WriteLocation(const Location& location, v1::Location& out) {
  out.set_learnt_from(static_cast<v1::LocationSource>(location.source));
  out.mutable_time_zones()->Assign(location.time_zones.begin(), location.time_zones.end());
  out.set_region(location.region);
  out.set_place(WritePlace(location.place));
  if (location.until.has_value()) Write(*location.until, *out.mutable_until_time());
  WriteProvenance(location.provenance, out);
}

}  // namespace parley::grpc_api
