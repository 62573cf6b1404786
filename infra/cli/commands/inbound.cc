// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/messaging/email/incoming_mail.h"
#include "domain/common/status_macros.h"
#include "infra/cli/client/client.h"
#include "infra/cli/client/lookup.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/files.h"
#include "infra/cli/output/table.h"
#include "infra/cli/output/text.h"
#include "infra/cli/rpc/json.h"
#include "infra/cli/rpc/request_id.h"
#include "parley/v1/inbound_service.grpc.pb.h"

namespace parley::cli {
namespace {

using Inbound = v1::InboundService::StubInterface;

constexpr int kLargestPage = 1000;
constexpr std::size_t kLongestShown = 60;
constexpr std::size_t kLongestAddress = 1000;
constexpr std::size_t kLongestSubject = 10'000;
constexpr std::size_t kLongestMediaType = 200;

// Up to so many bytes, and no part of a character at the end.
std::string Cut(std::string_view text, std::size_t most) {
  std::size_t cut = std::min(text.size(), most);
  while (cut > 0 && cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) {
    --cut;
  }
  return std::string(text.substr(0, cut));
}

std::string IntentsText(const v1::InboundItem& item) {
  std::string text;
  for (const int intent : item.intents()) {
    absl::StrAppend(&text, text.empty() ? "" : ", ",
                    PlainWords(v1::InboundIntent_Name(static_cast<v1::InboundIntent>(intent)),
                               "INBOUND_INTENT_"));
  }
  return text;
}

std::string ItemText(const v1::InboundItem& item) {
  std::string text =
      absl::StrCat(item.name(), "\n  state      ",
                   PlainWords(v1::InboundState_Name(item.state()), "INBOUND_STATE_"), "\n");
  for (const v1::InboundLabel& label : item.labels()) {
    absl::StrAppend(&text, "  heard      ",
                    PlainWords(v1::InboundIntent_Name(label.intent()), "INBOUND_INTENT_"), " (",
                    label.rule(), ", ", label.confidence_percent(), " %): ", label.evidence(),
                    "\n");
  }
  for (const v1::InboundReaction& one : item.reactions()) {
    absl::StrAppend(&text, "  done       ", one.what(), one.note().empty() ? "" : ": ", one.note(),
                    "\n");
  }
  return text;
}

// The first line, as far as a table has room for it.
std::string HeadOf(const v1::InboundItem& item) {
  std::string head = item.subject().empty() ? item.text() : item.subject();
  for (char& one : head) {
    if (static_cast<unsigned char>(one) < 0x20U) one = ' ';
  }
  return Cut(head, kLongestShown);
}

std::string ListText(const v1::ListInboundResponse& list) {
  if (list.items().empty()) return "Nothing came in.\n";
  Table table({Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft});
  table.Add({"Name", "Channel", "State", "Heard", "Text"});
  table.AddRule({0, 1, 2, 3, 4});
  for (const v1::InboundItem& item : list.items()) {
    table.Add({item.name(), PlainWords(v1::Channel_Name(item.channel()), "CHANNEL_"),
               PlainWords(v1::InboundState_Name(item.state()), "INBOUND_STATE_"), IntentsText(item),
               HeadOf(item)});
  }
  return table.Render();
}

class ReceiveCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = program.add_subcommand("receive", "Hand over what somebody sent us");
    app->add_option("DEBTOR", debtor_, "Whose it is: a name or a reference; none to find out");
    app->add_option("FILE", file_, "Its text; - or nothing for the standard input")
        ->type_name("FILE");
    app->add_option("--from", from_, "The sender's address")->type_name("ADDRESS");
    app->add_option("--subject", subject_, "Its subject")->type_name("TEXT");
    app->add_option("--channel", channel_, "email, sms, call, direct_message or letter")
        ->type_name("CHANNEL");
    app->add_option("--answers", answers_, "The communication of ours that it answers")
        ->type_name("NAME");
    app->add_option("--debt", debts_,
                    "A debt that it is about; by default those of what it answers")
        ->type_name("NAME");
    app->add_option("--provider-id", provider_id_, "Its id; the same id is received once")
        ->type_name("ID");
    app->add_flag("--mail", mail_, "The text is a whole e-mail, as a mail server pipes it");
    app->add_option("--kept-at", kept_at_, "Where the e-mail is kept, with its attachments")
        ->type_name("PLACE");
    app->add_flag("--dry-run", dry_run_, "Show what would be done, and do nothing");
    app->footer(
        "With - in place of DEBTOR nobody is named. What nobody is found for waits in the "
        "inbox: `parley inbox`.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    v1::ReceiveInboundRequest request;
    if (!debtor_.empty() && debtor_ != "-") {
      PARLEY_ASSIGN_OR_RETURN(*request.mutable_parent(), FindDebtor(*client, debtor_));
    }
    v1::Channel channel = v1::CHANNEL_UNSPECIFIED;
    std::string name = channel_;
    for (char& one : name)
      one = one >= 'a' && one <= 'z' ? static_cast<char>(one - 'a' + 'A') : one;
    if (!v1::Channel_Parse("CHANNEL_" + name, &channel)) {
      return absl::InvalidArgumentError(absl::StrCat("--channel is none: ", channel_));
    }
    request.set_channel(channel);
    request.set_from(from_);
    request.set_subject(subject_);
    request.set_in_reply_to(answers_);
    request.mutable_debts()->Assign(debts_.begin(), debts_.end());
    request.set_provider_id(provider_id_);
    request.set_validate_only(dry_run_);
    PARLEY_ASSIGN_OR_RETURN(std::string text, TextOf(context.terminal()));
    if (mail_) {
      FillFrom(messaging::ReadIncomingMail(text), request);
    } else {
      request.set_raw_text(std::move(text));
    }
    const std::string request_id = FillRequestId(request);
    const auto stub = v1::InboundService::NewStub(client->channel());
    const absl::StatusOr<v1::InboundItem> item =
        client->Call<Inbound>(*stub, &Inbound::ReceiveInbound, request);
    if (!item.ok()) return WithRequestId(item.status(), request_id);
    context.terminal().out << (context.json() ? MessageToJson(*item, JsonShape::kOneLine)
                                              : ItemText(*item));
    return Outcome::kClean;
  }

 private:
  // What the e-mail says of itself, where the options say nothing else.
  void FillFrom(const messaging::IncomingMail& mail, v1::ReceiveInboundRequest& request) const {
    if (from_.empty()) request.set_from(Cut(mail.from, kLongestAddress));
    request.set_to(Cut(mail.to, kLongestAddress));
    if (subject_.empty()) request.set_subject(Cut(mail.subject, kLongestSubject));
    if (provider_id_.empty()) request.set_provider_id(Cut(mail.message_id, kLongestAddress));
    request.set_raw_text(mail.text);
    request.set_automatic(mail.automatic);
    for (const messaging::MailAttachment& one : mail.attachments) {
      v1::InboundAttachment& added = *request.add_attachments();
      added.set_name(Cut(one.name, kLongestAddress));
      added.set_media_type(Cut(one.media_type, kLongestMediaType));
      added.set_size_bytes(one.size);
      added.set_digest(one.digest);
      added.set_where(kept_at_.empty() ? "the mail server" : kept_at_);
    }
    if (mail.answers.has_value()) request.set_answers_message(mail.answers->ToString());
  }

  absl::StatusOr<std::string> TextOf(Terminal& terminal) const {
    if (!file_.empty() && file_ != "-") return ReadFile(file_);
    return std::string(std::istreambuf_iterator<char>(terminal.in), {});
  }

  std::string debtor_;
  std::string file_;
  std::string from_;
  std::string subject_;
  std::string channel_ = "email";
  std::string answers_;
  std::vector<std::string> debts_;
  std::string provider_id_;
  bool mail_ = false;
  std::string kept_at_;
  bool dry_run_ = false;
};

class InboxCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app =
        program.add_subcommand("inbox", "Show what came in: of a debtor, or of nobody known yet");
    app->add_option("DEBTOR", debtor_, "The debtor's name, or a reference of theirs");
    app->footer("What waits for an answer comes first.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    v1::ListInboundRequest request;
    request.set_parent("inbox");
    if (!debtor_.empty()) {
      PARLEY_ASSIGN_OR_RETURN(*request.mutable_parent(), FindDebtor(*client, debtor_));
    }
    request.set_page_size(kLargestPage);
    const auto stub = v1::InboundService::NewStub(client->channel());
    v1::ListInboundResponse list;
    do {
      PARLEY_ASSIGN_OR_RETURN(const v1::ListInboundResponse page,
                              client->Call<Inbound>(*stub, &Inbound::ListInbound, request));
      list.MergeFrom(page);
      list.set_next_page_token(page.next_page_token());
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    list.clear_next_page_token();
    context.terminal().out << (context.json() ? MessageToJson(list, JsonShape::kOneLine)
                                              : ListText(list));
    return Outcome::kClean;
  }

 private:
  std::string debtor_;
};

}  // namespace

std::unique_ptr<Command> MakeReceiveCommand() { return std::make_unique<ReceiveCommand>(); }
std::unique_ptr<Command> MakeInboxCommand() { return std::make_unique<InboxCommand>(); }

}  // namespace parley::cli
