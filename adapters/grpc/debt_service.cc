// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/debt_service.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_debt.h"
#include "adapters/grpc/convert_entry.h"
#include "adapters/grpc/convert_explain.h"
#include "adapters/grpc/convert_quote.h"
#include "adapters/grpc/convert_tell.h"
#include "adapters/grpc/convert_terms.h"
#include "adapters/grpc/debt_filter.h"
#include "domain/common/status_macros.h"
#include "domain/common/text.h"

namespace parley::grpc_api {
namespace {

std::string Encoded(const Debt& debt) {
  v1::Debt out;
  Write(debt, out);
  return out.SerializeAsString();
}

// The debt that would have been placed: it has no name and no etag.
std::string EncodedRehearsal(const Debt& debt) {
  v1::Debt out;
  Write(debt, out);
  out.clear_name();
  out.clear_etag();
  return out.SerializeAsString();
}

}  // namespace

std::vector<UnaryMethod> DebtService::Methods() const {
  std::vector<UnaryMethod> methods = {OnMutation("PlaceDebt", this, &DebtService::Place),
                                      OnMutation("ActivateDebt", this, &DebtService::Activate),
                                      OnMutation("RejectPlacement", this, &DebtService::Reject),
                                      OnMutation("ChangeTerms", this, &DebtService::Change),
                                      OnRead("GetDebt", this, &DebtService::Get),
                                      OnRead("ListDebts", this, &DebtService::List),
                                      OnMutation("PostEntries", this, &DebtService::Post),
                                      OnMutation("ReverseEntry", this, &DebtService::Reverse),
                                      OnMutation("QuotePayoff", this, &DebtService::Quote),
                                      OnRead("GetItemisation", this, &DebtService::Itemise),
                                      OnRead("GetStatement", this, &DebtService::State),
                                      OnRead("ExplainStatus", this, &DebtService::Explain),
                                      OnRead("RenderStatement", this, &DebtService::Render),
                                      OnRead("CheckInvariants", this, &DebtService::Check)};
  for (UnaryMethod& method : money_.Methods()) methods.push_back(std::move(method));
  for (UnaryMethod& method : life_.Methods()) methods.push_back(std::move(method));
  for (UnaryMethod& method : holds_.Methods()) methods.push_back(std::move(method));
  return methods;
}

Day DebtService::LatestToday() const { return grpc_api::LatestToday(parts_.clock.Now()); }

absl::StatusOr<Answer> DebtService::Place(const Incoming& in,
                                          const v1::PlaceDebtRequest& request) const {
  const auto command = ReadPlaceDebt(request, LatestToday(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.place_debt.Handle(in.call, *command,
                                              in.call.validate_only ? EncodedRehearsal : Encoded);
}

absl::StatusOr<Answer> DebtService::Activate(const Incoming& in,
                                             const v1::ActivateDebtRequest& request) const {
  const auto name = ReadDebtName(request.name(), "name", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.activate_debt.Handle(
      in.call, {name->debtor, name->debt, ReadEtag(request.etag())}, Encoded);
}

absl::StatusOr<Answer> DebtService::Reject(const Incoming& in,
                                           const v1::RejectPlacementRequest& request) const {
  const auto name = ReadDebtName(request.name(), "name", in.violations);
  Violations more;
  AllowText(more, "reason", request.reason(), kLongestReason, Lines::kMany);
  AddOnce(in.violations, more);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.reject_placement.Handle(
      in.call,
      {name->debtor, name->debt, ReadEtag(request.etag()), SensitiveText(request.reason())},
      Encoded);
}

absl::StatusOr<Answer> DebtService::Change(const Incoming& in,
                                           const v1::ChangeTermsRequest& request) const {
  const auto command = ReadChangeTerms(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const bool rehearsal = in.call.validate_only;
  return parts_.application.change_terms.Handle(in.call, *command,
                                                [rehearsal](const ChangeTerms::Result& result) {
                                                  v1::ChangeTermsResponse out;
                                                  Write(result, out);
                                                  if (rehearsal && out.has_notice())
                                                    out.mutable_notice()->clear_name();
                                                  return out.SerializeAsString();
                                                });
}

absl::Status DebtService::Get(const Incoming& in, const v1::GetDebtRequest& request,
                              v1::Debt& response) const {
  const auto name = ReadDebtName(request.name(), "name", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const Debt debt, parts_.application.portfolio.GetDebt(
                                               in.call.tenant, name->debtor, name->debt));
  Write(debt, response);
  return absl::OkStatus();
}

absl::Status DebtService::List(const Incoming& in, const v1::ListDebtsRequest& request,
                               v1::ListDebtsResponse& response) const {
  DebtFilter filter = ReadDebtFilter(request.filter(), in.violations);
  if (request.parent() != kAllDebtors) {
    filter.debtor = ReadDebtorName(request.parent(), "parent", in.violations);
  }
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const std::vector<std::string_view> arguments = {request.parent(), request.filter()};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Uuid> after,
                          parts_.pages.Open(in.call, arguments, request.page_token(), 2));
  const int size = ReadPageSize(request.page_size());
  PARLEY_ASSIGN_OR_RETURN(
      std::vector<Debt> found,
      parts_.application.portfolio.ListDebts(
          in.call.tenant, filter, {DebtorId(after.front()), DebtId(after.back())}, size + 1));
  if (found.size() > static_cast<std::size_t>(size)) {
    found.pop_back();
    response.set_next_page_token(parts_.pages.Seal(
        in.call, arguments, {found.back().debtor.uuid(), found.back().id.uuid()}));
  }
  for (const Debt& debt : found) Write(debt, *response.add_debts());
  return absl::OkStatus();
}

absl::StatusOr<Answer> DebtService::Post(const Incoming& in,
                                         const v1::PostEntriesRequest& request) const {
  const auto command = ReadPostEntries(request, LatestToday(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const bool rehearsal = in.call.validate_only;
  const Voice* voice = parts_.VoiceFor(request.language_code());
  const auto answer = [&](const PostEntries::Result& result) {
    v1::PostEntriesResponse out;
    Write(result.debt, *out.mutable_debt());
    for (const Entry& entry : result.entries) {
      v1::Entry& shown = *out.add_entries();
      Write(entry, result.debt, shown);
      WriteSentence(entry, nullptr, result.debt, voice, shown);
      if (rehearsal) shown.clear_name();
    }
    return out.SerializeAsString();
  };
  return parts_.application.post_entries.Handle(in.call, *command, answer);
}

absl::StatusOr<Answer> DebtService::Reverse(const Incoming& in,
                                            const v1::ReverseEntryRequest& request) const {
  const auto command = ReadReverseEntry(request, LatestToday(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const bool rehearsal = in.call.validate_only;
  const Voice* voice = parts_.VoiceFor(request.language_code());
  return parts_.application.reverse_entry.Handle(
      in.call, *command, [&](const ReverseEntry::Result& result) {
        v1::ReverseEntryResponse out;
        Write(result.debt, *out.mutable_debt());
        Write(result.entry, result.debt, *out.mutable_entry());
        const Entry* reversed = result.reversed.has_value() ? &*result.reversed : nullptr;
        WriteSentence(result.entry, reversed, result.debt, voice, *out.mutable_entry());
        if (rehearsal) out.mutable_entry()->clear_name();
        return out.SerializeAsString();
      });
}

absl::StatusOr<Answer> DebtService::Quote(const Incoming& in,
                                          const v1::QuotePayoffRequest& request) const {
  const auto command = ReadQuotePayoff(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const bool rehearsal = in.call.validate_only;
  return parts_.application.quote_payoff.Handle(in.call, *command,
                                                [&](const QuotePayoff::Result& result) {
                                                  v1::PayoffQuote out;
                                                  Write(result.payoff, result.debt, out);
                                                  if (rehearsal) out.clear_name();
                                                  if (rehearsal) out.clear_reference();
                                                  return out.SerializeAsString();
                                                });
}

absl::Status DebtService::Itemise(const Incoming& in, const v1::GetItemisationRequest& request,
                                  v1::Itemisation& response) const {
  const auto query = ReadItemise(request, in.call.tenant, parts_.clock.Now(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const auto result, parts_.application.itemise_debt.Handle(query));
  Write(result, response);
  return absl::OkStatus();
}

absl::Status DebtService::State(const Incoming& in, const v1::GetStatementRequest& request,
                                v1::Statement& response) const {
  const auto query = ReadStatement(request, in.call.tenant, parts_.clock.Now(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const auto result, parts_.application.issue_statement.Handle(query));
  const std::string& asked = request.language_code();
  Write(result, parts_.application.words.In(asked.empty() ? result.journal.language : asked),
        response);
  return absl::OkStatus();
}

absl::Status DebtService::Explain(const Incoming& in, const v1::ExplainStatusRequest& request,
                                  v1::StatusExplanation& response) const {
  const auto query = ReadExplain(request, in.call.tenant, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const auto result, parts_.application.explain_debt.Handle(query));
  const std::string& asked = request.language_code();
  Write(result, parts_.application.words.In(asked.empty() ? result.language : asked), response);
  return absl::OkStatus();
}

absl::Status DebtService::Render(const Incoming& in, const v1::RenderStatementRequest& request,
                                 v1::Document& response) const {
  const auto query = ReadRender(request, in.call.tenant, parts_.clock.Now(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(auto result, parts_.application.render_statement.Handle(query));
  Write(std::move(result), response);
  return absl::OkStatus();
}

absl::Status DebtService::Check(const Incoming& in, const v1::CheckInvariantsRequest& request,
                                v1::CheckInvariantsResponse& response) const {
  if (request.name() == kAllDebts) return CheckAll(in, request, response);
  const auto name = ReadDebtName(request.name(), "name", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const auto result, parts_.application.check_debts.Handle(
                                                 in.call.tenant, name->debtor, name->debt));
  Write(result, response);
  return absl::OkStatus();
}

absl::Status DebtService::CheckAll(const Incoming& in, const v1::CheckInvariantsRequest& request,
                                   v1::CheckInvariantsResponse& response) const {
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const std::vector<std::string_view> arguments = {request.name()};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Uuid> after,
                          parts_.pages.Open(in.call, arguments, request.page_token(), 2));
  PARLEY_ASSIGN_OR_RETURN(const auto result,
                          parts_.application.check_debts.HandlePage(
                              in.call.tenant, {DebtorId(after.front()), DebtId(after.back())},
                              ReadPageSize(request.page_size())));
  Write(result, response);
  if (result.next.has_value()) {
    response.set_next_page_token(parts_.pages.Seal(
        in.call, arguments, {result.next->debtor.uuid(), result.next->debt.uuid()}));
  }
  return absl::OkStatus();
}

}  // namespace parley::grpc_api
