// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "domain/common/status_macros.h"
#include "infra/cli/client/client.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/files.h"
#include "infra/cli/output/table.h"
#include "infra/cli/output/text.h"
#include "infra/cli/rpc/json.h"
#include "infra/cli/rpc/request_id.h"
#include "parley/v1/rulebook_service.grpc.pb.h"

namespace parley::cli {
namespace {

using Rulebooks = v1::RulebookService::StubInterface;

constexpr int kLargestPage = 1000;

CLI::App& RulebookGroup(CLI::App& program) {
  return Group(program, "rulebook", "The rules of contact");
}

// "ID VERSION" of rulebooks/ID/versions/VERSION, which is taken as it is, too.
std::string TitleOf(const std::string& name) {
  constexpr std::string_view kBefore = "rulebooks/";
  constexpr std::string_view kBetween = "/versions/";
  const std::size_t at = name.find(kBetween);
  if (!name.starts_with(kBefore) || at == std::string::npos) return name;
  return absl::StrCat(name.substr(kBefore.size(), at - kBefore.size()), " ",
                      name.substr(at + kBetween.size()));
}

std::string ListText(const v1::ListRulebooksResponse& list) {
  Table table({Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft, Align::kRight,
               Align::kLeft});
  table.Add({"Rulebook and version", "Whose", "Status", "From", "Until", "Rules", "Title"});
  table.AddRule({0, 1, 2, 3, 4, 5, 6});
  for (const v1::Rulebook& book : list.rulebooks()) {
    table.Add({TitleOf(book.name()),
               PlainWords(v1::RulebookLevel_Name(book.level()), "RULEBOOK_LEVEL_"),
               PlainWords(v1::RulebookStatus_Name(book.status()), "RULEBOOK_STATUS_"),
               book.effective_date(), book.until_date().empty() ? "-" : book.until_date(),
               absl::StrCat(book.rule_count()), book.title()});
  }
  return table.Render();
}

// Lists the versions of all rulebooks.
class ListRulebooksCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = RulebookGroup(program).add_subcommand("list", "List the rulebooks in force");
    app->footer("The system's by their names, then the tenant's in the order of publishing.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    const auto stub = v1::RulebookService::NewStub(client->channel());
    v1::ListRulebooksRequest request;
    request.set_page_size(kLargestPage);
    v1::ListRulebooksResponse list;
    do {
      PARLEY_ASSIGN_OR_RETURN(const v1::ListRulebooksResponse page,
                              client->Call<Rulebooks>(*stub, &Rulebooks::ListRulebooks, request));
      list.MergeFrom(page);
      list.set_next_page_token(page.next_page_token());
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    context.terminal().out << (context.json() ? MessageToJson(list, JsonShape::kOneLine)
                                              : ListText(list));
    return Outcome::kClean;
  }
};

// Prints one version as its file has it.
class GetRulebookCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = RulebookGroup(program).add_subcommand("get", "Print a version of a rulebook");
    app->add_option("ID", id_, "The rulebook, such as US.REGF")->required();
    app->add_option("VERSION", version_, "Its version, such as 2021-11-30")->required();
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    const auto stub = v1::RulebookService::NewStub(client->channel());
    v1::GetRulebookRequest request;
    request.set_name(absl::StrCat("rulebooks/", id_, "/versions/", version_));
    PARLEY_ASSIGN_OR_RETURN(const v1::Rulebook book,
                            client->Call<Rulebooks>(*stub, &Rulebooks::GetRulebook, request));
    context.terminal().out << (context.json() ? MessageToJson(book, JsonShape::kOneLine)
                                              : book.text());
    return Outcome::kClean;
  }

 private:
  std::string id_;
  std::string version_;
};

// Publishes a version for the tenant, or judges it.
class PublishRulebookCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = RulebookGroup(program).add_subcommand("publish", "Publish a rulebook's file");
    app->add_option("FILE", file_, "A rulebook in protobuf's text format")
        ->required()
        ->type_name("FILE.textproto");
    app->add_option("--cases", cases_, "Publish it only if these worked cases pass")
        ->type_name("FILE.json");
    app->add_flag("--dry-run", dry_run_, "Judge it, and publish nothing");
    app->footer("It binds from the answer on.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    v1::PublishRulebookRequest request;
    PARLEY_ASSIGN_OR_RETURN(*request.mutable_text(), ReadFile(file_));
    if (!cases_.empty()) {
      PARLEY_ASSIGN_OR_RETURN(*request.mutable_cases(), ReadFile(cases_));
    }
    request.set_validate_only(dry_run_);
    const std::string request_id = FillRequestId(request);
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    const auto stub = v1::RulebookService::NewStub(client->channel());
    const absl::StatusOr<v1::Rulebook> book =
        client->Call<Rulebooks>(*stub, &Rulebooks::PublishRulebook, request);
    if (!book.ok()) return WithRequestId(book.status(), request_id);
    context.terminal().out << (context.json() ? MessageToJson(*book, JsonShape::kOneLine)
                                              : Told(*book));
    return Outcome::kClean;
  }

 private:
  std::string Told(const v1::Rulebook& book) const {
    std::string text = absl::StrCat(
        TitleOf(book.name()), dry_run_ ? " is sound: " : " published: ", book.rule_count(),
        book.rule_count() == 1 ? " rule, from " : " rules, from ", book.effective_date(), " on\n");
    if (!book.ending_calendars().empty()) {
      absl::StrAppend(&text, "Calendars that end within 400 days, after which each day counts as ",
                      "a holiday: ", absl::StrJoin(book.ending_calendars(), ", "), "\n");
    }
    return text;
  }

  std::string file_;
  std::string cases_;
  bool dry_run_ = false;
};

}  // namespace

std::unique_ptr<Command> MakeListRulebooksCommand() {
  return std::make_unique<ListRulebooksCommand>();
}

std::unique_ptr<Command> MakeGetRulebookCommand() { return std::make_unique<GetRulebookCommand>(); }

std::unique_ptr<Command> MakePublishRulebookCommand() {
  return std::make_unique<PublishRulebookCommand>();
}

}  // namespace parley::cli
