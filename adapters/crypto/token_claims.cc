// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/token_claims.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "adapters/crypto/json.h"
#include "domain/common/text.h"

namespace parley {
namespace {

constexpr std::size_t kLongestPrincipal = 256;

std::optional<absl::Time> TimeMember(const nlohmann::json& claims, const char* name) {
  const auto member = claims.find(name);
  if (member == claims.end() || !member->is_number()) return std::nullopt;
  return absl::UnixEpoch() + absl::Seconds(member->get<double>());
}

bool IsForAudience(const nlohmann::json& claims, const std::string& audience) {
  const auto member = claims.find("aud");
  if (member == claims.end()) return false;
  if (member->is_array()) {
    return std::find(member->begin(), member->end(), audience) != member->end();
  }
  return *member == audience;
}

// When the token ends; none when it is not valid now.
std::optional<absl::Time> ReadEnd(const nlohmann::json& claims, absl::Duration leeway,
                                  absl::Time now) {
  const std::optional<absl::Time> end = TimeMember(claims, "exp");
  if (!end.has_value() || now >= *end + leeway) return std::nullopt;
  if (!claims.contains("nbf")) return end;
  const std::optional<absl::Time> beginning = TimeMember(claims, "nbf");
  if (!beginning.has_value() || now < *beginning - leeway) return std::nullopt;
  return end;
}

template <typename IdType>
std::optional<IdType> IdMember(const nlohmann::json& claims, const char* name) {
  const std::optional<IdType> id = IdType::Parse(TextMember(claims, name).value_or(""));
  return id.has_value() && !id->IsNil() ? id : std::nullopt;
}

std::set<std::string> SplitScopes(const std::string& scopes) {
  return absl::StrSplit(scopes, ' ', absl::SkipEmpty());
}

std::optional<Caller> ReadCaller(const nlohmann::json& claims, absl::Time end) {
  const std::optional<TenantId> tenant = IdMember<TenantId>(claims, "tenant");
  const std::optional<std::string> principal = TextMember(claims, "sub");
  const std::optional<std::string> scopes = TextMember(claims, "scope");
  if (!tenant.has_value() || !principal.has_value() || !scopes.has_value()) return std::nullopt;
  if (principal->empty() || CheckText(*principal, kLongestPrincipal).has_value()) {
    return std::nullopt;
  }
  const std::optional<DebtorId> debtor = IdMember<DebtorId>(claims, "debtor");
  // A binding that cannot be read must not become a token without one.
  if (claims.contains("debtor") != debtor.has_value()) return std::nullopt;
  return Caller{.tenant = *tenant,
                .principal = *principal,
                .scopes = SplitScopes(*scopes),
                .debtor = debtor,
                .expires = end};
}

}  // namespace

std::optional<Caller> ReadClaims(std::string_view payload, const TokenPolicy& policy,
                                 absl::Time now) {
  const std::optional<nlohmann::json> claims = ParseObject(payload);
  if (!claims.has_value() || TextMember(*claims, "iss") != policy.issuer ||
      !IsForAudience(*claims, policy.audience)) {
    return std::nullopt;
  }
  const std::optional<absl::Time> end = ReadEnd(*claims, policy.leeway, now);
  return end.has_value() ? ReadCaller(*claims, *end) : std::nullopt;
}

std::string WriteClaims(const Caller& caller, const TokenPolicy& policy, absl::Time now) {
  nlohmann::json claims{{"iss", policy.issuer},
                        {"aud", policy.audience},
                        {"sub", caller.principal},
                        {"tenant", caller.tenant.ToString()},
                        {"scope", absl::StrJoin(caller.scopes, " ")},
                        {"iat", absl::ToUnixSeconds(now)},
                        {"exp", absl::ToUnixSeconds(caller.expires)}};
  if (caller.debtor.has_value()) claims["debtor"] = caller.debtor->ToString();
  return claims.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace parley
