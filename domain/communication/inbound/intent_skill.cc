// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/inbound/intent_skill.h"

namespace parley {

Skill SkillFor(Intent intent) {
  switch (intent) {
    case Intent::kCrisis:
    case Intent::kDeceased:
    case Intent::kHardship:
    case Intent::kVulnerable:
      return Skill::kVulnerability;
    case Intent::kInsolvency:
      return Skill::kInsolvency;
    case Intent::kWrongPerson:
      return Skill::kTracing;
    case Intent::kIdentityTheft:
    case Intent::kDisputeNotMine:
    case Intent::kDisputeGoodsService:
    case Intent::kDisputeAmount:
      return Skill::kDisputes;
    case Intent::kAlreadyPaid:
    case Intent::kSettlementOffer:
    case Intent::kWantsPlan:
    case Intent::kPromiseToPay:
    case Intent::kPaymentProblem:
      return Skill::kPayments;
    case Intent::kComplaint:
      return Skill::kComplaints;
    case Intent::kStopContact:
    case Intent::kStopChannel:
    case Intent::kRepresented:
    case Intent::kNeedsTime:
    case Intent::kInconvenient:
    case Intent::kCallBack:
    case Intent::kLanguageRequest:
    case Intent::kQuestion:
    case Intent::kThanksOrAck:
    case Intent::kAbuse:
    case Intent::kUnclear:
      return Skill::kGeneral;
  }
  return Skill::kGeneral;
}

}  // namespace parley
