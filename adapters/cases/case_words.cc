// SPDX-License-Identifier: Apache-2.0
#include "adapters/cases/case_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace parley::cases {
namespace {

template <typename Value>
using Row = std::pair<std::string_view, Value>;

constexpr PurposeWord Law(StatutoryKind kind) { return {Purpose::kStatutory, kind}; }

constexpr auto kPurposes = std::to_array<Row<PurposeWord>>({
    {"", {Purpose::kDemand}},
    {"collect", {Purpose::kDemand}},
    {"reminder", {Purpose::kReminder}},
    {"negotiation", {Purpose::kNegotiation}},
    {"statement", {Purpose::kStatement}},
    {"balance_update", {Purpose::kBalanceUpdate}},
    {"payment_confirmation", {Purpose::kReceipt}},
    {"receipt", {Purpose::kReceipt}},
    {"reply", {Purpose::kReply}},
    {"reply_to_debtor_query_or_complaint", {Purpose::kReply}},
    {"debtor_request", {Purpose::kRequested}},
    {"requested", {Purpose::kRequested}},
    {"support", {Purpose::kSupport}},
    {"support_signposting", {Purpose::kSupport}},
    {"acquire_consent", {Purpose::kConsentRequest}},
    {"opt_out_confirmation", {Purpose::kOptOutConfirmation}},
    {"location_information", {Purpose::kLocation}},
    {"marketing_no_debt_information", {Purpose::kUnrelated}},
    {"unrelated_or_ongoing_liability", {Purpose::kUnrelated}},
    {"terminate_efforts", Law(StatutoryKind::kTermination)},
    {"notify_may_invoke_remedy", Law(StatutoryKind::kRemedyMayBeInvoked)},
    {"notify_intends_remedy", Law(StatutoryKind::kRemedyWillBeInvoked)},
    {"early_intervention_1024_39_d3", Law(StatutoryKind::kEarlyIntervention)},
    {"mortgage_required_notice", Law(StatutoryKind::kMortgageNotice)},
    {"legally_required_medium", Law(StatutoryKind::kRequiredMedium)},
    {"send_verification", Law(StatutoryKind::kVerification)},
    {"send_original_creditor", Law(StatutoryKind::kOriginalCreditor)},
    {"duplicative_dispute_notice", Law(StatutoryKind::kDuplicateDispute)},
    {"dispute_outcome", Law(StatutoryKind::kDisputeOutcome)},
    {"dispute_information", Law(StatutoryKind::kDisputeInformation)},
    {"required_disclosure", Law(StatutoryKind::kRequiredDisclosure)},
    {"permitted_proceedings", Law(StatutoryKind::kCourtProceedings)},
    {"required_by_cca_or_fsma", Law(StatutoryKind::kRegulatedCredit)},
});

constexpr auto kEvents = std::to_array<Row<EventWord>>({
    {"call_out", {Channel::kCall, Direction::kOutbound}},
    {"call_in", {Channel::kCall, Direction::kInbound}},
    {"rvm_out", {Channel::kRinglessVoicemail, Direction::kOutbound}},
    {"sms_out", {Channel::kSms, Direction::kOutbound}},
    {"sms_in", {Channel::kSms, Direction::kInbound}},
    {"email_out", {Channel::kEmail, Direction::kOutbound}},
    {"email_in", {Channel::kEmail, Direction::kInbound}},
    {"letter_out", {Channel::kLetter, Direction::kOutbound}},
    {"letter_in", {Channel::kLetter, Direction::kInbound}},
    {"dm_out", {Channel::kDirectMessage, Direction::kOutbound}},
    {"dm_in", {Channel::kDirectMessage, Direction::kInbound}},
    {"portal_in", {Channel::kPortal, Direction::kInbound}},
    {"portal_out", {Channel::kPortal, Direction::kOutbound}},
    {"visit_out", {Channel::kVisit, Direction::kOutbound}},
});

constexpr auto kChannels = std::to_array<Row<Channel>>({
    {"call", Channel::kCall},
    {"voicemail", Channel::kCall},
    {"ringless_voicemail", Channel::kRinglessVoicemail},
    {"rvm", Channel::kRinglessVoicemail},
    {"sms", Channel::kSms},
    {"email", Channel::kEmail},
    {"social_dm", Channel::kDirectMessage},
    {"dm", Channel::kDirectMessage},
    {"letter", Channel::kLetter},
    {"mail", Channel::kLetter},
    {"in_person", Channel::kVisit},
    {"visit", Channel::kVisit},
    {"portal", Channel::kPortal},
    {"postcard", Channel::kPostcard},
    {"social_post", Channel::kPublicPost},
});

constexpr auto kOutcomes = std::to_array<Row<Outcome>>({
    {"", Outcome::kUnknown},
    {"no_answer", Outcome::kNoAnswer},
    {"busy", Outcome::kBusy},
    {"not_in_service", Outcome::kNotInService},
    {"no_connect", Outcome::kNoConnect},
    {"voicemail", Outcome::kVoicemail},
    {"voicemail_lcm", Outcome::kVoicemailLimited},
    {"voicemail_full", Outcome::kVoicemailFull},
    {"unable_to_leave_message", Outcome::kNoMessagePossible},
    {"voicemail_no_message_by_choice", Outcome::kNoMessageByChoice},
    {"answered_dropped", Outcome::kAnsweredDropped},
    {"answered_hung_up", Outcome::kAnsweredHungUp},
    {"conversation", Outcome::kConversation},
    {"delivered", Outcome::kDelivered},
    {"undeliverable", Outcome::kBounced},
    {"bounced", Outcome::kBounced},
});

constexpr auto kRelations = std::to_array<Row<Relation>>({
    {"consumer", Relation::kConsumer},
    {"joint_debtor", Relation::kConsumer},
    {"co_debtor", Relation::kConsumer},
    {"co_borrower", Relation::kConsumer},
    {"spouse", Relation::kSpouse},
    {"surviving_spouse", Relation::kSurvivingSpouse},
    {"parent_of_minor", Relation::kParentOfMinor},
    {"parent", Relation::kParentOfMinor},
    {"guardian", Relation::kGuardian},
    {"personal_representative", Relation::kPersonalRepresentative},
    {"executor", Relation::kPersonalRepresentative},
    {"administrator", Relation::kPersonalRepresentative},
    {"estate_representative", Relation::kPersonalRepresentative},
    {"authorised_for_estate", Relation::kPersonalRepresentative},
    {"household_member", Relation::kHouseholdMember},
    {"adult_child_not_authorised", Relation::kRelative},
    {"attorney_of_consumer", Relation::kAttorneyOfConsumer},
    {"attorney", Relation::kAttorneyOfConsumer},
    {"debt_adviser", Relation::kDebtAdviser},
    {"consumer_reporting_agency", Relation::kConsumerReportingAgency},
    {"creditor", Relation::kCreditor},
    {"attorney_of_creditor", Relation::kAttorneyOfCreditor},
    {"attorney_of_collector", Relation::kAttorneyOfCollector},
});

constexpr auto kConsents = std::to_array<Row<ConsentKind>>({
    {"call_frequency", ConsentKind::kCallFrequency},
    {"time", ConsentKind::kTime},
    {"use_address", ConsentKind::kUseAddress},
    {"esign", ConsentKind::kElectronicDelivery},
    {"tcpa_pec", ConsentKind::kAutomatedCalls},
    {"electronic_dc", ConsentKind::kElectronicContact},
    {"electronic_nyc", ConsentKind::kElectronicContact},
});

constexpr auto kDesignations = std::to_array<Row<DesignationKind>>({
    {"inconvenient_time", DesignationKind::kInconvenientTime},
    {"inconvenient_place", DesignationKind::kInconvenientPlace},
    {"attorney_represented", DesignationKind::kRepresented},
    {"employer_prohibits", DesignationKind::kEmployerProhibits},
    {"cease_communication", DesignationKind::kCease},
    {"stop_medium", DesignationKind::kStopMedium},
    {"stop_address", DesignationKind::kStopAddress},
    {"mental_capacity_concern", DesignationKind::kCapacityConcern},
    {"no_calls_at_work_oral", DesignationKind::kNotAtWorkOral},
    {"with_debt_adviser", DesignationKind::kWithAdviser},
});

constexpr auto kCircumstances = std::to_array<Row<Circumstance>>({
    {"denied_debt_orally", Circumstance::kDeniedDebt},
    {"refused_to_pay_orally", Circumstance::kDeniedDebt},
    {"attorney_unresponsive", Circumstance::kRepresentativeSilent},
    {"attorney_consents", Circumstance::kRepresentativeConsents},
    {"no_longer_represented", Circumstance::kRepresentationEnded},
    {"claims_settled", Circumstance::kClaimsSettled},
    {"financial_difficulty", Circumstance::kFinancialDifficulty},
});

// By the parts of their words, the first that fits. Haste of the collector's own making, and
// whatever is no known factor, rebuts nothing.
constexpr auto kFactors = std::to_array<Row<RebuttalFactor>>({
    {"offer", RebuttalFactor::kOwnOffer},
    {"discount", RebuttalFactor::kOwnOffer},
    {"litigation", RebuttalFactor::kActiveLitigation},
    {"law", RebuttalFactor::kRequiredByLaw},
    {"legal", RebuttalFactor::kRequiredByLaw},
    {"request", RebuttalFactor::kRequestedInformation},
    {"drop", RebuttalFactor::kDroppedCall},
    {"harm", RebuttalFactor::kImminentHarm},
    {"fee", RebuttalFactor::kImminentHarm},
});

constexpr auto kAddressActs = std::to_array<Row<AddressAct>>({
    {"obtained_from_consumer", AddressAct::kObtainedFromConsumer},
    {"sent_statements", AddressAct::kSentAboutAccount},
    {"sent_bills", AddressAct::kSentAboutAccount},
    {"sent_reminders", AddressAct::kSentAboutAccount},
    {"sent_confirmations", AddressAct::kSentAboutAccount},
    {"sent_marketing", AddressAct::kSentMarketing},
    {"opt_out_notice", AddressAct::kOptOutNotice},
    {"obtained_under_6d4i_or_ii", AddressAct::kObtainedProperly},
    {"used_email", AddressAct::kUsed},
    {"used_text", AddressAct::kUsed},
    {"did_not_use_email", AddressAct::kNotUsed},
    {"current", AddressAct::kCurrent},
    {"emailed_us_from_address", AddressAct::kConsumerUsed},
    {"consented_directly", AddressAct::kConsumerConsented},
    {"texted_from_number", AddressAct::kTextedUs},
    {"called_from_number", AddressAct::kCalledUs},
    {"reassigned_db_check", AddressAct::kReassignmentCheck},
    {"said_employer_provided", AddressAct::kSaidEmployers},
    {"reported_third_party_disclosure", AddressAct::kDisclosedToThirdParty},
});

// By the parts of their words, the first that fits, for what the table above does not have.
constexpr auto kPartsOfAddressActs = std::to_array<Row<AddressAct>>({
    {"marketing", AddressAct::kSentMarketing},
    {"sent_", AddressAct::kSentAboutAccount},
    {"consented", AddressAct::kConsumerConsented},
    {"withdrew", AddressAct::kCurrent},
    {"revoked", AddressAct::kCurrent},
    {"opted_out", AddressAct::kCurrent},
});

template <typename Table>
auto FoundIn(const Table& table, const std::string& word) {
  using Value = typename Table::value_type::second_type;
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == word; });
  return found == table.end() ? std::nullopt : std::optional<Value>(found->second);
}

// The value of the first row whose word is a part of this one.
template <typename Table>
auto PartIn(const Table& table, const std::string& word) {
  using Value = typename Table::value_type::second_type;
  const auto found = std::find_if(table.begin(), table.end(), [&](const auto& row) {
    return word.find(row.first) != std::string::npos;
  });
  return found == table.end() ? std::nullopt : std::optional<Value>(found->second);
}

}  // namespace

PurposeWord PurposeNamed(const std::string& word) {
  return FoundIn(kPurposes, word).value_or(PurposeWord{});
}
EventWord EventNamed(const std::string& word) { return WordIn(kEvents, word); }
Channel ChannelNamed(const std::string& word) { return WordIn(kChannels, word); }
Outcome OutcomeNamed(const std::string& word) {
  return FoundIn(kOutcomes, word).value_or(Outcome::kUnknown);
}
ConsentKind ConsentNamed(const std::string& word) { return WordIn(kConsents, word); }
DesignationKind DesignationNamed(const std::string& word) { return WordIn(kDesignations, word); }

ActorRole RoleNamed(const std::string& word) {
  const std::optional<ActorRole> role = Worded<ActorRole>(absl::AsciiStrToUpper(word));
  if (!role.has_value()) throw CaseFault{"the word is unknown: " + word};
  return *role;
}

RebuttalFactor FactorNamed(const std::string& word) {
  return PartIn(kFactors, word).value_or(RebuttalFactor::kOwnOffer);
}

Technology TechnologyNamed(const std::string& word) {
  if (word.empty()) return Technology::kManual;
  return Worded<Technology>(absl::AsciiStrToUpper(word)).value_or(Technology::kAutodialed);
}

Place PlaceNamed(const std::string& word) {
  if (word.empty()) return Place::kNone;
  return Worded<Place>(absl::AsciiStrToUpper(word)).value_or(Place::kOther);
}

Relation RelationNamed(const std::string& word) {
  return FoundIn(kRelations, word).value_or(Relation::kThirdParty);
}

std::optional<Circumstance> CircumstanceNamed(const std::string& word) {
  if (absl::StrContains(word, "vulnerab")) return Circumstance::kVulnerable;
  return FoundIn(kCircumstances, word);
}

std::optional<AddressAct> AddressActNamed(const std::string& word) {
  const std::optional<AddressAct> act = FoundIn(kAddressActs, word);
  return act.has_value() ? act : PartIn(kPartsOfAddressActs, word);
}

bool IsSimpleWay(const std::string& way, bool on_paper) {
  const auto holds = [&](const char* word) { return absl::StrContains(way, word); };
  const bool by_phone = holds("call") || holds("phone") || holds("toll_free");
  const bool by_post = holds("paper") || holds("post") || holds("letter") || holds("writ") ||
                       (holds("mail") && !holds("email"));
  return !way.empty() && !by_phone && (on_paper || !by_post);
}

PointClass ClassOf(const Json& point) {
  const std::string named = absl::AsciiStrToUpper(TextOf(point, "class"));
  if (const std::optional<PointClass> known = Worded<PointClass>(named)) return *known;
  const std::string kind = TextOf(point, "kind");
  if (kind == "mobile") return PointClass::kCellular;
  if (kind != "landline") return PointClass::kUnknown;
  const std::string place = TextOf(point, "place");
  if (place == "home") return PointClass::kResidence;
  return place == "work" ? PointClass::kWork : PointClass::kUnknown;
}

DebtClass DebtClassOf(const Json& debt) {
  constexpr auto kCommercial = std::to_array<std::string_view>(
      {"invoice", "trade", "business", "business_loan", "commercial"});
  const std::string type = TextOf(debt, Has(debt, "class") ? "class" : "type");
  const bool commercial =
      std::find(kCommercial.begin(), kCommercial.end(), type) != kCommercial.end();
  return commercial ? DebtClass::kCommercial : DebtClass::kConsumer;
}

bool AsksToStop(const std::string& text) {
  constexpr auto kStops = std::to_array<std::string_view>(
      {"stop", "quit", "end", "revoke", "opt out", "cancel", "unsubscribe"});
  const std::string folded = absl::AsciiStrToLower(absl::StripAsciiWhitespace(text));
  return std::any_of(kStops.begin(), kStops.end(), [&](std::string_view word) {
    return absl::StrContains(folded, absl::string_view(word.data(), word.size()));
  });
}

}  // namespace parley::cases
