// SPDX-License-Identifier: Apache-2.0
#include "application/audit/anchor.h"

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

constexpr std::string_view kForm = "anchor1";
constexpr std::size_t kParts = 7;

std::string BodyOf(const Anchor& anchor) {
  return absl::StrCat(std::string(kForm), " ", absl::ToUnixMicros(anchor.time), " ",
                      anchor.tenant.ToString(), " ", anchor.digest.position, " ",
                      anchor.digest.chains, " ", anchor.digest.digest);
}

std::optional<Fingerprint> ParseFingerprint(const std::string& hex) {
  if (hex.size() != 2 * Fingerprint{}.size()) return std::nullopt;
  if (hex.find_first_not_of("0123456789abcdef") != std::string::npos) return std::nullopt;
  const std::string bytes = absl::HexStringToBytes(hex);
  Fingerprint fingerprint{};
  for (std::size_t at = 0; at < fingerprint.size(); ++at) {
    fingerprint.at(at) = static_cast<std::uint8_t>(bytes[at]);
  }
  return fingerprint;
}

}  // namespace

absl::StatusOr<Anchor> TakeAnchor(AuditRecords& records, TenantId tenant, absl::Time now,
                                  const Fingerprint& previous, const AuditSeal& seal) {
  PARLEY_ASSIGN_OR_RETURN(AuditDigest digest, records.DigestNow(tenant));
  Anchor anchor{now, tenant, std::move(digest), {}};
  anchor.mac = MacOf(anchor, previous, seal);
  return anchor;
}

std::string FormatAnchor(const Anchor& anchor) {
  return absl::StrCat(BodyOf(anchor), " ",
                      absl::BytesToHexString(std::string(BytesOf(anchor.mac))));
}

std::optional<Anchor> ParseAnchor(std::string_view line) {
  const std::vector<std::string> parts =
      absl::StrSplit(absl::string_view(line.data(), line.size()), ' ');
  if (parts.size() != kParts || parts[0] != kForm) return std::nullopt;
  std::int64_t micros = 0;
  std::int64_t chains = 0;
  const std::optional<TenantId> tenant = TenantId::Parse(parts[2]);
  const std::optional<Fingerprint> mac = ParseFingerprint(parts[6]);
  const bool numbers = absl::SimpleAtoi(parts[1], &micros) && absl::SimpleAtoi(parts[4], &chains);
  if (!numbers || !tenant.has_value() || !mac.has_value()) return std::nullopt;
  return Anchor{absl::FromUnixMicros(micros), *tenant, {parts[3], chains, parts[5]}, *mac};
}

Fingerprint MacOf(const Anchor& anchor, const Fingerprint& previous, const AuditSeal& seal) {
  return seal.Mac(absl::StrCat(std::string(BytesOf(previous)), BodyOf(anchor)));
}

}  // namespace parley
