// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_CONTACT_RULES_H_
#define PARLEY_DOMAIN_COMMUNICATION_CONTACT_RULES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "domain/communication/calendar.h"
#include "domain/communication/enum_set.h"
#include "domain/communication/vocabulary.h"
#include "domain/communication/windows.h"

// The kinds of rules about contact: what differs between them is code, what differs between the
// laws of two places is in these fields.
namespace parley {

// How many days of communications are always at hand, and of conversations with third parties: what
// a rule counts lies within.
inline constexpr int kDaysRemembered = 365;
inline constexpr int kDaysThirdPartiesAreRemembered = 3650;

// On whose clock and calendar a rule is judged.
struct RuleZone {
  enum class Whose : std::uint8_t { kCandidates, kPrimary, kFixed };
  Whose whose = Whose::kCandidates;  // All zones in which the person may be.
  absl::TimeZone fixed;
};

// A calendar by its id; who gathers books finds it.
struct CalendarRef {
  std::string id;
  const Calendar* calendar = nullptr;
};

// The person's own message to us licenses one answer by the same channel.
struct ReplyOnce {
  bool same_day = false;  // Only on the day of that message.
};

// A presumption may be rebutted: for these reasons, where the firm allows it, with these records.
struct Rebuttal {
  EnumSet<RebuttalFactor> factors;
  std::vector<std::string> records;
};

// What holds everywhere and in no book: the house's own order, which data cannot change.
struct Standing {
  enum class What : std::uint8_t {
    kKillSwitch,
    kClosure,  // A debt that is not ours to ask for any more.
    kDeceased,
    kNoAuthority,  // Somebody who may not be told of a debt of the act.
    kHolds,        // What the holds of its debts forbid.
    kWrongPerson,  // A contact point that reaches somebody else.
    kPointClosed,  // One to which nothing may be sent any more.
    kPromises,
    kUnanswered,  // What the person wrote, and nobody has looked at yet.
    kPlaceUnknown,
    kUnresearched,  // A place whose law nobody read.
    kNoCommonTime,  // No instant within a year satisfies all rules.
  };
  What what = What::kKillSwitch;
};

// Says whether its book speaks to this debt at all.
struct Scope {};

// Contact is for these hours.
struct TimeWindow {
  std::vector<DayWindow> windows;
  RuleZone zone;
  CalendarRef closed_on;
  bool closed_on_holidays = false;  // Those of the person's own place.
  bool work_hours_instead = false;  // The person's own working hours, where they are known.
  bool relaxed_by_consent = false;
};

// Contact keeps away from the times that the person named.
struct DesignatedTime {
  RuleZone zone;
  std::optional<ReplyOnce> reply_once;
  bool relaxed_by_consent = false;
};

// At most so many communications in a row of calendar days. What the rule concerns is what it
// counts.
struct FrequencyCap {
  enum class Figure : std::uint8_t { kOfTheRule, kFirmElectronic, kFirmCumulative };
  bool per_debt = true;  // Else over all debts of the person.
  Figure figure = Figure::kOfTheRule;
  int limit = 0;
  int days = 0;
  EnumSet<Outcome> except_outcomes;
  EnumSet<Outcome> only_outcomes;
  bool except_misdirected = false;  // Calls that reached a number of somebody else's.
  bool except_consented = false;    // Calls under a consent to frequency.
  bool thread_once = false;         // A willing exchange counts one.
  bool refuses = false;             // Else the act may come later.
  Rebuttal rebuttal;
};

// Quiet days after a conversation, whose own date is day one.
struct Cooldown {
  bool per_debt = true;
  int days = 0;
  EnumSet<Channel> triggers;  // Conversations on these, whoever began them.
  bool except_consented = false;
  Rebuttal rebuttal;
};

// How long a consent to frequency lifts counts; the day of receipt is day one.
inline constexpr int kFrequencyConsentDays = 7;

// What a person asked for closes contact.
struct Suppression {
  enum class Scope : std::uint8_t { kPerson, kDebt };
  DesignationKind designation = DesignationKind::kStopMedium;
  Scope scope = Scope::kPerson;
  bool at_place = false;  // Only where the contact reaches the place that was named.
  bool at_point = false;  // Only at the contact point that was named.
  // It lapses after so many days, unless a writing confirmed it within others.
  std::optional<int> lapses_after_days;
  std::optional<int> confirmed_within_days;
  EnumSet<Circumstance> lifted_by;
  std::optional<ReplyOnce> reply_once;
};

// A dispute stops collecting what is disputed.
struct DisputeHold {
  bool in_writing = false;         // Only one in writing.
  bool within_validation = false;  // Only one sent within the validation period.
  bool rest_may_be_asked = false;  // What is not disputed may still be asked for.
  std::string oral_record;         // What is kept of one that came otherwise.
};

// A statutory pause over the debts of a person.
struct Moratorium {
  int days = 0;       // From the day after the entry in the register.
  int tail_days = 0;  // After the end of a crisis treatment.
};

// Nothing without this consent.
struct ConsentRequired {
  ConsentKind consent = ConsentKind::kAutomatedCalls;
  bool given_to_us = true;  // Else also what the creditor was told.
};

// A consent ends with any words that revoke it, and words that nobody read yet may be such.
struct Revocation {};

// One confirmation of an opt-out, and no second.
struct OneConfirmation {};

// An electronic address needs a history that shows whose it is.
struct KnownAddress {
  EnumSet<AddressRoute> routes;
  bool employers_only = false;  // Judges addresses of an employer alone.
  bool where_required = false;  // Binds where the firm wants its safe harbour.
  int notice_days = 0;          // From a creditor's notice to its last day to opt out.
  int fresh_days = 0;           // What is known of a number grows old.
};

// Who may be told of the debt.
struct Recipients {
  EnumSet<Relation> may_be_told;
  bool refuses_others = false;
};

// Content that must be there.
struct RequiredContent {
  Element element = Element::kOptOut;
  std::optional<Circumstance> when;
  bool condition = true;        // Else it is told and no condition.
  bool unread_is_fine = false;  // Asked for only where the content is known to lack it.
  std::vector<std::string> disclosures;
  std::vector<std::string> routing;
};

// Content, or a channel, that is never used.
struct ForbiddenContent {
  EnumSet<Feature> features;  // Empty: whatever the content.
};

// Not forbidden, and yet it speaks against us.
struct WarnPattern {
  std::string warning;
  std::optional<Circumstance> when;
  int at_least = 0;        // Attempts on one day, the proposed one among them when it is today.
  int look_back_days = 0;  // Days before today that are looked at, too.
  int within_minutes = 0;  // An attempt so shortly before.
};

// What begins the clocks of a first communication.
struct InitialCommunication {
  EnumSet<Purpose> no_communication;
  // What is disclosed in the first communication about a debt, and in each later one.
  std::vector<std::string> first;
  std::vector<std::string> later;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_CONTACT_RULES_H_
