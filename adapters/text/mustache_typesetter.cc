// SPDX-License-Identifier: Apache-2.0
#include "adapters/text/mustache_typesetter.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "adapters/text/markup.h"
#include "adapters/text/template_filler.h"
#include "adapters/text/template_text.h"
#include "adapters/text/without_marks.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/text.h"

namespace parley::text {
namespace {

constexpr EnumSet<Channel> kOfFewLetters{Channel::kSms, Channel::kDirectMessage, Channel::kCall,
                                         Channel::kRinglessVoicemail};

std::vector<TextReading> ReadingsOf(const Template& words) {
  std::vector<TextReading> readings;
  readings.reserve(words.parts.size());
  for (const TemplatePart& part : words.parts)
    readings.push_back(ReadTemplateText(part.text).reading);
  return readings;
}

EnumSet<Block> BlocksIn(const Template& words) {
  EnumSet<Block> held;
  for (const TextReading& reading : ReadingsOf(words)) {
    for (const BlockUse& use : reading.blocks) {
      const std::optional<Block> block = Worded<Block>(use.name);
      if (block.has_value()) held.Add(*block);
    }
  }
  return held;
}

bool HasSlot(const Template& words) {
  const std::vector<TextReading> readings = ReadingsOf(words);
  return std::any_of(readings.begin(), readings.end(), [](const TextReading& reading) {
    return std::any_of(reading.blocks.begin(), reading.blocks.end(),
                       [](const BlockUse& use) { return use.name == kRequiredSlot; });
  });
}

// One template, taken apart.
class SetWords final : public SetTemplate {
 public:
  SetWords(const Template& words, std::span<const ContentBlock> blocks, const Catalogue& catalogue)
      : catalogue_(catalogue),
        channel_(words.channel),
        blocks_(blocks.begin(), blocks.end()),
        held_(BlocksIn(words)),
        has_slot_(words.variant == Variant::kFull && HasSlot(words)) {
    for (const TemplatePart& part : words.parts) {
      parts_.push_back({part.kind, part.heading, ReadTemplateText(part.text).nodes});
    }
    std::vector<ContentBlock> used;
    for (const ContentBlock& block : blocks_) {
      block_texts_.push_back(
          {std::string(WordFor(block.block)), ReadTemplateText(block.text).nodes});
      if (held_.Has(block.block)) used.push_back(block);
    }
    variables_ = VariablesWith(words.variables, used);
  }

  const std::vector<Variable>& variables() const { return variables_; }

  absl::StatusOr<std::vector<Variable>> Needs(
      std::span<const std::string_view> demanded) const override {
    PARLEY_ASSIGN_OR_RETURN(const std::vector<std::size_t> added,
                            BlocksToAdd(demanded, blocks_, held_, has_slot_));
    return added.empty() ? variables_ : VariablesWithBlocks(added);
  }

  absl::StatusOr<std::vector<SetPart>> Fill(const TemplateValues& values,
                                            const Typesetting& setting) const override {
    PARLEY_ASSIGN_OR_RETURN(const std::vector<std::size_t> added,
                            BlocksToAdd(setting.demanded, blocks_, held_, has_slot_));
    const std::vector<Variable> more =
        added.empty() ? std::vector<Variable>() : VariablesWithBlocks(added);
    const std::vector<Variable>& variables = added.empty() ? variables_ : more;
    Violations violations;
    CheckValues(violations, variables, values);
    PARLEY_RETURN_IF_ERROR(violations.ToStatus());
    const LocaleFormats& formats = catalogue_.FormatsIn(setting.language_code);
    const ToldValues told(formats, variables, values);
    TemplateFiller filler(formats.plurals(), told, block_texts_);
    for (const std::size_t at : added) filler.AddBlock(at);
    std::vector<SetPart> set;
    set.reserve(parts_.size() + 1);
    for (const SetPartText& part : parts_) set.push_back(FillPart(part, filler));
    AddHtml(set, setting.language_code);
    PARLEY_RETURN_IF_ERROR(CheckSubject(set));
    return set;
  }

 private:
  struct SetPartText {
    PartKind kind;
    std::string heading;
    TemplateNodes nodes;
  };

  std::vector<Variable> VariablesWithBlocks(std::span<const std::size_t> added) const {
    std::vector<ContentBlock> more;
    for (const std::size_t at : added) more.push_back(blocks_[at]);
    return VariablesWith(variables_, more);
  }

  SetPart FillPart(const SetPartText& part, TemplateFiller& filler) const {
    std::string text = filler.Fill(part.nodes, part.kind == PartKind::kHtml);
    if (kOfFewLetters.Has(channel_)) text = Plain(text);
    return {.kind = part.kind, .heading = part.heading, .text = SensitiveText(std::move(text))};
  }

  void AddHtml(std::vector<SetPart>& set, std::string_view language_code) const {
    const auto is = [](PartKind kind) {
      return [kind](const SetPart& part) { return part.kind == kind; };
    };
    if (channel_ != Channel::kEmail || std::any_of(set.begin(), set.end(), is(PartKind::kHtml))) {
      return;
    }
    const auto text = std::find_if(set.begin(), set.end(), is(PartKind::kText));
    std::string html = HtmlOf(text->text.Reveal(), language_code);
    set.push_back({.kind = PartKind::kHtml, .heading = {}, .text = SensitiveText(std::move(html))});
  }

  // A subject is one line; what came into it by a value must not begin another header.
  static absl::Status CheckSubject(std::span<const SetPart> set) {
    Violations violations;
    for (const SetPart& part : set) {
      if (part.kind != PartKind::kSubject) continue;
      const std::string& subject = part.text.Reveal();
      const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; };
      const auto letters = static_cast<std::ptrdiff_t>(subject.size()) -
                           std::count_if(subject.begin(), subject.end(), continues);
      if (letters > static_cast<std::ptrdiff_t>(kLongestSubject)) {
        violations.Add("subject", Fault::kTooLong);
      }
      AllowText(violations, "subject", subject, kLongestPart);
    }
    return violations.ToStatus();
  }

  const Catalogue& catalogue_;
  const Channel channel_;
  const std::vector<ContentBlock> blocks_;
  std::vector<BlockText> block_texts_;
  const EnumSet<Block> held_;
  const bool has_slot_;
  std::vector<SetPartText> parts_;
  std::vector<Variable> variables_;
};

class SetLimitedWords final : public SetLimitedTemplate {
 public:
  explicit SetLimitedWords(std::unique_ptr<SetWords> words) : words_(std::move(words)) {}

  absl::StatusOr<std::vector<Variable>> Needs(
      std::span<const std::string_view> demanded) const override {
    return words_->Needs(demanded);
  }

  absl::StatusOr<std::vector<SetPart>> Fill(const LimitedValues& values,
                                            const Typesetting& setting) const override {
    PARLEY_ASSIGN_OR_RETURN(const TemplateValues all, ToValues(values, words_->variables()));
    return words_->Fill(all, setting);
  }

 private:
  const std::unique_ptr<SetWords> words_;
};

}  // namespace

std::vector<TemplateFault> MustacheTypesetter::Check(const Template& words,
                                                     std::span<const ContentBlock> blocks) const {
  return CheckTemplate(words, ReadingsOf(words), blocks);
}

std::vector<TemplateFault> MustacheTypesetter::Check(const ContentBlock& block) const {
  return CheckBlock(block, ReadTemplateText(block.text).reading);
}

absl::StatusOr<std::unique_ptr<SetTemplate>> MustacheTypesetter::Set(
    const Template& words, std::span<const ContentBlock> blocks) const {
  PARLEY_RETURN_IF_ERROR(ToStatus(Check(words, blocks)));
  return std::make_unique<SetWords>(words, blocks, catalogue_);
}

absl::StatusOr<std::unique_ptr<SetLimitedTemplate>> MustacheTypesetter::SetLimited(
    const Template& words, std::span<const ContentBlock> blocks) const {
  if (words.variant != Variant::kLimited) return Refuse(Reason::kTemplateNotLimited);
  PARLEY_RETURN_IF_ERROR(ToStatus(Check(words, blocks)));
  return std::make_unique<SetLimitedWords>(std::make_unique<SetWords>(words, blocks, catalogue_));
}

std::string MustacheTypesetter::WithoutMarks(std::string_view text) const {
  return text::WithoutMarks(text);
}

}  // namespace parley::text
