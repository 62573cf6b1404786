// SPDX-License-Identifier: Apache-2.0
#include "domain/language/hearing/entity_reader.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"

namespace parley::language {
namespace {

// The most particular first: "this number" before the phone that it rings.
constexpr auto kChannels =
    std::to_array<std::string_view>({"this_number", "work_phone", "voicemail", "landline",
                                     "whatsapp", "home_visit", "sms", "email", "letter", "phone"});

bool BearsAmount(Intent intent) {
  switch (intent) {
    case Intent::kPromiseToPay:
    case Intent::kSettlementOffer:
    case Intent::kWantsPlan:
    case Intent::kAlreadyPaid:
    case Intent::kDisputeAmount:
    case Intent::kPaymentProblem:
      return true;
    default:
      return false;
  }
}

bool BearsDate(Intent intent) {
  switch (intent) {
    case Intent::kPromiseToPay:
    case Intent::kSettlementOffer:
    case Intent::kWantsPlan:
    case Intent::kNeedsTime:
    case Intent::kCallBack:
    case Intent::kAlreadyPaid:
      return true;
    default:
      return false;
  }
}

// Of several sums, the one that is less is what a person can or admits.
bool MeansTheLeast(Intent intent) {
  return intent == Intent::kWantsPlan || intent == Intent::kSettlementOffer ||
         intent == Intent::kDisputeAmount;
}

}  // namespace

// The choice for one text.
class EntityChoice {
 public:
  EntityChoice(const EntityReader& reader, const Passage& passage, const ConceptsFound& found,
               const HearingContext& context)
      : reader_(reader), passage_(passage), found_(found), context_(context) {}

  HeardEntities Choose(const std::vector<RuleHeard>& heard) {
    dates_ = reader_.dates_.DatesIn(passage_, found_, context_.day_first);
    HeardEntities entities;
    for (const RuleHeard& label : heard) {
      if (BearsAmount(label.rule->intent)) {
        entities.amount = AmountFor(label);
        break;
      }
    }
    for (const RuleHeard& label : heard) {
      if (BearsDate(label.rule->intent)) {
        entities.date = DateFor(label);
        break;
      }
    }
    for (const RuleHeard& label : heard) {
      if (label.rule->intent == Intent::kStopChannel) entities.channel = ChannelFor(label);
    }
    for (const RuleHeard& label : heard) {
      if (label.rule->intent == Intent::kInconvenient) entities.at_work = IsAtWork(label);
    }
    entities.time_note = TimeNote();
    return entities;
  }

 private:
  std::uint32_t SentenceOf(const WordRange& words) const {
    return passage_.words()[words.first].sentence;
  }

  // 0 within the evidence, 1 in its sentence, 2 anywhere.
  int DistanceOf(const WordRange& words, const RuleHeard& label) const {
    if (words.Overlaps(label.words)) return 0;
    return SentenceOf(words) == SentenceOf(label.words) ? 1 : 2;
  }

  std::optional<HeardAmount> AmountFor(const RuleHeard& label) const {
    std::vector<WordRange> taken;
    for (const DateMention& date : dates_) taken.push_back(date.words);
    if (reader_.time_of_day_.has_value()) {
      const auto times = found_.Of(*reader_.time_of_day_);
      taken.insert(taken.end(), times.begin(), times.end());
    }
    const bool least = MeansTheLeast(label.rule->intent);
    const AmountMention* best = nullptr;
    int best_order = 0;
    const auto mentions = AmountsIn(passage_, reader_.numbers_, taken);
    for (const AmountMention& mention : mentions) {
      const int order = OrderOf(mention, label, least);
      if (order < 0) continue;
      const bool better =
          best == nullptr || order < best_order ||
          (order == best_order && least && mention.amount.minor_units < best->amount.minor_units);
      if (better) {
        best = &mention;
        best_order = order;
      }
    }
    if (best == nullptr) return std::nullopt;
    return best->amount;
  }

  // The less, the likelier; below 0 for what cannot be meant.
  int OrderOf(const AmountMention& mention, const RuleHeard& label, bool least) const {
    const int distance = DistanceOf(mention.words, label);
    if (distance == 2 && !mention.money && label.rule->intent != Intent::kDisputeAmount) return -1;
    if (least) return distance == 2 ? 1 : 0;
    return distance * 2 + (mention.money ? 0 : 1);
  }

  std::optional<absl::CivilDay> DateFor(const RuleHeard& label) const {
    const bool past = label.rule->intent == Intent::kAlreadyPaid;
    const DateMention* best = nullptr;
    int best_distance = 0;
    for (const DateMention& date : dates_) {
      const bool backward = date.kind == DateMention::Kind::kOffset && date.value < 0;
      if (past != backward && date.kind == DateMention::Kind::kOffset && date.value != 0) continue;
      if (IsToday(date) && label.rule->intent == Intent::kNeedsTime) continue;
      const int distance = DistanceOf(date.words, label);
      if (best == nullptr || distance < best_distance) {
        best = &date;
        best_distance = distance;
      }
    }
    if (best == nullptr) return std::nullopt;
    return Resolve(*best, absl::CivilDay(context_.received), past);
  }

  // Nobody waits until today.
  static bool IsToday(const DateMention& date) {
    return date.kind == DateMention::Kind::kOffset && date.value == 0;
  }

  std::string ChannelFor(const RuleHeard& label) const {
    if (reader_.whose_number_.has_value()) {
      for (const WordRange& words : found_.Of(*reader_.whose_number_)) {
        return absl::StrCat("number:", std::string(passage_.FoldedWord(words.first)));
      }
    }
    for (const int farthest : {1, 2}) {
      for (const EntityReader::NamedChannel& named : reader_.channels_) {
        for (const WordRange& words : found_.Of(named.id)) {
          if (DistanceOf(words, label) <= farthest) return named.channel;
        }
      }
    }
    return context_.by == HeardBy::kSms ? "sms" : context_.by == HeardBy::kCallNote ? "phone" : "";
  }

  bool IsAtWork(const RuleHeard& label) const {
    if (!reader_.at_work_.has_value()) return false;
    const auto& all = found_.Of(*reader_.at_work_);
    return std::any_of(all.begin(), all.end(),
                       [&](const WordRange& words) { return DistanceOf(words, label) <= 1; });
  }

  std::string TimeNote() const {
    if (!reader_.time_of_day_.has_value()) return "";
    for (const WordRange& words : found_.Of(*reader_.time_of_day_)) {
      return std::string(passage_.OriginOf(words).In(passage_.text().original()));
    }
    return "";
  }

  const EntityReader& reader_;
  const Passage& passage_;
  const ConceptsFound& found_;
  const HearingContext& context_;
  std::vector<DateMention> dates_;
};

absl::StatusOr<EntityReader> EntityReader::Make(const Lexicon& lexicon,
                                                std::span<const LexiconFile> files) {
  PARLEY_ASSIGN_OR_RETURN(DateReader dates, DateReader::Make(lexicon, files));
  EntityReader reader(std::move(dates));
  PARLEY_ASSIGN_OR_RETURN(reader.numbers_, NamedNumbers::Make("numbers", files));
  for (const std::string_view channel : kChannels) {
    const std::string name = absl::StrCat("channel_", std::string(channel));
    if (const auto id = lexicon.Find(name); id.has_value()) {
      reader.channels_.push_back({*id, std::string(channel)});
    }
  }
  reader.whose_number_ = lexicon.Find("channel_whose_number");
  reader.time_of_day_ = lexicon.Find("time_of_day");
  reader.at_work_ = lexicon.Find("at_work");
  return reader;
}

HeardEntities EntityReader::Read(const Passage& passage, const ConceptsFound& found,
                                 const std::vector<RuleHeard>& heard,
                                 const HearingContext& context) const {
  return EntityChoice(*this, passage, found, context).Choose(heard);
}

}  // namespace parley::language
