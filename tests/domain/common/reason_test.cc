// SPDX-License-Identifier: Apache-2.0
#include "domain/common/reason.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace parley {
namespace {

using Code = absl::StatusCode;

bool IsUpperSnake(std::string_view name) {
  return !name.empty() && name.front() != '_' && name.back() != '_' &&
         name.find("__") == std::string_view::npos &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return c == '_' || (c >= 'A' && c <= 'Z'); });
}

TEST(ReasonTable, HasOneRowForEachReasonInItsPlace) {
  ASSERT_EQ(ReasonTable().size(), static_cast<std::size_t>(Reason::kNothingToReflect) + 1);
  for (std::size_t at = 0; at < ReasonTable().size(); ++at) {
    const auto reason = static_cast<Reason>(at);
    EXPECT_EQ(ReasonTable()[at].reason, reason) << at;
    EXPECT_EQ(RowOf(reason).reason, reason) << at;
  }
}

TEST(ReasonTable, HasUniqueNamesInUpperSnakeCase) {
  std::set<std::string_view> names;
  for (const ReasonRow& row : ReasonTable()) {
    EXPECT_TRUE(IsUpperSnake(row.name)) << row.name;
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
  }
}

TEST(ReasonTable, TellsAPersonASentenceAndAProgrammerAnother) {
  std::set<std::string_view> texts;
  for (const ReasonRow& row : ReasonTable()) {
    EXPECT_TRUE(row.text.size() > 10 && row.text.back() == '.') << row.name;
    EXPECT_TRUE(row.documentation.size() > 10 && row.documentation.back() == '.') << row.name;
    EXPECT_TRUE(texts.insert(row.text).second) << row.name << " says what another one says";
  }
}

// Callers branch on the pair, so a change of either breaks them.
TEST(ReasonTable, NamesEachReasonWithItsCanonicalCode) {
  const std::map<std::string_view, Code> expected = {
      {"FIELD_INVALID", Code::kInvalidArgument},
      {"REQUEST_ID_REUSED", Code::kInvalidArgument},
      {"PAGE_TOKEN_INVALID", Code::kInvalidArgument},
      {"RULEBOOK_UNSOUND", Code::kInvalidArgument},
      {"CASES_MALFORMED", Code::kInvalidArgument},
      {"TEMPLATE_UNSOUND", Code::kInvalidArgument},
      {"CREDENTIALS_INVALID", Code::kUnauthenticated},
      {"ACCESS_DENIED", Code::kPermissionDenied},
      {"CREDITOR_NOT_FOUND", Code::kNotFound},
      {"DEBTOR_NOT_FOUND", Code::kNotFound},
      {"CONTACT_POINT_NOT_FOUND", Code::kNotFound},
      {"OPT_OUT_NOT_FOUND", Code::kNotFound},
      {"INCONVENIENCE_NOT_FOUND", Code::kNotFound},
      {"SUPPORT_NEED_NOT_FOUND", Code::kNotFound},
      {"REPRESENTATIVE_NOT_FOUND", Code::kNotFound},
      {"CONTACT_POINT_ALREADY_EXISTS", Code::kAlreadyExists},
      {"REPRESENTATIVE_ALREADY_EXISTS", Code::kAlreadyExists},
      {"RECORD_FULL", Code::kFailedPrecondition},
      {"ERASURE_REFUSED", Code::kFailedPrecondition},
      {"DEBT_NOT_FOUND", Code::kNotFound},
      {"ENTRY_NOT_FOUND", Code::kNotFound},
      {"WORK_ITEM_NOT_FOUND", Code::kNotFound},
      {"HOLD_NOT_FOUND", Code::kNotFound},
      {"COMMUNICATION_NOT_FOUND", Code::kNotFound},
      {"KILL_SWITCH_NOT_FOUND", Code::kNotFound},
      {"RULEBOOK_NOT_FOUND", Code::kNotFound},
      {"TEMPLATE_NOT_FOUND", Code::kNotFound},
      {"DEAD_LETTER_NOT_FOUND", Code::kNotFound},
      {"TEMPLATE_ALREADY_EXISTS", Code::kAlreadyExists},
      {"MESSAGE_ALREADY_QUEUED", Code::kAlreadyExists},
      {"CREDITOR_ALREADY_EXISTS", Code::kAlreadyExists},
      {"DEBTOR_ALREADY_EXISTS", Code::kAlreadyExists},
      {"DEBT_ALREADY_PLACED", Code::kAlreadyExists},
      {"ENTRY_ALREADY_POSTED", Code::kAlreadyExists},
      {"HOLD_ALREADY_EXISTS", Code::kAlreadyExists},
      {"KILL_SWITCH_ALREADY_EXISTS", Code::kAlreadyExists},
      {"RULEBOOK_ALREADY_PUBLISHED", Code::kAlreadyExists},
      {"FEE_ALREADY_CHARGED", Code::kAlreadyExists},
      {"FEE_NOT_ALLOWED", Code::kFailedPrecondition},
      {"FEE_CAUSE_NOT_COVERED", Code::kFailedPrecondition},
      {"FEE_ABOVE_RULE", Code::kFailedPrecondition},
      {"FEES_ON_HOLD", Code::kFailedPrecondition},
      {"NOTICE_TOO_SHORT", Code::kFailedPrecondition},
      {"DEBT_NOT_RECEIVED", Code::kFailedPrecondition},
      {"DEBT_CLOSED_TO_ENTRIES", Code::kFailedPrecondition},
      {"REFERENCE_AMBIGUOUS", Code::kFailedPrecondition},
      {"ENTRY_ALREADY_REVERSED", Code::kFailedPrecondition},
      {"REVERSAL_NOT_REVERSIBLE", Code::kFailedPrecondition},
      {"OPENING_NOT_REVERSIBLE", Code::kFailedPrecondition},
      {"CORRECTION_NOT_REVERSIBLE", Code::kFailedPrecondition},
      {"INTEREST_NOT_REVERSIBLE", Code::kFailedPrecondition},
      {"QUOTE_WAIVER_NOT_REVERSIBLE", Code::kFailedPrecondition},
      {"PAYMENT_PART_NOT_REVERSIBLE", Code::kFailedPrecondition},
      {"WAIVER_ABOVE_BUCKET", Code::kFailedPrecondition},
      {"WRITE_OFF_ABOVE_BALANCE", Code::kFailedPrecondition},
      {"REFUND_ABOVE_CREDIT", Code::kFailedPrecondition},
      {"DEBT_NOT_OPEN", Code::kFailedPrecondition},
      {"HOLD_NOT_REQUESTED", Code::kFailedPrecondition},
      {"HOLD_NOT_ACTIVE", Code::kFailedPrecondition},
      {"COMMUNICATION_NOT_A_CALL", Code::kFailedPrecondition},
      {"CALL_ALREADY_RECORDED", Code::kFailedPrecondition},
      {"DISPUTE_ABOVE_BALANCE", Code::kFailedPrecondition},
      {"DEBT_NOT_CLOSED", Code::kFailedPrecondition},
      {"DEBT_NOT_AWAITING_DECISION", Code::kFailedPrecondition},
      {"RECALL_BLOCKED", Code::kFailedPrecondition},
      {"KILL_SWITCH_ALREADY_RELEASED", Code::kFailedPrecondition},
      {"BALANCE_OUT_OF_RANGE", Code::kFailedPrecondition},
      {"WORK_ALREADY_ENDED", Code::kFailedPrecondition},
      {"WORK_CLAIMED_BY_ANOTHER", Code::kFailedPrecondition},
      {"WORK_NOT_CLAIMED", Code::kFailedPrecondition},
      {"WORK_NEEDS_DECISION", Code::kFailedPrecondition},
      {"WORK_NOT_AN_APPROVAL", Code::kFailedPrecondition},
      {"APPROVAL_ALREADY_DECIDED", Code::kFailedPrecondition},
      {"APPROVAL_BY_ASKER", Code::kFailedPrecondition},
      {"APPROVAL_OUTDATED", Code::kFailedPrecondition},
      {"PAYMENT_NOT_FOUND", Code::kNotFound},
      {"PAYMENT_ALREADY_POSTED", Code::kAlreadyExists},
      {"NO_DEBT_FOR_PAYMENT", Code::kFailedPrecondition},
      {"MONEY_HELD_APART", Code::kFailedPrecondition},
      {"TERMS_WITHOUT_DAY", Code::kFailedPrecondition},
      {"PAYMENT_NOT_ANNOUNCED", Code::kFailedPrecondition},
      {"PAYMENT_ALREADY_RETURNED", Code::kFailedPrecondition},
      {"PAYMENT_NOT_IN_SUSPENSE", Code::kFailedPrecondition},
      {"CONTACT_POINT_SUPPRESSED", Code::kFailedPrecondition},
      {"CONTACT_POINT_RETIRED", Code::kFailedPrecondition},
      {"CONTACT_POINT_OF_ANOTHER", Code::kFailedPrecondition},
      {"REPRESENTATIVES_OVERLAP", Code::kFailedPrecondition},
      {"REPRESENTATIVE_NOT_CLAIMED", Code::kFailedPrecondition},
      {"REPRESENTATIVE_NOT_DOCUMENTED", Code::kFailedPrecondition},
      {"REPRESENTATIVE_REVOKED", Code::kFailedPrecondition},
      {"VERIFICATION_TRIES_SPENT", Code::kFailedPrecondition},
      {"TEMPLATE_NOT_DRAFT", Code::kFailedPrecondition},
      {"TEMPLATE_NOT_APPROVED", Code::kFailedPrecondition},
      {"TEMPLATE_ALREADY_RETIRED", Code::kFailedPrecondition},
      {"TEMPLATE_BLOCK_MISSING", Code::kFailedPrecondition},
      {"TEMPLATE_NOT_LIMITED", Code::kFailedPrecondition},
      {"TEXT_NEEDS_RELEASE", Code::kFailedPrecondition},
      {"TEXT_NOT_HELD_BACK", Code::kFailedPrecondition},
      {"CHANNEL_NOT_SERVED", Code::kFailedPrecondition},
      {"MESSAGE_NOT_QUEUED", Code::kFailedPrecondition},
      {"CIRCUMSTANCE_NOT_FOUND", Code::kNotFound},
      {"PROMISE_NOT_FOUND", Code::kNotFound},
      {"DISPUTE_NOT_FOUND", Code::kNotFound},
      {"COMPLAINT_NOT_FOUND", Code::kNotFound},
      {"INBOUND_NOT_FOUND", Code::kNotFound},
      {"INBOUND_ALREADY_RECEIVED", Code::kAlreadyExists},
      {"DISPUTE_STEP_REFUSED", Code::kFailedPrecondition},
      {"DISPUTE_ANSWER_NOT_SENT", Code::kFailedPrecondition},
      {"DISPUTE_NOT_A_DUPLICATE", Code::kFailedPrecondition},
      {"COMPLAINT_STEP_REFUSED", Code::kFailedPrecondition},
      {"EVIDENCE_ALREADY_ASKED", Code::kFailedPrecondition},
      {"CIRCUMSTANCE_OVER", Code::kFailedPrecondition},
      {"PROMISE_NOT_PENDING", Code::kFailedPrecondition},
      {"PROMISE_ABOVE_BALANCE", Code::kFailedPrecondition},
      {"FORMAT_NOT_SERVED", Code::kFailedPrecondition},
      {"INBOUND_NOT_MATCHED", Code::kFailedPrecondition},
      {"CONVERSATION_NOT_FOUND", Code::kNotFound},
      {"CONVERSATION_STEP_REFUSED", Code::kFailedPrecondition},
      {"CALLBACK_NOT_FOUND", Code::kNotFound},
      {"CALLBACK_STEP_REFUSED", Code::kFailedPrecondition},
      {"CALLBACK_ALREADY_AWAITED", Code::kFailedPrecondition},
      {"REFLECTION_NOT_FOUND", Code::kNotFound},
      {"REFLECTION_STEP_REFUSED", Code::kFailedPrecondition},
      {"REFLECTION_NOT_CONFIRMED", Code::kFailedPrecondition},
      {"NOTHING_TO_REFLECT", Code::kFailedPrecondition},
      {"INBOUND_ALREADY_MATCHED", Code::kFailedPrecondition},
      {"INBOUND_ALREADY_ANSWERED", Code::kFailedPrecondition},
      {"MESSAGE_NOT_UNKNOWN", Code::kFailedPrecondition},
      {"ETAG_STALE", Code::kAborted},
      {"WRITE_CONFLICT", Code::kAborted},
      {"QUOTA_EXCEEDED", Code::kResourceExhausted},
      {"DEADLINE_EXCEEDED", Code::kDeadlineExceeded},
      {"CANCELLED", Code::kCancelled},
      {"STORE_UNAVAILABLE", Code::kUnavailable},
      {"RECORD_CORRUPT", Code::kDataLoss},
      {"METHOD_UNKNOWN", Code::kUnimplemented},
      {"INTERNAL", Code::kInternal},
  };
  EXPECT_EQ(expected.size(), ReasonTable().size());
  for (const ReasonRow& row : ReasonTable()) {
    ASSERT_TRUE(expected.contains(row.name)) << row.name;
    EXPECT_EQ(row.code, expected.at(row.name)) << row.name;
  }
}

TEST(ReasonNamed, FindsEachReasonByItsExactName) {
  for (const ReasonRow& row : ReasonTable()) EXPECT_EQ(ReasonNamed(row.name), row.reason);
  EXPECT_EQ(ReasonNamed("DEBT_NOT_FOUND"), Reason::kDebtNotFound);
  EXPECT_EQ(ReasonNamed("debt_not_found"), std::nullopt);
  EXPECT_EQ(ReasonNamed(""), std::nullopt);
}

TEST(Refuse, CarriesTheReasonWithItsCodeAndText) {
  for (const ReasonRow& row : ReasonTable()) {
    const absl::Status status = Refuse(row.reason);
    EXPECT_EQ(status.code(), row.code) << row.name;
    EXPECT_EQ(std::string(status.message()), row.text) << row.name;
    EXPECT_EQ(ReasonOf(status), row.reason) << row.name;
    EXPECT_TRUE(MetadataOf(status).empty()) << row.name;
  }
}

TEST(Refuse, PrefersTheMessageThatItIsGiven) {
  const absl::Status status = Refuse(Reason::kDebtNotFound, "Nothing under that name.");
  EXPECT_EQ(std::string(status.message()), "Nothing under that name.");
  EXPECT_EQ(ReasonOf(status), Reason::kDebtNotFound);
}

TEST(Refuse, CarriesMetadataThatAProgramReads) {
  const ErrorMetadata metadata = {{"incident", "42"}, {"retry", ""}, {"zone", "Asia/Taipei"}};
  EXPECT_EQ(MetadataOf(Refuse(Reason::kInternal, "", metadata)), metadata);
}

TEST(Refuse, TakesSeparatorsOutOfMetadata) {
  const absl::Status status = Refuse(Reason::kInternal, "",
                                     {{"a\x1e"
                                       "b",
                                       "c\x1f"
                                       "d\x1e"}});
  EXPECT_EQ(MetadataOf(status), (ErrorMetadata{{"ab", "cd"}}));
}

TEST(ReasonOf, FindsNoneWhereNoneWasGiven) {
  EXPECT_EQ(ReasonOf(absl::OkStatus()), std::nullopt);
  EXPECT_EQ(ReasonOf(absl::NotFoundError("DEBT_NOT_FOUND")), std::nullopt);
  EXPECT_TRUE(MetadataOf(absl::OkStatus()).empty());
  EXPECT_TRUE(MetadataOf(absl::InternalError("broken")).empty());
}

}  // namespace
}  // namespace parley
