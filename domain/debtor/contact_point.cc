// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/contact_point.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "domain/common/reason.h"
#include "domain/common/text.h"
#include "domain/debtor/address_form.h"

namespace parley {
namespace {

constexpr int kFailuresOfABadAddress = 3;
constexpr std::size_t kLongestPostalCode = 20;

constexpr auto kTypeWords =
    std::to_array<std::string_view>({"", "PHONE", "EMAIL", "POSTAL", "CHAT"});
constexpr auto kStateWords =
    std::to_array<std::string_view>({"", "UNVERIFIED", "VERIFIED", "SUPPRESSED", "RETIRED"});
constexpr auto kCauseWords =
    std::to_array<std::string_view>({"", "BOUNCE", "COMPLAINT", "WRONG_PERSON", "OPT_OUT"});
constexpr auto kQualityWords =
    std::to_array<std::string_view>({"", "UNTRIED", "GOOD", "DOUBTFUL", "FAILING"});

bool HasForm(PointType type, std::string_view address) {
  switch (type) {
    case PointType::kPhone:
      return IsE164(address);
    case PointType::kEmail:
      return IsEmail(address);
    case PointType::kPostal:
      return IsPostal(address);
    case PointType::kChat:
      return !CheckText(address, kLongestReference).has_value();
  }
  return false;
}

// How little a cause leaves to hope for.
int GravityOf(SuppressionCause cause) {
  switch (cause) {
    case SuppressionCause::kBounce:
      return 0;
    case SuppressionCause::kComplaint:
      return 1;
    case SuppressionCause::kOptOut:
      return 2;
    case SuppressionCause::kWrongPerson:
      return 3;
  }
  return 0;
}

// The point with the graver of its causes, and since when that is one.
KnownPoint BecauseOf(SuppressionCause cause, const KnownPoint& point, absl::Time now) {
  KnownPoint caused = point;
  if (!point.cause.has_value() || GravityOf(*point.cause) < GravityOf(cause)) {
    caused.cause = cause;
    caused.cause_time = now;
  }
  caused.updated_time = now;
  return caused;
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<PointType>() {
  return kTypeWords;
}

template <>
std::span<const std::string_view> WordsOf<PointState>() {
  return kStateWords;
}

template <>
std::span<const std::string_view> WordsOf<SuppressionCause>() {
  return kCauseWords;
}

template <>
std::span<const std::string_view> WordsOf<PointQuality>() {
  return kQualityWords;
}

void CheckContactPoint(const KnownPoint& point, const std::string& field, Violations& violations) {
  CheckProvenance(point.provenance, field, violations);
  const std::string& address = point.address.Reveal();
  if (address.empty()) {
    violations.Add(field + ".address", Fault::kRequired);
  } else if (!HasForm(point.type, address)) {
    violations.Add(field + ".address", Fault::kMalformed);
  }
  const std::string& postal_code = point.postal_code.Reveal();
  AllowText(violations, field + ".postal_code", postal_code, kLongestPostalCode);
  if (!postal_code.empty() && point.type != PointType::kPostal) {
    violations.Add(field + ".postal_code", Fault::kUnknownValue);
  }
  // Post without a country goes nowhere.
  if (point.region.empty() && point.type == PointType::kPostal) {
    violations.Add(field + ".region", Fault::kRequired);
  }
  if (!point.region.empty() && !IsRegion(point.region)) {
    violations.Add(field + ".region", Fault::kRegionMalformed);
  }
}

absl::StatusOr<KnownPoint> RestoreContactPoint(KnownPoint point) {
  const bool named = !point.id.IsNil() && !point.debtor.IsNil() && point.revision >= 1;
  const bool suppressed = point.state == PointState::kSuppressed;
  const bool retired = point.state == PointState::kRetired;
  const bool caused = point.cause.has_value() ? suppressed || retired : !suppressed;
  const bool counted =
      point.failures >= 0 && (point.failures == 0 || point.last_failure.has_value());
  const bool since = point.cause.has_value() == point.cause_time.has_value();
  if (!named || !caused || !since || !counted) return Refuse(Reason::kRecordCorrupt);
  return point;
}

EnumSet<Channel> ChannelsOf(PointType type) {
  switch (type) {
    case PointType::kPhone:
      return {Channel::kCall, Channel::kRinglessVoicemail, Channel::kSms};
    case PointType::kEmail:
      return {Channel::kEmail};
    case PointType::kPostal:
      return {Channel::kLetter, Channel::kPostcard, Channel::kVisit};
    case PointType::kChat:
      return {Channel::kDirectMessage};
  }
  return {};
}

bool IsUsable(const KnownPoint& point) {
  return point.state == PointState::kUnverified || point.state == PointState::kVerified;
}

bool IsTheirs(const KnownPoint& point) {
  return point.state != PointState::kRetired && point.cause != SuppressionCause::kWrongPerson;
}

PointQuality QualityOf(const KnownPoint& point) {
  if (point.failures >= kFailuresOfABadAddress) return PointQuality::kFailing;
  if (point.failures > 0) return PointQuality::kDoubtful;
  return point.last_success.has_value() ? PointQuality::kGood : PointQuality::kUntried;
}

absl::StatusOr<KnownPoint> VerifyPoint(const KnownPoint& point, absl::Time now) {
  if (point.state == PointState::kRetired) return Refuse(Reason::kContactPointRetired);
  if (point.cause.value_or(SuppressionCause::kBounce) != SuppressionCause::kBounce) {
    return Refuse(Reason::kContactPointSuppressed);
  }
  KnownPoint verified = WithSuccess(point, now);
  verified.state = PointState::kVerified;
  verified.cause.reset();
  verified.cause_time.reset();
  return verified;
}

absl::StatusOr<KnownPoint> SuppressPoint(const KnownPoint& point, SuppressionCause cause,
                                         absl::Time now) {
  if (point.state == PointState::kRetired) return Refuse(Reason::kContactPointRetired);
  KnownPoint suppressed = BecauseOf(cause, point, now);
  suppressed.state = PointState::kSuppressed;
  return suppressed;
}

KnownPoint RetirePoint(const KnownPoint& point, absl::Time now) {
  if (point.state == PointState::kRetired) return point;
  KnownPoint retired = point;
  retired.state = PointState::kRetired;
  retired.updated_time = now;
  return retired;
}

KnownPoint WithSuccess(const KnownPoint& point, absl::Time at) {
  KnownPoint reached = point;
  reached.last_success = std::max(point.last_success.value_or(at), at);
  if (point.last_failure.value_or(absl::InfinitePast()) <= at) reached.failures = 0;
  reached.updated_time = std::max(point.updated_time, at);
  return reached;
}

KnownPoint WithFailure(const KnownPoint& point, absl::Time at) {
  KnownPoint missed = point;
  missed.last_failure = std::max(point.last_failure.value_or(at), at);
  if (point.last_success.value_or(absl::InfinitePast()) <= at) ++missed.failures;
  missed.updated_time = std::max(point.updated_time, at);
  return missed;
}

KnownPoint ReportWrongPerson(const KnownPoint& point, absl::Time now) {
  KnownPoint unlinked = BecauseOf(SuppressionCause::kWrongPerson, point, now);
  if (point.state != PointState::kRetired) unlinked.state = PointState::kSuppressed;
  return unlinked;
}

BarredAddress Bar(const KnownPoint& suppressed, const Fingerprint& key) {
  return {key, *suppressed.cause, *suppressed.cause_time};
}

absl::StatusOr<KnownPoint> LinkPoint(const KnownPoint& point, const Fingerprint& key,
                                     std::span<const BarredAddress> barred, GivenBy given_by) {
  KnownPoint linked = point;
  for (const BarredAddress& address : barred) {
    if (address.key != key) continue;
    if (address.cause == SuppressionCause::kWrongPerson) {
      return Refuse(Reason::kContactPointOfAnother);
    }
    if (given_by == GivenBy::kPerson) continue;
    linked = BecauseOf(address.cause, linked, address.since);
    linked.state = PointState::kSuppressed;
    linked.updated_time = point.updated_time;
  }
  return linked;
}

}  // namespace parley
