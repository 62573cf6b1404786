// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/commands/work.h"

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "domain/common/status_macros.h"
#include "infra/cli/client/client.h"
#include "infra/cli/client/lookup.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/output/text.h"
#include "infra/cli/output/work_text.h"
#include "infra/cli/rpc/json.h"
#include "infra/cli/rpc/request_id.h"
#include "parley/v1/work_service.grpc.pb.h"

namespace parley::cli {
namespace {

using Works = v1::WorkService::StubInterface;

constexpr int kLargestPage = 1000;
constexpr const char* kSkillHelp = "Such as disputes, complaints, vulnerability or tracing";

CLI::App* Sub(CLI::App& program, const char* name, const char* says) {
  return Group(program, "work", "What waits for people").add_subcommand(name, says);
}

// "disputes" as a value of the API. Errors: INVALID_ARGUMENT.
absl::StatusOr<v1::WorkSkill> SkillOf(const std::string& text) {
  v1::WorkSkill skill{};
  const std::string name = absl::StrCat("WORK_SKILL_", absl::AsciiStrToUpper(text));
  if (v1::WorkSkill_Parse(name, &skill)) return skill;
  return absl::InvalidArgumentError(absl::StrCat("--skill is none: ", text));
}

absl::StatusOr<v1::ListWorkResponse> ListAll(Client& client, const std::string& filter) {
  const auto stub = v1::WorkService::NewStub(client.channel());
  v1::ListWorkRequest request;
  request.set_filter(filter);
  request.set_page_size(kLargestPage);
  v1::ListWorkResponse all;
  do {
    PARLEY_ASSIGN_OR_RETURN(const v1::ListWorkResponse page,
                            client.Call<Works>(*stub, &Works::ListWork, request));
    all.MergeFrom(page);
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  all.clear_next_page_token();
  return all;
}

void Show(Context& context, const v1::WorkItem& item) {
  context.terminal().out << (context.json() ? MessageToJson(item, JsonShape::kOneLine)
                                            : WorkItemText(item));
}

class ListWorkCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = Sub(program, "list", "Show what waits, the most pressing first");
    app->add_option("DEBTOR", debtor_, "Whose: a name or a reference; by default everybody's");
    app->add_option("--skill", skill_, kSkillHelp);
    app->add_option("--language", language_, "Done in this language, such as es");
    app->add_option("--due-by", due_by_, "Due on this day or before, as 2026-11-22");
    app->add_option("--filter", filter_, "More, such as 'kind = DISPUTE AND state = OPEN'");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    std::vector<std::string> terms;
    if (!skill_.empty()) {
      terms.push_back(absl::StrCat("skill = ", absl::AsciiStrToUpper(skill_)));
    }
    if (!language_.empty()) terms.push_back(absl::StrCat("language = ", Quoted(language_)));
    if (!due_by_.empty()) terms.push_back(absl::StrCat("due_date <= ", Quoted(due_by_)));
    if (!filter_.empty()) terms.push_back(filter_);
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    if (!debtor_.empty()) {
      PARLEY_ASSIGN_OR_RETURN(const std::string debtor, FindDebtor(*client, debtor_));
      terms.push_back(absl::StrCat("debtor = ", Quoted(debtor)));
    }
    PARLEY_ASSIGN_OR_RETURN(const v1::ListWorkResponse all,
                            ListAll(*client, absl::StrJoin(terms, " AND ")));
    context.terminal().out << (context.json() ? MessageToJson(all, JsonShape::kOneLine)
                                              : WorkText(all));
    return Outcome::kClean;
  }

 private:
  std::string debtor_;
  std::string skill_;
  std::string language_;
  std::string due_by_;
  std::string filter_;
};

class ShowWorkCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = Sub(program, "show", "Show one item, also one that ended");
    app->add_option("ITEM", item_, "Its name")->required();
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    const std::string debtor = item_.substr(0, item_.find("/workItems/"));
    // What belongs to nobody known yet is under no debtor.
    const std::string whose = debtor == item_ ? std::string("kind = INBOUND_UNMATCHED")
                                              : absl::StrCat("debtor = ", Quoted(debtor));
    for (const char* state :
         {"", " AND state = DONE", " AND state = APPROVED", " AND state = REJECTED"}) {
      PARLEY_ASSIGN_OR_RETURN(const v1::ListWorkResponse list,
                              ListAll(*client, absl::StrCat(whose, state)));
      for (const v1::WorkItem& item : list.items()) {
        if (item.name() != item_) continue;
        Show(context, item);
        return Outcome::kClean;
      }
    }
    return absl::NotFoundError(absl::StrCat("there is no work of this name: ", Printable(item_)));
  }

 private:
  std::string item_;
};

class NextWorkCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = Sub(program, "next", "Claim the most pressing item that you can do");
    app->add_option("--skill", skills_, kSkillHelp);
    app->add_option("--language", languages_, "That you speak, such as es; by default any");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    v1::ClaimNextWorkRequest request;
    for (const std::string& text : skills_) {
      PARLEY_ASSIGN_OR_RETURN(const v1::WorkSkill skill, SkillOf(text));
      request.add_skills(skill);
    }
    request.mutable_languages()->Assign(languages_.begin(), languages_.end());
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    const std::string request_id = FillRequestId(request);
    const auto stub = v1::WorkService::NewStub(client->channel());
    const absl::StatusOr<v1::ClaimNextWorkResponse> next =
        client->Call<Works>(*stub, &Works::ClaimNextWork, request);
    if (!next.ok()) return WithRequestId(next.status(), request_id);
    if (context.json()) {
      context.terminal().out << MessageToJson(*next, JsonShape::kOneLine);
    } else {
      context.terminal().out << (next->has_item() ? WorkItemText(next->item())
                                                  : std::string("Nothing is left.\n"));
    }
    return Outcome::kClean;
  }

 private:
  std::vector<std::string> skills_;
  std::vector<std::string> languages_;
};

// What is done to one item: it is sent once, and the item is shown as it then is.
template <typename Request>
class StepCommand final : public Command {
 public:
  using Send = absl::StatusOr<v1::WorkItem> (*)(Client&, const Request&);

  // What a step says of itself, and what its caller may say of it.
  struct Words {
    const char* name;
    const char* says;
    const char* remark = nullptr;  // The option's name; none when there is nothing to say.
    const char* remark_says = nullptr;
  };

  StepCommand(const Words& words, void (*remark)(const std::string&, Request&), Send send)
      : words_(words), set_remark_(remark), send_(send) {}

  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = Sub(program, words_.name, words_.says);
    app->add_option("ITEM", item_, "Its name")->required();
    if (words_.remark != nullptr) app->add_option(words_.remark, remark_, words_.remark_says);
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    Request request;
    request.set_name(item_);
    set_remark_(remark_, request);
    const std::string request_id = FillRequestId(request);
    const absl::StatusOr<v1::WorkItem> item = send_(*client, request);
    if (!item.ok()) return WithRequestId(item.status(), request_id);
    Show(context, *item);
    return Outcome::kClean;
  }

 private:
  Words words_;
  void (*set_remark_)(const std::string&, Request&);
  Send send_;
  std::string item_;
  std::string remark_;
};

template <typename Request>
void NoRemark(const std::string& /*remark*/, Request& /*request*/) {}

template <auto kMethod, typename Request>
absl::StatusOr<v1::WorkItem> SendTo(Client& client, const Request& request) {
  const auto stub = v1::WorkService::NewStub(client.channel());
  return client.Call<Works>(*stub, kMethod, request);
}

template <typename Request, auto kMethod>
std::unique_ptr<Command> Step(const typename StepCommand<Request>::Words& words,
                              void (*remark)(const std::string&, Request&) = NoRemark<Request>) {
  return std::make_unique<StepCommand<Request>>(words, remark, SendTo<kMethod, Request>);
}

}  // namespace

std::vector<std::unique_ptr<Command>> WorkCommands() {
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(std::make_unique<ListWorkCommand>());
  commands.push_back(std::make_unique<NextWorkCommand>());
  commands.push_back(std::make_unique<ShowWorkCommand>());
  commands.push_back(Step<v1::ClaimWorkRequest, &Works::ClaimWork>({"claim", "Take one item"}));
  commands.push_back(Step<v1::ReleaseWorkRequest, &Works::ReleaseWork>(
      {"release", "Give one back, your own or that of somebody who is away"}));
  commands.push_back(Step<v1::CompleteWorkRequest, &Works::CompleteWork>(
      {"complete", "End one without an act", "--outcome", "What was done"},
      [](const std::string& outcome, v1::CompleteWorkRequest& request) {
        request.set_outcome(outcome);
      }));
  commands.push_back(Step<v1::ApproveRequest, &Works::Approve>(
      {"approve", "Let the act happen that somebody else asked for"}));
  commands.push_back(Step<v1::RejectRequest, &Works::Reject>(
      {"reject", "Say no to an act, for good", "--reason", "Why"},
      [](const std::string& reason, v1::RejectRequest& request) { request.set_reason(reason); }));
  return commands;
}

}  // namespace parley::cli
