// SPDX-License-Identifier: Apache-2.0
#include "domain/language/hearing/hearing_rules.h"

#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace parley::language {
namespace {

constexpr int kUsualConfidence = 80;

std::vector<std::string> ItemsOf(const std::string& value) {
  std::vector<std::string> items;
  for (const absl::string_view item : absl::StrSplit(value, ',', absl::SkipWhitespace())) {
    items.emplace_back(absl::StripAsciiWhitespace(item));
  }
  return items;
}

}  // namespace

class HearingRuleReader {
 public:
  HearingRuleReader(const Lexicon& lexicon, HearingRules& rules)
      : lexicon_(lexicon), rules_(rules) {}

  absl::Status Read(std::span<const LexiconFile> files) {
    for (const LexiconFile& file : files) ReadSections(file, "intent");
    for (const LexiconFile& file : files) ReadSections(file, "rule");
    return faults_.ToStatus();
  }

 private:
  void ReadSections(const LexiconFile& file, std::string_view kind) {
    file_ = &file;
    for (const LexiconSection& section : file.sections) {
      if (section.kind != kind) continue;
      kind == "intent" ? ReadIntent(section) : ReadRule(section);
    }
  }

  void Fault(const LexiconLine& line, std::string_view what) {
    faults_.Add(*file_, line.number, line.name, what);
  }

  void ReadIntent(const LexiconSection& section) {
    const std::optional<Intent> intent = IntentNamed(section.name);
    if (!intent.has_value()) {
      return faults_.Add(*file_, section.number, "intent", "no such intent");
    }
    const auto at = static_cast<std::size_t>(*intent);
    for (const LexiconLine& line : section.lines) {
      if (line.name == "rank") {
        rules_.traits_[at].rank = NumberOf(line);
      } else if (line.name == "silences") {
        rules_.traits_[at].silences = IntentsOf(line);
      } else if (!ReadExcuse(line, excuses_[at])) {
        Fault(line, "no field of an intent");
      }
    }
  }

  void ReadRule(const LexiconSection& section) {
    HearingRule rule;
    rule.id = section.name;
    rule.confidence_percent = kUsualConfidence;
    std::optional<Intent> intent =
        IntentNamed(std::string_view(section.name).substr(0, section.name.find('.')));
    for (const LexiconLine& line : section.lines) {
      if (line.name == "intent") {
        intent = IntentNamed(line.value);
      } else if (!ReadField(line, rule) && !ReadExcuse(line, rule.excuses)) {
        Fault(line, "no field of a rule");
      }
    }
    if (!intent.has_value()) return faults_.Add(*file_, section.number, "intent", "no such intent");
    if (rule.all.empty()) return faults_.Add(*file_, section.number, "all", "is missing");
    rule.intent = *intent;
    Inherit(excuses_[static_cast<std::size_t>(*intent)], rule.excuses);
    rules_.rules_.push_back(std::move(rule));
  }

  bool ReadField(const LexiconLine& line, HearingRule& rule) {
    if (line.name == "all") {
      AddConcepts(line, rule.all);
    } else if (line.name == "within") {
      rule.within = ScopeOf(line);
    } else if (line.name == "most_words") {
      rule.most_words = NumberOf(line);
    } else if (line.name == "confidence") {
      rule.confidence_percent = NumberOf(line);
    } else if (line.name == "only") {
      for (const std::string& item : ItemsOf(line.value)) ReadCondition(line, item, rule);
    } else {
      return false;
    }
    return true;
  }

  void ReadCondition(const LexiconLine& line, const std::string& item, HearingRule& rule) {
    if (item == "question") {
      rule.asks = true;
    } else if (item == "statement") {
      rule.states = true;
    } else if (item == "alone") {
      rule.alone = true;
    } else if (item == "sms") {
      rule.by_sms = true;
    } else {
      Fault(line, absl::StrCat("no condition: ", item));
    }
  }

  bool ReadExcuse(const LexiconLine& line, HearingExcuses& excuses) {
    if (line.name == "unless_before") {
      AddConcepts(line, excuses.before);
    } else if (line.name == "unless_clause") {
      AddConcepts(line, excuses.in_clause);
    } else if (line.name == "unless_sentence") {
      AddConcepts(line, excuses.in_sentence);
    } else if (line.name == "unless_text") {
      AddConcepts(line, excuses.in_text);
    } else {
      return false;
    }
    return true;
  }

  static void Inherit(const HearingExcuses& from, HearingExcuses& to) {
    to.before.insert(to.before.end(), from.before.begin(), from.before.end());
    to.in_clause.insert(to.in_clause.end(), from.in_clause.begin(), from.in_clause.end());
    to.in_sentence.insert(to.in_sentence.end(), from.in_sentence.begin(), from.in_sentence.end());
    to.in_text.insert(to.in_text.end(), from.in_text.begin(), from.in_text.end());
  }

  void AddConcepts(const LexiconLine& line, std::vector<ConceptId>& concepts) {
    for (const std::string& item : ItemsOf(line.value)) {
      const std::optional<ConceptId> id = lexicon_.Find(item);
      if (id.has_value()) {
        concepts.push_back(*id);
      } else {
        Fault(line, absl::StrCat("the concept ", item, " is not defined in ",
                                 std::string(NameOf(lexicon_.language()))));
      }
    }
  }

  std::vector<Intent> IntentsOf(const LexiconLine& line) {
    std::vector<Intent> intents;
    for (const std::string& item : ItemsOf(line.value)) {
      const std::optional<Intent> intent = IntentNamed(item);
      if (intent.has_value()) {
        intents.push_back(*intent);
      } else {
        Fault(line, absl::StrCat("no such intent: ", item));
      }
    }
    return intents;
  }

  int NumberOf(const LexiconLine& line) {
    int number = 0;
    if (!absl::SimpleAtoi(line.value, &number) || number < 0) Fault(line, "no number");
    return number;
  }

  HearingScope ScopeOf(const LexiconLine& line) {
    if (line.value == "clause") return HearingScope::kClause;
    if (line.value == "text") return HearingScope::kText;
    if (line.value != "sentence") Fault(line, "clause, sentence or text");
    return HearingScope::kSentence;
  }

  const Lexicon& lexicon_;
  HearingRules& rules_;
  const LexiconFile* file_ = nullptr;
  LexiconFaults faults_;
  std::array<HearingExcuses, kIntentCount> excuses_;
};

absl::StatusOr<HearingRules> HearingRules::Make(const Lexicon& lexicon,
                                                std::span<const LexiconFile> files) {
  HearingRules rules;
  const absl::Status read = HearingRuleReader(lexicon, rules).Read(files);
  if (!read.ok()) return read;
  return rules;
}

}  // namespace parley::language
