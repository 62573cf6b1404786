// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_APPLICATION_FAKES_H_
#define PARLEY_TESTS_SUPPORT_APPLICATION_FAKES_H_

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "application/ports/addresses.h"
#include "application/ports/blind_index.h"
#include "application/ports/clock.h"
#include "application/ports/fingerprints.h"
#include "application/ports/ids.h"
#include "application/ports/region_zones.h"
#include "application/ports/seals.h"
#include "application/ports/time_zones.h"

namespace parley {

// A clock that stands still at TestNow() until a test moves it.
class FakeClock final : public Clock {
 public:
  FakeClock();
  explicit FakeClock(absl::Time now) : micros_(absl::ToUnixMicros(now)) {}

  absl::Time Now() const override { return absl::FromUnixMicros(micros_); }
  void Set(absl::Time now) { micros_ = absl::ToUnixMicros(now); }
  void Advance(absl::Duration step) { micros_ += absl::ToInt64Microseconds(step); }

 private:
  std::atomic<std::int64_t> micros_;
};

// Ids that count up from NumberedUuid(first + 1): far from the small numbers that tests give.
class SequentialIds final : public Ids {
 public:
  explicit SequentialIds(std::uint64_t first = 1'000'000) : last_(first) {}

  Uuid Next() override;

 private:
  std::atomic<std::uint64_t> last_;
};

// The machine's zone database.
class FakeTimeZones final : public TimeZones {
 public:
  std::optional<absl::TimeZone> Find(std::string_view name) const override;
};

// Germany has one zone, Spain two, and nobody knows another country.
class FakeRegionZones final : public RegionZones {
 public:
  std::vector<std::string> Of(std::string_view region) const override;
};

// A stable 256-bit hash, good enough to tell contents of tests apart. It is no SHA-256.
class FakeFingerprints final : public Fingerprints {
 public:
  Fingerprint Of(std::string_view content) const override;
};

class FakeAuditSeal final : public AuditSeal {
 public:
  Fingerprint Mac(std::string_view content) const override;
};

// Takes E.164, e-mail in lower case, and the rest as it is; blanks in a number are no difference.
class FakeAddresses final : public Addresses {
 public:
  std::optional<NormalAddress> Normalise(PointType type, std::string_view text,
                                         std::string_view region) const override;
};

// Digests without a key.
class FakeBlindIndex final : public BlindIndex {
 public:
  Fingerprint Of(TenantId tenant, std::string_view kind,
                 std::string_view normalised) const override;
};

// Seals by writing the text in hexadecimal behind a fingerprint of text and context: unchangeable,
// though not unreadable.
class FakeSeals final : public Seals {
 public:
  std::string Seal(std::string_view text, std::string_view context) const override;
  std::optional<std::string> Open(std::string_view sealed, std::string_view context) const override;
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_APPLICATION_FAKES_H_
