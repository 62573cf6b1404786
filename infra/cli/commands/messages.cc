// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "domain/common/money.h"
#include "domain/common/status_macros.h"
#include "google/protobuf/util/time_util.h"
#include "infra/cli/client/client.h"
#include "infra/cli/client/lookup.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/output/text.h"
#include "infra/cli/rpc/json.h"
#include "infra/cli/rpc/request_id.h"
#include "parley/v1/communication_service.grpc.pb.h"

namespace parley::cli {
namespace {

using Communications = v1::CommunicationService::StubInterface;

// "name=value".
absl::StatusOr<std::pair<std::string, std::string>> Split(const std::string& text) {
  const std::size_t at = text.find('=');
  if (at == 0 || at == std::string::npos) {
    return absl::InvalidArgumentError(absl::StrCat(text, ": is not NAME=VALUE"));
  }
  return std::pair(text.substr(0, at), text.substr(at + 1));
}

// "50.00 EUR".
absl::StatusOr<v1::Money> MoneyOf(const std::string& text) {
  const std::size_t blank = text.rfind(' ');
  const auto currency =
      blank == std::string::npos ? std::nullopt : Currency::Find(text.substr(blank + 1));
  if (currency.has_value()) {
    const auto read = ParseDecimalMoney(text.substr(0, blank), *currency);
    if (const auto* const money = std::get_if<Money>(&read)) {
      v1::Money out;
      out.set_minor_units(money->minor_units());
      out.set_currency_code(std::string(currency->code()));
      return out;
    }
  }
  return absl::InvalidArgumentError(absl::StrCat(text, ": is no amount such as \"50.00 EUR\""));
}

// What a message is to be, by the options of the command line.
class OrderOptions {
 public:
  void Declare(CLI::App& app) {
    app.add_option("DEBTOR", debtor_, "The debtor's name, or a reference of theirs")->required();
    app.add_option("TEMPLATE", template_, "The template's key, such as payment_reminder")
        ->required();
    app.add_option("--text", texts_, "A text for the template")->type_name("NAME=WORDS");
    app.add_option("--money", money_, "An amount for the template, such as amount=\"50.00 EUR\"")
        ->type_name("NAME=AMOUNT");
    app.add_option("--date", dates_, "A day for the template, such as due=2026-03-31")
        ->type_name("NAME=DATE");
    app.add_option("--time", times_, "A minute of a day for the template, such as from=09:30")
        ->type_name("NAME=TIME");
    app.add_option("--count", counts_, "A number for the template")->type_name("NAME=N");
    app.add_option("--channel", channel_, "EMAIL, SMS or LETTER; without it, as the person likes")
        ->type_name("CHANNEL");
    app.add_option("--contact-point", contact_point_,
                   "Where it goes; without it, where the person likes")
        ->type_name("CONTACT_POINT");
    app.add_option("--debt", debts_, "A debt that it is about; without it, all that are open")
        ->type_name("DEBT");
    app.add_option("--in-reply-to", in_reply_to_, "What came in and is answered")
        ->type_name("COMMUNICATION");
    app.add_option("--language", language_, "Tell the verdict in this language, such as es")
        ->type_name("CODE");
    app.footer("Options of values and --debt are repeatable. parley call also gives lists.");
  }

  absl::StatusOr<std::string> Parent(Client& client) const { return FindDebtor(client, debtor_); }
  const std::string& language() const { return language_; }

  absl::Status Fill(v1::MessageOrder& order) const {
    order.set_template_key(template_);
    order.set_in_reply_to(in_reply_to_);
    order.set_contact_point(contact_point_);
    for (const std::string& debt : debts_) order.add_debts(debt);
    v1::Channel channel = v1::CHANNEL_UNSPECIFIED;
    if (!channel_.empty() &&
        !v1::Channel_Parse(absl::StrCat("CHANNEL_", absl::AsciiStrToUpper(channel_)), &channel)) {
      return absl::InvalidArgumentError(absl::StrCat("no such channel: ", channel_));
    }
    order.set_channel(channel);
    return FillValues(order);
  }

 private:
  absl::Status FillValues(v1::MessageOrder& order) const {
    for (const std::string& text : texts_) {
      PARLEY_ASSIGN_OR_RETURN(const auto pair, Split(text));
      Add(order, pair.first).set_text(pair.second);
    }
    for (const std::string& date : dates_) {
      PARLEY_ASSIGN_OR_RETURN(const auto pair, Split(date));
      Add(order, pair.first).set_date(pair.second);
    }
    for (const std::string& time : times_) {
      PARLEY_ASSIGN_OR_RETURN(const auto pair, Split(time));
      Add(order, pair.first).set_time(pair.second);
    }
    for (const std::string& money : money_) {
      PARLEY_ASSIGN_OR_RETURN(const auto pair, Split(money));
      PARLEY_ASSIGN_OR_RETURN(*Add(order, pair.first).mutable_money(), MoneyOf(pair.second));
    }
    for (const std::string& count : counts_) {
      PARLEY_ASSIGN_OR_RETURN(const auto pair, Split(count));
      std::int64_t number = 0;
      if (!absl::SimpleAtoi(pair.second, &number)) {
        return absl::InvalidArgumentError(absl::StrCat(count, ": is no whole number"));
      }
      Add(order, pair.first).set_count(number);
    }
    return absl::OkStatus();
  }

  static v1::TemplateValue& Add(v1::MessageOrder& order, const std::string& name) {
    v1::TemplateValue& value = *order.add_values();
    value.set_name(name);
    return value;
  }

  std::string debtor_;
  std::string template_;
  std::vector<std::string> texts_;
  std::vector<std::string> money_;
  std::vector<std::string> dates_;
  std::vector<std::string> times_;
  std::vector<std::string> counts_;
  std::string channel_;
  std::string contact_point_;
  std::vector<std::string> debts_;
  std::string in_reply_to_;
  std::string language_;
};

std::string InstantText(const google::protobuf::Timestamp& time) {
  const absl::Time instant =
      absl::FromUnixSeconds(time.seconds()) + absl::Nanoseconds(time.nanos());
  return absl::FormatTime("%Y-%m-%d %H:%M UTC", instant, absl::UTCTimeZone());
}

std::string WordsText(const v1::MessageWords& words) {
  std::string out;
  for (const v1::MessagePart& part : words.parts()) {
    if (part.kind() == v1::MESSAGE_PART_KIND_HTML) continue;
    if (part.kind() == v1::MESSAGE_PART_KIND_SUBJECT) absl::StrAppend(&out, "Subject: ");
    if (!part.heading().empty()) absl::StrAppend(&out, part.heading(), "\n");
    absl::StrAppend(&out, part.text(), "\n\n");
  }
  return out;
}

std::string PreviewText(const v1::PreviewMessageResponse& preview) {
  std::string out = absl::StrCat("By ", PlainWords(v1::Channel_Name(preview.channel()), "CHANNEL_"),
                                 ": ", preview.answer().sentence(), "\n");
  if (preview.has_dispatch_time()) {
    absl::StrAppend(&out, "Would go at ", InstantText(preview.dispatch_time()), ".\n\n");
  }
  if (preview.has_sms_length()) {
    absl::StrAppend(&out, "Takes ", preview.sms_length().segments(), " segment(s).\n\n");
  }
  return absl::StrCat(out, WordsText(preview.words()));
}

std::string MessageText(const v1::Message& message) {
  std::string out = absl::StrCat(
      message.name(), ": ", PlainWords(v1::MessageState_Name(message.state()), "MESSAGE_STATE_"),
      " by ", PlainWords(v1::Channel_Name(message.channel()), "CHANNEL_"));
  if (message.end() != v1::MESSAGE_END_UNSPECIFIED) {
    absl::StrAppend(&out, ", ", PlainWords(v1::MessageEnd_Name(message.end()), "MESSAGE_END_"));
  }
  if (message.state() == v1::MESSAGE_STATE_QUEUED) {
    absl::StrAppend(&out, ", not before ", InstantText(message.not_before_time()));
  }
  out += "\n";
  if (message.has_words()) absl::StrAppend(&out, "\n", WordsText(message.words()));
  return out;
}

std::string SentText(const v1::SendMessageResponse& sent) {
  return absl::StrCat(sent.verdict().answer().sentence(), "\n",
                      sent.has_message() ? MessageText(sent.message()) : "");
}

class PreviewCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = program.add_subcommand(
        "preview", "Show what a message would say, when it would go and what the rules say to it");
    options_.Declare(*app);
    app->footer(absl::StrCat("Nothing is stored, nothing counts and nothing is sent.\n",
                             app->get_footer()));
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    v1::PreviewMessageRequest request;
    PARLEY_ASSIGN_OR_RETURN(*request.mutable_parent(), options_.Parent(*client));
    PARLEY_RETURN_IF_ERROR(options_.Fill(*request.mutable_order()));
    request.set_language_code(options_.language());
    const auto stub = v1::CommunicationService::NewStub(client->channel());
    PARLEY_ASSIGN_OR_RETURN(
        const v1::PreviewMessageResponse preview,
        client->Call<Communications>(*stub, &Communications::PreviewMessage, request));
    context.terminal().out << (context.json() ? MessageToJson(preview, JsonShape::kOneLine)
                                              : PreviewText(preview));
    return Outcome::kClean;
  }

 private:
  OrderOptions options_;
};

class SendCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app =
        program.add_subcommand("send", "Send a message, as soon as the rules let it go");
    options_.Declare(*app);
    app->add_option("--occasion", occasion_, "A person gets one message of each")
        ->type_name("TEXT");
    app->add_option("--expire", expire_, "What has not gone by this instant (RFC 3339) never goes")
        ->type_name("TIME");
    app->add_flag("--dry-run", dry_run_, "Show the verdict, and send nothing");
    app->add_option("--request-id", request_id_,
                    "As an error told it: what was sent under it is not sent again")
        ->type_name("UUID");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    v1::SendMessageRequest request;
    PARLEY_ASSIGN_OR_RETURN(*request.mutable_parent(), options_.Parent(*client));
    PARLEY_RETURN_IF_ERROR(options_.Fill(*request.mutable_order()));
    request.set_language_code(options_.language());
    request.set_occasion(occasion_);
    request.set_validate_only(dry_run_);
    if (!expire_.empty() &&
        !google::protobuf::util::TimeUtil::FromString(expire_, request.mutable_expire_time())) {
      return absl::InvalidArgumentError(absl::StrCat("--expire is no instant: ", expire_));
    }
    request.set_request_id(request_id_);
    const std::string request_id = FillRequestId(request);
    const auto stub = v1::CommunicationService::NewStub(client->channel());
    const absl::StatusOr<v1::SendMessageResponse> sent =
        client->Call<Communications>(*stub, &Communications::SendMessage, request);
    if (!sent.ok()) return WithRequestId(sent.status(), request_id);
    context.terminal().out << (context.json() ? MessageToJson(*sent, JsonShape::kOneLine)
                                              : SentText(*sent));
    return Outcome::kClean;
  }

 private:
  OrderOptions options_;
  std::string occasion_;
  std::string expire_;
  bool dry_run_ = false;
  std::string request_id_;
};

class ShowMessageCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = program.add_subcommand("message", "Show where a message is, and its words");
    app->add_option("MESSAGE", name_, "debtors/DEBTOR/communications/COMMUNICATION")->required();
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    v1::GetMessageRequest request;
    request.set_name(name_);
    const auto stub = v1::CommunicationService::NewStub(client->channel());
    PARLEY_ASSIGN_OR_RETURN(
        const v1::Message message,
        client->Call<Communications>(*stub, &Communications::GetMessage, request));
    context.terminal().out << (context.json() ? MessageToJson(message, JsonShape::kOneLine)
                                              : MessageText(message));
    return Outcome::kClean;
  }

 private:
  std::string name_;
};

}  // namespace

std::unique_ptr<Command> MakePreviewCommand() { return std::make_unique<PreviewCommand>(); }
std::unique_ptr<Command> MakeSendCommand() { return std::make_unique<SendCommand>(); }
std::unique_ptr<Command> MakeShowMessageCommand() { return std::make_unique<ShowMessageCommand>(); }

}  // namespace parley::cli
