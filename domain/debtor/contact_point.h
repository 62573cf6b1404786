// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBTOR_CONTACT_POINT_H_
#define PARLEY_DOMAIN_DEBTOR_CONTACT_POINT_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/fingerprint.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"
#include "domain/communication/enum_set.h"
#include "domain/communication/vocabulary.h"
#include "domain/debtor/contact_scope.h"
#include "domain/debtor/provenance.h"

namespace parley {

using RepresentativeId = Id<struct RepresentativeTag>;

// What kind of address it is. The numbers are stored and never change.
enum class PointType : std::uint8_t {
  kPhone = 1,   // As E.164.
  kEmail = 2,   // In lower case.
  kPostal = 3,  // Its lines.
  kChat = 4,    // The provider's name for the person.
};

// Where a contact point is. The numbers are stored and never change.
enum class PointState : std::uint8_t {
  kUnverified = 1,
  kVerified = 2,    // The person said or showed that they read or hear what comes there.
  kSuppressed = 3,  // Nothing may be sent there, and the cause says why.
  kRetired = 4,     // It is no address of theirs any more; kept for what was sent there.
};

// Why nothing may be sent to an address. The numbers are stored and never change.
enum class SuppressionCause : std::uint8_t {
  kBounce = 1,
  kComplaint = 2,  // Marked as unwanted where it was received.
  kWrongPerson = 3,
  kOptOut = 4,
};

// What is to be expected of an address, by how the last attempts went.
enum class PointQuality : std::uint8_t {
  kUntried = 1,
  kGood = 2,
  kDoubtful = 3,
  kFailing = 4,
};

template <>
std::span<const std::string_view> WordsOf<PointType>();
template <>
std::span<const std::string_view> WordsOf<PointState>();
template <>
std::span<const std::string_view> WordsOf<SuppressionCause>();
template <>
std::span<const std::string_view> WordsOf<PointQuality>();

// An address at which the debtor, or who represents them, may be reached.
struct KnownPoint {
  ContactPointId id;
  DebtorId debtor;
  std::optional<RepresentativeId> representative;  // None: the debtor's own.
  PointType type = PointType::kPhone;
  PointClass kind = PointClass::kUnknown;
  Place place = Place::kNone;
  SensitiveText address;      // In the form of its type, already normalised.
  SensitiveText postal_code;  // Of a postal one, where it is known apart.
  std::string region;         // ISO 3166, where it points to; empty when unknown.
  bool shared = false;        // Others answer it, too.
  bool of_employer = false;   // Somebody told us that an employer gave it.
  PointState state = PointState::kUnverified;
  std::optional<SuppressionCause> cause;  // Of a suppressed one,
  std::optional<absl::Time> cause_time;   // and since when.
  std::optional<absl::Time> last_success;
  std::optional<absl::Time> last_failure;
  int failures = 0;  // Since the last success.
  Provenance provenance;
  std::int64_t revision = 1;
  absl::Time updated_time;

  friend bool operator==(const KnownPoint&, const KnownPoint&) = default;
};

// Adds what is wrong with a contact point that is to be recorded.
void CheckContactPoint(const KnownPoint& point, const std::string& field, Violations& violations);

// Takes a stored point as it is. Errors: RECORD_CORRUPT when it breaks an invariant.
absl::StatusOr<KnownPoint> RestoreContactPoint(KnownPoint point);

// By which channels an address of a type is used.
EnumSet<Channel> ChannelsOf(PointType type);

// True when something may be sent there at all.
bool IsUsable(const KnownPoint& point);

// True unless it was retired, or reached somebody else: whoever is looked for by it, is found.
bool IsTheirs(const KnownPoint& point);

PointQuality QualityOf(const KnownPoint& point);

// The person showed that it reaches them. What bounced once may be theirs after all; what was
// suppressed for another cause is not verified again, but given anew.
// Errors: CONTACT_POINT_SUPPRESSED, CONTACT_POINT_RETIRED.
absl::StatusOr<KnownPoint> VerifyPoint(const KnownPoint& point, absl::Time now);

// Nothing goes there any more. Of two causes the graver stays: that it is not theirs, then that
// they do not want it. Errors: CONTACT_POINT_RETIRED.
absl::StatusOr<KnownPoint> SuppressPoint(const KnownPoint& point, SuppressionCause cause,
                                         absl::Time now);

// It is no address of theirs any more; retiring it again changes nothing.
KnownPoint RetirePoint(const KnownPoint& point, absl::Time now);

// How an attempt to reach somebody there went; what is told late changes only what it is later
// than.
KnownPoint WithSuccess(const KnownPoint& point, absl::Time at);
KnownPoint WithFailure(const KnownPoint& point, absl::Time at);

// An address to which nothing may be sent, also when it is delivered again: kept under the key of
// the blind index, which tells nobody what it is.
struct BarredAddress {
  Fingerprint key;
  SuppressionCause cause = SuppressionCause::kWrongPerson;
  absl::Time since;

  friend bool operator==(const BarredAddress&, const BarredAddress&) = default;
};

// Wrong number, wrong person: whatever state it is in, it is none of theirs.
KnownPoint ReportWrongPerson(const KnownPoint& point, absl::Time now);

// What is kept of a suppressed point, whose address has that key in the blind index.
BarredAddress Bar(const KnownPoint& suppressed, const Fingerprint& key);

// Who brings an address: the person themselves, or anybody else.
enum class GivenBy : std::uint8_t { kPerson, kOther };

// Takes up an address that is said to be the debtor's. One that reached somebody else stays away,
// whoever brings it; one that was suppressed for another cause still is, until they give it anew
// themselves. Errors: CONTACT_POINT_OF_ANOTHER.
absl::StatusOr<KnownPoint> LinkPoint(const KnownPoint& point, const Fingerprint& key,
                                     std::span<const BarredAddress> barred, GivenBy given_by);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBTOR_CONTACT_POINT_H_
