// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/commands/wish_commands.h"

#include <google/protobuf/util/time_util.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "infra/cli/commands/step_command.h"
#include "infra/cli/output/wish_text.h"
#include "parley/v1/conversation_service.grpc.pb.h"

namespace parley::cli {
namespace {

using Conversations = v1::ConversationService::StubInterface;

constexpr const char* kCallbacks = "Calls that people wish for";
constexpr const char* kReflections = "What we tell people that we understood";

template <auto kMethod, typename Request, typename Response>
absl::StatusOr<Response> SendTo(Client& client, const Request& request) {
  const auto stub = v1::ConversationService::NewStub(client.channel());
  return client.Call<Conversations>(*stub, kMethod, request);
}

template <auto kMethod, typename Request>
std::unique_ptr<Command> Call(const char* name, const char* says,
                              std::vector<StepOption<Request>> options) {
  return std::make_unique<StepCommand<Request, v1::Callback>>(
      CommandWords{"callback", kCallbacks, name, says}, std::move(options),
      SendTo<kMethod, Request, v1::Callback>, CallbackLine);
}

template <auto kMethod, typename Request>
std::unique_ptr<Command> Reflect(const char* name, const char* says,
                                 std::vector<StepOption<Request>> options) {
  return std::make_unique<StepCommand<Request, v1::Reflection>>(
      CommandWords{"reflection", kReflections, name, says}, std::move(options),
      SendTo<kMethod, Request, v1::Reflection>, ReflectionText);
}

absl::Status ReadTime(const std::string& option, const std::string& text,
                      google::protobuf::Timestamp& time) {
  if (google::protobuf::util::TimeUtil::FromString(text, &time)) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat(option, " is no time such as 2026-11-24T10:00:00+01:00: ", text));
}

template <typename Holder>
absl::Status SetFrom(const std::string& text, Holder& holder) {
  return ReadTime("--from", text, *holder.mutable_slot()->mutable_from_time());
}
template <typename Holder>
absl::Status SetUntil(const std::string& text, Holder& holder) {
  return ReadTime("--until", text, *holder.mutable_slot()->mutable_until_time());
}
template <typename Request>
absl::Status SetReason(const std::string& text, Request& request) {
  request.set_reason(text);
  return absl::OkStatus();
}
template <typename Request>
absl::Status SetToldIn(const std::string& text, Request& request) {
  request.set_told_in(text);
  return absl::OkStatus();
}

constexpr const char* kFromSays = "From when they wait, as 2026-11-24T10:00:00+01:00";
constexpr const char* kUntilSays = "Until when they wait";
constexpr const char* kToldInSays = "The communication in which they said so";

std::unique_ptr<Command> RequestCallback() {
  using Request = v1::RequestCallbackRequest;
  return Call<&Conversations::RequestCallback, Request>(
      "request", "Take down that somebody wishes to be called",
      {{"--from", kFromSays,
        [](const std::string& text, Request& request) {
          return SetFrom(text, *request.mutable_callback());
        }},
       {"--until", kUntilSays,
        [](const std::string& text, Request& request) {
          return SetUntil(text, *request.mutable_callback());
        }},
       {"--on", "The day they named, as 2026-11-24, where no time is agreed",
        [](const std::string& text, Request& request) {
          request.mutable_callback()->set_wished_date(text);
          return absl::OkStatus();
        }},
       {"--debt", "The debt they want to speak of; by default all",
        [](const std::string& text, Request& request) {
          request.mutable_callback()->set_debt(text);
          return absl::OkStatus();
        }},
       {"--number", "Their contact point; by default any number of theirs",
        [](const std::string& text, Request& request) {
          request.mutable_callback()->set_contact_point(text);
          return absl::OkStatus();
        }},
       {"--about", "What they want to speak of",
        [](const std::string& text, Request& request) {
          request.mutable_callback()->set_about(text);
          return absl::OkStatus();
        }},
       {"--told-in", kToldInSays, [](const std::string& text, Request& request) {
          return SetToldIn(text, *request.mutable_callback());
        }}});
}

std::unique_ptr<Command> KeepCallback() {
  using Request = v1::KeepCallbackRequest;
  return Call<&Conversations::KeepCallback, Request>(
      "keep", "Note that we called and spoke with them",
      {{"--call", "The call in which we did, debtors/.../communications/...",
        [](const std::string& text, Request& request) {
          request.set_kept_in(text);
          return absl::OkStatus();
        },
        true}});
}

std::unique_ptr<Command> ListCallbacks() {
  return std::make_unique<ListCommand<v1::ListCallbacksRequest, v1::ListCallbacksResponse>>(
      CommandWords{"callback", kCallbacks, "list", "Show the calls that a debtor wished for"},
      SendTo<&Conversations::ListCallbacks, v1::ListCallbacksRequest, v1::ListCallbacksResponse>,
      [](const v1::ListCallbacksResponse& list, std::string& text) {
        for (const v1::Callback& one : list.callbacks()) text += CallbackLine(one);
      });
}

std::unique_ptr<Command> CorrectReflection() {
  using Request = v1::CorrectReflectionRequest;
  return Reflect<&Conversations::CorrectReflection, Request>(
      "correct", "Note that it is not right, as they say",
      {{"CORRECTION", "What is not right, in their words",
        [](const std::string& text, Request& request) {
          request.set_correction(text);
          return absl::OkStatus();
        },
        true},
       {"--told-in", kToldInSays, SetToldIn<Request>}});
}

std::unique_ptr<Command> ListReflections() {
  return std::make_unique<ListCommand<v1::ListReflectionsRequest, v1::ListReflectionsResponse>>(
      CommandWords{"reflection", kReflections, "list", "Show what a debtor was told"},
      SendTo<&Conversations::ListReflections, v1::ListReflectionsRequest,
             v1::ListReflectionsResponse>,
      [](const v1::ListReflectionsResponse& list, std::string& text) {
        for (const v1::Reflection& one : list.reflections()) text += ReflectionText(one);
      });
}

}  // namespace

std::vector<std::unique_ptr<Command>> WishCommands() {
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(RequestCallback());
  commands.push_back(ListCallbacks());
  commands.push_back(
      Call<&Conversations::GetCallback, v1::GetCallbackRequest>("show", "Show one", {}));
  commands.push_back(Call<&Conversations::ScheduleCallback, v1::ScheduleCallbackRequest>(
      "schedule", "Agree on a time",
      {{"--from", kFromSays, SetFrom<v1::ScheduleCallbackRequest>, true},
       {"--until", kUntilSays, SetUntil<v1::ScheduleCallbackRequest>, true}}));
  commands.push_back(KeepCallback());
  commands.push_back(Call<&Conversations::MissCallback, v1::MissCallbackRequest>(
      "miss", "Note that we did not speak with them",
      {{"--reason", "Why", SetReason<v1::MissCallbackRequest>}}));
  commands.push_back(Call<&Conversations::CancelCallback, v1::CancelCallbackRequest>(
      "cancel", "Note that they want it no more",
      {{"--reason", "Why", SetReason<v1::CancelCallbackRequest>}}));
  commands.push_back(Reflect<&Conversations::ReflectBack, v1::ReflectBackRequest>(
      "tell", "Tell a person what we understood of what they said", {}));
  commands.push_back(ListReflections());
  commands.push_back(
      Reflect<&Conversations::GetReflection, v1::GetReflectionRequest>("show", "Show one", {}));
  commands.push_back(Reflect<&Conversations::ConfirmReflection, v1::ConfirmReflectionRequest>(
      "confirm", "Note that it is right, as they say",
      {{"--told-in", kToldInSays, SetToldIn<v1::ConfirmReflectionRequest>}}));
  commands.push_back(CorrectReflection());
  return commands;
}

}  // namespace parley::cli
