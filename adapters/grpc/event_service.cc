// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/event_service.h"

#include <cstddef>
#include <string>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_event.h"
#include "adapters/grpc/names.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

std::string EncodedLetter(const DeadLetter& letter) {
  events::v1::DeadLetter out;
  WriteDeadLetter(letter, out);
  return out.SerializeAsString();
}

EventId ReadLetterName(const std::string& name, Violations& violations) {
  const std::optional<EventId> id = ParseDeadLetterName(name);
  if (!id.has_value()) AddOnce(violations, "name", Fault::kMalformed);
  return id.value_or(EventId());
}

}  // namespace

std::vector<UnaryMethod> EventService::Methods() const {
  return {OnRead("ListDeadLetters", this, &EventService::List),
          OnMutation("RetryDeadLetter", this, &EventService::Retry),
          OnMutation("DropDeadLetter", this, &EventService::Drop)};
}

absl::Status EventService::List(const Incoming& in,
                                const events::v1::ListDeadLettersRequest& request,
                                events::v1::ListDeadLettersResponse& response) const {
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Uuid> after,
                          parts_.pages.Open(in.call, {}, request.page_token(), 1));
  const int size = ReadPageSize(request.page_size());
  PARLEY_ASSIGN_OR_RETURN(
      std::vector<DeadLetter> found,
      publications_.ListDeadLetters(in.call.tenant, EventId(after.front()), size + 1));
  if (found.size() > static_cast<std::size_t>(size)) {
    found.pop_back();
    response.set_next_page_token(
        parts_.pages.Seal(in.call, {}, {found.back().told.event.id.uuid()}));
  }
  for (const DeadLetter& letter : found) WriteDeadLetter(letter, *response.add_dead_letters());
  return absl::OkStatus();
}

absl::StatusOr<Answer> EventService::Retry(
    const Incoming& in, const events::v1::RetryDeadLetterRequest& request) const {
  const EventId id = ReadLetterName(request.name(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.settle_dead_letters.Retry(in.call, id, EncodedLetter);
}

absl::StatusOr<Answer> EventService::Drop(const Incoming& in,
                                          const events::v1::DropDeadLetterRequest& request) const {
  const EventId id = ReadLetterName(request.name(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.settle_dead_letters.Drop(in.call, id, EncodedLetter);
}

}  // namespace parley::grpc_api
