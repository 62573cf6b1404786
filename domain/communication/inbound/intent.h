// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_INBOUND_INTENT_H_
#define PARLEY_DOMAIN_COMMUNICATION_INBOUND_INTENT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace parley {

// What somebody who writes or speaks to us wants or tells.
enum class Intent : std::uint8_t {
  kCrisis,               // Risk to a life, or danger now; the only one that is urgent.
  kStopContact,          // No contact on any channel.
  kStopChannel,          // None on one channel, number or address.
  kDeceased,             // The debtor is dead.
  kInsolvency,           // A procedure that covers this debt.
  kRepresented,          // Somebody acts for the person now.
  kIdentityTheft,        // Somebody used their identity.
  kWrongPerson,          // We reached somebody else.
  kDisputeNotMine,       // The right person says that the debt is not theirs.
  kDisputeGoodsService,  // What was sold was not delivered, broken, cancelled.
  kDisputeAmount,        // Owed, but not that much.
  kAlreadyPaid,          // The whole of what is asked for has been paid.
  kSettlementOffer,      // Less than the whole, to close the debt.
  kWantsPlan,            // Instalments.
  kPromiseToPay,         // A firm commitment.
  kPaymentProblem,       // Paying failed: card, link, reference.
  kNeedsTime,            // A pause or a later date, without a commitment.
  kHardship,             // Circumstances that cut the ability to pay.
  kVulnerable,           // Health, bereavement, literacy, abuse at home, legal protection.
  kComplaint,            // A grievance about our conduct.
  kInconvenient,         // A time or place that does not suit.
  kCallBack,             // Wants to be called.
  kLanguageRequest,      // Another language, or an interpreter.
  kQuestion,             // Wants information or documents from us.
  kThanksOrAck,          // Thanks, or an acknowledgement, and nothing else.
  kAbuse,                // Insults without content.
  kUnclear,              // Nothing can be concluded: a person looks.
};

inline constexpr std::size_t kIntentCount = static_cast<std::size_t>(Intent::kUnclear) + 1;

// "PROMISE_TO_PAY".
std::string_view NameOf(Intent intent);
std::optional<Intent> IntentNamed(std::string_view name);

// Who said that a text means so.
enum class LabelSource : std::uint8_t { kRule, kPerson, kModel };

// "rule", "person", "model".
std::string_view NameOf(LabelSource source);
std::optional<LabelSource> LabelSourceNamed(std::string_view name);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_INBOUND_INTENT_H_
