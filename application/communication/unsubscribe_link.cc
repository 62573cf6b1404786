// SPDX-License-Identifier: Apache-2.0
#include "application/communication/unsubscribe_link.h"

#include <cstdint>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace parley {
namespace {

constexpr std::string_view kContext = "unsubscribe";
constexpr std::size_t kParts = 4;

}  // namespace

std::string SealUnsubscription(const Seals& seals, const Unsubscription& asked,
                               absl::Time expires) {
  return seals.Seal(absl::StrCat(asked.tenant.ToString(), " ", asked.debtor.ToString(), " ",
                                 asked.communication.ToString(), " ", absl::ToUnixSeconds(expires)),
                    kContext);
}

std::optional<Unsubscription> OpenUnsubscription(const Seals& seals, std::string_view token,
                                                 absl::Time now) {
  const std::optional<std::string> text = seals.Open(token, kContext);
  if (!text.has_value()) return std::nullopt;
  const std::vector<std::string> parts = absl::StrSplit(*text, ' ');
  if (parts.size() != kParts) return std::nullopt;
  const std::optional<TenantId> tenant = TenantId::Parse(parts[0]);
  const std::optional<DebtorId> debtor = DebtorId::Parse(parts[1]);
  const std::optional<CommunicationId> communication = CommunicationId::Parse(parts[2]);
  std::int64_t expires = 0;
  if (!tenant || !debtor || !communication || !absl::SimpleAtoi(parts[3], &expires)) {
    return std::nullopt;
  }
  if (now >= absl::FromUnixSeconds(expires)) return std::nullopt;
  return Unsubscription{*tenant, *debtor, *communication};
}

}  // namespace parley
