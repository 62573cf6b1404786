// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_hold.h"

#include <string>
#include <variant>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/filter_terms.h"
#include "domain/common/text.h"

namespace parley::grpc_api {
namespace {

std::optional<HoldEvidence> ReadEvidence(v1::HoldEvidence evidence) {
  if (evidence == v1::HOLD_EVIDENCE_UNSPECIFIED) return std::nullopt;
  return static_cast<HoldEvidence>(evidence);
}

std::optional<DebtId> ReadDebtOfHold(const std::string& text, const std::optional<DebtorId>& debtor,
                                     Violations& violations) {
  if (text.empty()) return std::nullopt;
  const auto name = ReadDebtName(text, "hold.debt", violations);
  if (!name.has_value()) return std::nullopt;
  if (debtor.has_value() && name->debtor != *debtor) {
    AddOnce(violations, "hold.debt", Fault::kReferenceUnknown);
  }
  return name->debt;
}

std::optional<Money> ReadDisputed(const v1::Hold& in, Violations& violations) {
  if (!in.has_disputed()) return std::nullopt;
  const auto currency =
      ReadCurrency(in.disputed().currency_code(), "hold.disputed.currency_code", violations);
  return Money(in.disputed().minor_units(),
               currency.has_value() ? *currency : *Currency::Find("EUR"));
}

template <typename Value>
bool TakeWord(const FilterTerm& term, std::optional<Value> (*named)(std::string_view),
              std::optional<Value>& part) {
  const auto* const word = std::get_if<FilterWord>(&term.value);
  return word != nullptr && term.comparator == "=" && SetOnce(part, named(word->text));
}

bool TakeDebt(const FilterTerm& term, DebtorId debtor, HoldFilter& filter, Violations& violations) {
  const auto* const text = std::get_if<std::string>(&term.value);
  if (text == nullptr || term.comparator != "=") return false;
  const auto name = ParseDebtName(*text);
  if (!name.has_value()) return false;
  if (name->debtor != debtor) AddOnce(violations, "filter", Fault::kReferenceUnknown);
  return SetOnce(filter.debt, std::optional(name->debt));
}

bool Take(const FilterTerm& term, DebtorId debtor, HoldFilter& filter, Violations& violations) {
  if (term.field == "debt") return TakeDebt(term, debtor, filter, violations);
  if (term.field == "state") return TakeWord(term, HoldStateNamed, filter.state);
  return term.field == "type" && TakeWord(term, HoldTypeNamed, filter.type);
}

}  // namespace

std::optional<PlaceHold::Command> ReadPlaceHold(const v1::PlaceHoldRequest& request,
                                                Violations& violations) {
  const v1::Hold& in = request.hold();
  const auto debtor = ReadDebtorName(request.parent(), "parent", violations);
  const auto id = ReadChosenId<HoldId>(request.hold_id(), "hold_id", violations);
  if (!request.has_hold()) return std::nullopt;
  const auto from = ReadDay(in.from_date(), "hold.from_date", violations);
  Hold hold;
  // Any type will do to find what else is wrong.
  hold.type = in.type() == v1::HOLD_TYPE_UNSPECIFIED || !v1::HoldType_IsValid(in.type())
                  ? HoldType::kComplaint
                  : static_cast<HoldType>(in.type());
  hold.debt = ReadDebtOfHold(in.debt(), debtor, violations);
  hold.disputed = ReadDisputed(in, violations);
  hold.until = ReadDay(in.until_date(), "hold.until_date", violations);
  hold.review = ReadDay(in.review_date(), "hold.review_date", violations);
  // Without a first day it begins today, and whether the others come after it is told later.
  hold.from = from.value_or(Day(kFirstYear, 1, 1));
  hold.source = SensitiveText(in.source());
  hold.evidence = ReadEvidence(in.evidence()).value_or(HoldEvidence::kNotNeeded);
  hold.reason = SensitiveText(in.reason());
  Violations more;
  CheckHold(hold, "hold", more);
  AddOnce(violations, more);
  if (!violations.empty()) return std::nullopt;
  return PlaceHold::Command{*debtor, id, from, std::move(hold), request.request()};
}

std::optional<EndHold::Command> ReadEndHold(const v1::EndHoldRequest& request, Day latest_today,
                                            Violations& violations) {
  const auto name = ReadHoldName(request.name(), "name", violations);
  const auto last = ReadDay(request.until_date(), "until_date", violations);
  if (last > latest_today) AddOnce(violations, "until_date", Fault::kDateInFuture);
  Violations more;
  AllowText(more, "reason", request.reason(), kLongestReason, Lines::kMany);
  AddOnce(violations, more);
  if (!violations.empty() || !name.has_value()) return std::nullopt;
  return EndHold::Command{
      {name->debtor, name->hold, ReadEtag(request.etag())}, last, SensitiveText(request.reason())};
}

std::optional<ExtendHold::Command> ReadExtendHold(const v1::ExtendHoldRequest& request,
                                                  Violations& violations) {
  const auto name = ReadHoldName(request.name(), "name", violations);
  const auto until = ReadDay(request.until_date(), "until_date", violations);
  const auto review = ReadDay(request.review_date(), "review_date", violations);
  if (!violations.empty() || !name.has_value()) return std::nullopt;
  return ExtendHold::Command{{name->debtor, name->hold, ReadEtag(request.etag())},
                             until,
                             review,
                             ReadEvidence(request.evidence())};
}

HoldFilter ReadHoldFilter(std::string_view filter, DebtorId debtor, Violations& violations) {
  HoldFilter result;
  const auto terms = ParseFilter(filter);
  bool sound = terms.has_value();
  for (std::size_t at = 0; sound && at < terms->size(); ++at) {
    sound = Take((*terms)[at], debtor, result, violations);
  }
  if (!sound) AddOnce(violations, "filter", Fault::kFilterInvalid);
  return result;
}

void Write(const HoldEffects& effects, const std::optional<Currency>& currency,
           v1::HoldEffects& out) {
  const auto contact = [](ContactEffect effect) {
    return static_cast<v1::ContactEffect>(static_cast<int>(effect) + 1);
  };
  out.set_demand_contact(contact(effects.demand));
  out.set_service_contact(contact(effects.service));
  out.set_addressee(static_cast<v1::Addressee>(static_cast<int>(effects.addressee) + 1));
  out.set_freezes_interest(effects.interest == InterestEffect::kFrozen);
  out.set_stops_fees(effects.stops_fees);
  out.set_stops_ladder(effects.stops_ladder);
  out.set_money(static_cast<v1::MoneyEffect>(static_cast<int>(effects.money) + 1));
  if (effects.disputed > 0 && currency.has_value()) {
    Write(effects.disputed, *currency, *out.mutable_disputed());
  }
}

void Write(const Hold& hold, Day today, v1::Hold& out) {
  out.set_name(NameOf(HoldName{hold.debtor, hold.id}));
  out.set_type(static_cast<v1::HoldType>(hold.type));
  if (hold.debt.has_value()) out.set_debt(NameOf(DebtName{hold.debtor, *hold.debt}));
  std::optional<Currency> currency;
  if (hold.disputed.has_value()) {
    currency = hold.disputed->currency();
    Write(hold.disputed->minor_units(), *currency, *out.mutable_disputed());
  }
  out.set_from_date(FormatDay(hold.from));
  if (hold.until.has_value()) out.set_until_date(FormatDay(*hold.until));
  if (hold.review.has_value()) out.set_review_date(FormatDay(*hold.review));
  out.set_source(hold.source.Reveal());
  out.set_evidence(static_cast<v1::HoldEvidence>(hold.evidence));
  out.set_reason(hold.reason.Reveal());
  out.set_state(static_cast<v1::HoldState>(StateOn(hold, today)));
  Write(EffectsOf(hold), currency, *out.mutable_effects());
  out.set_end_reason(hold.end_reason.Reveal());
  out.set_actor(hold.actor);
  out.set_etag(WriteEtag(hold.revision));
  Write(hold.created_time, *out.mutable_create_time());
  Write(hold.updated_time, *out.mutable_update_time());
}

}  // namespace parley::grpc_api
