// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/templates/check_template.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "domain/common/reason.h"
#include "domain/common/text.h"
#include "domain/communication/templates/check_variables.h"
#include "domain/communication/templates/limited.h"

namespace parley {
namespace {

constexpr EnumSet<Channel> kWithSubject{Channel::kEmail, Channel::kLetter, Channel::kPortal};
constexpr EnumSet<Channel> kWithTextAlone{Channel::kSms, Channel::kDirectMessage, Channel::kCall,
                                          Channel::kRinglessVoicemail};

std::string PartPath(std::size_t part) { return absl::StrCat("parts[", part, "].text"); }

// Judges one template; what is wrong is collected.
class Checker {
 public:
  Checker(const Template& words, std::span<const TextReading> readings,
          std::span<const ContentBlock> blocks)
      : words_(words), readings_(readings), blocks_(blocks) {}

  std::vector<TemplateFault> Run() && {
    CheckHead();
    CheckKinds();
    FindBlocks();
    const std::vector<Variable> variables = VariablesWith(words_.variables, used_blocks_);
    AddFaults(CheckDeclarations(words_.variables, "variables"));
    UseCheck uses(variables, faults_);
    for (std::size_t at = 0; at < words_.parts.size(); ++at) {
      CheckPart(at);
      uses.Check(readings_[at], PartPath(at));
    }
    uses.TellUnused(words_.variables, "variables");
    CheckClashes();
    CheckHouse();
    AddFaults(CheckLimited(words_, used_blocks_));
    return std::move(faults_);
  }

 private:
  void Add(std::string path, std::string what, int line = 0) {
    faults_.push_back({.path = std::move(path), .line = line, .what = std::move(what)});
  }

  void AddFaults(std::vector<TemplateFault> faults) {
    std::move(faults.begin(), faults.end(), std::back_inserter(faults_));
  }

  void CheckHead() {
    if (!IsGivenId(words_.key)) Add("key", "letters, digits, dots, hyphens, underscores");
    if (!IsLanguageTag(words_.language)) Add("language", "no language tag such as \"es\"");
    if (words_.version < 1) Add("version", "versions begin at 1");
    const bool statutory = words_.purpose == Purpose::kStatutory;
    if (statutory != (words_.statutory != StatutoryKind::kNone)) {
      Add("statutory", "a kind is for what a law asks for, and such a template names it");
    }
    if (!kWithSubject.Has(words_.channel) && !kWithTextAlone.Has(words_.channel)) {
      Add("channel", "there are no templates for this channel");
    }
  }

  std::size_t CountOf(PartKind kind) const {
    return static_cast<std::size_t>(
        std::count_if(words_.parts.begin(), words_.parts.end(),
                      [kind](const TemplatePart& part) { return part.kind == kind; }));
  }

  // Which parts a channel has.
  void CheckKinds() {
    const bool letter = words_.channel == Channel::kLetter;
    const std::size_t subjects = kWithSubject.Has(words_.channel) ? 1 : 0;
    if (CountOf(PartKind::kSubject) != subjects) {
      Add("parts", subjects == 1 ? "one subject" : "no subject on this channel");
    }
    const std::size_t sections = CountOf(PartKind::kSection);
    if (sections > 0 && !letter) Add("parts", "sections are for letters");
    const std::size_t texts = CountOf(PartKind::kText);
    if (texts != 1 && !(letter && sections > 0 && texts == 0)) {
      Add("parts", letter ? "one text, or sections" : "one text");
    }
    const bool html = words_.channel == Channel::kEmail || words_.channel == Channel::kPortal;
    if (CountOf(PartKind::kHtml) > (html ? 1U : 0U)) Add("parts", "no HTML, or one, for e-mail");
  }

  void FindBlocks() {
    for (std::size_t at = 0; at < readings_.size(); ++at) {
      for (const BlockUse& use : readings_[at].blocks) FindBlock(use, PartPath(at));
    }
  }

  void FindBlock(const BlockUse& use, const std::string& path) {
    if (use.name == kRequiredSlot) {
      if (words_.variant == Variant::kLimited) Add(path, "no slot in limited content", use.line);
      if (use.in_section) Add(path, "a slot that could be left out", use.line);
      return;
    }
    const auto found = std::find_if(
        blocks_.begin(), blocks_.end(),
        [&use](const ContentBlock& block) { return WordFor(block.block) == use.name; });
    if (found == blocks_.end()) {
      Add(path, absl::StrCat("no block ", use.name, " in this language for this channel"),
          use.line);
    } else if (use.in_section) {
      Add(path, absl::StrCat("the block ", use.name, " could be left out"), use.line);
    } else {
      held_.Add(found->block);
      used_blocks_.push_back(*found);
    }
  }

  void CheckPart(std::size_t at) {
    const TemplatePart& part = words_.parts[at];
    const bool subject = part.kind == PartKind::kSubject;
    const std::size_t longest = subject ? kLongestWrittenSubject : kLongestPart;
    if (part.text.find_first_not_of(" \n\t") == std::string::npos) Add(PartPath(at), "no text");
    const auto fault = CheckText(part.text, longest, subject ? Lines::kOne : Lines::kMany);
    if (fault.has_value()) Add(PartPath(at), std::string(RowOf(*fault).text), 1);
    const auto heading = CheckText(part.heading, kLongestName);
    if (heading.has_value()) {
      Add(absl::StrCat("parts[", at, "].heading"), std::string(RowOf(*heading).text));
    }
    if (subject && !readings_[at].blocks.empty()) Add(PartPath(at), "no blocks in a subject", 1);
  }

  // A name means one thing in a template and in its blocks.
  void CheckClashes() {
    for (const ContentBlock& block : used_blocks_) {
      for (const Variable& variable : block.variables) {
        const Variable* const own = FindVariable(words_.variables, variable.name);
        if (own == nullptr || own->type == variable.type) continue;
        Add("variables", absl::StrCat(variable.name, " is of another type in the block ",
                                      std::string(WordFor(block.block))));
      }
    }
  }

  void CheckHouse() {
    const EnumSet<Block> wanted = BlocksOfHouse(words_);
    for (std::size_t at = 1; at < WordsOf<Block>().size(); ++at) {
      const auto block = static_cast<Block>(at);
      if (!wanted.Has(block) || held_.Has(block)) continue;
      Add("parts", absl::StrCat("lacks the block ", std::string(WordFor(block))));
    }
  }

  const Template& words_;
  const std::span<const TextReading> readings_;
  const std::span<const ContentBlock> blocks_;
  std::vector<ContentBlock> used_blocks_;
  EnumSet<Block> held_;
  std::vector<TemplateFault> faults_;
};

}  // namespace

std::vector<Variable> VariablesWith(std::span<const Variable> own,
                                    std::span<const ContentBlock> blocks) {
  std::vector<Variable> all(own.begin(), own.end());
  for (const ContentBlock& block : blocks) {
    for (const Variable& variable : block.variables) {
      const auto known = std::find_if(all.begin(), all.end(), [&](const Variable& other) {
        return other.name == variable.name;
      });
      if (known == all.end()) {
        all.push_back(variable);
      } else {
        known->optional = known->optional && variable.optional;
      }
    }
  }
  return all;
}

std::vector<TemplateFault> CheckTemplate(const Template& words,
                                         std::span<const TextReading> readings,
                                         std::span<const ContentBlock> blocks) {
  return Checker(words, readings, blocks).Run();
}

std::vector<TemplateFault> CheckBlock(const ContentBlock& block, const TextReading& reading) {
  std::vector<TemplateFault> faults = CheckDeclarations(block.variables, "variables");
  if (!IsLanguageTag(block.language)) {
    faults.push_back({.path = "language", .what = "no language tag such as \"es\""});
  }
  const auto fault = CheckText(block.text, kLongestPart, Lines::kMany);
  if (fault.has_value()) faults.push_back({"text", 1, std::string(RowOf(*fault).text)});
  for (const BlockUse& use : reading.blocks) {
    faults.push_back({"text", use.line, "no block stands in another one"});
  }
  UseCheck uses(block.variables, faults);
  uses.Check(reading, "text");
  uses.TellUnused(block.variables, "variables");
  return faults;
}

absl::Status ToStatus(std::span<const TemplateFault> faults) {
  if (faults.empty()) return absl::OkStatus();
  std::vector<std::string> lines;
  lines.reserve(faults.size());
  for (const TemplateFault& fault : faults) {
    const std::string line = fault.line > 0 ? absl::StrCat(", line ", fault.line) : "";
    lines.push_back(absl::StrCat(fault.path, line, ": ", fault.what));
  }
  return Refuse(Reason::kTemplateUnsound, {}, {{"faults", absl::StrJoin(lines, "\n")}});
}

}  // namespace parley
