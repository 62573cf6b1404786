// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "domain/common/status_macros.h"
#include "infra/cli/client/client.h"
#include "infra/cli/client/lookup.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/output/table.h"
#include "infra/cli/output/text.h"
#include "infra/cli/rpc/json.h"
#include "parley/v1/communication_service.grpc.pb.h"

namespace parley::cli {
namespace {

using Communications = v1::CommunicationService::StubInterface;

// By the clock of the person; of UTC where this machine does not know the zone.
std::string TimeText(const google::protobuf::Timestamp& time, const std::string& zone_name) {
  absl::TimeZone zone = absl::UTCTimeZone();
  absl::LoadTimeZone(zone_name, &zone);
  const absl::Time instant =
      absl::FromUnixSeconds(time.seconds()) + absl::Nanoseconds(time.nanos());
  return absl::FormatTime("%a %Y-%m-%d %H:%M", instant, zone);
}

std::string NextText(const v1::ChannelVerdict& one, const std::string& zone) {
  if (one.allowed()) return "now";
  return one.has_next_time() ? TimeText(one.next_time(), zone) : "-";
}

// The sentence of the rule that decided, or of the decision.
std::string WhyText(const v1::GateAnswer& answer) {
  const int at = answer.has_deciding_finding() ? answer.deciding_finding() : -1;
  const bool told = at >= 0 && at < answer.findings_size();
  return told ? answer.findings(at).sentence() : answer.sentence();
}

std::string ContactText(const v1::EvaluateContactResponse& answers) {
  Table table({Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft});
  table.Add({"Channel", "Allowed now", "Next time", "Why"});
  table.AddRule({0, 1, 2, 3});
  for (const v1::ChannelVerdict& one : answers.channels()) {
    table.Add({PlainWords(v1::Channel_Name(one.channel()), "CHANNEL_"),
               one.allowed() ? "yes" : "no", NextText(one, answers.time_zone()),
               WhyText(one.answer())});
  }
  return absl::StrCat(table.Render(), "\nAt ", TimeText(answers.judged_time(), answers.time_zone()),
                      " ", answers.time_zone(), ", about ", answers.debts_size(),
                      answers.debts_size() == 1 ? " debt.\n" : " debts.\n");
}

// Tells whether and when a person may be contacted, and why.
class MayContactCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app =
        program.add_subcommand("may-contact", "Show whether and when a person may be contacted");
    app->add_option("DEBTOR", debtor_, "The debtor's name, or a reference of theirs")->required();
    app->add_option("--purpose", purpose_, "What for, such as DEMAND (the default) or REMINDER")
        ->type_name("PURPOSE");
    app->add_option("--language", language_, "Tell it in this language, such as es")
        ->type_name("CODE");
    app->footer("A dry run: nothing is stored, and nothing counts.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    v1::EvaluateContactRequest request;
    PARLEY_ASSIGN_OR_RETURN(*request.mutable_parent(), FindDebtor(*client, debtor_));
    request.set_language_code(language_);
    v1::Purpose purpose = v1::PURPOSE_UNSPECIFIED;
    const bool known =
        purpose_.empty() ||
        v1::Purpose_Parse(absl::StrCat("PURPOSE_", absl::AsciiStrToUpper(purpose_)), &purpose);
    if (!known) return absl::InvalidArgumentError(absl::StrCat("no such purpose: ", purpose_));
    request.set_purpose(purpose);
    const auto stub = v1::CommunicationService::NewStub(client->channel());
    PARLEY_ASSIGN_OR_RETURN(
        const v1::EvaluateContactResponse answers,
        client->Call<Communications>(*stub, &Communications::EvaluateContact, request));
    context.terminal().out << (context.json() ? MessageToJson(answers, JsonShape::kOneLine)
                                              : ContactText(answers));
    return Outcome::kClean;
  }

 private:
  std::string debtor_;
  std::string purpose_;
  std::string language_;
};

}  // namespace

std::unique_ptr<Command> MakeMayContactCommand() { return std::make_unique<MayContactCommand>(); }

}  // namespace parley::cli
