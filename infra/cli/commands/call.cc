// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "domain/common/status_macros.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/message.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/output/table.h"
#include "infra/cli/output/text.h"
#include "infra/cli/rpc/dynamic_call.h"
#include "infra/cli/rpc/json.h"
#include "infra/cli/rpc/methods.h"
#include "infra/cli/rpc/request_id.h"
#include "nlohmann/json.hpp"
#include "parley/v1/options.pb.h"

namespace parley::cli {
namespace {

using google::protobuf::Message;
using google::protobuf::MethodDescriptor;

// The requests of a call: one for a method that takes one message; for a stream, the elements of a
// JSON array or the lines of the standard input, which are read as they are sent.
class Requests {
 public:
  static absl::StatusOr<Requests> Make(const MethodDescriptor& method, const std::string& argument,
                                       std::istream& in) {
    Requests requests(method, in);
    if (argument == "-" && method.client_streaming()) return requests;
    const std::string text = argument == "-" ? WholeOf(in) : argument;
    std::vector<std::string> texts = {text};
    if (method.client_streaming()) {
      PARLEY_ASSIGN_OR_RETURN(texts, SplitJsonArray(text));
    }
    for (const std::string& one : texts) PARLEY_RETURN_IF_ERROR(requests.Add(one));
    requests.reads_lines_ = false;
    return requests;
  }

  // The next one; null at the end.
  absl::StatusOr<std::unique_ptr<Message>> Next() {
    std::string line;
    while (reads_lines_ && messages_.empty() && std::getline(in_, line)) {
      if (!line.empty()) PARLEY_RETURN_IF_ERROR(Add(line));
    }
    if (messages_.empty()) return std::unique_ptr<Message>();
    std::unique_ptr<Message> message = std::move(messages_.front());
    messages_.pop_front();
    return message;
  }

  // Of the last message; empty when it has none.
  const std::string& request_id() const { return request_id_; }

 private:
  Requests(const MethodDescriptor& method, std::istream& in) : method_(method), in_(in) {}

  static std::string WholeOf(std::istream& in) {
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }

  absl::Status Add(const std::string& json) {
    PARLEY_ASSIGN_OR_RETURN(std::unique_ptr<Message> message,
                            MessageFromJson(*method_.input_type(), json));
    request_id_ = FillRequestId(*message);
    messages_.push_back(std::move(message));
    return absl::OkStatus();
  }

  const MethodDescriptor& method_;
  std::istream& in_;
  bool reads_lines_ = true;
  std::deque<std::unique_ptr<Message>> messages_;
  std::string request_id_;
};

const v1::MethodRules& RulesOf(const MethodDescriptor& method) {
  return method.options().GetExtension(v1::method);
}

std::string ListJson() {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const MethodDescriptor* method : AllMethods()) {
    const v1::MethodRules& rules = RulesOf(*method);
    list.push_back({{"method", ShortName(*method)},
                    {"scope", rules.scope()},
                    {"effect", WithoutPrefix(v1::Effect_Name(rules.effect()), "EFFECT_")},
                    {"request", method->input_type()->full_name()},
                    {"response", method->output_type()->full_name()},
                    {"streams", method->client_streaming() || method->server_streaming()}});
  }
  return list.dump() + "\n";
}

std::string ListText() {
  Table table({Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft});
  table.Add({"METHOD", "SCOPE", "EFFECT", ""});
  for (const MethodDescriptor* method : AllMethods()) {
    const v1::MethodRules& rules = RulesOf(*method);
    const bool streams = method->client_streaming() || method->server_streaming();
    table.Add({ShortName(*method), rules.scope(),
               WithoutPrefix(v1::Effect_Name(rules.effect()), "EFFECT_"), streams ? "stream" : ""});
  }
  return table.Render();
}

// Calls any method of the API with JSON, by the descriptors that the stubs were generated from.
class CallCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = program.add_subcommand("call", "Call any method with JSON");
    app->footer(
        "  parley call --list\n"
        "  parley call DebtService.GetDebt '{\"name\": \"debtors/.../debts/...\"}'\n"
        "  parley call DebtService.ImportDebts - <messages.jsonl\n"
        "A request_id that is left out is filled with a new one.");
    CLI::Option* list = app->add_flag("--list", list_, "List all methods with their scopes");
    CLI::Option* method = app->add_option("method", method_, "Service.Method");
    app->add_option("json", json_,
                    "The request; - reads it from the standard input, where a stream has one "
                    "message a line. A stream also takes an array of messages");
    app->parse_complete_callback([list, method] {
      if (list->count() == 0 && method->count() == 0) throw CLI::RequiredError("method");
    });
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    if (list_) {
      context.terminal().out << (context.json() ? ListJson() : ListText());
      return Outcome::kClean;
    }
    PARLEY_ASSIGN_OR_RETURN(const MethodDescriptor* method, FindMethod(method_));
    PARLEY_ASSIGN_OR_RETURN(Requests requests,
                            Requests::Make(*method, json_, context.terminal().in));
    PARLEY_ASSIGN_OR_RETURN(const Client* client, context.Connect());
    const JsonShape shape = context.json() ? JsonShape::kOneLine : JsonShape::kIndented;
    const absl::Status status = CallDynamically(
        *client, *method, [&requests] { return requests.Next(); },
        [&context, shape](const Message& response) {
          context.terminal().out << MessageToJson(response, shape) << std::flush;
        });
    if (!status.ok()) return WithRequestId(status, requests.request_id());
    return Outcome::kClean;
  }

 private:
  bool list_ = false;
  std::string method_;
  std::string json_ = "{}";
};

}  // namespace

std::unique_ptr<Command> MakeCallCommand() { return std::make_unique<CallCommand>(); }

}  // namespace parley::cli
