// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/consent.h"

#include <array>
#include <tuple>

#include "domain/common/text.h"
#include "domain/debtor/told_hours.h"

namespace parley {
namespace {

constexpr auto kConsentStateWords =
    std::to_array<std::string_view>({"", "GRANTED", "REFUSED", "REVOKED", "EXPIRED"});

bool Outweighs(const ConsentFact& fact, const ConsentFact& other) {
  const auto weight = [](const ConsentFact& one) {
    return std::tuple(SpecificityOf(one.scope), one.provenance.told, one.provenance.recorded);
  };
  return weight(fact) >= weight(other);
}

bool Speaks(const ConsentFact& fact, ConsentKind kind, const ContactScope& asked, absl::Time now) {
  return fact.kind == kind && fact.provenance.told <= now && Covers(fact.scope, asked);
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<ConsentState>() {
  return kConsentStateWords;
}

void CheckConsent(const ConsentFact& fact, const std::string& field, Violations& violations) {
  CheckProvenance(fact.provenance, field, violations);
  if (fact.state == ConsentState::kGranted) {
    RequireText(violations, field + ".wording_version", fact.wording_version, kLongestReference);
  } else {
    AllowText(violations, field + ".wording_version", fact.wording_version, kLongestReference);
    if (fact.expires.has_value()) violations.Add(field + ".expire_time", Fault::kUnknownValue);
  }
  AllowText(violations, field + ".evidence", fact.evidence.Reveal(), kLongestReason, Lines::kMany);
  if (fact.expires.has_value() && *fact.expires <= fact.provenance.told) {
    violations.Add(field + ".expire_time", Fault::kDateOrder);
  }
  if (fact.only_days.size() > kMostWindows) violations.Add(field + ".dates", Fault::kTooLong);
  CheckHours(fact.hours, field + ".hours", violations);
}

void CheckOptOut(const OptOut& opt_out, const std::string& field, Violations& violations) {
  CheckProvenance(opt_out.provenance, field, violations);
  AllowText(violations, field + ".words", opt_out.words.Reveal(), kLongestReason, Lines::kMany);
  if (opt_out.lifted.has_value() && *opt_out.lifted < opt_out.provenance.told) {
    violations.Add(field + ".lift_time", Fault::kDateOrder);
  }
}

bool IsInForce(const OptOut& opt_out, absl::Time now) {
  return opt_out.provenance.told <= now && now < opt_out.lifted.value_or(absl::InfiniteFuture());
}

const OptOut* Stopping(std::span<const OptOut> opt_outs, const ContactScope& asked,
                       absl::Time now) {
  const OptOut* first = nullptr;
  for (const OptOut& opt_out : opt_outs) {
    if (!IsInForce(opt_out, now) || !Covers(opt_out.scope, asked)) continue;
    if (first == nullptr || opt_out.provenance.told < first->provenance.told) first = &opt_out;
  }
  return first;
}

ConsentStanding CurrentConsent(std::span<const ConsentFact> facts, std::span<const OptOut> opt_outs,
                               ConsentKind kind, const ContactScope& asked, absl::Time now) {
  ConsentStanding standing;
  standing.stop = Stopping(opt_outs, asked, now);
  for (const ConsentFact& fact : facts) {
    if (!Speaks(fact, kind, asked, now)) continue;
    if (standing.fact == nullptr || Outweighs(fact, *standing.fact)) standing.fact = &fact;
  }
  if (standing.fact == nullptr) return standing;
  const bool over = standing.fact->expires.value_or(absl::InfiniteFuture()) <= now;
  standing.state = over ? ConsentState::kExpired : standing.fact->state;
  return standing;
}

}  // namespace parley
