// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/commands/case_commands.h"

#include <string>
#include <variant>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "domain/common/currency.h"
#include "domain/common/money.h"
#include "domain/common/status_macros.h"
#include "infra/cli/client/client.h"
#include "infra/cli/client/lookup.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/commands/debt_reader.h"
#include "infra/cli/commands/step_command.h"
#include "infra/cli/output/case_text.h"
#include "infra/cli/rpc/json.h"
#include "infra/cli/rpc/request_id.h"
#include "parley/v1/case_service.grpc.pb.h"
#include "parley/v1/debtor_service.grpc.pb.h"
#include "parley/v1/plan_service.grpc.pb.h"

namespace parley::cli {
namespace {

using Plans = v1::PlanService::StubInterface;
using Cases = v1::CaseService::StubInterface;
using Debtors = v1::DebtorService::StubInterface;

// What a person raised and is taken down: it is sent once, and what is kept is shown.
template <typename Request>
class CaseCommand : public Command {
 public:
  explicit CaseCommand(const CommandWords& words) : words_(words) {}

  CLI::App* Declare(CLI::App& program) final {
    CLI::App* app =
        Group(program, words_.group, words_.group_says).add_subcommand(words_.name, words_.says);
    AddOptions(*app);
    return app;
  }

 protected:
  virtual void AddOptions(CLI::App& app) = 0;

  // Sends the request by `call`, and tells what came of it in one line.
  template <typename Response, typename Send>
  absl::StatusOr<Outcome> Tell(Context& context, Request& request, Send send,
                               std::string (*line)(const Response&)) const {
    const std::string request_id = FillRequestId(request);
    const absl::StatusOr<Response> kept = send(request);
    if (!kept.ok()) return WithRequestId(kept.status(), request_id);
    context.terminal().out << (context.json() ? MessageToJson(*kept, JsonShape::kOneLine)
                                              : line(*kept));
    return Outcome::kClean;
  }

 private:
  CommandWords words_;
};

// "wrong_amount" as a value of the API. Errors: INVALID_ARGUMENT.
template <typename Enum, typename Parse>
absl::StatusOr<Enum> WordOf(const std::string& option, const std::string& prefix,
                            const std::string& text, Parse parse) {
  Enum value{};
  if (parse(absl::StrCat(prefix, absl::AsciiStrToUpper(text)), &value)) return value;
  return absl::InvalidArgumentError(absl::StrCat(option, " is none: ", text));
}

// "12.50" in that currency. Errors: INVALID_ARGUMENT.
absl::Status ReadAmount(const std::string& text, const std::string& currency, v1::Money& out) {
  const auto known = Currency::Find(currency);
  if (!known.has_value()) return absl::InvalidArgumentError("no such currency");
  const auto read = ParseDecimalMoney(text, *known);
  const auto* const money = std::get_if<Money>(&read);
  if (money == nullptr) return absl::InvalidArgumentError(absl::StrCat("no amount: ", text));
  out.set_minor_units(money->minor_units());
  out.set_currency_code(currency);
  return absl::OkStatus();
}

std::string DebtorOf(const std::string& debt) { return debt.substr(0, debt.find("/debts/")); }

constexpr const char* kPromises = "What people promise to pay";
constexpr const char* kDisputes = "What people contest";
constexpr const char* kComplaints = "What people complain of";

class MakePromise final : public CaseCommand<v1::RecordPromiseRequest> {
 public:
  MakePromise() : CaseCommand({"promise", kPromises, "make", "Take down what was promised"}) {}

  void AddOptions(CLI::App& app) override {
    AddDebtOptions(app, debt_);
    app.add_option("--amount", amount_, "Such as 40.00, in the debt's currency")->required();
    app.add_option("--due", due_, "The day, as 2026-11-22")->required();
    app.add_option("--channel", channel_, "By which it was made")->capture_default_str();
  }
  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    PARLEY_ASSIGN_OR_RETURN(const v1::Debt debt, ReadDebt(*client, debt_));
    v1::RecordPromiseRequest request;
    request.set_parent(DebtorOf(debt.name()));
    v1::Promise& promise = *request.mutable_promise();
    promise.set_debt(debt.name());
    promise.set_due_date(due_);
    PARLEY_RETURN_IF_ERROR(ReadAmount(amount_, debt.currency_code(), *promise.mutable_amount()));
    PARLEY_ASSIGN_OR_RETURN(
        const v1::Channel channel,
        WordOf<v1::Channel>("--channel", "CHANNEL_", channel_, v1::Channel_Parse));
    promise.set_channel(channel);
    const auto stub = v1::PlanService::NewStub(client->channel());
    const auto send = [&](const auto& one) {
      return client->Call<Plans>(*stub, &Plans::RecordPromise, one);
    };
    return Tell<v1::Promise>(context, request, send, PromiseLine);
  }

 private:
  DebtOptions debt_;
  std::string amount_;
  std::string due_;
  std::string channel_ = "call";
};

class OpenDisputeCommand final : public CaseCommand<v1::OpenDisputeRequest> {
 public:
  OpenDisputeCommand() : CaseCommand({"dispute", kDisputes, "open", "Take a dispute down"}) {}

  void AddOptions(CLI::App& app) override {
    AddDebtOptions(app, debt_);
    app.add_option("--ground", ground_, "Such as wrong_amount or not_mine")->required();
    app.add_option("--part", part_, "Such as 50.00; by default the whole debt");
    app.add_option("--statement", statement_, "In the debtor's words");
    app.add_option("--evidence", evidence_, "References of what they sent");
    app.add_option("--source", source_, "Who told it")->capture_default_str();
  }
  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    PARLEY_ASSIGN_OR_RETURN(const v1::Debt debt, ReadDebt(*client, debt_));
    v1::OpenDisputeRequest request;
    request.set_parent(DebtorOf(debt.name()));
    v1::Dispute& dispute = *request.mutable_dispute();
    dispute.set_debt(debt.name());
    dispute.set_statement(statement_);
    dispute.set_source(source_);
    for (const std::string& one : evidence_) dispute.add_evidence(one);
    if (!part_.empty()) {
      PARLEY_RETURN_IF_ERROR(ReadAmount(part_, debt.currency_code(), *dispute.mutable_disputed()));
    }
    PARLEY_ASSIGN_OR_RETURN(
        const v1::DisputeGround ground,
        WordOf<v1::DisputeGround>("--ground", "DISPUTE_GROUND_", ground_, v1::DisputeGround_Parse));
    dispute.set_ground(ground);
    const auto send = [&](const auto& one) {
      const auto stub = v1::CaseService::NewStub(client->channel());
      return client->Call<Cases>(*stub, &Cases::OpenDispute, one);
    };
    return Tell<v1::Dispute>(context, request, send, DisputeLine);
  }

 private:
  DebtOptions debt_;
  std::string ground_;
  std::string part_;
  std::string statement_;
  std::vector<std::string> evidence_;
  std::string source_ = "the debtor";
};

class AnswerDisputeCommand final : public CaseCommand<v1::AnswerDisputeRequest> {
 public:
  AnswerDisputeCommand()
      : CaseCommand({"dispute", kDisputes, "answer", "Answer a dispute that is under review"}) {}

  void AddOptions(CLI::App& app) override {
    app.add_option("NAME", name_, "The dispute, as list names it")->required();
    app.add_option("--outcome", outcome_, "upheld, partly_upheld or not_upheld")->required();
    app.add_option("--message", message_, "The message that told the debtor, which was sent")
        ->required();
    app.add_option("--finding", finding_, "What was found")->required();
    app.add_option("--less", less_, "How much less is owed, such as 20.00");
    app.add_option("--currency", currency_, "Of --less")->capture_default_str();
    app.add_option("--window-days", window_days_, "How long collecting rests (by default 30)");
  }
  absl::StatusOr<Outcome> Run(Context& context) override {
    v1::AnswerDisputeRequest request;
    request.set_name(name_);
    request.set_finding(finding_);
    request.set_answered_in(message_);
    request.set_window_days(window_days_);
    PARLEY_ASSIGN_OR_RETURN(const v1::DisputeOutcome outcome,
                            WordOf<v1::DisputeOutcome>("--outcome", "DISPUTE_OUTCOME_", outcome_,
                                                       v1::DisputeOutcome_Parse));
    request.set_outcome(outcome);
    if (!less_.empty()) {
      PARLEY_RETURN_IF_ERROR(ReadAmount(less_, currency_, *request.mutable_adjusted()));
    }
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    const auto send = [&](const auto& one) {
      const auto stub = v1::CaseService::NewStub(client->channel());
      return client->Call<Cases>(*stub, &Cases::AnswerDispute, one);
    };
    return Tell<v1::Dispute>(context, request, send, DisputeLine);
  }

 private:
  std::string name_;
  std::string outcome_;
  std::string message_;
  std::string finding_;
  std::string less_;
  std::string currency_ = "EUR";
  int window_days_ = 0;
};

class OpenComplaintCommand final : public CaseCommand<v1::OpenComplaintRequest> {
 public:
  OpenComplaintCommand()
      : CaseCommand({"complaint", kComplaints, "open", "Take a complaint down"}) {}

  void AddOptions(CLI::App& app) override {
    app.add_option("DEBTOR", debtor_, "The debtor's name, or a reference of theirs")->required();
    app.add_option("WHAT", what_, "In the person's words")->required();
    app.add_option("--source", source_, "Who told it")->capture_default_str();
  }
  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    v1::OpenComplaintRequest request;
    PARLEY_ASSIGN_OR_RETURN(*request.mutable_parent(), FindDebtor(*client, debtor_));
    request.mutable_complaint()->set_what(what_);
    request.mutable_complaint()->set_source(source_);
    const auto stub = v1::CaseService::NewStub(client->channel());
    const auto send = [&](const auto& one) {
      return client->Call<Cases>(*stub, &Cases::OpenComplaint, one);
    };
    return Tell<v1::Complaint>(context, request, send, ComplaintLine);
  }

 private:
  std::string debtor_;
  std::string what_;
  std::string source_ = "the debtor";
};

class RecordCircumstanceCommand final : public CaseCommand<v1::RecordCircumstanceRequest> {
 public:
  RecordCircumstanceCommand()
      : CaseCommand({"circumstance", "What happens in people's lives", "record",
                     "Take down what happened"}) {}

  void AddOptions(CLI::App& app) override {
    app.add_option("DEBTOR", debtor_, "The debtor's name, or a reference of theirs")->required();
    app.add_option("EVENT", event_, "Such as job_lost or bereavement")->required();
    app.add_option("--from", from_, "Its first day, as 2026-11-22; by default today");
    app.add_option("--note", note_, "More about it");
    app.add_option("--source", source_, "Who told it")->capture_default_str();
  }
  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    v1::RecordCircumstanceRequest request;
    PARLEY_ASSIGN_OR_RETURN(*request.mutable_parent(), FindDebtor(*client, debtor_));
    v1::Circumstance& one = *request.mutable_circumstance();
    PARLEY_ASSIGN_OR_RETURN(
        const v1::LifeEvent event,
        WordOf<v1::LifeEvent>("EVENT", "LIFE_EVENT_", event_, v1::LifeEvent_Parse));
    one.set_event(event);
    one.set_from_date(from_);
    one.set_note(note_);
    one.set_source(source_);
    const auto stub = v1::DebtorService::NewStub(client->channel());
    const auto send = [&](const auto& sent) {
      return client->Call<Debtors>(*stub, &Debtors::RecordCircumstance, sent);
    };
    return Tell<v1::Circumstance>(context, request, send, CircumstanceLine);
  }

 private:
  std::string debtor_;
  std::string event_;
  std::string from_;
  std::string note_;
  std::string source_ = "the debtor";
};

std::unique_ptr<Command> ListPromises() {
  return std::make_unique<ListCommand<v1::ListPromisesRequest, v1::ListPromisesResponse>>(
      CommandWords{"promise", kPromises, "list", "Show what a debtor promised"},
      [](Client& client, const v1::ListPromisesRequest& request) {
        const auto stub = v1::PlanService::NewStub(client.channel());
        return client.Call<Plans>(*stub, &Plans::ListPromises, request);
      },
      [](const v1::ListPromisesResponse& list, std::string& text) {
        for (const v1::Promise& one : list.promises()) text += PromiseLine(one);
      });
}

std::unique_ptr<Command> ListDisputes() {
  return std::make_unique<ListCommand<v1::ListDisputesRequest, v1::ListDisputesResponse>>(
      CommandWords{"dispute", kDisputes, "list", "Show what a debtor contests"},
      [](Client& client, const v1::ListDisputesRequest& request) {
        const auto stub = v1::CaseService::NewStub(client.channel());
        return client.Call<Cases>(*stub, &Cases::ListDisputes, request);
      },
      [](const v1::ListDisputesResponse& list, std::string& text) {
        for (const v1::Dispute& one : list.disputes()) text += DisputeLine(one);
      });
}

std::unique_ptr<Command> ListComplaints() {
  return std::make_unique<ListCommand<v1::ListComplaintsRequest, v1::ListComplaintsResponse>>(
      CommandWords{"complaint", kComplaints, "list", "Show what a debtor complained of"},
      [](Client& client, const v1::ListComplaintsRequest& request) {
        const auto stub = v1::CaseService::NewStub(client.channel());
        return client.Call<Cases>(*stub, &Cases::ListComplaints, request);
      },
      [](const v1::ListComplaintsResponse& list, std::string& text) {
        for (const v1::Complaint& one : list.complaints()) text += ComplaintLine(one);
      });
}

}  // namespace

std::vector<std::unique_ptr<Command>> CaseCommands() {
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(std::make_unique<RecordCircumstanceCommand>());
  commands.push_back(std::make_unique<MakePromise>());
  commands.push_back(ListPromises());
  commands.push_back(std::make_unique<OpenDisputeCommand>());
  commands.push_back(std::make_unique<AnswerDisputeCommand>());
  commands.push_back(ListDisputes());
  commands.push_back(std::make_unique<OpenComplaintCommand>());
  commands.push_back(ListComplaints());
  return commands;
}

}  // namespace parley::cli
