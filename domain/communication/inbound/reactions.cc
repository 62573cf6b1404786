// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/inbound/reactions.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <utility>

#include "domain/common/currency.h"

namespace parley {
namespace {

// Of the lexicons: what it hears is that work was lost.
constexpr std::string_view kJobRule = "HARDSHIP.WORK";

constexpr int kCrisisReviewDays = 14;
constexpr int kEvidenceReviewDays = 30;
constexpr int kNeedReviewDays = 90;

// Which hold an intent places, and whether something is to be shown for it.
struct HoldRule {
  Intent intent;
  HoldType type;
  HoldEvidence evidence;
  int review_days;
};

// All of them stop interest, but for the last. The first that is heard is placed; a person places
// the others.
constexpr auto kHoldRules = std::to_array<HoldRule>({
    {Intent::kCrisis, HoldType::kHardship, HoldEvidence::kNotNeeded, kCrisisReviewDays},
    {Intent::kDeceased, HoldType::kDeceased, HoldEvidence::kAwaited, kEvidenceReviewDays},
    {Intent::kInsolvency, HoldType::kInsolvency, HoldEvidence::kAwaited, kEvidenceReviewDays},
    {Intent::kIdentityTheft, HoldType::kIdentity, HoldEvidence::kAwaited, kEvidenceReviewDays},
    {Intent::kRepresented, HoldType::kRepresentation, HoldEvidence::kAwaited, kEvidenceReviewDays},
});

constexpr auto kDisputes = std::to_array<Intent>(
    {Intent::kDisputeNotMine, Intent::kDisputeGoodsService, Intent::kDisputeAmount});

bool IsSure(const InboundLabel& label) { return label.confidence_percent >= kSureEnough; }

class Reacting {
 public:
  Reacting(const HeardInbound& heard, const KnownOfSender& known) : heard_(heard), known_(known) {}

  std::vector<Reaction> Run() && {
    Danger();
    Silence();
    if (const InboundLabel* const wrong = Find(Intent::kWrongPerson); wrong != nullptr) {
      NotThem(*wrong);
      return std::move(reactions_);
    }
    Holds();
    Dispute();
    Complaint();
    Person();
    Dealings();
    return std::move(reactions_);
  }

 private:
  const InboundLabel* Find(Intent intent) const { return FindLabel(heard_.labels, intent); }

  void Do(const InboundLabel& label, ReactionAct act) {
    reactions_.push_back({label.intent, label.evidence, std::move(act)});
  }

  void Ask(const InboundLabel& label, WorkPriority priority, std::string why) {
    Do(label, AskSomebody{WorkKind::kReview, priority, std::move(why)});
  }

  bool HasHold(HoldType type) const {
    return std::find(known_.holds.begin(), known_.holds.end(), type) != known_.holds.end();
  }

  void Danger() {
    const InboundLabel* const crisis = Find(Intent::kCrisis);
    if (crisis == nullptr) return;
    Do(*crisis, AskSomebody{WorkKind::kCrisis, WorkPriority::kUrgent, "somebody may be in danger"});
    Do(*crisis, OfferHelp{});
  }

  // Whose address is somebody else's by now says nothing for the person but that.
  void Silence() {
    const InboundLabel* const all = Find(Intent::kStopContact);
    if (all != nullptr) {
      if (!known_.silent) Do(*all, TheyOptOut{});
      return;
    }
    const InboundLabel* const some = Find(Intent::kStopChannel);
    if (some == nullptr || known_.silent) return;
    // To close the way by which they write, when another may be meant, would not be silence.
    if (heard_.entities.channel.empty() && !IsSure(*some)) {
      Ask(*some, WorkPriority::kHigh, "may want no contact by some channel: find out which");
      return;
    }
    if (!Find(Intent::kWrongPerson)) Do(*some, TheyOptOut{ScopeOfSilence()});
    if (heard_.entities.channel.starts_with("number:")) {
      Ask(*some, WorkPriority::kHigh, "somebody else's number is not to be called: find out which");
    }
  }

  // The channel that they name; else that which they wrote by, which is the strictest that is sure.
  ContactScope ScopeOfSilence() const {
    const std::string& named = heard_.entities.channel;
    if (named == "sms") return {.channel = Channel::kSms};
    if (named == "email") return {.channel = Channel::kEmail};
    if (named == "letter") return {.channel = Channel::kLetter};
    if (named == "voicemail") return {.channel = Channel::kRinglessVoicemail};
    if (named == "home_visit") return {.channel = Channel::kVisit};
    if (named == "whatsapp") return {.channel = Channel::kDirectMessage};
    const bool a_phone = named == "phone" || named == "work_phone" || named == "landline" ||
                         named.starts_with("number:");
    if (a_phone) return {.channel = Channel::kCall};
    const bool this_one = named == "this_number" && known_.point.has_value();
    if (this_one) return {.point = known_.point};
    return {.channel = known_.channel};
  }

  void NotThem(const InboundLabel& wrong) {
    const bool can_unlink =
        IsSure(wrong) && known_.point.has_value() && !known_.shared && !known_.of_representative;
    if (can_unlink) {
      Do(wrong, AddressIsNotTheirs{*known_.point});
    } else {
      Ask(wrong, WorkPriority::kHigh, "may be somebody else: find out which address is not theirs");
    }
  }

  void Holds() {
    for (const HoldRule& rule : kHoldRules) {
      const InboundLabel* const label = Find(rule.intent);
      if (label == nullptr || HasHold(rule.type)) continue;
      const bool at_once = rule.intent == Intent::kCrisis || IsSure(*label);
      const bool stops_interest = rule.type != HoldType::kRepresentation;
      if (!at_once || (stops_interest && interest_stops_)) {
        Ask(*label, WorkPriority::kHigh,
            std::string("may need a hold: ") + std::string(NameOf(rule.type)));
        continue;
      }
      interest_stops_ = interest_stops_ || stops_interest;
      Do(*label, HoldOn{rule.type, rule.evidence, known_.today + rule.review_days});
    }
  }

  void Dispute() {
    for (const Intent intent : kDisputes) {
      const InboundLabel* const label = Find(intent);
      if (label == nullptr || HasHold(HoldType::kDispute)) continue;
      if (!IsSure(*label) || interest_stops_) {
        Ask(*label, WorkPriority::kHigh, "may contest a debt");
      } else {
        interest_stops_ = true;
        Do(*label, TheyDispute{});
      }
      return;
    }
  }

  void Complaint() {
    const InboundLabel* const label = Find(Intent::kComplaint);
    if (label == nullptr || HasHold(HoldType::kComplaint)) return;
    if (IsSure(*label)) {
      Do(*label, TheyComplain{});
    } else {
      Ask(*label, WorkPriority::kNormal, "may complain of us");
    }
  }

  void Need(const InboundLabel& label, Adjustment adjustment, const char* why) {
    const bool known =
        std::find(known_.needs.begin(), known_.needs.end(), adjustment) != known_.needs.end();
    if (!IsSure(label)) {
      Ask(label, WorkPriority::kNormal, why);
    } else if (!known) {
      Do(label, TheyNeed{adjustment, known_.today + kNeedReviewDays});
    }
  }

  void Person() {
    if (const InboundLabel* const label = Find(Intent::kHardship); label != nullptr) {
      const bool job = label->rule == kJobRule;
      const LifeEvent event = job ? LifeEvent::kJobLost : LifeEvent::kIncomeCut;
      const bool known =
          std::find(known_.happened.begin(), known_.happened.end(), event) != known_.happened.end();
      if (IsSure(*label) && !known) Do(*label, TheyLostIncome{event});
      Need(*label, Adjustment::kMoreTime, "may be in hardship");
    }
    if (const InboundLabel* const label = Find(Intent::kVulnerable); label != nullptr) {
      Need(*label, Adjustment::kSpecialistTeam, "may need more care");
    }
    if (const InboundLabel* const label = Find(Intent::kInconvenient); label != nullptr) {
      if (IsSure(*label) && heard_.entities.at_work) {
        Do(*label, NotAtWork{});
      } else {
        Ask(*label, WorkPriority::kNormal, "named a time or place that does not suit");
      }
    }
    if (const InboundLabel* const label = Find(Intent::kLanguageRequest); label != nullptr) {
      Ask(*label, WorkPriority::kNormal, "asks for another language or an interpreter");
    }
  }

  std::optional<Money> Promised() const {
    const InboundEntities& named = heard_.entities;
    if (!named.amount_hundredths.has_value() || !known_.currency.has_value()) return std::nullopt;
    const bool same = named.currency.empty() || named.currency == known_.currency->code();
    if (!same || *named.amount_hundredths <= 0) return std::nullopt;
    std::int64_t units = *named.amount_hundredths;
    for (int digits = known_.currency->decimals(); digits < 2; ++digits) {
      if (units % 10 != 0) return std::nullopt;
      units /= 10;
    }
    for (int digits = 2; digits < known_.currency->decimals(); ++digits) {
      if (units > std::numeric_limits<std::int64_t>::max() / 10) return std::nullopt;
      units *= 10;
    }
    return Money(units, *known_.currency);
  }

  void Dealings() {
    if (const InboundLabel* const label = Find(Intent::kPromiseToPay); label != nullptr) {
      const std::optional<Money> amount = Promised();
      const std::optional<Day>& date = heard_.entities.date;
      const bool whole = amount.has_value() && date.has_value() && *date >= known_.today;
      if (IsSure(*label) && whole && known_.debts.size() == 1 && !known_.of_representative) {
        Do(*label, TheyPromise{*amount, *date});
      } else {
        Ask(*label, WorkPriority::kNormal, "may promise to pay: how much, when and on which debt");
      }
    }
    if (const InboundLabel* const label = Find(Intent::kAlreadyPaid); label != nullptr) {
      Ask(*label, WorkPriority::kHigh, "says that it is paid: look for the money");
    }
    if (const InboundLabel* const label = Find(Intent::kCallBack); label != nullptr) {
      Do(*label, TheyWantACall{heard_.entities.date});
    }
  }

  const HeardInbound& heard_;
  const KnownOfSender& known_;
  std::vector<Reaction> reactions_;
  bool interest_stops_ = false;
};

}  // namespace

std::vector<Reaction> ReactionsTo(const HeardInbound& heard, const KnownOfSender& known) {
  return Reacting(heard, known).Run();
}

}  // namespace parley
