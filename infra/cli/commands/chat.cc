// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <istream>
#include <memory>
#include <mutex>
#include <optional>
#include <ostream>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"
#include "infra/cli/client/client.h"
#include "infra/cli/client/lookup.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/output/conversation_text.h"
#include "infra/cli/output/text.h"
#include "infra/cli/rpc/json.h"
#include "infra/cli/rpc/request_id.h"
#include "parley/v1/conversation_service.grpc.pb.h"

namespace parley::cli {
namespace {

using Stream = grpc::ClientReaderWriterInterface<v1::ChatRequest, v1::ChatResponse>;

constexpr std::chrono::milliseconds kPause(200);  // Before a chat that was cut is opened again.
constexpr std::chrono::seconds kPatience(15);     // For what was said last to be accepted.

// Ends that may be tried again, elsewhere: the server went down, or cannot be reached.
bool MayPass(const absl::Status& ended) {
  return ended.ok() || absl::IsUnavailable(ended) || absl::IsResourceExhausted(ended) ||
         absl::IsCancelled(ended);
}

// What is said, and whether it was accepted; over however many streams it takes.
class Talk {
 public:
  Talk(Context& context, std::string debtor) : context_(context), debtor_(std::move(debtor)) {}

  // Is written as soon as there is a stream, and again until the server answers it.
  void Say(const std::string& text) {
    v1::ChatRequest frame;
    frame.mutable_say()->set_id(NewRequestId());
    frame.mutable_say()->set_text(text);
    const std::lock_guard lock(mutex_);
    unanswered_.push_back(frame);
    if (stream_ != nullptr) stream_->Write(frame);
  }

  // Waits until all that was said is answered, and then lets the stream go.
  void End() {
    std::unique_lock lock(mutex_);
    answered_.wait_for(lock, kPatience, [this] { return unanswered_.empty() || ended_; });
    ending_ = true;
    if (call_ != nullptr) call_->TryCancel();
  }

  // Over one server after the other, until it is to end. Errors: those that no other try mends.
  absl::Status Run(const std::vector<std::unique_ptr<Client>>& clients) {
    absl::Status ended;
    for (std::size_t at = 0; !IsEnding(); at = (at + 1) % clients.size()) {
      ended = RunOver(*clients[at]);
      if (!MayPass(ended)) break;
      std::this_thread::sleep_for(kPause);
    }
    const std::lock_guard lock(mutex_);
    ended_ = true;
    answered_.notify_all();
    return ending_ ? absl::OkStatus() : ended;
  }

  // True when something that was said was not let out, or not answered.
  bool lacks() {
    const std::lock_guard lock(mutex_);
    return refused_ || !unanswered_.empty();
  }

 private:
  bool IsEnding() {
    const std::lock_guard lock(mutex_);
    return ending_;
  }

  absl::Status RunOver(Client& client) {
    const auto stub = v1::ConversationService::NewStub(client.channel());
    const std::unique_ptr<grpc::ClientContext> call = client.NewContext();
    const std::unique_ptr<Stream> stream = stub->Chat(call.get());
    {
      const std::lock_guard lock(mutex_);
      if (ending_) call->TryCancel();
      v1::ChatRequest open;
      open.mutable_open()->set_parent(debtor_);
      open.mutable_open()->set_after_line(last_line_);
      stream->Write(open);
      // What was not answered may have been said or not; by the same id it is said once.
      for (const v1::ChatRequest& frame : unanswered_) stream->Write(frame);
      stream_ = stream.get();
      call_ = call.get();
    }
    v1::ChatResponse frame;
    while (stream->Read(&frame)) Take(frame);
    {
      const std::lock_guard lock(mutex_);
      stream_ = nullptr;
      call_ = nullptr;
    }
    return FromGrpc(stream->Finish());
  }

  void Take(const v1::ChatResponse& frame) {
    const std::lock_guard lock(mutex_);
    if (frame.has_line()) last_line_ = frame.line().line();
    if (frame.has_accepted()) Answered(frame.accepted().id());
    if (frame.has_refused()) {
      refused_ = true;
      Answered(frame.refused().id());
    }
    context_.terminal().out << (context_.json() ? MessageToJson(frame, JsonShape::kOneLine)
                                                : TextOf(frame))
                            << std::flush;
  }

  void Answered(const std::string& id) {
    std::erase_if(unanswered_, [&](const v1::ChatRequest& one) { return one.say().id() == id; });
    answered_.notify_all();
  }

  static std::string TextOf(const v1::ChatResponse& frame) {
    if (frame.has_line()) return LineText(frame.line());
    if (frame.has_refused()) {
      return absl::StrCat("not said: ", Printable(frame.refused().reason()), " ",
                          Printable(frame.refused().message()), "\n");
    }
    if (frame.has_presence()) {
      return frame.presence().present() ? "(they are here)\n" : "(they are gone)\n";
    }
    return "";
  }

  Context& context_;
  const std::string debtor_;
  std::mutex mutex_;
  std::condition_variable answered_;
  std::deque<v1::ChatRequest> unanswered_;
  std::int64_t last_line_ = 0;
  Stream* stream_ = nullptr;  // While there is one.
  grpc::ClientContext* call_ = nullptr;
  bool refused_ = false;
  bool ending_ = false;
  bool ended_ = false;
};

class ChatCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = program.add_subcommand("chat", "Chat with a debtor, or as one");
    app->add_option("DEBTOR", debtor_, "The debtor's name, or a reference of theirs")->required();
    app->add_option("--or", others_, "Another server, where the first is down; may be repeated")
        ->type_name("ADDRESS");
    app->footer(
        "Each line of the standard input is said. A token that is bound to the debtor speaks for "
        "them.\nA chat that is cut off goes on by itself: nothing is lost, and nothing said "
        "twice. Ends with 1 when\nsomething was not said.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * first, context.Connect());
    std::string debtor = debtor_;
    // A name needs no look-up, which the debtor's own token may not make.
    if (!debtor.starts_with("debtors/")) {
      PARLEY_ASSIGN_OR_RETURN(debtor, FindDebtor(*first, debtor_));
    }
    PARLEY_ASSIGN_OR_RETURN(const auto clients, Clients(context));
    Talk talk(context, debtor);
    absl::Status ended;
    std::thread runs([&] { ended = talk.Run(clients); });
    std::string line;
    while (std::getline(context.terminal().in, line)) {
      if (!line.empty()) talk.Say(line);
    }
    talk.End();
    runs.join();
    if (!ended.ok()) return ended;
    return talk.lacks() ? Outcome::kFindings : Outcome::kClean;
  }

 private:
  absl::StatusOr<std::vector<std::unique_ptr<Client>>> Clients(Context& context) const {
    std::vector<std::unique_ptr<Client>> clients;
    std::vector<std::string> addresses = {context.flags().connection.address};
    addresses.insert(addresses.end(), others_.begin(), others_.end());
    for (const std::string& address : addresses) {
      ConnectionFlags flags = context.flags().connection;
      flags.address = address;
      PARLEY_ASSIGN_OR_RETURN(const ClientConfig config,
                              LoadClientConfig(flags, context.terminal()));
      clients.push_back(std::make_unique<Client>(config));
    }
    return clients;
  }

  std::string debtor_;
  std::vector<std::string> others_;
};

}  // namespace

std::unique_ptr<Command> MakeChatCommand() { return std::make_unique<ChatCommand>(); }

}  // namespace parley::cli
