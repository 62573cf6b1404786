// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/inbound_json.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "absl/time/time.h"

namespace parley::postgres {
namespace {

using Json = nlohmann::json;

SensitiveText TextOf(const Json& json) { return SensitiveText(json.get<std::string>()); }

Intent IntentOf(const Json& json) {
  const std::optional<Intent> intent = IntentNamed(json.get<std::string>());
  if (!intent.has_value()) throw std::invalid_argument("intent");
  return *intent;
}

Json ToJson(const TextPart& part) { return {part.begin, part.end}; }

TextPart PartOf(const Json& json) {
  return {json.at(0).get<std::size_t>(), json.at(1).get<std::size_t>()};
}

Json ToJson(const InboundAttachment& one) {
  return {{"name", one.name.Reveal()},
          {"type", one.media_type},
          {"size", one.size},
          {"digest", one.digest},
          {"where", one.where.Reveal()}};
}

InboundAttachment AttachmentOf(const Json& json) {
  return {.name = TextOf(json.at("name")),
          .media_type = json.at("type").get<std::string>(),
          .size = json.at("size").get<std::int64_t>(),
          .digest = json.at("digest").get<std::string>(),
          .where = TextOf(json.at("where"))};
}

Json ToJson(const InboundLabel& label) {
  return {{"intent", NameOf(label.intent)},
          {"evidence", ToJson(label.evidence)},
          {"source", NameOf(label.source)},
          {"rule", label.rule},
          {"confidence", label.confidence_percent}};
}

InboundLabel LabelOf(const Json& json) {
  const auto source = LabelSourceNamed(json.at("source").get<std::string>());
  if (!source.has_value()) throw std::invalid_argument("source");
  return {.intent = IntentOf(json.at("intent")),
          .evidence = PartOf(json.at("evidence")),
          .source = *source,
          .rule = json.at("rule").get<std::string>(),
          .confidence_percent = json.at("confidence").get<int>()};
}

Json ToJson(const InboundEntities& named) {
  Json json = {{"currency", named.currency},
               {"channel", named.channel},
               {"time", named.time_note.Reveal()},
               {"at_work", named.at_work}};
  if (named.amount_hundredths.has_value()) json["amount"] = *named.amount_hundredths;
  if (named.date.has_value()) json["date"] = FormatDay(*named.date);
  return json;
}

InboundEntities EntitiesOf(const Json& json) {
  InboundEntities named;
  named.currency = json.at("currency").get<std::string>();
  named.channel = json.at("channel").get<std::string>();
  named.time_note = TextOf(json.at("time"));
  named.at_work = json.at("at_work").get<bool>();
  if (json.contains("amount")) named.amount_hundredths = json.at("amount").get<std::int64_t>();
  if (json.contains("date")) named.date = ParseDay(json.at("date").get<std::string>());
  return named;
}

Json ToJson(const HeardInbound& heard) {
  Json labels = Json::array();
  for (const InboundLabel& label : heard.labels) labels.push_back(ToJson(label));
  return {{"language", heard.language},
          {"labels", std::move(labels)},
          {"named", ToJson(heard.entities)}};
}

HeardInbound HeardOf(const Json& json) {
  HeardInbound heard;
  heard.language = json.at("language").get<std::string>();
  for (const Json& label : json.at("labels")) heard.labels.push_back(LabelOf(label));
  heard.entities = EntitiesOf(json.at("named"));
  return heard;
}

Json ToJson(const LabelCorrection& correction) {
  Json intents = Json::array();
  for (const Intent intent : correction.intents) intents.push_back(NameOf(intent));
  return {{"intents", std::move(intents)},
          {"by", correction.actor},
          {"at", absl::ToUnixMicros(correction.time)},
          {"why", correction.reason.Reveal()}};
}

LabelCorrection CorrectionOf(const Json& json) {
  LabelCorrection correction;
  for (const Json& intent : json.at("intents")) correction.intents.push_back(IntentOf(intent));
  correction.actor = json.at("by").get<std::string>();
  correction.time = absl::FromUnixMicros(json.at("at").get<std::int64_t>());
  correction.reason = TextOf(json.at("why"));
  return correction;
}

Json ToJson(const TakenReaction& one) {
  return {{"what", one.what},
          {"intent", NameOf(one.intent)},
          {"evidence", ToJson(one.evidence)},
          {"subject", one.subject.ToString()},
          {"note", one.note.Reveal()}};
}

TakenReaction ReactionOf(const Json& json) {
  const auto subject = Uuid::Parse(json.at("subject").get<std::string>());
  if (!subject.has_value()) throw std::invalid_argument("subject");
  return {.what = json.at("what").get<std::string>(),
          .intent = IntentOf(json.at("intent")),
          .evidence = PartOf(json.at("evidence")),
          .subject = *subject,
          .note = TextOf(json.at("note"))};
}

template <typename Take>
bool Reads(std::string_view text, const Take& take) {
  try {
    take(Json::parse(text));
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace

std::string ContentJson(const InboundItem& item) {
  const InboundContent& content = item.content;
  Json attachments = Json::array();
  for (const InboundAttachment& one : content.attachments) attachments.push_back(ToJson(one));
  return Json{{"from", content.from.Reveal()},         {"to", content.to.Reveal()},
              {"subject", content.subject.Reveal()},   {"text", content.text.Reveal()},
              {"rest", content.rest.Reveal()},         {"cards", content.cards_masked},
              {"attachments", std::move(attachments)}, {"provider", content.provider},
              {"provider_id", content.provider_id}}
      .dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool ReadContentJson(std::string_view json, InboundItem& item) {
  return Reads(json, [&](const Json& from) {
    InboundContent& content = item.content;
    content.from = TextOf(from.at("from"));
    content.to = TextOf(from.at("to"));
    content.subject = TextOf(from.at("subject"));
    content.text = TextOf(from.at("text"));
    content.rest = TextOf(from.at("rest"));
    content.cards_masked = from.at("cards").get<int>();
    for (const Json& one : from.at("attachments")) {
      content.attachments.push_back(AttachmentOf(one));
    }
    content.provider = from.at("provider").get<std::string>();
    content.provider_id = from.at("provider_id").get<std::string>();
  });
}

std::string HearingJson(const InboundItem& item) {
  Json corrections = Json::array();
  for (const LabelCorrection& one : item.corrections) corrections.push_back(ToJson(one));
  Json reactions = Json::array();
  for (const TakenReaction& one : item.reactions) reactions.push_back(ToJson(one));
  Json json = {{"corrections", std::move(corrections)},
               {"reactions", std::move(reactions)},
               {"no_answer", item.no_answer_reason.Reveal()}};
  if (item.heard.has_value()) json["heard"] = ToJson(*item.heard);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool ReadHearingJson(std::string_view json, InboundItem& item) {
  return Reads(json, [&](const Json& from) {
    if (from.contains("heard")) item.heard = HeardOf(from.at("heard"));
    for (const Json& one : from.at("corrections")) item.corrections.push_back(CorrectionOf(one));
    for (const Json& one : from.at("reactions")) item.reactions.push_back(ReactionOf(one));
    item.no_answer_reason = TextOf(from.at("no_answer"));
  });
}

}  // namespace parley::postgres
