// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/hold_methods.h"

#include <cstddef>
#include <string>
#include <string_view>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_hold.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

std::string Encoded(const HoldToday& told) {
  v1::Hold out;
  Write(told.hold, told.today, out);
  return out.SerializeAsString();
}

std::string EncodedRehearsal(const HoldToday& told) {
  v1::Hold out;
  Write(told.hold, told.today, out);
  out.clear_name();
  out.clear_etag();
  return out.SerializeAsString();
}

Encode<HoldToday> EncoderFor(const Call& call) {
  return call.validate_only ? EncodedRehearsal : Encoded;
}

}  // namespace

std::vector<UnaryMethod> HoldMethods::Methods() const {
  return {OnMutation("PlaceHold", this, &HoldMethods::Place),
          OnMutation("EndHold", this, &HoldMethods::End),
          OnMutation("ExtendHold", this, &HoldMethods::Extend),
          OnRead("ListHolds", this, &HoldMethods::List)};
}

absl::StatusOr<Answer> HoldMethods::Place(const Incoming& in,
                                          const v1::PlaceHoldRequest& request) const {
  const auto command = ReadPlaceHold(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.place_hold.Handle(in.call, *command, EncoderFor(in.call));
}

absl::StatusOr<Answer> HoldMethods::End(const Incoming& in,
                                        const v1::EndHoldRequest& request) const {
  const auto command = ReadEndHold(request, LatestToday(parts_.clock.Now()), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.end_hold.Handle(in.call, *command, EncoderFor(in.call));
}

absl::StatusOr<Answer> HoldMethods::Extend(const Incoming& in,
                                           const v1::ExtendHoldRequest& request) const {
  const auto command = ReadExtendHold(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.extend_hold.Handle(in.call, *command, EncoderFor(in.call));
}

absl::Status HoldMethods::List(const Incoming& in, const v1::ListHoldsRequest& request,
                               v1::ListHoldsResponse& response) const {
  const auto debtor = ReadDebtorName(request.parent(), "parent", in.violations);
  ListHolds::Query query{.tenant = in.call.tenant, .debtor = debtor.value_or(DebtorId())};
  query.filter = ReadHoldFilter(request.filter(), query.debtor, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const std::vector<std::string_view> arguments = {request.parent(), request.filter()};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Uuid> after,
                          parts_.pages.Open(in.call, arguments, request.page_token(), 1));
  query.after = HoldId(after.front());
  query.most = static_cast<std::size_t>(ReadPageSize(request.page_size()));
  PARLEY_ASSIGN_OR_RETURN(const auto result, parts_.application.list_holds.Handle(query));
  if (result.more) {
    response.set_next_page_token(
        parts_.pages.Seal(in.call, arguments, {result.holds.back().id.uuid()}));
  }
  for (const Hold& hold : result.holds) Write(hold, result.today, *response.add_holds());
  if (result.effects.has_value()) {
    Write(*result.effects, result.currency, *response.mutable_effects());
  }
  return absl::OkStatus();
}

}  // namespace parley::grpc_api
