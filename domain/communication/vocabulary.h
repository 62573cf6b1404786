// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_VOCABULARY_H_
#define PARLEY_DOMAIN_COMMUNICATION_VOCABULARY_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

// The closed vocabularies of the contact gate: a rulebook that names another word does not load.
// The numbers are stored and never change; a new word takes the next one.
namespace parley {

// By what an act reaches a person. A portal is a page that the person opens; a post is seen by
// others.
enum class Channel : std::uint8_t {
  kCall = 1,
  kRinglessVoicemail = 2,
  kSms = 3,
  kEmail = 4,
  kDirectMessage = 5,
  kLetter = 6,
  kVisit = 7,
  kPortal = 8,
  kPostcard = 9,
  kPublicPost = 10,
};

// What an act is for: one closed list, onto which those of rulebooks and creditors map.
enum class Purpose : std::uint8_t {
  kDemand = 1,
  kReminder = 2,
  kNegotiation = 3,
  kStatement = 4,
  kBalanceUpdate = 5,
  kReceipt = 6,
  kReply = 7,
  kRequested = 8,  // What the person asked for.
  kSupport = 9,
  kConsentRequest = 10,
  kOptOutConfirmation = 11,
  kLocation = 12,   // To learn where a person is, from somebody else.
  kStatutory = 13,  // What a law asks for, of a kind below.
  kUnrelated = 14,  // Says nothing of the debts: an ongoing liability, the house's news.
};

// Which law's notice a STATUTORY act is.
enum class StatutoryKind : std::uint8_t {
  kNone = 0,         // Not told, or no statutory act.
  kTermination = 1,  // That collecting ends.
  kRemedyMayBeInvoked = 2,
  kRemedyWillBeInvoked = 3,
  kEarlyIntervention = 4,
  kMortgageNotice = 5,
  kRequiredMedium = 6,  // What a law wants sent by this very medium.
  kVerification = 7,
  kOriginalCreditor = 8,
  kDuplicateDispute = 9,
  kDisputeOutcome = 10,
  kDisputeInformation = 11,
  kRequiredDisclosure = 12,
  kCourtProceedings = 13,
  kRegulatedCredit = 14,
};

// What somebody is to the debt.
enum class Relation : std::uint8_t {
  kConsumer = 1,
  kSpouse = 2,
  kSurvivingSpouse = 3,
  kParentOfMinor = 4,
  kGuardian = 5,
  kPersonalRepresentative = 6,
  kHouseholdMember = 7,
  kRelative = 8,
  kAttorneyOfConsumer = 9,
  kDebtAdviser = 10,
  kConsumerReportingAgency = 11,
  kCreditor = 12,
  kAttorneyOfCreditor = 13,
  kAttorneyOfCollector = 14,
  kThirdParty = 15,
};

// Who collects.
enum class ActorRole : std::uint8_t {
  kCreditor = 1,
  kDebtCollector = 2,
  kDebtBuyer = 3,
};

// Whose kind of debt it is: the debt decides, not the debtor's name.
enum class DebtClass : std::uint8_t {
  kConsumer = 1,
  kCommercial = 2,
};

// Who began a communication.
enum class Direction : std::uint8_t {
  kOutbound = 1,
  kInbound = 2,
};

// How an attempt came out.
enum class Outcome : std::uint8_t {
  kUnknown = 0,  // Under way or never told; it counts as the worst.
  kNoAnswer = 1,
  kBusy = 2,
  kNotInService = 3,
  kNoConnect = 4,
  kVoicemail = 5,
  kVoicemailLimited = 6,
  kVoicemailFull = 7,
  kNoMessagePossible = 8,
  kNoMessageByChoice = 9,
  kAnsweredDropped = 10,
  kAnsweredHungUp = 11,
  kConversation = 12,
  kDelivered = 13,
  kBounced = 14,
};

// What kind of line or address a contact point is.
enum class PointClass : std::uint8_t {
  kUnknown = 0,
  kCellular = 1,
  kResidence = 2,
  kPersonal = 3,
  kWork = 4,
  kOther = 5,
};

// Where a contact point reaches a person.
enum class Place : std::uint8_t {
  kNone = 0,  // It moves with the person.
  kHome = 1,
  kWork = 2,
  kOther = 3,
};

// What a place or a zone of somebody was learnt from. What they say of themselves is knowledge; all
// else are guesses, of which an address tells more of a person's calendar than a number does.
enum class LocationSource : std::uint8_t {
  kTold = 1,
  kAddress = 2,  // Of their home.
  kNumber = 3,   // The country or area of a phone number; numbers move with people.
  kOther = 4,    // What a creditor had on file.
};

// How a call or text is begun.
enum class Technology : std::uint8_t {
  kManual = 1,
  kAutodialed = 2,
  kPrerecorded = 3,
};

// What a person agreed to.
enum class ConsentKind : std::uint8_t {
  kCallFrequency = 1,
  kTime = 2,
  kUseAddress = 3,
  kElectronicDelivery = 4,  // To get notices electronically that the law wants in writing.
  kAutomatedCalls = 5,
  kElectronicContact = 6,  // To be written to electronically, given as a place's own rule asks.
};

// What a person, or somebody for them, asked to be respected.
enum class DesignationKind : std::uint8_t {
  kInconvenientTime = 1,
  kInconvenientPlace = 2,
  kRepresented = 3,
  kEmployerProhibits = 4,
  kCease = 5,
  kStopMedium = 6,
  kStopAddress = 7,
  kCapacityConcern = 8,
  kNotAtWorkOral = 9,
  kWithAdviser = 10,
};

// What else is known of a debt or person, each a fact with its instant.
enum class Circumstance : std::uint8_t {
  kDeniedDebt = 1,
  kRepresentativeSilent = 2,
  kRepresentativeConsents = 3,
  kRepresentationEnded = 4,
  kClaimsSettled = 5,
  kFinancialDifficulty = 6,
  kVulnerable = 7,
};

// Why a call beyond a presumption's numbers may yet be right.
enum class RebuttalFactor : std::uint8_t {
  kRequiredByLaw = 1,
  kActiveLitigation = 2,
  kRequestedInformation = 3,
  kDroppedCall = 4,
  kImminentHarm = 5,
  kOwnOffer = 6,  // Haste of the collector's own making.
};

// What was done with an electronic address, and by whom it matters.
enum class AddressAct : std::uint8_t {
  kObtainedFromConsumer = 1,
  kSentAboutAccount = 2,
  kSentMarketing = 3,
  kOptOutNotice = 4,
  kObtainedProperly = 5,
  kUsed = 6,
  kNotUsed = 7,
  kCurrent = 8,
  kConsumerUsed = 9,
  kConsumerConsented = 10,
  kTypedBesideNotice = 11,
  kTypedWithoutNotice = 12,
  kTextedUs = 13,
  kCalledUs = 14,
  kReassignmentCheck = 15,
  kNumberReassigned = 16,
  kNonPublicDomain = 17,
  kSaidEmployers = 18,
  kDisclosedToThirdParty = 19,
};

// A way in which an electronic address may become one to use.
enum class AddressRoute : std::uint8_t {
  kConsumer = 1,
  kCreditorNotice = 2,
  kPriorCollector = 3,
  kConsumerTexted = 4,
  kTextConsent = 5,
};

// What the content of an act holds.
enum class Element : std::uint8_t {
  kOptOut = 1,
  kJustification = 2,
  kSelfIdentification = 3,
  kFreeAdvice = 4,
};

// What the content of an act does that a rule may forbid.
enum class Feature : std::uint8_t {
  kStatesDebt = 1,
  kHidesCollector = 2,
  kVisibleToOthers = 3,
  kRevealingEnvelope = 4,
  kAbusive = 5,
  kAddsToConfirmation = 6,
  kSingleFullPayment = 7,
  kContinuesInconvenient = 8,
};

// What breaking a rule means.
enum class Force : std::uint8_t {
  kProhibition = 1,
  kPresumption = 2,
  kGuideline = 3,
  kPolicy = 4,
  kStandard = 5,  // Judged on conduct; the number is the firm's.
};

// What is owed by a day.
enum class Duty : std::uint8_t {
  kFirstNotice = 1,
  kSubstantiation = 2,
  kHonourRevocation = 3,
  kAcknowledgeComplaint = 4,
  kSettleComplaintInShort = 5,  // The last day on which that may be done.
  kAnswerComplaint = 6,
  kAnswerDispute = 7,
};

// What kind of record something is.
enum class RecordClass : std::uint8_t {
  kCallLog = 1,
  kDocument = 2,  // The exact copy of what was sent, with evidence of its delivery.
  kCommunication = 3,
  kDecision = 4,
  kCompliance = 5,
  kRecording = 6,
  kOther = 7,
};

// What a check of a notice, a message or a talk looks at.
enum class Aspect : std::uint8_t {
  kNoticeDue = 1,
  kNoticePaid = 2,
  kNoticeEstate = 3,
  kNoticeActual = 4,
  kNoticeElectronic = 5,
  kNoticeFields = 6,
  kNoticeStatementInstead = 7,
  kNoticeForm = 8,
  kNoticeReverse = 9,
  kNoticeOptional = 10,
  kNoticeTranslation = 11,
  kItemisationDate = 12,
  kItemisationSums = 13,
  kVoicemailLimited = 14,
  kAbusiveContent = 15,
  kDisclosure = 16,
  kDisclosureLanguage = 17,
  kAskMedia = 18,
  kAskToContinue = 19,
  kPressure = 20,
  kCommercialOnly = 21,
  kIdentity = 22,
  kLimitation = 23,
};

// Whether a book is judged.
enum class BookStatus : std::uint8_t {
  kLive = 1,
  kDraft = 2,
  kUnresearched = 3,  // Nobody read the law of the place: a person decides.
};

// The words of a vocabulary, each at its number; where numbers begin at 1, the first is empty.
template <typename Value>
std::span<const std::string_view> WordsOf();

template <>
std::span<const std::string_view> WordsOf<Channel>();
template <>
std::span<const std::string_view> WordsOf<Purpose>();
template <>
std::span<const std::string_view> WordsOf<StatutoryKind>();
template <>
std::span<const std::string_view> WordsOf<Relation>();
template <>
std::span<const std::string_view> WordsOf<ActorRole>();
template <>
std::span<const std::string_view> WordsOf<DebtClass>();
template <>
std::span<const std::string_view> WordsOf<Direction>();
template <>
std::span<const std::string_view> WordsOf<Outcome>();
template <>
std::span<const std::string_view> WordsOf<PointClass>();
template <>
std::span<const std::string_view> WordsOf<Place>();
template <>
std::span<const std::string_view> WordsOf<LocationSource>();
template <>
std::span<const std::string_view> WordsOf<Technology>();
template <>
std::span<const std::string_view> WordsOf<ConsentKind>();
template <>
std::span<const std::string_view> WordsOf<DesignationKind>();
template <>
std::span<const std::string_view> WordsOf<Circumstance>();
template <>
std::span<const std::string_view> WordsOf<RebuttalFactor>();
template <>
std::span<const std::string_view> WordsOf<AddressAct>();
template <>
std::span<const std::string_view> WordsOf<AddressRoute>();
template <>
std::span<const std::string_view> WordsOf<Element>();
template <>
std::span<const std::string_view> WordsOf<Feature>();
template <>
std::span<const std::string_view> WordsOf<Force>();
template <>
std::span<const std::string_view> WordsOf<Duty>();
template <>
std::span<const std::string_view> WordsOf<RecordClass>();
template <>
std::span<const std::string_view> WordsOf<Aspect>();
template <>
std::span<const std::string_view> WordsOf<BookStatus>();

template <typename Value>
std::string_view WordFor(Value value) {
  return WordsOf<Value>()[static_cast<std::size_t>(value)];
}

// The value of that word; none for another one.
template <typename Value>
std::optional<Value> Worded(std::string_view word) {
  const std::span<const std::string_view> words = WordsOf<Value>();
  const auto found = std::find(words.begin(), words.end(), word);
  if (word.empty() || found == words.end()) return std::nullopt;
  return static_cast<Value>(found - words.begin());
}

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_VOCABULARY_H_
