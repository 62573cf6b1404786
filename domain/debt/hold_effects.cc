// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/hold_effects.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "domain/debt/position.h"

namespace parley {
namespace {

using Contact = ContactEffect;
using To = Addressee;
using Interest = InterestEffect;
using MoneyIn = MoneyEffect;

// Demand, service, addressee, interest, stops fees, stops the ladder, money; needs a review date,
// of the person, takes back fees.
constexpr auto kTable = std::to_array<HoldRow>({
    {HoldType::kDispute,
     "DISPUTE",
     {Contact::kStopped, Contact::kAllowed, To::kPerson, Interest::kFrozen, true, true,
      MoneyIn::kUnderProtest},
     false,
     false,
     false},
    {HoldType::kComplaint,
     "COMPLAINT",
     {Contact::kStopped, Contact::kAllowed, To::kPerson, Interest::kRuns, true, true,
      MoneyIn::kAccepted},
     false,
     false,
     false},
    {HoldType::kHardship,
     "HARDSHIP",
     {Contact::kStopped, Contact::kAsAgreed, To::kPerson, Interest::kFrozen, true, true,
      MoneyIn::kAccepted},
     true,
     true,
     false},
    {HoldType::kRespite,
     "RESPITE",
     {Contact::kStopped, Contact::kPermittedNotices, To::kPerson, Interest::kFrozen, true, true,
      MoneyIn::kAccepted},
     false,
     false,  // A co-debtor's is placed on the debt that they share.
     true},
    {HoldType::kInsolvency,
     "INSOLVENCY",
     {Contact::kStopped, Contact::kAllowed, To::kAdministrator, Interest::kFrozen, true, true,
      MoneyIn::kAccepted},
     false,
     true,
     false},
    {HoldType::kDeceased,
     "DECEASED",
     {Contact::kStopped, Contact::kAllowed, To::kExecutor, Interest::kFrozen, true, true,
      MoneyIn::kFromEstate},
     false,
     true,
     false},
    {HoldType::kRepresentation,
     "REPRESENTATION",
     {Contact::kAllowed, Contact::kAllowed, To::kRepresentative, Interest::kRuns, false, false,
      MoneyIn::kAccepted},
     false,
     true,
     false},
    {HoldType::kIdentity,
     "IDENTITY",
     {Contact::kStopped, Contact::kAllowed, To::kPerson, Interest::kFrozen, true, true,
      MoneyIn::kInSuspense},
     false,
     false,
     false},
    {HoldType::kStopContact,
     "STOP_CONTACT",
     {Contact::kStopped, Contact::kPermittedNotices, To::kPerson, Interest::kRuns, false, true,
      MoneyIn::kAccepted},
     false,
     true,
     false},
    {HoldType::kPaymentInFlight,
     "PAYMENT_IN_FLIGHT",
     {Contact::kStopped, Contact::kAllowed, To::kPerson, Interest::kRuns, true, true,
      MoneyIn::kAccepted},
     false,
     false,
     false},
    {HoldType::kLegal,
     "LEGAL",
     {Contact::kStopped, Contact::kAllowed, To::kLawyer, Interest::kRuns, true, true,
      MoneyIn::kAccepted},
     false,
     false,
     false},
});

}  // namespace

std::span<const HoldRow> HoldTable() { return kTable; }

const HoldRow& RowOf(HoldType type) { return kTable.at(static_cast<std::size_t>(type) - 1); }

std::string_view NameOf(HoldType type) { return RowOf(type).name; }

std::optional<HoldType> HoldTypeNamed(std::string_view name) {
  for (const HoldRow& row : kTable) {
    if (row.name == name) return row.type;
  }
  return std::nullopt;
}

HoldEffects Union(const HoldEffects& left, const HoldEffects& right) {
  return {.demand = std::max(left.demand, right.demand),
          .service = std::max(left.service, right.service),
          .addressee = std::max(left.addressee, right.addressee),
          .interest = std::max(left.interest, right.interest),
          .stops_fees = left.stops_fees || right.stops_fees,
          .stops_ladder = left.stops_ladder || right.stops_ladder,
          .money = std::max(left.money, right.money),
          .disputed = std::min(left.disputed + right.disputed, kLargestBalance)};
}

}  // namespace parley
