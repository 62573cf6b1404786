// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/conversation_service.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_conversation.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

// A line as the id that a page token carries: its number in the last bytes.
Uuid AsId(std::int64_t line) {
  Uuid::Bytes bytes{};
  auto rest = static_cast<std::uint64_t>(line);
  for (std::size_t at = bytes.size(); rest != 0; rest >>= 8U) {
    bytes[--at] = static_cast<std::uint8_t>(rest & 0xFFU);
  }
  return Uuid(bytes);
}

std::int64_t LineIn(const Uuid& id) {
  std::uint64_t line = 0;
  for (const std::uint8_t byte : id.bytes()) line = line << 8U | byte;
  return static_cast<std::int64_t>(line);
}

auto EncoderAt(absl::Time now) {
  return [now](const Conversation& conversation) {
    v1::Conversation out;
    Write(conversation, now, out);
    return out.SerializeAsString();
  };
}

}  // namespace

std::vector<UnaryMethod> ConversationService::Methods() const {
  std::vector<UnaryMethod> methods = {
      OnRead("GetConversation", this, &ConversationService::Get),
      OnRead("ListConversations", this, &ConversationService::List),
      OnRead("ListConversationLines", this, &ConversationService::ListLines),
      OnMutation("AssignConversation", this, &ConversationService::Assign),
      OnMutation("SnoozeConversation", this, &ConversationService::Snooze),
      OnMutation("ResolveConversation", this, &ConversationService::Resolve),
      OnMutation("ReopenConversation", this, &ConversationService::Reopen),
      OnMutation("AddConversationNote", this, &ConversationService::Note),
      OnRead("SummariseHandover", this, &ConversationService::SumUp)};
  for (UnaryMethod& method : callbacks_.Methods()) methods.push_back(std::move(method));
  for (UnaryMethod& method : reflections_.Methods()) methods.push_back(std::move(method));
  return methods;
}

absl::Status ConversationService::Get(const Incoming& in, const v1::GetConversationRequest& request,
                                      v1::Conversation& response) const {
  const ConversationTarget target =
      ReadConversationTarget(request.name(), "name", "", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const Conversation found,
                          parts_.application.conversation_desk.GetConversation(
                              in.call.tenant, target.debtor, target.conversation));
  Write(found, parts_.clock.Now(), response);
  return absl::OkStatus();
}

absl::Status ConversationService::List(const Incoming& in,
                                       const v1::ListConversationsRequest& request,
                                       v1::ListConversationsResponse& response) const {
  const ConversationFilter filter = ReadConversationFilter(request.filter(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const std::vector<std::string_view> arguments = {request.filter()};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Uuid> after,
                          parts_.pages.Open(in.call, arguments, request.page_token(), 1));
  const int size = ReadPageSize(request.page_size());
  PARLEY_ASSIGN_OR_RETURN(std::vector<Conversation> found,
                          parts_.application.conversation_desk.ListConversations(
                              in.call.tenant, filter, ConversationId(after.front()), size + 1));
  if (found.size() > static_cast<std::size_t>(size)) {
    found.pop_back();
    response.set_next_page_token(parts_.pages.Seal(in.call, arguments, {found.back().id.uuid()}));
  }
  const absl::Time now = parts_.clock.Now();
  for (const Conversation& one : found) Write(one, now, *response.add_conversations());
  return absl::OkStatus();
}

absl::Status ConversationService::ListLines(const Incoming& in,
                                            const v1::ListConversationLinesRequest& request,
                                            v1::ListConversationLinesResponse& response) const {
  const ConversationTarget target =
      ReadConversationTarget(request.parent(), "parent", "", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const std::vector<std::string_view> arguments = {request.parent()};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Uuid> after,
                          parts_.pages.Open(in.call, arguments, request.page_token(), 1));
  // That there is none is told, rather than that nothing was said in it.
  PARLEY_RETURN_IF_ERROR(parts_.application.conversation_desk
                             .GetConversation(in.call.tenant, target.debtor, target.conversation)
                             .status());
  PARLEY_ASSIGN_OR_RETURN(const ReadLines::Page page,
                          parts_.application.read_lines.After(
                              in.call.tenant, target.debtor, target.conversation,
                              LineIn(after.front()), ReadPageSize(request.page_size())));
  if (!page.is_last) {
    response.set_next_page_token(parts_.pages.Seal(in.call, arguments, {AsId(page.last)}));
  }
  for (const ConversationLine& line : page.lines) Write(line, *response.add_lines());
  return absl::OkStatus();
}

absl::StatusOr<Answer> ConversationService::Assign(
    const Incoming& in, const v1::AssignConversationRequest& request) const {
  const ConversationTarget target =
      ReadConversationTarget(request.name(), "name", request.etag(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.keep_conversation.Assign(in.call, target, request.principal(),
                                                     EncoderAt(parts_.clock.Now()));
}

absl::StatusOr<Answer> ConversationService::Snooze(
    const Incoming& in, const v1::SnoozeConversationRequest& request) const {
  const ConversationTarget target =
      ReadConversationTarget(request.name(), "name", request.etag(), in.violations);
  const auto until =
      ReadTime(request.has_until_time(), request.until_time(), "until_time", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.keep_conversation.PutOff(
      in.call, {target, until.value_or(absl::InfinitePast()), SensitiveText(request.reason())},
      EncoderAt(parts_.clock.Now()));
}

absl::StatusOr<Answer> ConversationService::Resolve(
    const Incoming& in, const v1::ResolveConversationRequest& request) const {
  const ConversationTarget target =
      ReadConversationTarget(request.name(), "name", request.etag(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.keep_conversation.Resolve(
      in.call, {target, SensitiveText(request.reason())}, EncoderAt(parts_.clock.Now()));
}

absl::StatusOr<Answer> ConversationService::Reopen(
    const Incoming& in, const v1::ReopenConversationRequest& request) const {
  const ConversationTarget target =
      ReadConversationTarget(request.name(), "name", request.etag(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.keep_conversation.Reopen(
      in.call, {target, SensitiveText(request.reason())}, EncoderAt(parts_.clock.Now()));
}

absl::StatusOr<Answer> ConversationService::Note(
    const Incoming& in, const v1::AddConversationNoteRequest& request) const {
  const ConversationTarget target =
      ReadConversationTarget(request.parent(), "parent", "", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.keep_conversation.AddNote(
      in.call, {target, SensitiveText(request.text())}, [](const ConversationNote& note) {
        v1::ConversationNote out;
        Write(note, out);
        return out.SerializeAsString();
      });
}

absl::Status ConversationService::SumUp(const Incoming& in,
                                        const v1::SummariseHandoverRequest& request,
                                        v1::Handover& response) const {
  const ConversationTarget target =
      ReadConversationTarget(request.name(), "name", "", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(
      const HandoverSheet sheet,
      parts_.application.read_lines.SumUp(in.call.tenant, target.debtor, target.conversation));
  Write(sheet, parts_.clock.Now(), response);
  return absl::OkStatus();
}

}  // namespace parley::grpc_api
