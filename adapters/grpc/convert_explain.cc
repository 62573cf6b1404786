// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_explain.h"

#include <string>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/names.h"
#include "application/words/status_words.h"
#include "domain/debt/position.h"

namespace parley::grpc_api {
namespace {

void Write(const Hold& hold, const Voice& voice, v1::ExplainedHold& out) {
  if (!hold.id.IsNil()) out.set_hold(NameOf(HoldName{hold.debtor, hold.id}));
  out.set_type(static_cast<v1::HoldType>(hold.type));
  out.set_sentence(TellHold(hold, voice));
  out.set_from_date(FormatDay(hold.from));
  if (hold.until.has_value()) out.set_until_date(FormatDay(*hold.until));
  if (hold.review.has_value()) out.set_review_date(FormatDay(*hold.review));
}

}  // namespace

ExplainDebt::Query ReadExplain(const v1::ExplainStatusRequest& request, TenantId tenant,
                               Violations& violations) {
  const DebtName name = ReadDebtName(request.name(), "name", violations).value_or(DebtName());
  CheckLanguageCode(request.language_code(), violations);
  return {.tenant = tenant, .debtor = name.debtor, .debt = name.debt};
}

// The numbers of the domain's words are those of the API.
void Write(const ExplainDebt::Result& result, const Voice& voice, v1::StatusExplanation& out) {
  const Debt& debt = result.debt;
  const ToldStatus told = TellStatus(result.status, voice);
  out.set_debt(NameOf(DebtName{debt.debtor, debt.id}));
  out.set_language_code(std::string(voice.language_code()));
  out.set_state(static_cast<v1::PlainState>(told.state.word));
  out.set_sentence(told.state.sentence);
  Write(Outstanding(debt.position).value_or(0), debt.currency, *out.mutable_balance());
  Write(debt.position.credit, debt.currency, *out.mutable_credit_balance());
  Write(result.on_its_way, debt.currency, *out.mutable_on_its_way());
  out.set_balance_sentence(TellBalance(debt.position, result.on_its_way, debt.currency, voice));
  for (const auto& assurance : told.assurances) {
    v1::ExplainedAssurance& added = *out.add_assurances();
    added.set_assurance(static_cast<v1::PlainAssurance>(assurance.word));
    added.set_sentence(assurance.sentence);
  }
  for (const auto& action : told.actions) {
    v1::ExplainedAction& added = *out.add_actions();
    added.set_action(static_cast<v1::PlainAction>(action.word));
    added.set_sentence(action.sentence);
  }
  for (const auto& right : told.rights) {
    v1::ExplainedRight& added = *out.add_rights();
    added.set_right(static_cast<v1::PlainRight>(right.word));
    added.set_sentence(right.sentence);
  }
  for (const Hold& hold : result.holds) Write(hold, voice, *out.add_holds());
  if (!result.coming.has_value()) return;
  out.mutable_coming_day()->set_date(FormatDay(result.coming->day));
  out.mutable_coming_day()->set_kind(static_cast<v1::ComingDayKind>(result.coming->kind));
  out.mutable_coming_day()->set_sentence(TellComingDay(*result.coming, voice));
}

}  // namespace parley::grpc_api
