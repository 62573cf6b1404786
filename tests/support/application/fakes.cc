// SPDX-License-Identifier: Apache-2.0
#include "tests/support/application/fakes.h"

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "domain/common/fingerprint.h"
#include "domain/debtor/address_form.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

// FNV-1a, begun anew with another salt for each byte of the result.
std::uint64_t Hash(std::string_view content, std::uint64_t salt) {
  std::uint64_t hash = 0xCBF29CE484222325U ^ (salt * 0x9E3779B97F4A7C15U);
  for (const char c : content) {
    hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x100000001B3U;
  }
  return hash ^ (hash >> 32U);
}

std::string HexOf(const Fingerprint& fingerprint) {
  return absl::BytesToHexString(std::string(fingerprint.begin(), fingerprint.end()));
}

std::string SealOf(std::string_view text, std::string_view context) {
  CanonicalContent content;
  content.Add(text).Add(context);
  return HexOf(FakeFingerprints().Of(content.text()));
}

}  // namespace

FakeClock::FakeClock() : FakeClock(TestNow()) {}

Uuid SequentialIds::Next() { return NumberedUuid(++last_); }

std::optional<absl::TimeZone> FakeTimeZones::Find(std::string_view name) const {
  absl::TimeZone zone;
  if (!absl::LoadTimeZone(std::string(name), &zone)) return std::nullopt;
  return zone;
}

std::vector<std::string> FakeRegionZones::Of(std::string_view region) const {
  const std::string_view country = region.substr(0, region.find('-'));
  if (country == "DE") return {"Europe/Berlin"};
  if (country == "ES") return {"Atlantic/Canary", "Europe/Madrid"};
  return {};
}

Fingerprint FakeFingerprints::Of(std::string_view content) const {
  Fingerprint fingerprint{};
  std::uint64_t salt = 0;
  for (std::uint8_t& byte : fingerprint) {
    byte = static_cast<std::uint8_t>(Hash(content, ++salt) & 0xFFU);
  }
  return fingerprint;
}

Fingerprint FakeAuditSeal::Mac(std::string_view content) const {
  return FakeFingerprints().Of("a key of tests" + std::string(content));
}

std::optional<NormalAddress> FakeAddresses::Normalise(PointType type, std::string_view text,
                                                      std::string_view /*region*/) const {
  std::string address(text);
  if (type == PointType::kPhone) std::erase(address, ' ');
  if (type == PointType::kEmail) absl::AsciiStrToLower(&address);
  const bool sound = type == PointType::kPhone   ? IsE164(address)
                     : type == PointType::kEmail ? IsEmail(address)
                                                 : !address.empty();
  if (!sound) return std::nullopt;
  const bool american = type == PointType::kPhone && address.starts_with("+1");
  return NormalAddress{.address = SensitiveText(address), .region = american ? "US" : ""};
}

Fingerprint FakeBlindIndex::Of(TenantId tenant, std::string_view kind,
                               std::string_view normalised) const {
  CanonicalContent content;
  content.Add(tenant.ToString()).Add(kind).Add(normalised);
  return FakeFingerprints().Of(content.text());
}

std::string FakeSeals::Seal(std::string_view text, std::string_view context) const {
  return SealOf(text, context) + absl::BytesToHexString(std::string(text));
}

std::optional<std::string> FakeSeals::Open(std::string_view sealed,
                                           std::string_view context) const {
  const std::size_t head = 2 * Fingerprint{}.size();
  if (sealed.size() < head) return std::nullopt;
  std::string text = absl::HexStringToBytes(std::string(sealed.substr(head)));
  if (Seal(text, context) != sealed) return std::nullopt;
  return text;
}

}  // namespace parley
