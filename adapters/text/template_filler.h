// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_TEXT_TEMPLATE_FILLER_H_
#define PARLEY_ADAPTERS_TEXT_TEMPLATE_FILLER_H_

#include <unicode/plurrule.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "adapters/text/locale_formats.h"
#include "adapters/text/message.h"
#include "adapters/text/template_text.h"
#include "domain/communication/templates/values.h"

namespace parley::text {

// Values as a language and region write them. The names are those of the values and variables,
// which outlive it.
class ToldValues {
 public:
  struct Cell {
    std::string_view name;
    ToldArgument told;
    ToldArgument escaped;  // The same for HTML.
    bool absent = false;   // A column that lacks a value, whatever is called the same around it.
  };
  using Row = std::vector<Cell>;
  struct Rows {
    std::string_view name;
    std::vector<Row> rows;
  };

  // The values are sound for the variables.
  ToldValues(const LocaleFormats& formats, std::span<const Variable> variables,
             const TemplateValues& values);

  const Row& cells() const { return cells_; }
  const Rows* FindRows(std::string_view name) const;

 private:
  Row cells_;
  std::vector<Rows> rows_;
};

// A content block by its name.
struct BlockText {
  std::string name;
  TemplateNodes nodes;
};

// Puts the texts of one message together.
class TemplateFiller {
 public:
  TemplateFiller(const icu::PluralRules& plurals, const ToldValues& told,
                 std::span<const BlockText> blocks)
      : plurals_(plurals), told_(told), blocks_(blocks) {}

  // Puts another block into the slot.
  void AddBlock(std::size_t block) { slot_.push_back(block); }

  // A text without empty lines and blanks that nothing needs; HTML with its values escaped.
  std::string Fill(const TemplateNodes& nodes, bool html);

 private:
  void Append(const TemplateNodes& nodes);
  void AppendOne(const Message& message);
  void AppendOne(const TemplateSection& section);
  void AppendOne(const TemplateBlock& block);
  const ToldArgument* Find(std::string_view name) const;

  const icu::PluralRules& plurals_;
  const ToldValues& told_;
  const std::span<const BlockText> blocks_;
  std::vector<std::size_t> slot_;
  absl::InlinedVector<const ToldValues::Row*, 4> around_;  // Rows, the innermost last.
  bool html_ = false;
  std::string out_;
};

}  // namespace parley::text

#endif  // PARLEY_ADAPTERS_TEXT_TEMPLATE_FILLER_H_
