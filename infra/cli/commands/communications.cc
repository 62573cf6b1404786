// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

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

constexpr int kLargestPage = 1000;

std::string TimeText(const google::protobuf::Timestamp& time) {
  const absl::Time instant = absl::FromUnixSeconds(time.seconds());
  return absl::FormatTime("%Y-%m-%d %H:%M", instant, absl::UTCTimeZone());
}

// How it came out, where that was told; else what became of it.
std::string OutcomeText(const v1::Communication& one) {
  if (one.call_outcome() != v1::CALL_OUTCOME_UNSPECIFIED) {
    return PlainWords(v1::CallOutcome_Name(one.call_outcome()), "CALL_OUTCOME_");
  }
  return PlainWords(v1::CommunicationState_Name(one.state()), "COMMUNICATION_STATE_");
}

std::string LogText(const v1::ListCommunicationsResponse& log) {
  if (log.communications().empty()) return "No communications.\n";
  Table table({Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft});
  table.Add({"Time (UTC)", "Direction", "Channel", "Purpose", "Outcome", "Debts"});
  table.AddRule({0, 1, 2, 3, 4, 5});
  for (const v1::Communication& one : log.communications()) {
    table.Add(
        {TimeText(one.dispatch_time()),
         PlainWords(v1::CommunicationDirection_Name(one.direction()), "COMMUNICATION_DIRECTION_"),
         PlainWords(v1::Channel_Name(one.channel()), "CHANNEL_"),
         PlainWords(v1::Purpose_Name(one.purpose()), "PURPOSE_"), OutcomeText(one),
         absl::StrCat(one.debts_size())});
  }
  return table.Render();
}

// Shows by what a person was reached, and what came of it.
class CommunicationsCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app =
        program.add_subcommand("communications", "Show the communications with a person");
    app->add_option("DEBTOR", debtor_, "The debtor's name, or a reference of theirs")->required();
    app->add_option("--filter", filter_, "Only some, such as 'channel = CALL AND state = USED'")
        ->type_name("FILTER");
    app->footer("In the order in which they were recorded; also those that never happened.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    v1::ListCommunicationsRequest request;
    PARLEY_ASSIGN_OR_RETURN(*request.mutable_parent(), FindDebtor(*client, debtor_));
    request.set_filter(filter_);
    request.set_page_size(kLargestPage);
    const auto stub = v1::CommunicationService::NewStub(client->channel());
    v1::ListCommunicationsResponse log;
    do {
      PARLEY_ASSIGN_OR_RETURN(
          const v1::ListCommunicationsResponse page,
          client->Call<Communications>(*stub, &Communications::ListCommunications, request));
      log.MergeFrom(page);
      log.set_next_page_token(page.next_page_token());
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    context.terminal().out << (context.json() ? MessageToJson(log, JsonShape::kOneLine)
                                              : LogText(log));
    return Outcome::kClean;
  }

 private:
  std::string debtor_;
  std::string filter_;
};

}  // namespace

std::unique_ptr<Command> MakeCommunicationsCommand() {
  return std::make_unique<CommunicationsCommand>();
}

}  // namespace parley::cli
