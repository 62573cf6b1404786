// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/work_service.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_work.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

std::string Encoded(const WorkItem& item) {
  v1::WorkItem out;
  Write(item, out);
  return out.SerializeAsString();
}

std::string EncodedNext(const std::optional<WorkItem>& item) {
  v1::ClaimNextWorkResponse out;
  if (item.has_value()) Write(*item, *out.mutable_item());
  return out.SerializeAsString();
}

}  // namespace

std::vector<UnaryMethod> WorkService::Methods() const {
  return {OnRead("ListWork", this, &WorkService::List),
          OnMutation("ClaimWork", this, &WorkService::Claim),
          OnMutation("ClaimNextWork", this, &WorkService::ClaimNext),
          OnMutation("ReleaseWork", this, &WorkService::Release),
          OnMutation("CompleteWork", this, &WorkService::Complete),
          OnMutation("Approve", this, &WorkService::Approve),
          OnMutation("Reject", this, &WorkService::Reject)};
}

absl::Status WorkService::List(const Incoming& in, const v1::ListWorkRequest& request,
                               v1::ListWorkResponse& response) const {
  const WorkFilter filter = ReadWorkFilter(request.filter(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const std::vector<std::string_view> arguments = {request.filter()};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Uuid> after,
                          parts_.pages.Open(in.call, arguments, request.page_token(), 2));
  const int size = ReadPageSize(request.page_size());
  PARLEY_ASSIGN_OR_RETURN(std::vector<WorkItem> found,
                          parts_.application.work_list.ListWork(in.call.tenant, filter,
                                                                ReadWorkPosition(after), size + 1));
  if (found.size() > static_cast<std::size_t>(size)) {
    found.pop_back();
    response.set_next_page_token(
        parts_.pages.Seal(in.call, arguments, WriteWorkPosition(found.back())));
  }
  for (const WorkItem& item : found) Write(item, *response.add_items());
  return absl::OkStatus();
}

absl::StatusOr<Answer> WorkService::Claim(const Incoming& in,
                                          const v1::ClaimWorkRequest& request) const {
  const WorkTarget target = ReadWorkTarget(request.name(), request.etag(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.claim_work.Handle(in.call, target, Encoded);
}

absl::StatusOr<Answer> WorkService::ClaimNext(const Incoming& in,
                                              const v1::ClaimNextWorkRequest& request) const {
  const ClaimNextWork::Command can = ReadAbilities(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.claim_next_work.Handle(in.call, can, EncodedNext);
}

absl::StatusOr<Answer> WorkService::Release(const Incoming& in,
                                            const v1::ReleaseWorkRequest& request) const {
  const WorkTarget target = ReadWorkTarget(request.name(), request.etag(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.release_work.Handle(in.call, target, Encoded);
}

absl::StatusOr<Answer> WorkService::Complete(const Incoming& in,
                                             const v1::CompleteWorkRequest& request) const {
  const WorkTarget target = ReadWorkTarget(request.name(), request.etag(), in.violations);
  const SensitiveText outcome = ReadRemark(request.outcome(), "outcome", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.complete_work.Handle(in.call, {target, outcome}, Encoded);
}

absl::StatusOr<Answer> WorkService::Approve(const Incoming& in,
                                            const v1::ApproveRequest& request) const {
  const WorkTarget target = ReadWorkTarget(request.name(), request.etag(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.approve.Handle(in.call, target, Encoded);
}

absl::StatusOr<Answer> WorkService::Reject(const Incoming& in,
                                           const v1::RejectRequest& request) const {
  const WorkTarget target = ReadWorkTarget(request.name(), request.etag(), in.violations);
  const SensitiveText reason = ReadRemark(request.reason(), "reason", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.reject.Handle(in.call, {target, reason}, Encoded);
}

}  // namespace parley::grpc_api
