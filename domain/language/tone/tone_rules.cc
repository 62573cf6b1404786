// SPDX-License-Identifier: Apache-2.0
#include "domain/language/tone/tone_rules.h"

#include <array>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace parley::language {
namespace {

template <typename Value>
struct Worded {
  std::string_view word;
  Value value;
};

constexpr auto kScopes = std::to_array<Worded<RuleScope>>({{"clause", RuleScope::kClause},
                                                           {"sentence", RuleScope::kSentence},
                                                           {"text", RuleScope::kText}});
constexpr auto kPlaces = std::to_array<Worded<RulePlace>>({{"anywhere", RulePlace::kAnywhere},
                                                           {"subject", RulePlace::kSubject},
                                                           {"overheard", RulePlace::kOverheard}});
constexpr auto kStatements = std::to_array<Worded<bool EnabledStatements::*>>(
    {{"court_order", &EnabledStatements::court_order},
     {"legal_action", &EnabledStatements::legal_action},
     {"agreed_instalment", &EnabledStatements::agreed_instalment}});

template <typename Values, typename Value>
bool ReadWord(const Values& values, std::string_view word, Value& value) {
  for (const auto& worded : values) {
    if (worded.word != word) continue;
    value = worded.value;
    return true;
  }
  return false;
}

template <typename Value>
bool Take(const std::optional<Value>& found, Value& value) {
  if (found.has_value()) value = *found;
  return found.has_value();
}

void Append(const std::vector<ConceptId>& from, std::vector<ConceptId>& to) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

class ToneRuleReader {
 public:
  ToneRuleReader(const Lexicon& lexicon, ToneRules& rules) : lexicon_(lexicon), rules_(rules) {}

  absl::Status Read(std::span<const LexiconFile> files) {
    for (const LexiconFile& file : files) {
      for (const LexiconSection& section : file.sections) ReadSection(file, section);
    }
    for (const ToneCategory category : kToneCategories) {
      if (!suggestions_.contains(std::string(NameOf(category)))) {
        faults_.Add(files.empty() ? LexiconFile{} : files.back(), 0, "suggest",
                    absl::StrCat("no kinder words for ", std::string(NameOf(category))));
      }
    }
    if (!faults_.none()) return faults_.ToStatus();
    for (ToneRule& rule : rules_.rules_) Complete(rule);
    for (const ToneCategory category : kToneCategories) {
      rules_.suggestions_[category] = suggestions_[std::string(NameOf(category))];
    }
    return absl::OkStatus();
  }

 private:
  void ReadSection(const LexiconFile& file, const LexiconSection& section) {
    if (section.kind == "rule") {
      ReadRule(file, section);
    } else if (section.kind == "category") {
      ReadCategory(file, section);
    } else if (section.kind == "suggest") {
      for (const LexiconLine& line : section.lines) suggestions_[line.name] = line.value;
    } else if (section.kind != "concept" && section.kind != "weights") {
      faults_.Add(file, section.number, section.kind, "no kind of section");
    }
  }

  void ReadCategory(const LexiconFile& file, const LexiconSection& section) {
    const std::optional<ToneCategory> category = ToneCategoryNamed(section.name);
    if (!category.has_value()) {
      return faults_.Add(file, section.number, section.name, "no category");
    }
    for (const LexiconLine& line : section.lines) {
      if (!ReadExcuse(file, line, by_category_[*category])) {
        faults_.Add(file, line.number, line.name, "no field of a category");
      }
    }
  }

  void ReadRule(const LexiconFile& file, const LexiconSection& section) {
    ToneRule rule;
    rule.id = section.name;
    bool has_category = false;
    for (const LexiconLine& line : section.lines) {
      has_category = has_category || line.name == "category";
      if (line.name == "firm") {
        firm_.push_back(rule.id);
      } else if (!ReadExcuse(file, line, rule.excuses)) {
        ReadField(file, line, rule);
      }
    }
    if (!has_category) faults_.Add(file, section.number, section.name, "a category is missing");
    if (rule.all.empty()) faults_.Add(file, section.number, section.name, "all: is missing");
    rules_.rules_.push_back(std::move(rule));
  }

  void ReadField(const LexiconFile& file, const LexiconLine& line, ToneRule& rule) {
    bool sound = true;
    const std::string& value = line.value;
    if (line.name == "category") {
      sound = Take(ToneCategoryNamed(value), rule.category);
    } else if (line.name == "severity") {
      sound = Take(ToneSeverityNamed(value), rule.severity);
    } else if (line.name == "within") {
      sound = ReadWord(kScopes, value, rule.within);
    } else if (line.name == "where") {
      sound = ReadWord(kPlaces, value, rule.where);
    } else if (line.name == "all") {
      rule.all = Concepts(file, line);
    } else if (line.name == "times") {
      sound = absl::SimpleAtoi(value, &rule.times) && rule.times > 0;
    } else if (line.name == "near") {
      sound = absl::SimpleAtoi(value, &rule.near) && rule.near > 0;
    } else if (line.name == "last_resort") {
      rule.last_resort = value == "yes";
      sound = rule.last_resort;
    } else if (line.name == "certain") {
      rule.certain = value == "yes";
      sound = rule.certain;
    } else if (line.name == "allowed_by") {
      sound = ReadWord(kStatements, value, rule.allowed_by);
    } else {
      return faults_.Add(file, line.number, line.name, "no field of a rule");
    }
    if (!sound) {
      faults_.Add(file, line.number, line.name, absl::StrCat("\"", value, "\" is no value of it"));
    }
  }

  bool ReadExcuse(const LexiconFile& file, const LexiconLine& line, RuleExcuses& excuses) {
    if (line.name == "unless_before") {
      Append(Concepts(file, line), excuses.before);
    } else if (line.name == "unless_clause") {
      Append(Concepts(file, line), excuses.in_clause);
    } else if (line.name == "unless_sentence") {
      Append(Concepts(file, line), excuses.in_sentence);
    } else if (line.name == "unless_text") {
      Append(Concepts(file, line), excuses.in_text);
    } else if (line.name == "unless_together") {
      Append(Concepts(file, line), excuses.together);
    } else if (line.name == "unless_quoted") {
      Append(Concepts(file, line), excuses.if_quoted);
    } else {
      return false;
    }
    return true;
  }

  std::vector<ConceptId> Concepts(const LexiconFile& file, const LexiconLine& line) {
    std::vector<ConceptId> ids;
    for (absl::string_view name : absl::StrSplit(line.value, ',', absl::SkipWhitespace())) {
      name = absl::StripPrefix(absl::StripAsciiWhitespace(name), "@");
      const std::optional<ConceptId> id = lexicon_.Find({name.data(), name.size()});
      if (id.has_value()) {
        ids.push_back(*id);
      } else {
        faults_.Add(file, line.number, line.name, absl::StrCat("no concept @", name));
      }
    }
    return ids;
  }

  // Adds what excuses the whole category, unless the rule is firm, and the words to suggest.
  void Complete(ToneRule& rule) {
    bool firm = false;
    for (const std::string& id : firm_) firm = firm || id == rule.id;
    if (!firm) {
      const RuleExcuses& shared = by_category_[rule.category];
      Append(shared.before, rule.excuses.before);
      Append(shared.in_clause, rule.excuses.in_clause);
      Append(shared.in_sentence, rule.excuses.in_sentence);
      Append(shared.in_text, rule.excuses.in_text);
      if (rule.excuses.together.empty()) rule.excuses.together = shared.together;
      Append(shared.if_quoted, rule.excuses.if_quoted);
    }
    const auto own = suggestions_.find(rule.id);
    rule.suggestion =
        own != suggestions_.end() ? own->second : suggestions_[std::string(NameOf(rule.category))];
  }

  const Lexicon& lexicon_;
  ToneRules& rules_;
  LexiconFaults faults_;
  std::map<ToneCategory, RuleExcuses> by_category_;
  std::map<std::string, std::string> suggestions_;
  std::vector<std::string> firm_;
};

absl::StatusOr<ToneRules> ToneRules::Make(const Lexicon& lexicon,
                                          std::span<const LexiconFile> files) {
  ToneRules rules;
  const absl::Status read = ToneRuleReader(lexicon, rules).Read(files);
  if (!read.ok()) return read;
  return rules;
}

const std::string& ToneRules::SuggestionFor(ToneCategory category) const {
  return suggestions_.at(category);
}

}  // namespace parley::language
