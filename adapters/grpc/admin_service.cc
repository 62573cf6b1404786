// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/admin_service.h"

#include <cstddef>
#include <string>
#include <string_view>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_kill_switch.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

std::string Encoded(const KillSwitch& one) {
  v1::KillSwitch out;
  Write(one, out);
  return out.SerializeAsString();
}

// One that would have been engaged has no name.
std::string EncodedRehearsal(const KillSwitch& one) {
  v1::KillSwitch out;
  Write(one, out);
  out.clear_name();
  return out.SerializeAsString();
}

bool StopsAll(const KillSwitch& one) {
  return !one.release.has_value() && one.scope == SwitchScope();
}

void WriteBacklog(const ChannelBacklog& backlog, v1::ChannelBacklog& out) {
  out.set_channel(static_cast<v1::Channel>(backlog.channel));
  out.set_queued(backlog.queued);
  out.set_due(backlog.due);
  out.set_under_way(backlog.under_way);
  out.set_unknown(backlog.unknown);
  if (backlog.oldest_due.has_value()) Write(*backlog.oldest_due, *out.mutable_oldest_due_time());
}

}  // namespace

std::vector<UnaryMethod> AdminService::Methods() const {
  return {OnMutation("EngageKillSwitch", this, &AdminService::Engage),
          OnMutation("ReleaseKillSwitch", this, &AdminService::Release),
          OnRead("ListKillSwitches", this, &AdminService::List),
          OnRead("GetSystemStatus", this, &AdminService::GetStatus)};
}

absl::StatusOr<Answer> AdminService::Engage(const Incoming& in,
                                            const v1::EngageKillSwitchRequest& request) const {
  const auto command = ReadEngageKillSwitch(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(
      Answer answer, parts_.application.engage_kill_switch.Handle(
                         in.call, command, in.call.validate_only ? EncodedRehearsal : Encoded));
  if (in.call.validate_only) return answer;
  // Only now it is sure that no other is begun.
  PARLEY_ASSIGN_OR_RETURN(const std::int64_t under_way,
                          parts_.application.message_queue.UnderWay(in.call.tenant));
  v1::KillSwitch out;
  out.ParseFromString(answer.bytes);
  out.set_hand_overs_under_way(under_way);
  answer.bytes = out.SerializeAsString();
  return answer;
}

absl::StatusOr<Answer> AdminService::Release(const Incoming& in,
                                             const v1::ReleaseKillSwitchRequest& request) const {
  const auto command = ReadReleaseKillSwitch(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.release_kill_switch.Handle(in.call, command, Encoded);
}

absl::Status AdminService::List(const Incoming& in, const v1::ListKillSwitchesRequest& request,
                                v1::ListKillSwitchesResponse& response) const {
  const SwitchFilter filter = ReadSwitchFilter(request.filter(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const std::vector<std::string_view> arguments = {request.filter()};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Uuid> after,
                          parts_.pages.Open(in.call, arguments, request.page_token(), 1));
  const int size = ReadPageSize(request.page_size());
  PARLEY_ASSIGN_OR_RETURN(std::vector<KillSwitch> found,
                          parts_.application.switch_board.ListKillSwitches(
                              in.call.tenant, filter, KillSwitchId(after.front()), size + 1));
  if (found.size() > static_cast<std::size_t>(size)) {
    found.pop_back();
    response.set_next_page_token(parts_.pages.Seal(in.call, arguments, {found.back().id.uuid()}));
  }
  for (const KillSwitch& one : found) Write(one, *response.add_kill_switches());
  return absl::OkStatus();
}

absl::Status AdminService::GetStatus(const Incoming& in,
                                     const v1::GetSystemStatusRequest& /*request*/,
                                     v1::SystemStatus& response) const {
  const absl::Time now = parts_.clock.Now();
  PARLEY_ASSIGN_OR_RETURN(const std::vector<KillSwitch> standing,
                          parts_.application.switch_board.Standing(in.call.tenant, now));
  Write(now, *response.mutable_read_time());
  for (const KillSwitch& one : standing) {
    if (StopsAll(one)) response.set_contact_stopped(true);
    Write(one, *response.add_kill_switches());
  }
  PARLEY_ASSIGN_OR_RETURN(const std::vector<ChannelBacklog> backlog,
                          parts_.application.message_queue.Backlog(in.call.tenant, now));
  for (const ChannelBacklog& one : backlog) WriteBacklog(one, *response.add_backlog());
  return absl::OkStatus();
}

}  // namespace parley::grpc_api
