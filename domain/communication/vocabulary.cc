// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/vocabulary.h"

#include <array>

namespace parley {
namespace {
constexpr auto kChannelWords = std::to_array<std::string_view>({
    "",
    "CALL",
    "RINGLESS_VOICEMAIL",
    "SMS",
    "EMAIL",
    "DIRECT_MESSAGE",
    "LETTER",
    "VISIT",
    "PORTAL",
    "POSTCARD",
    "PUBLIC_POST",
});
constexpr auto kPurposeWords = std::to_array<std::string_view>({
    "",
    "DEMAND",
    "REMINDER",
    "NEGOTIATION",
    "STATEMENT",
    "BALANCE_UPDATE",
    "RECEIPT",
    "REPLY",
    "REQUESTED",
    "SUPPORT",
    "CONSENT_REQUEST",
    "OPT_OUT_CONFIRMATION",
    "LOCATION",
    "STATUTORY",
    "UNRELATED",
});
constexpr auto kStatutoryKindWords = std::to_array<std::string_view>({
    "NONE",
    "TERMINATION",
    "REMEDY_MAY_BE_INVOKED",
    "REMEDY_WILL_BE_INVOKED",
    "EARLY_INTERVENTION",
    "MORTGAGE_NOTICE",
    "REQUIRED_MEDIUM",
    "VERIFICATION",
    "ORIGINAL_CREDITOR",
    "DUPLICATE_DISPUTE",
    "DISPUTE_OUTCOME",
    "DISPUTE_INFORMATION",
    "REQUIRED_DISCLOSURE",
    "COURT_PROCEEDINGS",
    "REGULATED_CREDIT",
});
constexpr auto kRelationWords = std::to_array<std::string_view>({
    "",
    "CONSUMER",
    "SPOUSE",
    "SURVIVING_SPOUSE",
    "PARENT_OF_MINOR",
    "GUARDIAN",
    "PERSONAL_REPRESENTATIVE",
    "HOUSEHOLD_MEMBER",
    "RELATIVE",
    "ATTORNEY_OF_CONSUMER",
    "DEBT_ADVISER",
    "CONSUMER_REPORTING_AGENCY",
    "CREDITOR",
    "ATTORNEY_OF_CREDITOR",
    "ATTORNEY_OF_COLLECTOR",
    "THIRD_PARTY",
});
constexpr auto kActorRoleWords = std::to_array<std::string_view>({
    "",
    "CREDITOR",
    "DEBT_COLLECTOR",
    "DEBT_BUYER",
});
constexpr auto kDebtClassWords = std::to_array<std::string_view>({
    "",
    "CONSUMER",
    "COMMERCIAL",
});
constexpr auto kDirectionWords = std::to_array<std::string_view>({
    "",
    "OUTBOUND",
    "INBOUND",
});
constexpr auto kOutcomeWords = std::to_array<std::string_view>({
    "UNKNOWN",
    "NO_ANSWER",
    "BUSY",
    "NOT_IN_SERVICE",
    "NO_CONNECT",
    "VOICEMAIL",
    "VOICEMAIL_LIMITED",
    "VOICEMAIL_FULL",
    "NO_MESSAGE_POSSIBLE",
    "NO_MESSAGE_BY_CHOICE",
    "ANSWERED_DROPPED",
    "ANSWERED_HUNG_UP",
    "CONVERSATION",
    "DELIVERED",
    "BOUNCED",
});
constexpr auto kPointClassWords = std::to_array<std::string_view>({
    "UNKNOWN",
    "CELLULAR",
    "RESIDENCE",
    "PERSONAL",
    "WORK",
    "OTHER",
});
constexpr auto kPlaceWords = std::to_array<std::string_view>({
    "NONE",
    "HOME",
    "WORK",
    "OTHER",
});
constexpr auto kLocationSourceWords =
    std::to_array<std::string_view>({"", "TOLD", "ADDRESS", "NUMBER", "OTHER"});
constexpr auto kTechnologyWords = std::to_array<std::string_view>({
    "",
    "MANUAL",
    "AUTODIALED",
    "PRERECORDED",
});
constexpr auto kConsentKindWords = std::to_array<std::string_view>({
    "",
    "CALL_FREQUENCY",
    "TIME",
    "USE_ADDRESS",
    "ELECTRONIC_DELIVERY",
    "AUTOMATED_CALLS",
    "ELECTRONIC_CONTACT",
});
constexpr auto kDesignationKindWords = std::to_array<std::string_view>({
    "",
    "INCONVENIENT_TIME",
    "INCONVENIENT_PLACE",
    "REPRESENTED",
    "EMPLOYER_PROHIBITS",
    "CEASE",
    "STOP_MEDIUM",
    "STOP_ADDRESS",
    "CAPACITY_CONCERN",
    "NOT_AT_WORK_ORAL",
    "WITH_ADVISER",
});
constexpr auto kCircumstanceWords = std::to_array<std::string_view>({
    "",
    "DENIED_DEBT",
    "REPRESENTATIVE_SILENT",
    "REPRESENTATIVE_CONSENTS",
    "REPRESENTATION_ENDED",
    "CLAIMS_SETTLED",
    "FINANCIAL_DIFFICULTY",
    "VULNERABLE",
});
constexpr auto kRebuttalFactorWords = std::to_array<std::string_view>({
    "",
    "REQUIRED_BY_LAW",
    "ACTIVE_LITIGATION",
    "REQUESTED_INFORMATION",
    "DROPPED_CALL",
    "IMMINENT_HARM",
    "OWN_OFFER",
});
constexpr auto kAddressActWords = std::to_array<std::string_view>({
    "",
    "OBTAINED_FROM_CONSUMER",
    "SENT_ABOUT_ACCOUNT",
    "SENT_MARKETING",
    "OPT_OUT_NOTICE",
    "OBTAINED_PROPERLY",
    "USED",
    "NOT_USED",
    "CURRENT",
    "CONSUMER_USED",
    "CONSUMER_CONSENTED",
    "TYPED_BESIDE_NOTICE",
    "TYPED_WITHOUT_NOTICE",
    "TEXTED_US",
    "CALLED_US",
    "REASSIGNMENT_CHECK",
    "NUMBER_REASSIGNED",
    "NON_PUBLIC_DOMAIN",
    "SAID_EMPLOYERS",
    "DISCLOSED_TO_THIRD_PARTY",
});
constexpr auto kAddressRouteWords = std::to_array<std::string_view>({
    "",
    "CONSUMER",
    "CREDITOR_NOTICE",
    "PRIOR_COLLECTOR",
    "CONSUMER_TEXTED",
    "TEXT_CONSENT",
});
constexpr auto kElementWords = std::to_array<std::string_view>({
    "",
    "OPT_OUT",
    "JUSTIFICATION",
    "SELF_IDENTIFICATION",
    "FREE_ADVICE",
});
constexpr auto kFeatureWords = std::to_array<std::string_view>({
    "",
    "STATES_DEBT",
    "HIDES_COLLECTOR",
    "VISIBLE_TO_OTHERS",
    "REVEALING_ENVELOPE",
    "ABUSIVE",
    "ADDS_TO_CONFIRMATION",
    "SINGLE_FULL_PAYMENT",
    "CONTINUES_INCONVENIENT",
});
constexpr auto kForceWords = std::to_array<std::string_view>({
    "",
    "PROHIBITION",
    "PRESUMPTION",
    "GUIDELINE",
    "POLICY",
    "STANDARD",
});
constexpr auto kDutyWords = std::to_array<std::string_view>(
    {"", "FIRST_NOTICE", "SUBSTANTIATION", "HONOUR_REVOCATION", "ACKNOWLEDGE_COMPLAINT",
     "SETTLE_COMPLAINT_IN_SHORT", "ANSWER_COMPLAINT", "ANSWER_DISPUTE"});
constexpr auto kRecordClassWords = std::to_array<std::string_view>({
    "",
    "CALL_LOG",
    "DOCUMENT",
    "COMMUNICATION",
    "DECISION",
    "COMPLIANCE",
    "RECORDING",
    "OTHER",
});
constexpr auto kAspectWords = std::to_array<std::string_view>({
    "",
    "NOTICE_DUE",
    "NOTICE_PAID",
    "NOTICE_ESTATE",
    "NOTICE_ACTUAL",
    "NOTICE_ELECTRONIC",
    "NOTICE_FIELDS",
    "NOTICE_STATEMENT_INSTEAD",
    "NOTICE_FORM",
    "NOTICE_REVERSE",
    "NOTICE_OPTIONAL",
    "NOTICE_TRANSLATION",
    "ITEMISATION_DATE",
    "ITEMISATION_SUMS",
    "VOICEMAIL_LIMITED",
    "ABUSIVE_CONTENT",
    "DISCLOSURE",
    "DISCLOSURE_LANGUAGE",
    "ASK_MEDIA",
    "ASK_TO_CONTINUE",
    "PRESSURE",
    "COMMERCIAL_ONLY",
    "IDENTITY",
    "LIMITATION",
});
constexpr auto kBookStatusWords = std::to_array<std::string_view>({
    "",
    "LIVE",
    "DRAFT",
    "UNRESEARCHED",
});
}  // namespace

template <>
std::span<const std::string_view> WordsOf<Channel>() {
  return kChannelWords;
}

template <>
std::span<const std::string_view> WordsOf<Purpose>() {
  return kPurposeWords;
}

template <>
std::span<const std::string_view> WordsOf<StatutoryKind>() {
  return kStatutoryKindWords;
}

template <>
std::span<const std::string_view> WordsOf<Relation>() {
  return kRelationWords;
}

template <>
std::span<const std::string_view> WordsOf<ActorRole>() {
  return kActorRoleWords;
}

template <>
std::span<const std::string_view> WordsOf<DebtClass>() {
  return kDebtClassWords;
}

template <>
std::span<const std::string_view> WordsOf<Direction>() {
  return kDirectionWords;
}

template <>
std::span<const std::string_view> WordsOf<Outcome>() {
  return kOutcomeWords;
}

template <>
std::span<const std::string_view> WordsOf<PointClass>() {
  return kPointClassWords;
}

template <>
std::span<const std::string_view> WordsOf<Place>() {
  return kPlaceWords;
}

template <>
std::span<const std::string_view> WordsOf<LocationSource>() {
  return kLocationSourceWords;
}

template <>
std::span<const std::string_view> WordsOf<Technology>() {
  return kTechnologyWords;
}

template <>
std::span<const std::string_view> WordsOf<ConsentKind>() {
  return kConsentKindWords;
}

template <>
std::span<const std::string_view> WordsOf<DesignationKind>() {
  return kDesignationKindWords;
}

template <>
std::span<const std::string_view> WordsOf<Circumstance>() {
  return kCircumstanceWords;
}

template <>
std::span<const std::string_view> WordsOf<RebuttalFactor>() {
  return kRebuttalFactorWords;
}

template <>
std::span<const std::string_view> WordsOf<AddressAct>() {
  return kAddressActWords;
}

template <>
std::span<const std::string_view> WordsOf<AddressRoute>() {
  return kAddressRouteWords;
}

template <>
std::span<const std::string_view> WordsOf<Element>() {
  return kElementWords;
}

template <>
std::span<const std::string_view> WordsOf<Feature>() {
  return kFeatureWords;
}

template <>
std::span<const std::string_view> WordsOf<Force>() {
  return kForceWords;
}

template <>
std::span<const std::string_view> WordsOf<Duty>() {
  return kDutyWords;
}

template <>
std::span<const std::string_view> WordsOf<RecordClass>() {
  return kRecordClassWords;
}

template <>
std::span<const std::string_view> WordsOf<Aspect>() {
  return kAspectWords;
}

template <>
std::span<const std::string_view> WordsOf<BookStatus>() {
  return kBookStatusWords;
}

}  // namespace parley
