// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"
#include "infra/cli/client/client.h"
#include "infra/cli/client/lookup.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/output/record_text.h"
#include "infra/cli/rpc/json.h"
#include "infra/cli/rpc/request_id.h"
#include "parley/v1/debtor_service.grpc.pb.h"

namespace parley::cli {
namespace {

using Debtors = v1::DebtorService::StubInterface;

constexpr int kPage = 1000;

// A command about one debtor: which one, and a way to their service.
class DebtorCommand : public Command {
 public:
  absl::StatusOr<Outcome> Run(Context& context) final {
    PARLEY_ASSIGN_OR_RETURN(client_, context.Connect());
    stub_ = v1::DebtorService::NewStub(client_->channel());
    PARLEY_ASSIGN_OR_RETURN(const std::string name, FindDebtor(*client_, debtor_));
    return RunFor(name, context);
  }

 protected:
  CLI::App* DeclareVerb(CLI::App& program, const std::string& verb, const std::string& help) {
    CLI::App* app = Group(program, "debtor", "Keep what is known of how a person may be reached")
                        .add_subcommand(verb, help);
    app->add_option("DEBTOR", debtor_, "The debtor's name, or a reference of theirs")->required();
    return app;
  }

  virtual absl::StatusOr<Outcome> RunFor(const std::string& name, Context& context) = 0;

  template <typename Request, typename Response>
  absl::StatusOr<Response> Call(grpc::Status (Debtors::*method)(grpc::ClientContext*,
                                                                const Request&, Response*),
                                const Request& request) const {
    return client_->Call<Debtors>(*stub_, method, request);
  }

  // Makes a change and shows what it made.
  template <typename Request, typename Response>
  absl::StatusOr<Outcome> Change(grpc::Status (Debtors::*method)(grpc::ClientContext*,
                                                                 const Request&, Response*),
                                 Request& request, Context& context) const {
    const std::string request_id = FillRequestId(request);
    const absl::StatusOr<Response> response = Call(method, request);
    if (!response.ok()) return WithRequestId(response.status(), request_id);
    context.terminal().out << (context.json() ? MessageToJson(*response, JsonShape::kOneLine)
                                              : response->name() + "\n");
    return Outcome::kClean;
  }

 private:
  std::string debtor_;
  Client* client_ = nullptr;
  std::unique_ptr<Debtors> stub_;
};

// The value of an enum by its word without the enum's name, in any case.
template <typename Enum>
absl::StatusOr<Enum> Word(const std::string& word, const std::string& prefix,
                          bool (*parse)(google::protobuf::ConstStringParam, Enum*)) {
  Enum value{};
  if (parse(prefix + absl::AsciiStrToUpper(word), &value)) return value;
  return absl::InvalidArgumentError(absl::StrCat("no such word: ", word));
}

// What a word is about, as options say it.
struct ScopeOptions {
  std::string contact_point;
  std::string channel;
  std::string purpose;

  void AddTo(CLI::App& app) {
    app.add_option("--contact-point", contact_point, "About this contact point alone");
    app.add_option("--channel", channel, "About this channel alone, such as SMS");
    app.add_option("--purpose", purpose, "About this purpose alone, such as DEMAND");
  }

  absl::StatusOr<v1::ContactScope> Read(const std::string& debtor) const {
    v1::ContactScope scope;
    if (!contact_point.empty()) {
      const bool whole = contact_point.rfind("debtors/", 0) == 0;
      scope.set_contact_point(whole ? contact_point
                                    : absl::StrCat(debtor, "/contactPoints/", contact_point));
    }
    if (!channel.empty()) {
      PARLEY_ASSIGN_OR_RETURN(const v1::Channel read,
                              Word<v1::Channel>(channel, "CHANNEL_", v1::Channel_Parse));
      scope.set_channel(read);
    }
    if (!purpose.empty()) {
      PARLEY_ASSIGN_OR_RETURN(const v1::Purpose read,
                              Word<v1::Purpose>(purpose, "PURPOSE_", v1::Purpose_Parse));
      scope.set_purpose(read);
    }
    return scope;
  }
};

// Shows what is known of how a person may be reached.
class RecordCommand final : public DebtorCommand {
 public:
  CLI::App* Declare(CLI::App& program) override {
    return DeclareVerb(program, "record", "Show how, when and by whom a person may be reached");
  }

 private:
  absl::StatusOr<Outcome> RunFor(const std::string& name, Context& context) override {
    v1::GetDebtorRecordRequest request;
    request.set_name(name);
    PARLEY_ASSIGN_OR_RETURN(const v1::DebtorRecord record,
                            Call(&Debtors::GetDebtorRecord, request));
    if (context.json()) {
      context.terminal().out << MessageToJson(record, JsonShape::kOneLine);
      return Outcome::kClean;
    }
    v1::ListConsentsRequest list;
    list.set_parent(name);
    list.set_page_size(kPage);
    PARLEY_ASSIGN_OR_RETURN(const v1::ListConsentsResponse consents,
                            Call(&Debtors::ListConsents, list));
    context.terminal().out << RecordText(record, consents);
    return Outcome::kClean;
  }
};

// Adds an address.
class AddContactCommand final : public DebtorCommand {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = DeclareVerb(program, "add-contact", "Add a contact point of a person");
    app->add_option("ADDRESS", address_, "A number, an e-mail address, lines of post, a chat id")
        ->required();
    app->add_option("--type", type_, "PHONE (the default), EMAIL, POSTAL or CHAT");
    app->add_option("--region", region_, "The country of the number or address, such as GB");
    app->add_option("--source", source_, "Who told it, such as the debtor")->required();
    app->add_flag("--given-by-person", given_, "The person gave it themselves, now");
    return app;
  }

 private:
  absl::StatusOr<Outcome> RunFor(const std::string& name, Context& context) override {
    v1::AddContactPointRequest request;
    request.set_parent(name);
    request.set_given_by_person(given_);
    v1::ContactPoint& point = *request.mutable_contact_point();
    PARLEY_ASSIGN_OR_RETURN(
        const v1::ContactPointType type,
        Word<v1::ContactPointType>(type_, "CONTACT_POINT_TYPE_", v1::ContactPointType_Parse));
    point.set_type(type);
    point.set_address(address_);
    point.set_region(region_);
    point.set_source(source_);
    return Change(&Debtors::AddContactPoint, request, context);
  }

  std::string address_;
  std::string type_ = "PHONE";
  std::string region_;
  std::string source_;
  bool given_ = false;
};

// Adds a fact about a consent.
class ConsentCommand final : public DebtorCommand {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = DeclareVerb(program, "consent", "Record what a person agreed to, or refused");
    app->add_option("KIND", kind_, "What it is about, such as ELECTRONIC_CONTACT")->required();
    app->add_option("--said", said_, "GRANTED (the default), REFUSED or REVOKED");
    app->add_option("--how", how_, "By what it was said, such as CALL")->required();
    app->add_option("--wording", wording_, "The version of the words of which they were asked");
    app->add_option("--source", source_, "Who told it, such as the debtor")->required();
    scope_.AddTo(*app);
    return app;
  }

 private:
  absl::StatusOr<Outcome> RunFor(const std::string& name, Context& context) override {
    v1::RecordConsentRequest request;
    request.set_parent(name);
    v1::Consent& consent = *request.mutable_consent();
    PARLEY_ASSIGN_OR_RETURN(const v1::ConsentKind kind,
                            Word<v1::ConsentKind>(kind_, "CONSENT_KIND_", v1::ConsentKind_Parse));
    PARLEY_ASSIGN_OR_RETURN(
        const v1::ConsentState said,
        Word<v1::ConsentState>(said_, "CONSENT_STATE_", v1::ConsentState_Parse));
    PARLEY_ASSIGN_OR_RETURN(const v1::Channel how,
                            Word<v1::Channel>(how_, "CHANNEL_", v1::Channel_Parse));
    PARLEY_ASSIGN_OR_RETURN(*consent.mutable_scope(), scope_.Read(name));
    consent.set_kind(kind);
    consent.set_said(said);
    consent.set_how(how);
    consent.set_wording_version(wording_);
    consent.set_source(source_);
    return Change(&Debtors::RecordConsent, request, context);
  }

  std::string kind_;
  std::string said_ = "GRANTED";
  std::string how_;
  std::string wording_;
  std::string source_;
  ScopeOptions scope_;
};

// Records that a person does not want to be contacted so.
class OptOutCommand final : public DebtorCommand {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = DeclareVerb(program, "opt-out", "Record how a person is not to be contacted");
    app->add_option("--how", how_, "By what it was said, such as CALL")->required();
    app->add_option("--words", words_, "As they said it");
    app->add_option("--source", source_, "Who told it, such as the debtor")->required();
    scope_.AddTo(*app);
    app->footer("Without a contact point, a channel or a purpose it is about every contact.");
    return app;
  }

 private:
  absl::StatusOr<Outcome> RunFor(const std::string& name, Context& context) override {
    v1::RecordOptOutRequest request;
    request.set_parent(name);
    v1::OptOut& opt_out = *request.mutable_opt_out();
    PARLEY_ASSIGN_OR_RETURN(const v1::Channel how,
                            Word<v1::Channel>(how_, "CHANNEL_", v1::Channel_Parse));
    PARLEY_ASSIGN_OR_RETURN(*opt_out.mutable_scope(), scope_.Read(name));
    opt_out.set_how(how);
    opt_out.set_words(words_);
    opt_out.set_source(source_);
    return Change(&Debtors::RecordOptOut, request, context);
  }

  std::string how_;
  std::string words_;
  std::string source_;
  ScopeOptions scope_;
};

}  // namespace

std::unique_ptr<Command> MakeDebtorRecordCommand() { return std::make_unique<RecordCommand>(); }
std::unique_ptr<Command> MakeAddContactCommand() { return std::make_unique<AddContactCommand>(); }
std::unique_ptr<Command> MakeConsentCommand() { return std::make_unique<ConsentCommand>(); }
std::unique_ptr<Command> MakeOptOutCommand() { return std::make_unique<OptOutCommand>(); }

}  // namespace parley::cli
