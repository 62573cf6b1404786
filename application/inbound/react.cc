// SPDX-License-Identifier: Apache-2.0
#include "application/inbound/react.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "application/cases/ask_callback.h"
#include "application/cases/open_complaint.h"
#include "application/cases/open_dispute.h"
#include "application/cases/record_promise.h"
#include "application/debtors/circumstances.h"
#include "application/debtors/contact_wishes.h"
#include "application/debtors/permissions.h"
#include "application/debtors/support_needs.h"
#include "application/debtors/wrong_person.h"
#include "application/debts/place_hold.h"
#include "application/worklist/items.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/communication/inbound/intent_skill.h"
#include "domain/communication/templates/signpost.h"
#include "domain/debt/status.h"
#include "domain/debtor/consent.h"

namespace parley {
namespace {

constexpr std::string_view kSource = "their own words, heard on receipt";
constexpr std::size_t kLongestEvidence = 900;

DisputeGround GroundOf(Intent intent) {
  if (intent == Intent::kDisputeNotMine) return DisputeGround::kNotMine;
  if (intent == Intent::kDisputeGoodsService) return DisputeGround::kGoodsOrService;
  if (intent == Intent::kDisputeAmount) return DisputeGround::kWrongAmount;
  return DisputeGround::kOther;
}

class Reactor {
 public:
  Reactor(Work& work, const InboundTools& tools, const ContactRecord& record,
          const InboundItem& item)
      : work_(work), tools_(tools), record_(record), item_(item) {}

  absl::Status Take(const Reaction& reaction) {
    because_ = &reaction;
    return std::visit([&](const auto& act) { return Do(act); }, reaction.act);
  }

  std::vector<TakenReaction> taken() && { return std::move(taken_); }

 private:
  Ids& ids() const { return tools_.contact.ids; }
  HoldTools tools() const { return {ids(), tools_.contact.places.zones}; }
  // That it is about, or the only one that there is.
  std::vector<DebtId> MeantDebts() const {
    if (!item_.debts.empty()) return item_.debts;
    const std::vector<DebtId> all = KnownOf(record_, item_, {}).debts;
    return all.size() == 1 ? all : std::vector<DebtId>();
  }
  // Theirs, or those of who heard it in them later.
  std::string words() const {
    std::string said = EvidenceIn(item_, because_->evidence);
    if (said.empty() && !item_.corrections.empty()) {
      said = item_.corrections.back().reason.Reveal();
    }
    return said;
  }

  Provenance Said() const {
    Provenance said;
    said.source = SensitiveText(std::string(kSource));
    said.told = std::min(item_.received, work_.now);
    return said;
  }

  void Note(std::string_view what, const Uuid& subject, std::string note = {}) {
    taken_.push_back({.what = std::string(what),
                      .intent = because_->because,
                      .evidence = because_->evidence,
                      .subject = subject,
                      .note = SensitiveText(std::move(note))});
  }

  void Ask(WorkKind kind, WorkPriority priority, const std::string& why,
           std::optional<Day> due = std::nullopt) {
    WorkItem asked;
    asked.kind = kind;
    asked.priority = priority;
    asked.due = due;
    // A review needs what the words are about; other work, what its kind says.
    if (kind == WorkKind::kReview) asked.skill = SkillFor(because_->because);
    std::string reason = absl::StrCat(why, ", in ", item_.id.ToString());
    if (const std::string said = words(); !said.empty()) absl::StrAppend(&reason, ": ", said);
    asked.reason = SensitiveText(std::move(reason));
    Note("WORK", AskAbout(work_, ids(), item_, std::move(asked)), why);
  }

  absl::Status Do(const TheyOptOut& act) {
    OptOut opt_out;
    opt_out.scope = act.scope;
    opt_out.how = item_.channel;
    opt_out.words = SensitiveText(words());
    opt_out.provenance = Said();
    PARLEY_ASSIGN_OR_RETURN(const OptOut recorded,
                            OptThemOut(work_, ids(), tools_.index, item_.debtor, opt_out));
    Note("OPT_OUT", recorded.id.uuid());
    return absl::OkStatus();
  }

  absl::Status Do(const AddressIsNotTheirs& act) {
    const auto point = FindPart(record_.person.points, act.point, Reason::kContactPointNotFound);
    PARLEY_RETURN_IF_ERROR(point.status());
    PARLEY_RETURN_IF_ERROR(
        UnlinkPoint(work_, tools_.index, record_.person, *point, item_.id).status());
    Note("UNLINKED", act.point.uuid());
    return absl::OkStatus();
  }

  absl::Status Place(HoldType type, HoldEvidence evidence, std::optional<Day> review,
                     std::optional<DebtId> debt = std::nullopt) {
    PlaceHold::Command command;
    command.debtor = item_.debtor;
    command.hold.id = HoldId(ids().Next());
    command.hold.debtor = item_.debtor;
    command.hold.debt = debt;
    command.hold.type = type;
    command.hold.evidence = evidence;
    command.hold.review = review;
    command.hold.source = SensitiveText(std::string(kSource));
    command.hold.reason = SensitiveText(words());
    PARLEY_RETURN_IF_ERROR(PutHold(work_, tools(), command).status());
    Note("HOLD", command.hold.id.uuid(), std::string(NameOf(type)));
    return absl::OkStatus();
  }

  absl::Status Do(const HoldOn& act) { return Place(act.type, act.evidence, act.review); }

  // What the records do not take as it was heard, a person records.
  absl::Status OrAsk(const absl::Status& refused, const std::string& why) {
    if (!IsRefusal(refused)) return refused;
    Ask(WorkKind::kReview, WorkPriority::kHigh, why);
    return absl::OkStatus();
  }

  // Where nobody knows which debt it is about, all of them are held until a person found out.
  absl::Status Do(const TheyDispute& /*act*/) {
    const std::vector<DebtId> debts = MeantDebts();
    if (debts.empty()) {
      Ask(WorkKind::kReview, WorkPriority::kHigh, "contests a debt: find out which");
      return Place(HoldType::kDispute, HoldEvidence::kAwaited, std::nullopt);
    }
    for (const DebtId debt : debts) {
      DebtDispute dispute;
      dispute.debt = debt;
      dispute.ground = GroundOf(because_->because);
      dispute.statement = SensitiveText(words());
      dispute.told_in = item_.id;
      dispute.source = SensitiveText(std::string(kSource));
      const absl::StatusOr<DebtDispute> taken =
          TakeDispute(work_, tools_.contact, item_.debtor, dispute);
      if (!taken.ok()) {
        PARLEY_RETURN_IF_ERROR(OrAsk(taken.status(), "contests a debt"));
        continue;
      }
      Note("DISPUTE", taken->id.uuid());
      if (taken->hold.has_value()) Note("HOLD", taken->hold->uuid(), "DISPUTE");
    }
    return absl::OkStatus();
  }

  absl::Status Do(const TheyComplain& /*act*/) {
    Complaint complaint;
    if (item_.debts.size() == 1) complaint.debt = item_.debts.front();
    complaint.what = SensitiveText(words());
    complaint.told_in = item_.id;
    complaint.source = SensitiveText(std::string(kSource));
    const absl::StatusOr<Complaint> taken =
        TakeComplaint(work_, tools_.contact, item_.debtor, complaint);
    if (!taken.ok()) return OrAsk(taken.status(), "complains of us");
    Note("COMPLAINT", taken->id.uuid());
    return absl::OkStatus();
  }

  absl::Status Do(const NotAtWork& /*act*/) {
    Inconvenience inconvenience;
    inconvenience.kind = DesignationKind::kInconvenientPlace;
    inconvenience.place = parley::Place::kWork;
    inconvenience.words = SensitiveText(words());
    inconvenience.provenance = Said();
    PARLEY_ASSIGN_OR_RETURN(const Inconvenience kept,
                            KeepInconvenience(work_, ids(), item_.debtor, inconvenience));
    Note("INCONVENIENCE", kept.id.uuid());
    return absl::OkStatus();
  }

  // Why they need it is not kept: nobody asked them whether it may be.
  absl::Status Do(const TheyNeed& act) {
    SupportNeed need;
    need.adjustment = act.adjustment;
    need.review = act.review;
    need.provenance = Said();
    PARLEY_ASSIGN_OR_RETURN(const SupportNeed kept,
                            KeepSupportNeed(work_, ids(), item_.debtor, need));
    Note("SUPPORT_NEED", kept.id.uuid());
    return absl::OkStatus();
  }

  absl::Status Do(const TheyLostIncome& act) {
    ToldCircumstance told;
    told.circumstance.event = act.event;
    told.circumstance.told_in = item_.id;
    told.circumstance.provenance = Said();
    const absl::StatusOr<LifeCircumstance> taken =
        TakeCircumstance(work_, tools(), item_.debtor, told);
    if (!taken.ok()) return OrAsk(taken.status(), "can pay less than before");
    Note("CIRCUMSTANCE", taken->id.uuid());
    return absl::OkStatus();
  }

  absl::Status Do(const TheyPromise& act) {
    const std::vector<DebtId> debts = MeantDebts();
    if (debts.size() != 1) return absl::OkStatus();
    Promise promise;
    promise.debt = debts.front();
    promise.amount = act.amount;
    promise.due = act.date;
    promise.channel = item_.channel;
    promise.told_in = item_.id;
    const absl::StatusOr<Promise> taken = TakePromise(work_, tools(), item_.debtor, promise);
    if (!taken.ok()) return OrAsk(taken.status(), "promises to pay what cannot be taken down");
    Note("PROMISE", taken->id.uuid());
    return absl::OkStatus();
  }

  absl::Status Do(const TheyWantACall& act) {
    CallbackRequest wish;
    if (item_.debts.size() == 1) wish.debt = item_.debts.front();
    wish.wished = act.date;
    wish.about = SensitiveText(words());
    wish.told_in = item_.id;
    const absl::StatusOr<CallbackRequest> taken =
        TakeCallback(work_, tools_.contact, item_.debtor, wish);
    if (!taken.ok()) return OrAsk(taken.status(), "wants to be called");
    Note("CALLBACK", taken->id.uuid());
    return absl::OkStatus();
  }

  absl::Status Do(const OfferHelp& /*act*/) {
    std::string offered;
    for (const Signpost& post :
         SignpostsFor(tools_.templates->catalogue().signposts, record_.person.debtor.region,
                      SignpostTopic::kDistress)) {
      absl::StrAppend(&offered, offered.empty() ? "" : "; ", post.name, " ", post.phone, " ",
                      post.link);
    }
    TellInbound(work_, ids(), item_, EventType::kCrisisDetected);
    Note("SIGNPOSTS", {}, offered.empty() ? "none is known for where they are" : offered);
    return absl::OkStatus();
  }

  absl::Status Do(const AskSomebody& act) {
    Ask(act.kind, act.priority, act.why);
    return absl::OkStatus();
  }

  Work& work_;
  const InboundTools& tools_;
  const ContactRecord& record_;
  const InboundItem& item_;
  const Reaction* because_ = nullptr;
  std::vector<TakenReaction> taken_;
};

const KnownPoint* PointOf(const ContactRecord& record, const InboundItem& item) {
  const auto& points = record.person.points;
  const auto found = std::find_if(points.begin(), points.end(),
                                  [&](const KnownPoint& one) { return one.id == item.point; });
  return item.point.has_value() && found != points.end() ? &*found : nullptr;
}

// Those of the item, or all that may be asked for.
std::vector<const Debt*> DebtsOf(const ContactRecord& record, const InboundItem& item) {
  std::vector<const Debt*> meant;
  for (const Debt& debt : record.debts) {
    const bool named = std::find(item.debts.begin(), item.debts.end(), debt.id) != item.debts.end();
    if (item.debts.empty() ? IsOwedAndOurs(debt.status) : named) meant.push_back(&debt);
  }
  return meant;
}

}  // namespace

KnownOfSender KnownOf(const ContactRecord& record, const InboundItem& item, Day today) {
  KnownOfSender known;
  known.channel = item.channel;
  known.today = today;
  if (const KnownPoint* const point = PointOf(record, item); point != nullptr) {
    known.point = point->id;
    known.shared = point->shared;
    known.of_representative = point->representative.has_value();
  }
  const std::vector<const Debt*> debts = DebtsOf(record, item);
  for (const Hold& hold : record.person.holds) {
    const bool holds_all = std::all_of(debts.begin(), debts.end(), [&](const Debt* debt) {
      return IsActiveOn(hold, debt->id, today);
    });
    const bool of_person = !hold.debt.has_value() && IsActiveOn(hold, DebtId(), today);
    if (of_person || (!debts.empty() && holds_all)) known.holds.push_back(hold.type);
  }
  for (const OptOut& one : record.person.opt_outs) {
    known.silent = known.silent || (one.scope == ContactScope() && IsInForce(one, item.received));
  }
  for (const SupportNeed& need : record.person.needs) {
    if (StandsOn(need, today)) known.needs.push_back(need.adjustment);
  }
  for (const LifeCircumstance& one : record.person.circumstances) {
    if (StandsOn(one, today)) known.happened.push_back(one.event);
  }
  for (const Debt* const debt : debts) known.debts.push_back(debt->id);
  const bool one_currency =
      !debts.empty() && std::all_of(debts.begin(), debts.end(), [&](const Debt* debt) {
        return debt->currency == debts.front()->currency;
      });
  if (one_currency) known.currency = debts.front()->currency;
  return known;
}

absl::StatusOr<std::vector<TakenReaction>> React(Work& work, const InboundTools& tools,
                                                 const ContactRecord& record,
                                                 const InboundItem& item,
                                                 std::span<const Reaction> reactions) {
  Reactor reactor(work, tools, record, item);
  for (const Reaction& reaction : reactions) {
    PARLEY_RETURN_IF_ERROR(reactor.Take(reaction));
  }
  return std::move(reactor).taken();
}

std::string EvidenceIn(const InboundItem& item, const TextPart& evidence) {
  std::string words(evidence.In(item.content.text.Reveal()));
  std::size_t cut = std::min(words.size(), kLongestEvidence);
  while (cut > 0 && cut < words.size() &&
         (static_cast<unsigned char>(words[cut]) & 0xC0U) == 0x80U) {
    --cut;
  }
  words.resize(cut);
  for (char& one : words) {
    const auto byte = static_cast<unsigned char>(one);
    if (byte < 0x20U || byte == 0x7FU) one = ' ';
  }
  return words;
}

void TellInbound(Work& work, Ids& ids, const InboundItem& item, EventType type) {
  Event event;
  event.id = EventId(ids.Next());
  event.type = type;
  event.debtor = item.debtor;
  if (item.debts.size() == 1) event.debt = item.debts.front();
  event.subject = item.id.uuid();
  event.state = std::string(WordFor(item.state));
  event.occurred_time = work.now;
  work.store.outbox().Append(event);
}

Uuid AskAbout(Work& work, Ids& ids, const InboundItem& item, WorkItem asked) {
  asked.debtor = item.debtor;
  if (item.debts.size() == 1) asked.debt = item.debts.front();
  asked.asked_by = std::string(kAskedByRule);
  return Propose(work, ids, std::move(asked)).id.uuid();
}

}  // namespace parley
