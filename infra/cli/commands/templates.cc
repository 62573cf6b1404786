// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "adapters/policy/read_templates.h"
#include "adapters/text/mustache_typesetter.h"
#include "domain/common/status_macros.h"
#include "infra/cli/client/client.h"
#include "infra/cli/client/rpc_error.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/output/table.h"
#include "infra/cli/output/text.h"
#include "infra/cli/rpc/json.h"
#include "infra/cli/rpc/request_id.h"
#include "parley/v1/template_service.grpc.pb.h"

namespace parley::cli {
namespace {

using Templates = v1::TemplateService::StubInterface;

constexpr int kLargestPage = 1000;

CLI::App& TemplateGroup(CLI::App& program) {
  return Group(program, "template", "The words of messages");
}

// "plan_agreed.es.email/versions/2" as it is shown and taken, of "templates/...".
std::string TitleOf(const std::string& name) {
  constexpr std::string_view kBefore = "templates/";
  return name.starts_with(kBefore) ? name.substr(kBefore.size()) : name;
}

std::string NameOf(const std::string& title) {
  return title.starts_with("templates/") ? title : absl::StrCat("templates/", title);
}

std::string StateOf(const v1::Template& one) {
  return PlainWords(v1::TemplateState_Name(one.state()), "TEMPLATE_STATE_");
}

std::string ListText(const v1::ListTemplatesResponse& list) {
  Table table({Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft});
  table.Add({"Template and version", "Whose", "State", "Purpose", "Author"});
  table.AddRule({0, 1, 2, 3, 4});
  for (const v1::Template& one : list.templates()) {
    table.Add({TitleOf(one.name()),
               PlainWords(v1::TemplateLevel_Name(one.level()), "TEMPLATE_LEVEL_"), StateOf(one),
               PlainWords(v1::Purpose_Name(one.purpose()), "PURPOSE_"),
               one.author().empty() ? "-" : one.author()});
  }
  return table.Render();
}

std::string Shown(const v1::Template& one) {
  std::string text = absl::StrCat(TitleOf(one.name()), ": ", StateOf(one), "\n");
  for (const v1::TemplatePart& part : one.parts()) {
    absl::StrAppend(&text, "\n[",
                    PlainWords(v1::MessagePartKind_Name(part.kind()), "MESSAGE_PART_KIND_"), "] ",
                    part.heading(), "\n", part.text(), "\n");
  }
  return text;
}

std::string Told(const v1::Template& one) {
  return absl::StrCat(TitleOf(one.name()), " is ", StateOf(one), "\n");
}

// Lists the versions of all templates.
class ListTemplatesCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = TemplateGroup(program).add_subcommand("list", "List the templates there are");
    app->add_option("--filter", filter_, "Such as 'level = TENANT AND state = DRAFT'");
    app->footer("The system's by their names, then the tenant's as they were written.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    const auto stub = v1::TemplateService::NewStub(client->channel());
    v1::ListTemplatesRequest request;
    request.set_page_size(kLargestPage);
    request.set_filter(filter_);
    v1::ListTemplatesResponse list;
    do {
      PARLEY_ASSIGN_OR_RETURN(const v1::ListTemplatesResponse page,
                              client->Call<Templates>(*stub, &Templates::ListTemplates, request));
      list.MergeFrom(page);
      list.set_next_page_token(page.next_page_token());
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    context.terminal().out << (context.json() ? MessageToJson(list, JsonShape::kOneLine)
                                              : ListText(list));
    return Outcome::kClean;
  }

 private:
  std::string filter_;
};

// Prints the words of one version.
class GetTemplateCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = TemplateGroup(program).add_subcommand("get", "Print the words of a template");
    app->add_option("NAME", name_, "plan_agreed.es.email, or with /versions/2")->required();
    app->footer("Without a version, the one that is sent.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    const auto stub = v1::TemplateService::NewStub(client->channel());
    v1::GetTemplateRequest request;
    request.set_name(NameOf(name_));
    PARLEY_ASSIGN_OR_RETURN(const v1::Template one,
                            client->Call<Templates>(*stub, &Templates::GetTemplate, request));
    context.terminal().out << (context.json() ? MessageToJson(one, JsonShape::kOneLine)
                                              : Shown(one));
    return Outcome::kClean;
  }

 private:
  std::string name_;
};

template <typename Enum, typename Value>
Enum As(Value value) {
  return static_cast<Enum>(static_cast<int>(value));  // The numbers are the domain's.
}

template <typename Proto>
void WriteHead(const Variable& variable, Proto& out) {
  out.set_name(variable.name);
  out.set_type(As<v1::VariableType>(variable.type));
  out.set_optional(variable.optional);
  out.set_personal(variable.personal);
  for (const std::string& choice : variable.choices) out.add_choices(choice);
}

v1::Template ToProto(const Template& words) {
  v1::Template out;
  out.set_key(words.key);
  out.set_language_code(words.language);
  out.set_channel(As<v1::Channel>(words.channel));
  out.set_purpose(As<v1::Purpose>(words.purpose));
  out.set_statutory_kind(As<v1::StatutoryKind>(words.statutory));
  out.set_limited(words.variant == Variant::kLimited);
  for (const Variable& variable : words.variables) {
    v1::TemplateVariable& written = *out.add_variables();
    WriteHead(variable, written);
    for (const Variable& column : variable.columns) WriteHead(column, *written.add_columns());
  }
  for (const TemplatePart& part : words.parts) {
    v1::TemplatePart& written = *out.add_parts();
    written.set_kind(As<v1::MessagePartKind>(part.kind));
    written.set_heading(part.heading);
    written.set_text(part.text);
  }
  return out;
}

// "templates/plan_agreed.es.email".
std::string NameOf(const Template& words) {
  const std::string channel = absl::AsciiStrToLower(std::string(WordFor(words.channel)));
  return absl::StrCat("templates/", words.key, ".", words.language, ".", channel);
}

// Writes the templates of a file as drafts: the first version of each, or its next.
class CreateTemplateCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = TemplateGroup(program).add_subcommand("create", "Write templates as drafts");
    app->add_option("FILE", file_, "Templates in protobuf's text format")
        ->required()
        ->type_name("FILE.textproto");
    app->footer(
        "One draft for each channel and language of the file: the first version of its template, "
        "or "
        "the next one. Another person approves it (template approve). Check the file first "
        "(template check).");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(const std::unique_ptr<text::Catalogue> words, text::Catalogue::Load());
    const text::MustacheTypesetter typesetter(*words);
    PARLEY_ASSIGN_OR_RETURN(const TemplateCatalogue read,
                            policy::ReadTemplatesAt(file_, typesetter));
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    const auto stub = v1::TemplateService::NewStub(client->channel());
    for (const Template& one : read.templates) {
      PARLEY_ASSIGN_OR_RETURN(const v1::Template written, Create(*client, *stub, one));
      context.terminal().out << (context.json() ? MessageToJson(written, JsonShape::kOneLine)
                                                : Told(written));
    }
    return Outcome::kClean;
  }

 private:
  static absl::StatusOr<v1::Template> Create(Client& client, Templates& stub,
                                             const Template& words) {
    v1::CreateTemplateRequest first;
    *first.mutable_template_() = ToProto(words);
    const std::string first_id = FillRequestId(first);
    absl::StatusOr<v1::Template> written =
        client.Call<Templates>(stub, &Templates::CreateTemplate, first);
    if (written.ok()) return written;
    if (ReportOf(written.status()).reason != "TEMPLATE_ALREADY_EXISTS") {
      return WithRequestId(written.status(), first_id);
    }
    v1::CreateTemplateVersionRequest next;
    next.set_parent(NameOf(words));
    *next.mutable_template_() = first.template_();
    const std::string next_id = FillRequestId(next);
    written = client.Call<Templates>(stub, &Templates::CreateTemplateVersion, next);
    if (written.ok()) return written;
    return WithRequestId(written.status(), next_id);
  }

  std::string file_;
};

// Approves or retires a version.
template <typename Request>
class ChangeTemplateCommand final : public Command {
 public:
  using Method = grpc::Status (Templates::*)(grpc::ClientContext*, const Request&, v1::Template*);

  ChangeTemplateCommand(std::string verb, std::string description, Method method)
      : verb_(std::move(verb)), description_(std::move(description)), method_(method) {}

  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = TemplateGroup(program).add_subcommand(verb_, description_);
    app->add_option("NAME", name_, "plan_agreed.es.email/versions/2")->required();
    app->add_flag("--dry-run", dry_run_, "Judge it, and change nothing");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    Request request;
    request.set_name(NameOf(name_));
    request.set_validate_only(dry_run_);
    const std::string request_id = FillRequestId(request);
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    const auto stub = v1::TemplateService::NewStub(client->channel());
    const absl::StatusOr<v1::Template> changed = client->Call<Templates>(*stub, method_, request);
    if (!changed.ok()) return WithRequestId(changed.status(), request_id);
    context.terminal().out << (context.json() ? MessageToJson(*changed, JsonShape::kOneLine)
                                              : Told(*changed));
    return Outcome::kClean;
  }

 private:
  const std::string verb_;
  const std::string description_;
  const Method method_;
  std::string name_;
  bool dry_run_ = false;
};

}  // namespace

std::unique_ptr<Command> MakeListTemplatesCommand() {
  return std::make_unique<ListTemplatesCommand>();
}

std::unique_ptr<Command> MakeGetTemplateCommand() { return std::make_unique<GetTemplateCommand>(); }

std::unique_ptr<Command> MakeCreateTemplateCommand() {
  return std::make_unique<CreateTemplateCommand>();
}

std::unique_ptr<Command> MakeApproveTemplateCommand() {
  return std::make_unique<ChangeTemplateCommand<v1::ApproveTemplateRequest>>(
      "approve", "Let messages be sent with a draft that somebody else wrote",
      &Templates::ApproveTemplate);
}

std::unique_ptr<Command> MakeRetireTemplateCommand() {
  return std::make_unique<ChangeTemplateCommand<v1::RetireTemplateRequest>>(
      "retire", "Take a version out of use", &Templates::RetireTemplate);
}

}  // namespace parley::cli
