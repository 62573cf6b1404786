// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/duty_rules.h"

namespace parley {

bool IsAboutACase(Duty duty) {
  switch (duty) {
    case Duty::kAcknowledgeComplaint:
    case Duty::kSettleComplaintInShort:
    case Duty::kAnswerComplaint:
    case Duty::kAnswerDispute:
      return true;
    case Duty::kFirstNotice:
    case Duty::kSubstantiation:
    case Duty::kHonourRevocation:
      return false;
  }
  return false;
}

}  // namespace parley
