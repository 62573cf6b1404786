// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/commands/conversations.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "domain/common/status_macros.h"
#include "infra/cli/client/client.h"
#include "infra/cli/client/lookup.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/output/conversation_text.h"
#include "infra/cli/output/text.h"
#include "infra/cli/rpc/json.h"
#include "infra/cli/rpc/request_id.h"
#include "parley/v1/conversation_service.grpc.pb.h"

namespace parley::cli {
namespace {

using Conversations = v1::ConversationService::StubInterface;

constexpr int kLargestPage = 1000;

CLI::App* Sub(CLI::App& program, const char* name, const char* says) {
  return Group(program, "conversation", "What people and we say to each other")
      .add_subcommand(name, says);
}

CLI::App* SubOfOne(CLI::App& program, const char* name, const char* says,
                   std::string& conversation) {
  CLI::App* app = Sub(program, name, says);
  app->add_option("CONVERSATION", conversation, "Its name")->required();
  return app;
}

class ListConversationsCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = Sub(program, "list", "Show conversations");
    app->add_option("DEBTOR", debtor_, "Whose: a name or a reference; by default everybody's");
    app->add_option("--filter", filter_, "Only some, such as 'state = OPEN'");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    v1::ListConversationsRequest request;
    request.set_filter(filter_);
    if (!debtor_.empty()) {
      PARLEY_ASSIGN_OR_RETURN(const std::string debtor, FindDebtor(*client, debtor_));
      const char* const joint = filter_.empty() ? "" : " AND ";
      request.set_filter(absl::StrCat(filter_, joint, "debtor = \"", debtor, "\""));
    }
    request.set_page_size(kLargestPage);
    const auto stub = v1::ConversationService::NewStub(client->channel());
    v1::ListConversationsResponse all;
    do {
      PARLEY_ASSIGN_OR_RETURN(
          const v1::ListConversationsResponse page,
          client->Call<Conversations>(*stub, &Conversations::ListConversations, request));
      all.MergeFrom(page);
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    all.clear_next_page_token();
    context.terminal().out << (context.json() ? MessageToJson(all, JsonShape::kOneLine)
                                              : ConversationsText(all));
    return Outcome::kClean;
  }

 private:
  std::string debtor_;
  std::string filter_;
};

class ShowLinesCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    return SubOfOne(program, "show", "Show what was said in one", conversation_);
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    v1::ListConversationLinesRequest request;
    request.set_parent(conversation_);
    request.set_page_size(kLargestPage);
    const auto stub = v1::ConversationService::NewStub(client->channel());
    v1::ListConversationLinesResponse all;
    do {
      PARLEY_ASSIGN_OR_RETURN(
          const v1::ListConversationLinesResponse page,
          client->Call<Conversations>(*stub, &Conversations::ListConversationLines, request));
      all.MergeFrom(page);
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    all.clear_next_page_token();
    if (context.json()) {
      context.terminal().out << MessageToJson(all, JsonShape::kOneLine);
      return Outcome::kClean;
    }
    for (const v1::ConversationLine& line : all.lines()) context.terminal().out << LineText(line);
    return Outcome::kClean;
  }

 private:
  std::string conversation_;
};

class HandoverCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    return SubOfOne(program, "handover", "Sum up what whoever takes one over must know",
                    conversation_);
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    v1::SummariseHandoverRequest request;
    request.set_name(conversation_);
    const auto stub = v1::ConversationService::NewStub(client->channel());
    PARLEY_ASSIGN_OR_RETURN(
        const v1::Handover handover,
        client->Call<Conversations>(*stub, &Conversations::SummariseHandover, request));
    context.terminal().out << (context.json() ? MessageToJson(handover, JsonShape::kOneLine)
                                              : HandoverText(handover));
    return Outcome::kClean;
  }

 private:
  std::string conversation_;
};

// What the team does to one: it is sent once, and what is kept is shown.
template <typename Request, typename Response>
class StepCommand : public Command {
 public:
  StepCommand(const char* name, const char* says) : name_(name), says_(says) {}

  CLI::App* Declare(CLI::App& program) final {
    CLI::App* app = SubOfOne(program, name_, says_, conversation_);
    AddOptions(*app);
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) final {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    Request request;
    PARLEY_RETURN_IF_ERROR(Fill(conversation_, request));
    const std::string request_id = FillRequestId(request);
    const absl::StatusOr<Response> kept = Send(*client, request);
    if (!kept.ok()) return WithRequestId(kept.status(), request_id);
    context.terminal().out << (context.json() ? MessageToJson(*kept, JsonShape::kOneLine)
                                              : std::string("Done.\n"));
    return Outcome::kClean;
  }

 protected:
  virtual void AddOptions(CLI::App& app) = 0;
  virtual absl::Status Fill(const std::string& conversation, Request& request) const = 0;
  virtual absl::StatusOr<Response> Send(Client& client, const Request& request) const = 0;

 private:
  const char* name_;
  const char* says_;
  std::string conversation_;
};

class AssignCommand final : public StepCommand<v1::AssignConversationRequest, v1::Conversation> {
 public:
  AssignCommand() : StepCommand("assign", "Give the next word to somebody, or to nobody") {}

  void AddOptions(CLI::App& app) override {
    app.add_option("PRINCIPAL", principal_, "Who has it from now on; by default nobody");
  }
  absl::Status Fill(const std::string& conversation,
                    v1::AssignConversationRequest& request) const override {
    request.set_name(conversation);
    request.set_principal(principal_);
    return absl::OkStatus();
  }
  absl::StatusOr<v1::Conversation> Send(
      Client& client, const v1::AssignConversationRequest& request) const override {
    const auto stub = v1::ConversationService::NewStub(client.channel());
    return client.Call<Conversations>(*stub, &Conversations::AssignConversation, request);
  }

 private:
  std::string principal_;
};

class SnoozeCommand final : public StepCommand<v1::SnoozeConversationRequest, v1::Conversation> {
 public:
  SnoozeCommand() : StepCommand("snooze", "Put one off until a time") {}

  void AddOptions(CLI::App& app) override {
    app.add_option("--until", until_, "Such as 2026-12-01T09:00:00Z")->required();
    app.add_option("--reason", reason_, "Why");
  }
  absl::Status Fill(const std::string& conversation,
                    v1::SnoozeConversationRequest& request) const override {
    absl::Time until;
    std::string error;
    if (!absl::ParseTime(absl::RFC3339_full, until_, &until, &error)) {
      return absl::InvalidArgumentError(absl::StrCat("--until is no time: ", error));
    }
    request.set_name(conversation);
    request.mutable_until_time()->set_seconds(absl::ToUnixSeconds(until));
    request.set_reason(reason_);
    return absl::OkStatus();
  }
  absl::StatusOr<v1::Conversation> Send(
      Client& client, const v1::SnoozeConversationRequest& request) const override {
    const auto stub = v1::ConversationService::NewStub(client.channel());
    return client.Call<Conversations>(*stub, &Conversations::SnoozeConversation, request);
  }

 private:
  std::string until_;
  std::string reason_;
};

class ResolveCommand final : public StepCommand<v1::ResolveConversationRequest, v1::Conversation> {
 public:
  ResolveCommand() : StepCommand("resolve", "End one; what the person says next reopens it") {}

  void AddOptions(CLI::App& app) override {
    app.add_option("--reason", reason_, "Why")->required();
  }
  absl::Status Fill(const std::string& conversation,
                    v1::ResolveConversationRequest& request) const override {
    request.set_name(conversation);
    request.set_reason(reason_);
    return absl::OkStatus();
  }
  absl::StatusOr<v1::Conversation> Send(
      Client& client, const v1::ResolveConversationRequest& request) const override {
    const auto stub = v1::ConversationService::NewStub(client.channel());
    return client.Call<Conversations>(*stub, &Conversations::ResolveConversation, request);
  }

 private:
  std::string reason_;
};

class ReopenCommand final : public StepCommand<v1::ReopenConversationRequest, v1::Conversation> {
 public:
  ReopenCommand() : StepCommand("reopen", "Go on with one that was resolved") {}

  void AddOptions(CLI::App& app) override {
    app.add_option("--reason", reason_, "Why")->required();
  }
  absl::Status Fill(const std::string& conversation,
                    v1::ReopenConversationRequest& request) const override {
    request.set_name(conversation);
    request.set_reason(reason_);
    return absl::OkStatus();
  }
  absl::StatusOr<v1::Conversation> Send(
      Client& client, const v1::ReopenConversationRequest& request) const override {
    const auto stub = v1::ConversationService::NewStub(client.channel());
    return client.Call<Conversations>(*stub, &Conversations::ReopenConversation, request);
  }

 private:
  std::string reason_;
};

class NoteCommand final : public StepCommand<v1::AddConversationNoteRequest, v1::ConversationNote> {
 public:
  NoteCommand() : StepCommand("note", "Note something for the team") {}

  void AddOptions(CLI::App& app) override {
    app.add_option("TEXT", text_, "The note; the person never sees it")->required();
  }
  absl::Status Fill(const std::string& conversation,
                    v1::AddConversationNoteRequest& request) const override {
    request.set_parent(conversation);
    request.set_text(text_);
    return absl::OkStatus();
  }
  absl::StatusOr<v1::ConversationNote> Send(
      Client& client, const v1::AddConversationNoteRequest& request) const override {
    const auto stub = v1::ConversationService::NewStub(client.channel());
    return client.Call<Conversations>(*stub, &Conversations::AddConversationNote, request);
  }

 private:
  std::string text_;
};

}  // namespace

std::vector<std::unique_ptr<Command>> ConversationCommands() {
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(std::make_unique<ListConversationsCommand>());
  commands.push_back(std::make_unique<ShowLinesCommand>());
  commands.push_back(std::make_unique<HandoverCommand>());
  commands.push_back(std::make_unique<AssignCommand>());
  commands.push_back(std::make_unique<SnoozeCommand>());
  commands.push_back(std::make_unique<ResolveCommand>());
  commands.push_back(std::make_unique<ReopenCommand>());
  commands.push_back(std::make_unique<NoteCommand>());
  return commands;
}

}  // namespace parley::cli
