// SPDX-License-Identifier: Apache-2.0
#include "application/debts/content.h"

#include <optional>
#include <string>

namespace parley {
namespace {

void AddOrigin(CanonicalContent& content, const Origin& origin) {
  content.Add(origin.original_creditor)
      .Add(origin.product)
      .Add(origin.agreement_reference.Reveal())
      .Add(DayText(origin.agreement_date))
      .Add(DayText(origin.default_date))
      .Add(DayText(origin.last_payment_date));
  if (origin.charge_off.has_value()) {
    content.Add(FormatDay(origin.charge_off->date)).Add(origin.charge_off->amount);
  }
  // What was not given is no part.
  if (!origin.language.empty()) content.Add("language").Add(origin.language);
  content.Add("transfers");
  for (const Transfer& transfer : origin.transfers) {
    content.Add(static_cast<std::int64_t>(transfer.kind))
        .Add(transfer.from_party)
        .Add(transfer.to_party)
        .Add(FormatDay(transfer.transfer_date))
        .Add(DayText(transfer.notice_date));
  }
}

// What was not given is no part: placements that say nothing of terms have the digest they had when
// they could not.
void AddGiven(CanonicalContent& content, const GivenTerms& given) {
  if (given.order.has_value()) {
    content.Add("allocation_order");
    for (const Bucket bucket : *given.order) content.Add(NameOf(bucket));
  }
  if (!given.interest.has_value()) return;
  const InterestTerms& terms = *given.interest;
  content.Add("interest_terms")
      .Add(terms.rule)
      .Add(terms.version)
      .Add(terms.basis)
      .Add(static_cast<std::int64_t>(terms.day_count))
      .Add(NameOf(terms.base))
      .Add(NameOf(terms.posting))
      .Add(FormatDay(terms.interest_from))
      .Add(terms.cap.value_or(-1))
      .Add(terms.monthly_minimum);
  for (const RateChange& change : terms.rates) {
    content.Add(FormatDay(change.from)).Add(change.units);
  }
}

}  // namespace

std::string DayText(const std::optional<Day>& day) {
  return day.has_value() ? FormatDay(*day) : std::string();
}

Fingerprint ContentOf(const Fingerprints& fingerprints, const Placement& placement) {
  CanonicalContent content;
  content.Add(placement.debtor.ToString())
      .Add(placement.creditor.ToString())
      .Add(placement.external_ref)
      .Add(placement.currency.code())
      .Add(NameOf(placement.itemisation_kind))
      .Add(FormatDay(placement.itemisation_date))
      .Add(placement.review ? "review" : "");
  for (const Bucket bucket : kBuckets) content.Add(placement.opening[bucket]);
  for (const CoDebtor& co_debtor : placement.co_debtors) {
    content.Add(co_debtor.debtor.ToString()).Add(co_debtor.share_basis_points);
  }
  AddOrigin(content, placement.origin);
  AddGiven(content, placement.given);
  return fingerprints.Of(content.text());
}

Fingerprint ContentOf(const Fingerprints& fingerprints, const Fact& fact) {
  CanonicalContent content;
  content.Add(fact.external_ref)
      .Add(NameOf(fact.kind))
      .Add(FormatDay(fact.value_date))
      .Add(fact.amount)
      .Add(NameOf(fact.bucket.value_or(Bucket::kPrincipal)))
      .Add(fact.reason.Reveal());
  if (fact.order.has_value()) {
    for (const Bucket bucket : *fact.order) content.Add(NameOf(bucket));
  }
  if (fact.fee.has_value()) {
    content.Add(fact.fee->rule).Add(NameOf(fact.fee->cause)).Add(fact.fee->cause_ref);
  }
  return fingerprints.Of(content.text());
}

Fingerprint ContentOf(const Fingerprints& fingerprints, const Reversal& reversal) {
  CanonicalContent content;
  content.Add(reversal.external_ref)
      .Add("REVERSAL")
      .Add(reversal.reverses.ToString())
      .Add(DayText(reversal.value_date))
      .Add(reversal.reason.Reveal());
  return fingerprints.Of(content.text());
}

}  // namespace parley
