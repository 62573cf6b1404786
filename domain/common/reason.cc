// SPDX-License-Identifier: Apache-2.0
#include "domain/common/reason.h"

#include <array>
#include <cstddef>

#include "domain/common/status_payload.h"

namespace parley {
namespace {

using Code = absl::StatusCode;

constexpr std::string_view kReasonPayload = "parley/reason";
constexpr std::string_view kMetadataPayload = "parley/metadata";

constexpr auto kTable = std::to_array<ReasonRow>({
    {Reason::kFieldInvalid, Code::kInvalidArgument, "FIELD_INVALID",
     "The request has malformed fields.",
     "BadRequest lists every malformed field with its path and its own reason."},
    {Reason::kRequestIdReused, Code::kInvalidArgument, "REQUEST_ID_REUSED",
     "This request_id was used for another request.",
     "A request_id names one request for seven days; use a new one for another body."},
    {Reason::kPageTokenInvalid, Code::kInvalidArgument, "PAGE_TOKEN_INVALID",
     "The page_token is not one that this list gave for these arguments.",
     "A page token is sealed and bound to the list's filter, parent, tenant and caller."},
    {Reason::kRulebookUnsound, Code::kInvalidArgument, "RULEBOOK_UNSOUND",
     "The rulebook cannot be judged by.",
     "The metadata's faults has a line for each fault, LINE:COLUMN: what is wrong."},
    {Reason::kCasesMalformed, Code::kInvalidArgument, "CASES_MALFORMED",
     "The worked cases are no JSON list.",
     "infra/docs/conformance.md shows how a case is written."},
    {Reason::kTemplateUnsound, Code::kInvalidArgument, "TEMPLATE_UNSOUND",
     "The template cannot be sent as it stands.",
     "The metadata's faults has a line for each fault: its place in the template, and what is "
     "wrong there."},
    {Reason::kCredentialsInvalid, Code::kUnauthenticated, "CREDENTIALS_INVALID",
     "The call carries no valid credentials.",
     "Send a bearer token that is signed by a known key, for this audience and not expired."},
    {Reason::kAccessDenied, Code::kPermissionDenied, "ACCESS_DENIED",
     "The credentials do not allow this call.",
     "The scope is missing or the name is out of the token's reach; said before existence."},
    {Reason::kCreditorNotFound, Code::kNotFound, "CREDITOR_NOT_FOUND", "There is no such creditor.",
     "No creditor of this tenant has that name or code."},
    {Reason::kDebtorNotFound, Code::kNotFound, "DEBTOR_NOT_FOUND", "There is no such debtor.",
     "No debtor of this tenant has that name or reference, or they were erased and nothing that is "
     "written about them would be kept."},
    {Reason::kDebtNotFound, Code::kNotFound, "DEBT_NOT_FOUND", "There is no such debt.",
     "No debt of this tenant has that name or reference."},
    {Reason::kEntryNotFound, Code::kNotFound, "ENTRY_NOT_FOUND", "There is no such entry.",
     "The debt's journal has no entry of that name."},
    {Reason::kPaymentNotFound, Code::kNotFound, "PAYMENT_NOT_FOUND", "There is no such payment.",
     "Neither the debtor nor the suspense account of this tenant has a payment of that name."},
    {Reason::kWorkItemNotFound, Code::kNotFound, "WORK_ITEM_NOT_FOUND",
     "There is no such work item.", "No work item of this tenant has that name."},
    {Reason::kHoldNotFound, Code::kNotFound, "HOLD_NOT_FOUND", "There is no such hold.",
     "The debtor has no hold of that name."},
    {Reason::kCommunicationNotFound, Code::kNotFound, "COMMUNICATION_NOT_FOUND",
     "There is no such communication.", "The debtor's log has no communication of that name."},
    {Reason::kContactPointNotFound, Code::kNotFound, "CONTACT_POINT_NOT_FOUND",
     "There is no such contact point.", "The debtor's record has no contact point of that name."},
    {Reason::kOptOutNotFound, Code::kNotFound, "OPT_OUT_NOT_FOUND", "There is no such opt-out.",
     "The debtor's record has no opt-out of that name."},
    {Reason::kInconvenienceNotFound, Code::kNotFound, "INCONVENIENCE_NOT_FOUND",
     "There is no such inconvenience.", "The debtor's record has no inconvenience of that name."},
    {Reason::kSupportNeedNotFound, Code::kNotFound, "SUPPORT_NEED_NOT_FOUND",
     "There is no such support need.", "The debtor's record has no support need of that name."},
    {Reason::kRepresentativeNotFound, Code::kNotFound, "REPRESENTATIVE_NOT_FOUND",
     "There is no such representative.", "The debtor's record has no representative of that name."},
    {Reason::kKillSwitchNotFound, Code::kNotFound, "KILL_SWITCH_NOT_FOUND",
     "There is no such kill switch.", "No kill switch of this tenant has that name."},
    {Reason::kRulebookNotFound, Code::kNotFound, "RULEBOOK_NOT_FOUND",
     "There is no such version of a rulebook.",
     "Neither the program nor this tenant has a book of that name."},
    {Reason::kTemplateNotFound, Code::kNotFound, "TEMPLATE_NOT_FOUND", "There is no such template.",
     "Neither the program nor this tenant has one of that key in that language for that channel."},
    {Reason::kDeadLetterNotFound, Code::kNotFound, "DEAD_LETTER_NOT_FOUND",
     "There is no such dead letter.",
     "No event of that id waits aside: it was published, or dropped."},
    {Reason::kCreditorAlreadyExists, Code::kAlreadyExists, "CREDITOR_ALREADY_EXISTS",
     "The creditor's code or id is taken.", "A creditor's code is unique in its tenant."},
    {Reason::kDebtorAlreadyExists, Code::kAlreadyExists, "DEBTOR_ALREADY_EXISTS",
     "The debtor's reference or id is taken.",
     "Each external reference of a debtor is unique in its tenant."},
    {Reason::kDebtAlreadyPlaced, Code::kAlreadyExists, "DEBT_ALREADY_PLACED",
     "The debt's reference or id is taken by a debt of other content.",
     "A debt's external reference is unique for its creditor; the same content again is OK."},
    {Reason::kEntryAlreadyPosted, Code::kAlreadyExists, "ENTRY_ALREADY_POSTED",
     "The entry's reference or id is taken by an entry of other content.",
     "An entry's external reference is unique in its debt; the same content again is OK."},
    {Reason::kPaymentAlreadyPosted, Code::kAlreadyExists, "PAYMENT_ALREADY_POSTED",
     "The payment's reference or id is taken by a payment of other content.",
     "A payment's external reference is unique for its debtor; the same content again is OK."},
    {Reason::kHoldAlreadyExists, Code::kAlreadyExists, "HOLD_ALREADY_EXISTS",
     "The hold's id is taken.", "Give another id, or none."},
    {Reason::kContactPointAlreadyExists, Code::kAlreadyExists, "CONTACT_POINT_ALREADY_EXISTS",
     "This contact point exists already.", "A contact point's id is taken."},
    {Reason::kRepresentativeAlreadyExists, Code::kAlreadyExists, "REPRESENTATIVE_ALREADY_EXISTS",
     "This representative exists already.", "A representative's id is taken."},
    {Reason::kKillSwitchAlreadyExists, Code::kAlreadyExists, "KILL_SWITCH_ALREADY_EXISTS",
     "The kill switch's id is taken.", "Give another id, or none."},
    {Reason::kRulebookAlreadyPublished, Code::kAlreadyExists, "RULEBOOK_ALREADY_PUBLISHED",
     "There is a book of this id and version.",
     "A version is published once and never changed; publish the change as another one."},
    {Reason::kTemplateAlreadyExists, Code::kAlreadyExists, "TEMPLATE_ALREADY_EXISTS",
     "There is a template of this key, language and channel.",
     "Its words are changed by writing another version of it."},
    {Reason::kMessageAlreadyQueued, Code::kAlreadyExists, "MESSAGE_ALREADY_QUEUED",
     "A message was sent on this occasion before.",
     "The metadata names it; the person is not to hear the same thing twice."},
    {Reason::kFeeAlreadyCharged, Code::kAlreadyExists, "FEE_ALREADY_CHARGED",
     "A fee was charged for this cause before.",
     "A debt is charged once for one cause_ref, by whichever rule, even if the fee was reversed."},
    {Reason::kDebtNotReceived, Code::kFailedPrecondition, "DEBT_NOT_RECEIVED",
     "Only a debt that waits for review can be activated or rejected.",
     "The debt has left the state RECEIVED."},
    {Reason::kDebtClosedToEntries, Code::kFailedPrecondition, "DEBT_CLOSED_TO_ENTRIES",
     "The debt's state takes no entries.", "A rejected debt keeps its journal as it was."},
    {Reason::kReferenceAmbiguous, Code::kFailedPrecondition, "REFERENCE_AMBIGUOUS",
     "The reference names debts of several creditors.", "Name the creditor beside the reference."},
    {Reason::kEntryAlreadyReversed, Code::kFailedPrecondition, "ENTRY_ALREADY_REVERSED",
     "The entry was reversed before.", "An entry is reversed once."},
    {Reason::kReversalNotReversible, Code::kFailedPrecondition, "REVERSAL_NOT_REVERSIBLE",
     "A reversal is not reversed.", "Post the original fact again instead."},
    {Reason::kOpeningNotReversible, Code::kFailedPrecondition, "OPENING_NOT_REVERSIBLE",
     "The opening balance is not reversed.", "Correct it by a charge or a credit."},
    {Reason::kCorrectionNotReversible, Code::kFailedPrecondition, "CORRECTION_NOT_REVERSIBLE",
     "A correction is not reversed.", "Reverse the entry that caused the correction."},
    {Reason::kInterestNotReversible, Code::kFailedPrecondition, "INTEREST_NOT_REVERSIBLE",
     "A line of interest is not reversed.",
     "It follows from the debt's terms: waive it, or change the terms from its day on."},
    {Reason::kQuoteWaiverNotReversible, Code::kFailedPrecondition, "QUOTE_WAIVER_NOT_REVERSIBLE",
     "What a payoff quote let go is not reversed.",
     "It follows from the payment that met the quote: reverse or return that one."},
    {Reason::kPaymentPartNotReversible, Code::kFailedPrecondition, "PAYMENT_PART_NOT_REVERSIBLE",
     "A part of a payment is not reversed by itself.",
     "Undo the whole payment by DebtService.ReturnPayment."},
    {Reason::kWaiverAboveBucket, Code::kFailedPrecondition, "WAIVER_ABOVE_BUCKET",
     "The waiver is more than is owed in its bucket.",
     "Waive at most what the bucket holds on the waiver's value date."},
    {Reason::kWriteOffAboveBalance, Code::kFailedPrecondition, "WRITE_OFF_ABOVE_BALANCE",
     "The write-off is more than is owed.",
     "Write off at most what is owed on its value date, interest that is due then included."},
    {Reason::kRefundAboveCredit, Code::kFailedPrecondition, "REFUND_ABOVE_CREDIT",
     "The refund is more than is held for the debtor.",
     "Refund at most the credit balance of the refund's value date."},
    {Reason::kFeeNotAllowed, Code::kFailedPrecondition, "FEE_NOT_ALLOWED",
     "No enabled rule of the creditor allows the fee.",
     "The creditor's settings hold its fee rules; a fee names one that is enabled."},
    {Reason::kFeeCauseNotCovered, Code::kFailedPrecondition, "FEE_CAUSE_NOT_COVERED",
     "The rule allows no fee for this cause.",
     "A contact or a failed payment costs nothing unless a rule names it as a cause."},
    {Reason::kFeeAboveRule, Code::kFailedPrecondition, "FEE_ABOVE_RULE",
     "The fee is more than its rule allows in the debt's currency.",
     "A rule names the most of one fee, currency by currency; in any other there is none."},
    {Reason::kFeesOnHold, Code::kFailedPrecondition, "FEES_ON_HOLD",
     "A hold on the debt stops new fees.",
     "No fee counts on a day on which such a hold is active, nor is one posted on it."},
    {Reason::kNoticeTooShort, Code::kFailedPrecondition, "NOTICE_TOO_SHORT",
     "The change costs the debtor more before the creditor's days of notice are over.",
     "The metadata's earliest_date is the first day on which what is dearer may begin."},
    {Reason::kTermsWithoutDay, Code::kFailedPrecondition, "TERMS_WITHOUT_DAY",
     "What the change makes dearer has no day of its own on which it could begin later.",
     "Only a rate has one. The base, the count of days, the posting, a cap and a least count from "
     "the first day of interest, and the order of money from today: a debt's may become cheaper, "
     "and dearer ones are for new debts."},
    {Reason::kBalanceOutOfRange, Code::kFailedPrecondition, "BALANCE_OUT_OF_RANGE",
     "The balance would be larger than the ledger can hold.",
     "A balance is a signed 64-bit count of minor units; a larger one is refused, not wrapped."},
    {Reason::kNoDebtForPayment, Code::kFailedPrecondition, "NO_DEBT_FOR_PAYMENT",
     "The debtor has no debt that takes money of this currency.",
     "Keep the money as unidentified until it is known what it is for, or return it."},
    {Reason::kMoneyHeldApart, Code::kFailedPrecondition, "MONEY_HELD_APART",
     "A hold keeps money for the debt apart until it is clear whose debt it is.",
     "The metadata's hold names it. Receive the money as unidentified, under a reference that was "
     "not announced, and assign it once the hold has ended, or name another debt."},
    {Reason::kPaymentNotAnnounced, Code::kFailedPrecondition, "PAYMENT_NOT_ANNOUNCED",
     "Only an announced payment can be settled.",
     "The payment came in before, or it failed; post one that came in by itself."},
    {Reason::kPaymentAlreadyReturned, Code::kFailedPrecondition, "PAYMENT_ALREADY_RETURNED",
     "The payment was returned or failed before.", "A payment is returned once."},
    {Reason::kPaymentNotInSuspense, Code::kFailedPrecondition, "PAYMENT_NOT_IN_SUSPENSE",
     "The payment does not wait in suspense.",
     "It was assigned to a debtor or returned before; what was assigned is returned there."},
    {Reason::kHoldNotRequested, Code::kFailedPrecondition, "HOLD_NOT_REQUESTED",
     "Only a hold that waits for a decision can be approved or rejected.",
     "The hold has left the state REQUESTED."},
    {Reason::kHoldNotActive, Code::kFailedPrecondition, "HOLD_NOT_ACTIVE",
     "Only an active hold can be ended or extended.",
     "The hold waits for a decision, was ended before, was rejected, or, to be extended, is over: "
     "place a new one."},
    {Reason::kCommunicationNotACall, Code::kFailedPrecondition, "COMMUNICATION_NOT_A_CALL",
     "Only a call has the outcome of one.", "The communication is of another channel."},
    {Reason::kCallAlreadyRecorded, Code::kFailedPrecondition, "CALL_ALREADY_RECORDED",
     "How the call came out was told before.",
     "What was told stays; only that the number is somebody else's may be learnt later."},
    {Reason::kWorkAlreadyEnded, Code::kFailedPrecondition, "WORK_ALREADY_ENDED",
     "The work item is not to do any more.", "It was completed, approved or rejected before."},
    {Reason::kWorkClaimedByAnother, Code::kFailedPrecondition, "WORK_CLAIMED_BY_ANOTHER",
     "Somebody else works at this item.", "Who claimed it ends it, or it is released first."},
    {Reason::kWorkNotClaimed, Code::kFailedPrecondition, "WORK_NOT_CLAIMED",
     "Nobody works at this item.", "Only a work item that is claimed can be released."},
    {Reason::kWorkNeedsDecision, Code::kFailedPrecondition, "WORK_NEEDS_DECISION",
     "An act waits for a decision.", "Approve or reject the item; it cannot just be completed."},
    {Reason::kWorkNotAnApproval, Code::kFailedPrecondition, "WORK_NOT_AN_APPROVAL",
     "No act waits for a decision.", "Complete the item; there is nothing to approve or reject."},
    {Reason::kApprovalAlreadyDecided, Code::kFailedPrecondition, "APPROVAL_ALREADY_DECIDED",
     "The act was approved or rejected before.", "An act is decided once, and done at most once."},
    {Reason::kApprovalByAsker, Code::kFailedPrecondition, "APPROVAL_BY_ASKER",
     "Who asked for an act cannot approve it.",
     "Another principal with the scope parley.approve decides."},
    {Reason::kApprovalOutdated, Code::kFailedPrecondition, "APPROVAL_OUTDATED",
     "What is owed has changed since the act was asked for.",
     "Reject it, and ask for the act anew, so that its figure is the one that is approved."},
    {Reason::kDisputeAboveBalance, Code::kFailedPrecondition, "DISPUTE_ABOVE_BALANCE",
     "The disputed part is more than is owed.",
     "Dispute at most the balance, or the whole debt by giving no part."},
    {Reason::kDebtNotOpen, Code::kFailedPrecondition, "DEBT_NOT_OPEN", "The debt is not open.",
     "Only a debt that is ACTIVE, ON_PLAN or AWAITING_DECISION can be closed, recalled or quoted."},
    {Reason::kDebtNotClosed, Code::kFailedPrecondition, "DEBT_NOT_CLOSED",
     "Only a closed debt can be reopened.",
     "It must be PAID, SETTLED, RECALLED, RETURNED, WRITTEN_OFF or CLOSED, and something be owed."},
    {Reason::kDebtNotAwaitingDecision, Code::kFailedPrecondition, "DEBT_NOT_AWAITING_DECISION",
     "No decision about the debt is awaited.", "The debt is not AWAITING_DECISION."},
    {Reason::kRecallBlocked, Code::kFailedPrecondition, "RECALL_BLOCKED",
     "Something that is not done yet keeps the debt from being recalled.",
     "The metadata's blocked_by tells what: PAYMENT_IN_FLIGHT, PLAN_ACTIVE or DISPUTE_OPEN. End it "
     "first, or force the recall with a reason."},
    {Reason::kKillSwitchAlreadyReleased, Code::kFailedPrecondition, "KILL_SWITCH_ALREADY_RELEASED",
     "The kill switch was released before.",
     "Its restart is under way or over; engage a new one to stop contact again."},
    {Reason::kContactPointSuppressed, Code::kFailedPrecondition, "CONTACT_POINT_SUPPRESSED",
     "Nothing may be sent to this contact point.",
     "It was suppressed for a complaint, as another person's or by an opt-out; only a bounce is "
     "undone by verifying it. If it is theirs, retire it and add it anew on their word."},
    {Reason::kContactPointRetired, Code::kFailedPrecondition, "CONTACT_POINT_RETIRED",
     "The contact point is no address of theirs any more.",
     "A retired contact point does not change; add the address anew."},
    {Reason::kContactPointOfAnother, Code::kFailedPrecondition, "CONTACT_POINT_OF_ANOTHER",
     "This address is known to reach somebody else.",
     "It was reported as a wrong number or another person's; no import and no caller links it to "
     "this debtor again."},
    {Reason::kRepresentativesOverlap, Code::kFailedPrecondition, "REPRESENTATIVES_OVERLAP",
     "Somebody else has the same powers over the same debts on the same days.",
     "The metadata's representative names them; end that representation first, or give another "
     "scope or other days."},
    {Reason::kRepresentativeNotClaimed, Code::kFailedPrecondition, "REPRESENTATIVE_NOT_CLAIMED",
     "A document is taken only for a representation that is claimed.",
     "It was documented, activated or revoked before."},
    {Reason::kRepresentativeNotDocumented, Code::kFailedPrecondition,
     "REPRESENTATIVE_NOT_DOCUMENTED", "Only a documented representation takes effect.",
     "Ask for the document first; one in force or revoked is not activated again."},
    {Reason::kRepresentativeRevoked, Code::kFailedPrecondition, "REPRESENTATIVE_REVOKED",
     "The representation was revoked before.", "What comes after it is a new one."},
    {Reason::kVerificationTriesSpent, Code::kFailedPrecondition, "VERIFICATION_TRIES_SPENT",
     "The person could not be verified too often for now.",
     "Three wrong tries within 24 hours end it for that time; nothing is compared meanwhile."},
    {Reason::kRecordFull, Code::kFailedPrecondition, "RECORD_FULL",
     "The debtor's record takes no more of these.",
     "A debtor has at most 50 contact points and 50 representatives, those that ended among them."},
    {Reason::kErasureRefused, Code::kFailedPrecondition, "ERASURE_REFUSED",
     "The debtor cannot be erased yet.",
     "The metadata says all that stands against it: open_debts and legal_holds count them, "
     "retained_until and retained_by give the last day of a rulebook's retention and its rule."},
    {Reason::kTemplateNotDraft, Code::kFailedPrecondition, "TEMPLATE_NOT_DRAFT",
     "This version of the template is no draft.",
     "What was approved or retired is never changed; write another version."},
    {Reason::kTemplateNotApproved, Code::kFailedPrecondition, "TEMPLATE_NOT_APPROVED",
     "No version of this template is approved.",
     "A draft is sent to nobody; another principal than its author approves it."},
    {Reason::kTemplateAlreadyRetired, Code::kFailedPrecondition, "TEMPLATE_ALREADY_RETIRED",
     "This version of the template was retired before.", "Nothing is left to be done."},
    {Reason::kTemplateBlockMissing, Code::kFailedPrecondition, "TEMPLATE_BLOCK_MISSING",
     "The template lacks content that the rules demand.",
     "The metadata's blocks names it; a template with the slot REQUIRED takes up what it lacks."},
    {Reason::kTemplateNotLimited, Code::kFailedPrecondition, "TEMPLATE_NOT_LIMITED",
     "The template could reveal a debt.",
     "A message of limited content knows no variable but those of a closed list."},
    {Reason::kTextNeedsRelease, Code::kFailedPrecondition, "TEXT_NEEDS_RELEASE",
     "The tone check holds this text back.",
     "The metadata tells the first finding, and CheckTone all of them with kinder words; another "
     "principal may release the text for one recipient."},
    {Reason::kTextNotHeldBack, Code::kFailedPrecondition, "TEXT_NOT_HELD_BACK",
     "The tone check has nothing against this text.", "It needs no release to be sent."},
    {Reason::kChannelNotServed, Code::kFailedPrecondition, "CHANNEL_NOT_SERVED",
     "Nothing is sent by this channel here.",
     "Messages go by e-mail, text message and letter, as far as the server has a provider for it."},
    {Reason::kFormatNotServed, Code::kFailedPrecondition, "FORMAT_NOT_SERVED",
     "Nothing that is sent here comes in the format that this person reads.",
     "The metadata's formats names what they asked for: somebody has it made, or speaks with them."},
    {Reason::kMessageNotQueued, Code::kFailedPrecondition, "MESSAGE_NOT_QUEUED",
     "The message does not wait any more.",
     "What is handed over cannot be taken back; what is over stays as it is."},
    {Reason::kMessageNotUnknown, Code::kFailedPrecondition, "MESSAGE_NOT_UNKNOWN",
     "The fate of this message is known.",
     "Only a message of which nobody knows whether it went may be released to go once more."},
    {Reason::kEtagStale, Code::kAborted, "ETAG_STALE",
     "The resource changed since that etag was read.", "Read it again, and decide anew."},
    {Reason::kWriteConflict, Code::kAborted, "WRITE_CONFLICT",
     "Too many writers met at the same record.", "Nothing was changed; send the call again."},
    {Reason::kQuotaExceeded, Code::kResourceExhausted, "QUOTA_EXCEEDED",
     "The caller or the server is at its limit.",
     "RetryInfo, where there is one, says when to try again; a message that is too large never "
     "fits."},
    {Reason::kDeadlineExceeded, Code::kDeadlineExceeded, "DEADLINE_EXCEEDED",
     "The call's time was over before it was done.",
     "Send it again under the same request_id: its effect, if any, is not doubled."},
    {Reason::kCancelled, Code::kCancelled, "CANCELLED", "The caller gave up on the call.",
     "Send it again under the same request_id: its effect, if any, is not doubled."},
    {Reason::kStoreUnavailable, Code::kUnavailable, "STORE_UNAVAILABLE",
     "The store cannot be reached.",
     "Send the call again under the same request_id: its effect, if any, is not doubled."},
    {Reason::kRecordCorrupt, Code::kDataLoss, "RECORD_CORRUPT",
     "A stored record breaks an invariant.", "The incident is in the server's log."},
    {Reason::kMethodUnknown, Code::kUnimplemented, "METHOD_UNKNOWN", "There is no such method.",
     "Compare the protos with the server's version."},
    {Reason::kInternal, Code::kInternal, "INTERNAL", "Something of ours broke.",
     "The incident's id is in the error's metadata and in the server's log."},
});

}  // namespace

std::span<const ReasonRow> ReasonTable() { return kTable; }

const ReasonRow& RowOf(Reason reason) { return kTable.at(static_cast<std::size_t>(reason)); }

std::optional<Reason> ReasonNamed(std::string_view name) {
  for (const ReasonRow& row : kTable) {
    if (row.name == name) return row.reason;
  }
  return std::nullopt;
}

absl::Status Refuse(Reason reason, std::string_view message, const ErrorMetadata& metadata) {
  const ReasonRow& row = RowOf(reason);
  const std::string_view text = message.empty() ? row.text : message;
  absl::Status status(row.code, absl::string_view(text.data(), text.size()));
  SetPayloadPairs(status, kReasonPayload, {{std::string(row.name), ""}});
  if (!metadata.empty()) {
    SetPayloadPairs(status, kMetadataPayload, PayloadPairs(metadata.begin(), metadata.end()));
  }
  return status;
}

std::optional<Reason> ReasonOf(const absl::Status& status) {
  const PayloadPairs pairs = GetPayloadPairs(status, kReasonPayload);
  return pairs.empty() ? std::nullopt : ReasonNamed(pairs.front().first);
}

bool IsRefusal(const absl::Status& status) {
  return absl::IsInvalidArgument(status) || absl::IsNotFound(status) ||
         absl::IsAlreadyExists(status) || absl::IsFailedPrecondition(status);
}

ErrorMetadata MetadataOf(const absl::Status& status) {
  const PayloadPairs pairs = GetPayloadPairs(status, kMetadataPayload);
  return {pairs.begin(), pairs.end()};
}

}  // namespace parley
