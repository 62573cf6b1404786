// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/authority.h"

#include <algorithm>
#include <array>

namespace parley {
namespace {

constexpr auto kReasonWords = std::to_array<std::string_view>({
    "",
    "IS_THE_DEBTOR",
    "MAY_REPRESENT",
    "NOT_VERIFIED",
    "TRIES_SPENT",
    "WRONG_PERSON",
    "ONLY_REPRESENTATIVE",
    "ONLY_LAWYER",
    "ONLY_TRUSTEE",
    "ONLY_EXECUTOR",
    "ONLY_CLAIMED",
    "NOT_IN_FORCE",
    "OUTSIDE_SCOPE",
    "UNKNOWN_REPRESENTATIVE",
    "THIRD_PARTY",
});

// What the holds of the person forbid, and those of any of the debts: a nil debt has none of its
// own.
HoldEffects EffectsOver(const DebtorRecord& record, std::span<const DebtId> debts, Day today) {
  HoldEffects effects = EffectsOn(record.holds, DebtId(), today);
  for (const DebtId debt : debts) {
    effects = Union(effects, EffectsOn(record.holds, debt, today));
  }
  return effects;
}

// Why only somebody else may be spoken to; none when it may be the person.
std::optional<AuthorityReason> InsteadOfPerson(Addressee addressee) {
  switch (addressee) {
    case Addressee::kPerson:
      return std::nullopt;
    case Addressee::kRepresentative:
      return AuthorityReason::kOnlyRepresentative;
    case Addressee::kLawyer:
      return AuthorityReason::kOnlyLawyer;
    case Addressee::kAdministrator:
      return AuthorityReason::kOnlyTrustee;
    case Addressee::kExecutor:
      return AuthorityReason::kOnlyExecutor;
  }
  return std::nullopt;
}

bool Suits(Addressee addressee, RepresentativeRole role) {
  switch (addressee) {
    case Addressee::kPerson:
    case Addressee::kRepresentative:
      return true;
    case Addressee::kLawyer:
      return role == RepresentativeRole::kAttorney;
    case Addressee::kAdministrator:
      return role == RepresentativeRole::kTrustee;
    case Addressee::kExecutor:
      return role == RepresentativeRole::kExecutor;
  }
  return false;
}

bool ReachesAnother(const DebtorRecord& record, std::optional<ContactPointId> point) {
  return std::any_of(record.points.begin(), record.points.end(), [&](const KnownPoint& known) {
    return known.id == point && known.cause == SuppressionCause::kWrongPerson;
  });
}

// The rules for one kind of interlocutor each, in the order of telling.
class Check {
 public:
  Check(const DebtorRecord& record, std::span<const DebtId> debts, const Asked& asked)
      : record_(record),
        debts_(debts),
        asked_(asked),
        effects_(EffectsOver(record, debts, asked.today)) {}

  Authority operator()(const AsDebtor& who) const {
    const std::optional<AuthorityReason> instead = InsteadOfPerson(effects_.addressee);
    if (ReachesAnother(record_, who.point)) return No(AuthorityReason::kWrongPerson);
    if (instead.has_value()) return No(*instead);
    if (IsRightParty(record_.verifications, who.point, asked_.now)) {
      return {true, AuthorityReason::kIsTheDebtor, effects_, {}};
    }
    return No(AreTriesSpent(record_.verifications, asked_.now) ? AuthorityReason::kTriesSpent
                                                               : AuthorityReason::kNotVerified);
  }

  Authority operator()(const AsRepresentative& who) const {
    const auto found = std::find_if(record_.representatives.begin(), record_.representatives.end(),
                                    [&who](const Representative& one) { return one.id == who.id; });
    if (found == record_.representatives.end()) {
      return No(AuthorityReason::kUnknownRepresentative);
    }
    const std::optional<AuthorityReason> against = Against(*found);
    if (against.has_value()) return No(*against);
    return {true, AuthorityReason::kMayRepresent, effects_, found->powers};
  }

  Authority operator()(const AsThirdParty& /*who*/) const {
    return No(AuthorityReason::kThirdParty);
  }

 private:
  Authority No(AuthorityReason reason) const { return {false, reason, effects_, {}}; }

  std::optional<AuthorityReason> Against(const Representative& one) const {
    switch (StateOn(one, asked_.today)) {
      case RepresentationState::kClaimed:
      case RepresentationState::kDocumented:
        return AuthorityReason::kOnlyClaimed;
      case RepresentationState::kRevoked:
      case RepresentationState::kExpired:
      case RepresentationState::kScheduled:
        return AuthorityReason::kNotInForce;
      case RepresentationState::kActive:
        break;
    }
    if (!Suits(effects_.addressee, one.role)) return InsteadOfPerson(effects_.addressee);
    const bool within = IsAbout(one, debts_) && one.powers.Has(Power::kBeTold);
    return within ? std::nullopt : std::optional(AuthorityReason::kOutsideScope);
  }

  const DebtorRecord& record_;
  std::span<const DebtId> debts_;
  const Asked& asked_;
  HoldEffects effects_;
};

}  // namespace

template <>
std::span<const std::string_view> WordsOf<AuthorityReason>() {
  return kReasonWords;
}

Authority CheckAuthority(const DebtorRecord& record, std::span<const DebtId> debts,
                         const Interlocutor& who, const Asked& asked) {
  return std::visit(Check(record, debts, asked), who);
}

}  // namespace parley
