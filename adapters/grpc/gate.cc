// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/gate.h"

#include <chrono>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "absl/strings/match.h"
#include "adapters/grpc/error_map.h"
#include "adapters/grpc/names.h"
#include "domain/common/reason.h"

namespace parley::grpc_api {
namespace {

constexpr absl::string_view kScheme = "Bearer ";

// The one token that a call bears; empty when it bears none or several.
std::string_view TokenOf(const grpc::CallbackServerContext& context) {
  const auto [first, last] = context.client_metadata().equal_range("authorization");
  if (first == last || std::next(first) != last) return {};
  const absl::string_view value(first->second.data(), first->second.size());
  if (!absl::StartsWithIgnoreCase(value, kScheme)) return {};
  return {value.data() + kScheme.size(), value.size() - kScheme.size()};
}

// Whether a text anywhere in the request is the name of another debtor, or of what is theirs.
bool NamesAnother(const MethodPlan& plan, const google::protobuf::Message& request, DebtorId own) {
  return plan.shape->HasText(request, [own](std::string_view text) {
    const std::optional<DebtorId> named = DebtorIn(text);
    return named.has_value() && *named != own;
  });
}

}  // namespace

absl::StatusOr<CallerRef> Gate::Identify(const grpc::CallbackServerContext& context) {
  const std::string_view token = TokenOf(context);
  if (token.empty()) return Refuse(Reason::kCredentialsInvalid);
  return callers_.Identify(token);
}

absl::Status Gate::Admit(const MethodPlan& plan, const Caller& caller) {
  const bool allowed = plan.scope.empty() || caller.scopes.contains(plan.scope);
  const bool reaches = !caller.debtor.has_value() || !plan.target.empty();
  if (!allowed || !reaches) return Refuse(Reason::kAccessDenied);
  const absl::Duration wait = limits_.Take(caller.tenant, std::chrono::steady_clock::now());
  return wait > absl::ZeroDuration() ? RefuseForNow(wait) : absl::OkStatus();
}

absl::Status Gate::CheckReach(const MethodPlan& plan, const Caller& caller,
                              const google::protobuf::Message& request) {
  if (!caller.debtor.has_value()) return absl::OkStatus();
  std::string scratch;
  const std::string_view name = plan.target.Read(request, scratch);
  const bool reached =
      DebtorIn(name) == caller.debtor && !NamesAnother(plan, request, *caller.debtor);
  return reached ? absl::OkStatus() : Refuse(Reason::kAccessDenied);
}

}  // namespace parley::grpc_api
