// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"
#include "google/protobuf/util/time_util.h"
#include "infra/cli/client/lookup.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/rpc/json.h"
#include "parley/events/v1/event_service.grpc.pb.h"

namespace parley::cli {
namespace {

std::string TimeText(const google::protobuf::Timestamp& time) {
  return google::protobuf::util::TimeUtil::ToString(time);
}

// "2026-02-01T09:00:00Z  debt.received  debtors/...  debtors/.../debts/...".
std::string LineOf(const events::v1::Event& event) {
  std::string line = absl::StrCat(TimeText(event.occurred_time()), "  ", event.type());
  for (const std::string& name : {event.debtor(), event.debt(), event.entry(), event.subject()}) {
    if (!name.empty()) absl::StrAppend(&line, "  ", name);
  }
  return absl::StrCat(line, "\n");
}

// Prints what happened, and with --follow what happens.
class EventsCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = program.add_subcommand("events", "Print the events of the tenant, one a line");
    app->add_flag("--follow", follow_, "Wait for more, until it is stopped");
    app->add_option("--after", request_token_, "Go on after this token")->type_name("TOKEN");
    app->add_option("--debtor", debtor_, "Of one debtor: a name or an external reference");
    app->add_option("--type", types_, "Of this type, such as debt.received; may be repeated");
    app->footer("The token to go on after is the last line of what is written to stderr.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    events::v1::WatchRequest request;
    request.set_resume_token(request_token_);
    if (!debtor_.empty()) {
      PARLEY_ASSIGN_OR_RETURN(*request.mutable_debtor(), FindDebtor(*client, debtor_));
    }
    for (const std::string& type : types_) request.add_types(type);
    // A server that goes down ends the stream with OK; another may be there by then.
    do {
      PARLEY_ASSIGN_OR_RETURN(*request.mutable_resume_token(), Watch(context, *client, request));
    } while (follow_);
    context.terminal().err << "token: " << request.resume_token() << "\n";
    return Outcome::kClean;
  }

 private:
  // The last token, when there is nothing more to wait for.
  absl::StatusOr<std::string> Watch(Context& context, Client& client,
                                    const events::v1::WatchRequest& request) const {
    const auto stub = events::v1::EventService::NewStub(client.channel());
    const std::unique_ptr<grpc::ClientContext> call = client.NewContext();
    const auto stream = stub->Watch(call.get(), request);
    std::string token = request.resume_token();
    events::v1::WatchResponse response;
    while (stream->Read(&response)) {
      token = response.resume_token();
      for (const events::v1::Event& event : response.events()) {
        context.terminal().out << (context.json() ? MessageToJson(event, JsonShape::kOneLine)
                                                  : LineOf(event));
      }
      context.terminal().out << std::flush;
      if (!follow_ && response.events().empty()) {
        call->TryCancel();
        stream->Finish();
        return token;
      }
    }
    const grpc::Status status = stream->Finish();
    if (!status.ok()) return FromGrpc(status);
    return token;
  }

  bool follow_ = false;
  std::string request_token_;
  std::string debtor_;
  std::vector<std::string> types_;
};

}  // namespace

std::unique_ptr<Command> MakeEventsCommand() { return std::make_unique<EventsCommand>(); }

}  // namespace parley::cli
