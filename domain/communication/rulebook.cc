// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/rulebook.h"

namespace parley {
namespace {

// Of each kind where it is told.
struct Stages {
  Stage operator()(const Standing& kind) const {
    switch (kind.what) {
      case Standing::What::kKillSwitch:
        return Stage::kKillSwitch;
      case Standing::What::kClosure:
      case Standing::What::kDeceased:
        return Stage::kClosure;
      case Standing::What::kNoAuthority:
        return Stage::kRepresentation;
      case Standing::What::kHolds:
        return Stage::kHolds;
      case Standing::What::kWrongPerson:
      case Standing::What::kPointClosed:
        return Stage::kRecipient;
      case Standing::What::kPromises:
      case Standing::What::kUnanswered:
        return Stage::kPromises;
      case Standing::What::kPlaceUnknown:
      case Standing::What::kUnresearched:
      case Standing::What::kNoCommonTime:
        break;
    }
    return Stage::kPlaceAndTime;
  }
  Stage operator()(const Scope& /*kind*/) const { return Stage::kRemarks; }
  Stage operator()(const TimeWindow& /*kind*/) const { return Stage::kPlaceAndTime; }
  Stage operator()(const DesignatedTime& /*kind*/) const { return Stage::kPlaceAndTime; }
  Stage operator()(const FrequencyCap& kind) const {
    return kind.per_debt ? Stage::kDebtCaps : Stage::kPersonCaps;
  }
  Stage operator()(const Cooldown& kind) const {
    return kind.per_debt ? Stage::kDebtCaps : Stage::kPersonCaps;
  }
  Stage operator()(const Suppression& kind) const {
    if (kind.designation == DesignationKind::kRepresented) return Stage::kRepresentation;
    return kind.at_place ? Stage::kPlaceAndTime : Stage::kOptOut;
  }
  Stage operator()(const DisputeHold& /*kind*/) const { return Stage::kHolds; }
  Stage operator()(const Moratorium& /*kind*/) const { return Stage::kHolds; }
  Stage operator()(const ConsentRequired& /*kind*/) const { return Stage::kConsent; }
  Stage operator()(const Revocation& /*kind*/) const { return Stage::kConsent; }
  Stage operator()(const OneConfirmation& /*kind*/) const { return Stage::kConsent; }
  Stage operator()(const KnownAddress& /*kind*/) const { return Stage::kConsent; }
  Stage operator()(const Recipients& /*kind*/) const { return Stage::kRecipient; }
  Stage operator()(const RequiredContent& /*kind*/) const { return Stage::kContent; }
  Stage operator()(const ForbiddenContent& /*kind*/) const { return Stage::kContent; }
  Stage operator()(const WarnPattern& /*kind*/) const { return Stage::kRemarks; }
  Stage operator()(const InitialCommunication& /*kind*/) const { return Stage::kRemarks; }
  Stage operator()(const DutyRule& /*kind*/) const { return Stage::kRemarks; }
};

}  // namespace

Stage StageOf(const Rule& rule) { return std::visit(Stages{}, rule.kind); }

}  // namespace parley
