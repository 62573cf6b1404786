// SPDX-License-Identifier: Apache-2.0
#include "adapters/lexicons/listener.h"

#include <algorithm>
#include <string>
#include <vector>

#include "adapters/lexicons/lexicons.h"
#include "domain/common/status_macros.h"

namespace parley::lexicons {
namespace {

language::HeardBy ByOf(Channel channel) {
  switch (channel) {
    case Channel::kSms:
      return language::HeardBy::kSms;
    case Channel::kCall:
    case Channel::kRinglessVoicemail:
    case Channel::kVisit:
      return language::HeardBy::kCallNote;
    case Channel::kEmail:
    case Channel::kDirectMessage:
    case Channel::kLetter:
    case Channel::kPortal:
    case Channel::kPostcard:
    case Channel::kPublicPost:
      break;
  }
  return language::HeardBy::kMessage;
}

language::HearingContext ContextOf(const ListenContext& known) {
  language::HearingContext context;
  context.by = ByOf(known.channel);
  context.received = known.zone.At(known.received).cs;
  context.language = language::LanguageOf(known.language);
  context.day_first = known.region.substr(0, 2) != "US";
  return context;
}

HeardInbound Told(const language::Heard& heard) {
  HeardInbound told;
  told.language = std::string(language::NameOf(heard.language));
  for (const language::HeardLabel& label : heard.labels) {
    told.labels.push_back({.intent = label.intent,
                           .evidence = {label.evidence.begin, label.evidence.end},
                           .source = label.source,
                           .rule = std::string(label.rule),
                           .confidence_percent = label.confidence_percent});
  }
  const language::HeardEntities& named = heard.entities;
  if (named.amount.has_value()) {
    told.entities.amount_hundredths = named.amount->minor_units;
    told.entities.currency = named.amount->currency;
  }
  told.entities.date = named.date;
  told.entities.channel = named.channel;
  told.entities.time_note = SensitiveText(named.time_note);
  told.entities.at_work = named.at_work;
  return told;
}

// What is dangerous to miss.
bool IsDangerOrSilence(Intent intent) {
  return intent == Intent::kCrisis || intent == Intent::kStopContact ||
         intent == Intent::kStopChannel;
}

// Rules come first; danger comes before everything.
void Join(std::vector<InboundLabel> proposed, std::vector<InboundLabel>& labels) {
  const bool unclear = labels.size() == 1 && labels.front().intent == Intent::kUnclear;
  for (InboundLabel& one : proposed) {
    if (FindLabel(labels, one.intent) != nullptr || one.intent == Intent::kUnclear) continue;
    one.source = LabelSource::kModel;
    const bool before =
        IsDangerOrSilence(one.intent) && FindLabel(labels, Intent::kCrisis) == nullptr;
    labels.insert(before ? labels.begin() : labels.end(), std::move(one));
  }
  // Rules were unsure; where a model says something, a person still looks.
  const auto is_unclear = [](const InboundLabel& one) { return one.intent == Intent::kUnclear; };
  if (unclear && labels.size() > 1) std::stable_partition(labels.begin(), labels.end(), is_unclear);
}

}  // namespace

absl::StatusOr<std::unique_ptr<BuiltInListener>> BuiltInListener::Make(const LabelModel* model) {
  PARLEY_ASSIGN_OR_RETURN(const Lexicons lexicons, Lexicons::BuiltIn());
  std::vector<language::LanguageHearing> languages;
  for (const language::LanguageCode code : language::kLanguages) {
    PARLEY_ASSIGN_OR_RETURN(language::LanguageHearing hearing,
                            language::LanguageHearing::Make(code, lexicons.Of("hearing", code)));
    languages.push_back(std::move(hearing));
  }
  PARLEY_ASSIGN_OR_RETURN(language::Hearing hearing, language::Hearing::Make(std::move(languages)));
  return std::unique_ptr<BuiltInListener>(new BuiltInListener(std::move(hearing), model));
}

HeardInbound BuiltInListener::Listen(std::string_view text, const ListenContext& context) const {
  HeardInbound heard = Told(hearing_.Hear(text, ContextOf(context)));
  if (model_ != nullptr) Join(model_->Propose(text, context), heard.labels);
  return heard;
}

}  // namespace parley::lexicons
