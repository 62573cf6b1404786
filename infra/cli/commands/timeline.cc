// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <optional>
#include <ostream>
#include <stop_token>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"
#include "google/protobuf/util/time_util.h"
#include "infra/cli/client/lookup.h"
#include "infra/cli/client/watch_on.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/output/money_text.h"
#include "infra/cli/rpc/json.h"
#include "infra/cli/until_stopped.h"
#include "parley/v1/debtor_service.grpc.pb.h"

namespace parley::cli {
namespace {

using Debtors = v1::DebtorService::StubInterface;

constexpr int kLargestPage = 1000;

// "agent-7 by CaseService/OpenDispute because of debtors/.../communications/...".
std::string CauseText(const v1::TimelineCause& cause) {
  std::string text = cause.actor();
  if (!cause.method().empty()) {
    absl::StrAppend(&text, " by ", cause.method().substr(cause.method().rfind('.') + 1));
  }
  if (!cause.source().empty()) absl::StrAppend(&text, " because of ", cause.source());
  return text;
}

// "2026-02-01T09:00:00Z  dispute.opened  OPEN  debtors/.../disputes/...  agent-7 by ...".
std::string LineOf(const v1::TimelineEntry& entry) {
  std::string line = google::protobuf::util::TimeUtil::ToString(entry.occurred_time());
  absl::StrAppend(&line, "  ", entry.type().empty() ? "changed" : entry.type());
  const std::string amount = entry.has_amount() ? MoneyText(entry.amount()) : std::string();
  const std::string& about = entry.resource().empty() ? entry.debt() : entry.resource();
  for (const std::string& part : {entry.state(), amount, about, CauseText(entry.cause())}) {
    if (!part.empty()) absl::StrAppend(&line, "  ", part);
  }
  return absl::StrCat(line, "\n");
}

// Prints all that happened to a debtor, and with --watch what happens.
class TimelineCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = program.add_subcommand("timeline", "Print all about a debtor in one order");
    app->add_option("DEBTOR", debtor_, "A name or an external reference")->required();
    app->add_flag("--watch", watch_, "Wait for more, until it is stopped");
    app->add_option("--after", token_, "Go on after this token")->type_name("TOKEN");
    app->add_option("--kind", kinds_, "Only this, such as dispute or money; may be repeated")
        ->type_name("KIND");
    app->footer(
        "However it ends, the token to go on after is written to stderr as \"token: TOKEN\".\n"
        "With --watch a server that cannot be reached is tried again.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(const std::vector<v1::TimelineKind> kinds, Kinds());
    std::optional<UntilStopped> user;
    if (watch_) user.emplace();
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    v1::WatchTimelineRequest request;
    PARLEY_ASSIGN_OR_RETURN(*request.mutable_parent(), FindDebtor(*client, debtor_));
    request.mutable_kinds()->Assign(kinds.begin(), kinds.end());
    request.set_resume_token(token_);
    const absl::Status ended = user.has_value() ? Follow(context, *client, request, user->token())
                                                : Print(context, *client, request);
    if (!request.resume_token().empty()) {
      context.terminal().err << "token: " << request.resume_token() << "\n";
    }
    if (!ended.ok()) return ended;
    return Outcome::kClean;
  }

 private:
  absl::StatusOr<std::vector<v1::TimelineKind>> Kinds() const {
    std::vector<v1::TimelineKind> kinds;
    for (const std::string& name : kinds_) {
      v1::TimelineKind kind = v1::TIMELINE_KIND_UNSPECIFIED;
      if (!v1::TimelineKind_Parse(absl::StrCat("TIMELINE_KIND_", absl::AsciiStrToUpper(name)),
                                  &kind)) {
        return absl::InvalidArgumentError(absl::StrCat("--kind is none: ", name));
      }
      kinds.push_back(kind);
    }
    return kinds;
  }

  template <typename Response>
  static void Show(Context& context, const Response& response) {
    for (const v1::TimelineEntry& entry : response.entries()) {
      context.terminal().out << (context.json() ? MessageToJson(entry, JsonShape::kOneLine)
                                                : LineOf(entry));
    }
    context.terminal().out << std::flush;
  }

  // As far as it goes now. The request keeps the last token.
  static absl::Status Print(Context& context, Client& client, v1::WatchTimelineRequest& request) {
    const auto stub = v1::DebtorService::NewStub(client.channel());
    v1::GetTimelineRequest page;
    page.set_parent(request.parent());
    *page.mutable_kinds() = request.kinds();
    page.set_page_size(kLargestPage);
    page.set_page_token(request.resume_token());
    do {
      PARLEY_ASSIGN_OR_RETURN(const v1::GetTimelineResponse response,
                              client.Call<Debtors>(*stub, &Debtors::GetTimeline, page));
      Show(context, response);
      request.set_resume_token(response.resume_token());
      page.set_page_token(response.next_page_token());
    } while (!page.page_token().empty());
    return absl::OkStatus();
  }

  static absl::Status Follow(Context& context, Client& client, v1::WatchTimelineRequest& request,
                             const std::stop_token& stop) {
    return WatchOn(stop, [&] { return Watch(context, client, request, stop); });
  }

  static absl::Status Watch(Context& context, Client& client, v1::WatchTimelineRequest& request,
                            const std::stop_token& stop) {
    const auto stub = v1::DebtorService::NewStub(client.channel());
    const std::unique_ptr<grpc::ClientContext> call = client.NewContext();
    const std::stop_callback cancel(stop, [&call] { call->TryCancel(); });
    const auto stream = stub->WatchTimeline(call.get(), request);
    v1::WatchTimelineResponse response;
    while (stream->Read(&response)) {
      Show(context, response);
      request.set_resume_token(response.resume_token());
    }
    return FromGrpc(stream->Finish());
  }

  bool watch_ = false;
  std::string debtor_;
  std::string token_;
  std::vector<std::string> kinds_;
};

}  // namespace

std::unique_ptr<Command> MakeTimelineCommand() { return std::make_unique<TimelineCommand>(); }

}  // namespace parley::cli
