// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_COMMANDS_STEP_COMMAND_H_
#define PARLEY_INFRA_CLI_COMMANDS_STEP_COMMAND_H_

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "domain/common/status_macros.h"
#include "infra/cli/client/client.h"
#include "infra/cli/client/lookup.h"
#include "infra/cli/command.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/rpc/json.h"
#include "infra/cli/rpc/request_id.h"

namespace parley::cli {

// What a command is called, and what it says of itself and of the group it stands in.
struct CommandWords {
  const char* group;
  const char* group_says;
  const char* name;
  const char* says;
};

// Something that its caller may say, and how it becomes a part of the request. Errors of `set`:
// INVALID_ARGUMENT naming it. What was not said is not set.
template <typename Request>
struct StepOption {
  const char* name;
  const char* says;
  absl::Status (*set)(const std::string& text, Request& request);
  bool required = false;
};

// One call about a resource: a request with a `name` is about what is named, one with a `parent`
// about the debtor whose name or reference is given. What changes something is sent once; what
// comes back is told by `line`.
template <typename Request, typename Response>
class StepCommand final : public Command {
 public:
  using Send = absl::StatusOr<Response> (*)(Client&, const Request&);
  using Line = std::string (*)(const Response&);

  StepCommand(const CommandWords& words, std::vector<StepOption<Request>> options, Send send,
              Line line)
      : words_(words), options_(std::move(options)), send_(send), line_(line) {}

  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app =
        Group(program, words_.group, words_.group_says).add_subcommand(words_.name, words_.says);
    if constexpr (kNamed) {
      app->add_option("NAME", subject_, "Its name, as list gives it")->required();
    } else {
      app->add_option("DEBTOR", subject_, "The debtor's name, or a reference of theirs")
          ->required();
    }
    texts_.resize(options_.size());
    for (std::size_t at = 0; at < options_.size(); ++at) {
      app->add_option(options_[at].name, texts_[at], options_[at].says)
          ->required(options_[at].required);
    }
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    Request request;
    for (std::size_t at = 0; at < options_.size(); ++at) {
      if (texts_[at].empty()) continue;
      PARLEY_RETURN_IF_ERROR(options_[at].set(texts_[at], request));
    }
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    if constexpr (kNamed) {
      request.set_name(subject_);
    } else {
      PARLEY_ASSIGN_OR_RETURN(*request.mutable_parent(), FindDebtor(*client, subject_));
    }
    PARLEY_ASSIGN_OR_RETURN(const Response response, SendOnce(*client, request));
    context.terminal().out << (context.json() ? MessageToJson(response, JsonShape::kOneLine)
                                              : line_(response));
    return Outcome::kClean;
  }

 private:
  static constexpr bool kNamed = requires(Request request) { request.set_name(""); };

  absl::StatusOr<Response> SendOnce(Client& client, Request& request) const {
    if constexpr (requires { request.set_request_id(""); }) {
      const std::string request_id = FillRequestId(request);
      absl::StatusOr<Response> response = send_(client, request);
      if (!response.ok()) return WithRequestId(response.status(), request_id);
      return response;
    } else {
      return send_(client, request);
    }
  }

  CommandWords words_;
  std::vector<StepOption<Request>> options_;
  Send send_;
  Line line_;
  std::string subject_;
  std::vector<std::string> texts_;
};

// All that a debtor has of one kind, page by page, a line each.
template <typename Request, typename Response>
class ListCommand final : public Command {
 public:
  using Ask = absl::StatusOr<Response> (*)(Client&, const Request&);
  using Lines = void (*)(const Response&, std::string&);

  ListCommand(const CommandWords& words, Ask ask, Lines lines)
      : words_(words), ask_(ask), lines_(lines) {}

  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app =
        Group(program, words_.group, words_.group_says).add_subcommand(words_.name, words_.says);
    app->add_option("DEBTOR", debtor_, "The debtor's name, or a reference of theirs")->required();
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    constexpr int kLargestPage = 1000;
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    Request request;
    PARLEY_ASSIGN_OR_RETURN(*request.mutable_parent(), FindDebtor(*client, debtor_));
    request.set_page_size(kLargestPage);
    Response all;
    do {
      PARLEY_ASSIGN_OR_RETURN(const Response page, ask_(*client, request));
      all.MergeFrom(page);
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    all.clear_next_page_token();
    std::string text;
    lines_(all, text);
    if (text.empty()) text = "None.\n";
    context.terminal().out << (context.json() ? MessageToJson(all, JsonShape::kOneLine) : text);
    return Outcome::kClean;
  }

 private:
  CommandWords words_;
  Ask ask_;
  Lines lines_;
  std::string debtor_;
};

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_COMMANDS_STEP_COMMAND_H_
