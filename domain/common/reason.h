// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMON_REASON_H_
#define PARLEY_DOMAIN_COMMON_REASON_H_

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace parley {

// Why a call was refused or failed. Each has one row in the table of reason.cc: its canonical code,
// its name on the wire, a fixed text for people and its documentation.
enum class Reason : std::uint8_t {
  // Shape.
  kFieldInvalid,
  kRequestIdReused,
  kPageTokenInvalid,
  kRulebookUnsound,
  kCasesMalformed,
  kTemplateUnsound,
  // Access.
  kCredentialsInvalid,
  kAccessDenied,
  // Existence.
  kCreditorNotFound,
  kDebtorNotFound,
  kDebtNotFound,
  kEntryNotFound,
  kPaymentNotFound,
  kWorkItemNotFound,
  kHoldNotFound,
  kCommunicationNotFound,
  kContactPointNotFound,
  kOptOutNotFound,
  kInconvenienceNotFound,
  kSupportNeedNotFound,
  kCircumstanceNotFound,
  kPromiseNotFound,
  kDisputeNotFound,
  kComplaintNotFound,
  kRepresentativeNotFound,
  kKillSwitchNotFound,
  kRulebookNotFound,
  kTemplateNotFound,
  kDeadLetterNotFound,
  kInboundNotFound,
  kCreditorAlreadyExists,
  kDebtorAlreadyExists,
  kDebtAlreadyPlaced,
  kEntryAlreadyPosted,
  kPaymentAlreadyPosted,
  kHoldAlreadyExists,
  kContactPointAlreadyExists,
  kRepresentativeAlreadyExists,
  kKillSwitchAlreadyExists,
  kRulebookAlreadyPublished,
  kTemplateAlreadyExists,
  kMessageAlreadyQueued,
  kFeeAlreadyCharged,
  kInboundAlreadyReceived,
  // State and policy.
  kDebtNotReceived,
  kDebtClosedToEntries,
  kReferenceAmbiguous,
  kEntryAlreadyReversed,
  kReversalNotReversible,
  kOpeningNotReversible,
  kCorrectionNotReversible,
  kInterestNotReversible,
  kQuoteWaiverNotReversible,
  kPaymentPartNotReversible,
  kWaiverAboveBucket,
  kWriteOffAboveBalance,
  kRefundAboveCredit,
  kFeeNotAllowed,
  kFeeCauseNotCovered,
  kFeeAboveRule,
  kFeesOnHold,
  kNoticeTooShort,
  kTermsWithoutDay,
  kBalanceOutOfRange,
  kNoDebtForPayment,
  kMoneyHeldApart,
  kPaymentNotAnnounced,
  kPaymentAlreadyReturned,
  kPaymentNotInSuspense,
  kHoldNotRequested,
  kHoldNotActive,
  kCommunicationNotACall,
  kCallAlreadyRecorded,
  kWorkAlreadyEnded,
  kWorkClaimedByAnother,
  kWorkNotClaimed,
  kWorkNeedsDecision,
  kWorkNotAnApproval,
  kApprovalAlreadyDecided,
  kApprovalByAsker,
  kApprovalOutdated,
  kDisputeAboveBalance,
  kDisputeStepRefused,
  kDisputeAnswerNotSent,
  kDisputeNotADuplicate,
  kComplaintStepRefused,
  kEvidenceAlreadyAsked,
  kCircumstanceOver,
  kPromiseNotPending,
  kPromiseAboveBalance,
  kDebtNotOpen,
  kDebtNotClosed,
  kDebtNotAwaitingDecision,
  kRecallBlocked,
  kKillSwitchAlreadyReleased,
  kContactPointSuppressed,
  kContactPointRetired,
  kContactPointOfAnother,
  kRepresentativesOverlap,
  kRepresentativeNotClaimed,
  kRepresentativeNotDocumented,
  kRepresentativeRevoked,
  kVerificationTriesSpent,
  kRecordFull,
  kErasureRefused,
  kTemplateNotDraft,
  kTemplateNotApproved,
  kTemplateAlreadyRetired,
  kTemplateBlockMissing,
  kTemplateNotLimited,
  kTextNeedsRelease,
  kTextNotHeldBack,
  kChannelNotServed,
  kFormatNotServed,
  kMessageNotQueued,
  kMessageNotUnknown,
  kInboundNotMatched,
  kInboundAlreadyMatched,
  kInboundAlreadyAnswered,
  // Version and concurrency.
  kEtagStale,
  kWriteConflict,
  // Limits and the world.
  kQuotaExceeded,
  kDeadlineExceeded,
  kCancelled,
  kStoreUnavailable,
  kRecordCorrupt,
  kMethodUnknown,
  kInternal,
  // Conversations.
  kConversationNotFound,
  kConversationStepRefused,
  // Wishes to be called, and what we understood.
  kCallbackNotFound,
  kCallbackStepRefused,
  kCallbackAlreadyAwaited,
  kReflectionNotFound,
  kReflectionStepRefused,
  kReflectionNotConfirmed,
  kNothingToReflect,
};

struct ReasonRow {
  Reason reason;
  absl::StatusCode code;
  std::string_view name;  // On the wire, upper case with underscores.
  std::string_view text;  // One fixed sentence for people, without any data.
  std::string_view documentation;
};

// Every reason once, in the order of the enum.
std::span<const ReasonRow> ReasonTable();

const ReasonRow& RowOf(Reason reason);

std::optional<Reason> ReasonNamed(std::string_view name);

// Facts about an error that a program may read; never personal data.
using ErrorMetadata = std::map<std::string, std::string>;

// A status with the reason's code. An empty message means the reason's own text.
absl::Status Refuse(Reason reason, std::string_view message = {},
                    const ErrorMetadata& metadata = {});

// The reason that a status carries; none when it did not come from Refuse.
std::optional<Reason> ReasonOf(const absl::Status& status);

// True for what a rule says of a request, and would say again; what befell the store or another
// writer may end otherwise the next time.
bool IsRefusal(const absl::Status& status);

ErrorMetadata MetadataOf(const absl::Status& status);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMON_REASON_H_
