// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_INBOUND_REACTIONS_H_
#define PARLEY_DOMAIN_COMMUNICATION_INBOUND_REACTIONS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/common/days.h"
#include "domain/common/money.h"
#include "domain/communication/inbound/label.h"
#include "domain/communication/log/contact.h"
#include "domain/communication/vocabulary.h"
#include "domain/debt/hold.h"
#include "domain/debtor/circumstance.h"
#include "domain/debtor/contact_scope.h"
#include "domain/debtor/support_need.h"
#include "domain/worklist/work_item.h"

namespace parley {

// From here on what was heard may change the ledger or a person's record without a person looking
// first. Silence and danger never wait for that.
inline constexpr int kSureEnough = 70;

// What is known of who wrote, and of what they may be writing about, when it came in.
struct KnownOfSender {
  Channel channel = Channel::kEmail;    // It came by.
  std::optional<ContactPointId> point;  // From which it came, where that is on record,
  bool shared = false;                  // and that others answer it, too;
  bool of_representative = false;       // or that it is of somebody who speaks for them.
  std::vector<HoldType> holds;          // Of the person or of all these debts, that are on today.
  bool silent = false;                  // They want no contact at all already.
  std::vector<Adjustment> needs;        // That stand today.
  std::vector<LifeEvent> happened;      // In their life, as is known already.
  std::vector<DebtId> debts;            // That it is about, or all that may be asked for.
  std::optional<Currency> currency;     // Of these debts, where they have one.
  Day today;                            // Where they are.
};

// The ways to react, each a value that the application carries out.

// No contact any more within this scope, which is empty for none at all.
struct TheyOptOut {
  ContactScope scope;
  friend bool operator==(const TheyOptOut&, const TheyOptOut&) = default;
};
// The address reaches somebody else.
struct AddressIsNotTheirs {
  ContactPointId point;
  friend bool operator==(const AddressIsNotTheirs&, const AddressIsNotTheirs&) = default;
};
struct HoldOn {
  HoldType type = HoldType::kHardship;
  HoldEvidence evidence = HoldEvidence::kNotNeeded;
  Day review;
  friend bool operator==(const HoldOn&, const HoldOn&) = default;
};
// A part of their debts is contested; which is for a person to find out.
struct TheyDispute {
  friend bool operator==(const TheyDispute&, const TheyDispute&) = default;
};
struct TheyComplain {
  friend bool operator==(const TheyComplain&, const TheyComplain&) = default;
};
struct NotAtWork {
  friend bool operator==(const NotAtWork&, const NotAtWork&) = default;
};
struct TheyNeed {
  Adjustment adjustment = Adjustment::kMoreTime;
  Day review;
  friend bool operator==(const TheyNeed&, const TheyNeed&) = default;
};
// Something in their life cuts what they can pay.
struct TheyLostIncome {
  LifeEvent event = LifeEvent::kIncomeCut;
  friend bool operator==(const TheyLostIncome&, const TheyLostIncome&) = default;
};
struct TheyPromise {
  Money amount;
  Day date;
  friend bool operator==(const TheyPromise&, const TheyPromise&) = default;
};
struct TheyWantACall {
  std::optional<Day> date;
  friend bool operator==(const TheyWantACall&, const TheyWantACall&) = default;
};
// They are told who listens, where they are.
struct OfferHelp {
  friend bool operator==(const OfferHelp&, const OfferHelp&) = default;
};
// A person looks.
struct AskSomebody {
  WorkKind kind = WorkKind::kReview;
  WorkPriority priority = WorkPriority::kNormal;
  std::string why;  // For the team, in plain English.
  friend bool operator==(const AskSomebody&, const AskSomebody&) = default;
};

using ReactionAct =
    std::variant<TheyOptOut, AddressIsNotTheirs, HoldOn, TheyDispute, TheyComplain, NotAtWork,
                 TheyNeed, TheyLostIncome, TheyPromise, TheyWantACall, OfferHelp, AskSomebody>;

// What is done at once, and because of which words.
struct Reaction {
  Intent because = Intent::kUnclear;
  TextPart evidence;
  ReactionAct act;

  friend bool operator==(const Reaction&, const Reaction&) = default;
};

// What is done at once about what was heard, before a person looks: the same for the same words and
// the same knowledge. At most one reaction closes channels and at most one stops interest, so that
// all of them fit into one transaction; what is left over is for a person. Somebody who is not the
// person we look for changes nothing of that person but their own address and their own silence.
std::vector<Reaction> ReactionsTo(const HeardInbound& heard, const KnownOfSender& known);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_INBOUND_REACTIONS_H_
