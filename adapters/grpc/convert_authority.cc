// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_authority.h"

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "adapters/grpc/convert_hold.h"
#include "adapters/grpc/convert_record_words.h"
#include "application/words/authority_words.h"
#include "domain/common/text.h"

namespace parley::grpc_api {
namespace {

constexpr std::size_t kMostDebtsAsked = 64;

std::vector<DebtId> ReadDebts(const v1::CheckAuthorityRequest& request, DebtorId debtor,
                              Violations& violations) {
  std::vector<DebtId> debts;
  for (int at = 0; at < request.debts_size(); ++at) {
    const std::string field = absl::StrCat("debts[", at, "]");
    const auto name = ReadDebtName(request.debts(at), field, violations);
    if (!name.has_value()) continue;
    if (name->debtor != debtor) AddOnce(violations, field, Fault::kReferenceUnknown);
    debts.push_back(name->debt);
  }
  if (debts.size() > kMostDebtsAsked) AddOnce(violations, "debts", Fault::kTooLong);
  return debts;
}

Interlocutor ReadWho(const v1::CheckAuthorityRequest& request, DebtorId debtor,
                     Violations& violations) {
  if (request.has_third_party()) return AsThirdParty();
  if (request.has_debtor()) {
    return AsDebtor{
        ReadPointOf(debtor, request.debtor().contact_point(), "debtor.contact_point", violations)};
  }
  const auto name =
      ReadPartName<RepresentativeId>(request.representative(), "representative", violations);
  if (!name.has_value()) return AsThirdParty();
  if (name->debtor != debtor) AddOnce(violations, "representative", Fault::kReferenceUnknown);
  return AsRepresentative{name->part};
}

}  // namespace

AskAuthority::Query ReadCheckAuthority(const v1::CheckAuthorityRequest& request, TenantId tenant,
                                       Violations& violations) {
  AskAuthority::Query query;
  query.tenant = tenant;
  query.debtor = ReadDebtorName(request.name(), "name", violations).value_or(DebtorId());
  query.debts = ReadDebts(request, query.debtor, violations);
  query.who = ReadWho(request, query.debtor, violations);
  CheckLanguageCode(request.language_code(), violations);
  return query;
}

ShowRightParty::Command ReadVerifyRightParty(const v1::VerifyRightPartyRequest& request,
                                             Violations& violations) {
  ShowRightParty::Command command;
  command.debtor = ReadDebtorName(request.parent(), "parent", violations).value_or(DebtorId());
  command.point = ReadPointOf(command.debtor, request.contact_point(), "contact_point", violations);
  Violations more;
  AllowText(more, "birth_date", request.birth_date(), kLongestReference);
  AllowText(more, "postal_code", request.postal_code(), kLongestReference);
  AllowText(more, "reference", request.reference(), kLongestReference);
  AddOnce(violations, more);
  command.answers = {SensitiveText(request.birth_date()), SensitiveText(request.postal_code()),
                     SensitiveText(request.reference())};
  return command;
}

void WriteAuthority(const Authority& authority, const Voice& voice,
                    v1::CheckAuthorityResponse& out) {
  out.set_allowed(authority.allowed);
  out.set_reason(static_cast<v1::AuthorityReason>(authority.reason));
  Write(authority.effects, {}, *out.mutable_effects());
  WriteWordSet<v1::Power>(authority.powers, *out.mutable_powers());
  out.set_sentence(TellAuthority(authority, voice));
}

void WriteTry(const ShowRightParty::Result& result, v1::VerifyRightPartyResponse& out) {
  out.set_verified(result.attempt.passed);
  if (result.attempt.passed) Write(result.attempt.at + kVerifiedLasts, *out.mutable_until_time());
  out.set_tries_left(result.tries_left);
}

}  // namespace parley::grpc_api
