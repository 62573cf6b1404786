// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <optional>
#include <ostream>
#include <stop_token>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"
#include "google/protobuf/util/time_util.h"
#include "infra/cli/client/lookup.h"
#include "infra/cli/client/watch_on.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/rpc/json.h"
#include "infra/cli/until_stopped.h"
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
    app->footer(
        "However it ends, the token to go on after is written to stderr as \"token: TOKEN\".\n"
        "With --follow a server that cannot be reached is tried again.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    std::optional<UntilStopped> user;
    if (follow_) user.emplace();
    const std::stop_token stop = user.has_value() ? user->token() : std::stop_token();
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    events::v1::WatchRequest request;
    request.set_resume_token(request_token_);
    if (!debtor_.empty()) {
      PARLEY_ASSIGN_OR_RETURN(*request.mutable_debtor(), FindDebtor(*client, debtor_));
    }
    for (const std::string& type : types_) request.add_types(type);
    const auto watch = [&] { return Watch(context, *client, request, stop); };
    const absl::Status ended = follow_ ? WatchOn(stop, watch) : watch();
    if (!request.resume_token().empty()) {
      context.terminal().err << "token: " << request.resume_token() << "\n";
    }
    if (!ended.ok()) return ended;
    return Outcome::kClean;
  }

 private:
  // Until there is nothing more to wait for. The request keeps the last token.
  absl::Status Watch(Context& context, Client& client, events::v1::WatchRequest& request,
                     const std::stop_token& stop) const {
    const auto stub = events::v1::EventService::NewStub(client.channel());
    const std::unique_ptr<grpc::ClientContext> call = client.NewContext();
    const std::stop_callback cancel(stop, [&call] { call->TryCancel(); });
    const auto stream = stub->Watch(call.get(), request);
    events::v1::WatchResponse response;
    while (stream->Read(&response)) {
      for (const events::v1::Event& event : response.events()) {
        context.terminal().out << (context.json() ? MessageToJson(event, JsonShape::kOneLine)
                                                  : LineOf(event));
      }
      context.terminal().out << std::flush;
      request.set_resume_token(response.resume_token());
      if (!follow_ && response.events().empty()) {
        call->TryCancel();
        stream->Finish();
        return absl::OkStatus();
      }
    }
    return FromGrpc(stream->Finish());
  }

  bool follow_ = false;
  std::string request_token_;
  std::string debtor_;
  std::vector<std::string> types_;
};

}  // namespace

std::unique_ptr<Command> MakeEventsCommand() { return std::make_unique<EventsCommand>(); }

}  // namespace parley::cli
