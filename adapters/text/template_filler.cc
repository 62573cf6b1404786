// SPDX-License-Identifier: Apache-2.0
#include "adapters/text/template_filler.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <variant>

#include "adapters/text/direction.h"
#include "adapters/text/markup.h"
#include "domain/communication/templates/template.h"

namespace parley::text {
namespace {

// Tells one value by the formats of a language.
class Teller {
 public:
  explicit Teller(const LocaleFormats& formats) : formats_(formats) {}

  ToldArgument operator()(const Money& money) const { return {.text = formats_.Tell(money)}; }
  ToldArgument operator()(const Day& day) const { return {.text = formats_.Tell(day)}; }
  ToldArgument operator()(const MinuteOfDay& time) const {
    return {.text = formats_.TellMinute(time.minute)};
  }
  ToldArgument operator()(std::int64_t count) const {
    return {.text = formats_.Tell(count), .count = count};
  }
  ToldArgument operator()(const SensitiveText& text) const {
    return {.text = SetApart(text.Reveal())};
  }
  ToldArgument operator()(const std::vector<SensitiveText>& words) const {
    std::vector<std::string> apart;
    apart.reserve(words.size());
    for (const SensitiveText& word : words) apart.push_back(SetApart(word.Reveal()));
    return {.text = formats_.TellList(apart)};
  }
  // Rows are told cell by cell.
  ToldArgument operator()(const std::vector<ValueRow>& /*rows*/) const { return {}; }

 private:
  const LocaleFormats& formats_;
};

ToldValues::Cell CellOf(std::string_view name, ToldArgument told) {
  ToldArgument escaped{.text = EscapeHtml(told.text), .count = told.count};
  return {.name = name, .told = std::move(told), .escaped = std::move(escaped)};
}

void AddAbsent(std::span<const Variable> columns, ToldValues::Row& cells) {
  for (const Variable& column : columns) {
    const bool given =
        std::any_of(cells.begin(), cells.end(),
                    [&column](const ToldValues::Cell& cell) { return cell.name == column.name; });
    if (!given) cells.push_back({.name = column.name, .told = {}, .escaped = {}, .absent = true});
  }
}

bool IsEmptyList(const TemplateValue& value) {
  const auto* const words = std::get_if<std::vector<SensitiveText>>(&value.value);
  return words != nullptr && words->empty();
}

// What is left out leaves no hole: no blanks in a row or at the end of a line, and one empty line
// between two paragraphs.
std::string Tidy(std::string_view text) {
  std::string tidy;
  tidy.reserve(text.size());
  for (const char letter : text) {
    const bool blank = letter == ' ' || letter == '\t';
    if (blank && (tidy.empty() || tidy.back() == ' ' || tidy.back() == '\n')) continue;
    if (letter == '\n') {
      while (!tidy.empty() && tidy.back() == ' ') tidy.pop_back();
      if (tidy.empty() || tidy.ends_with("\n\n")) continue;
    }
    tidy += blank ? ' ' : letter;
  }
  while (!tidy.empty() && (tidy.back() == ' ' || tidy.back() == '\n')) tidy.pop_back();
  return tidy;
}

}  // namespace

ToldValues::ToldValues(const LocaleFormats& formats, std::span<const Variable> variables,
                       const TemplateValues& values) {
  const Teller teller(formats);
  cells_.reserve(values.size());
  for (const TemplateValue& value : values) {
    const auto* const rows = std::get_if<std::vector<ValueRow>>(&value.value);
    if (rows == nullptr) {
      if (!IsEmptyList(value))
        cells_.push_back(CellOf(value.name, std::visit(teller, value.value)));
      continue;
    }
    Rows& told = rows_.emplace_back(Rows{.name = value.name, .rows = {}});
    const std::vector<Variable>& columns = FindVariable(variables, value.name)->columns;
    for (const ValueRow& row : *rows) {
      Row& cells = told.rows.emplace_back();
      for (const ColumnValue& column : row) {
        cells.push_back(CellOf(column.name, std::visit(teller, column.value)));
      }
      AddAbsent(columns, cells);
    }
  }
}

const ToldValues::Rows* ToldValues::FindRows(std::string_view name) const {
  const auto found = std::find_if(rows_.begin(), rows_.end(),
                                  [name](const Rows& rows) { return rows.name == name; });
  return found == rows_.end() ? nullptr : &*found;
}

std::string TemplateFiller::Fill(const TemplateNodes& nodes, bool html) {
  constexpr std::size_t kUsualLength = 2000;
  html_ = html;
  out_.clear();
  out_.reserve(kUsualLength);
  Append(nodes);
  return html ? std::move(out_) : Tidy(out_);
}

void TemplateFiller::Append(const TemplateNodes& nodes) {
  for (const TemplateNode& node : nodes) {
    std::visit([this](const auto& one) { AppendOne(one); }, node.node);
  }
}

void TemplateFiller::AppendOne(const Message& message) {
  message.FillInto(out_, plurals_, [this](std::string_view name) { return Find(name); });
}

void TemplateFiller::AppendOne(const TemplateSection& section) {
  const ToldValues::Rows* const rows = told_.FindRows(section.name);
  const bool has_value = rows != nullptr ? !rows->rows.empty() : Find(section.name) != nullptr;
  if (has_value == section.inverted) return;
  if (rows == nullptr || section.inverted) return Append(section.body);
  for (const ToldValues::Row& row : rows->rows) {
    around_.push_back(&row);
    Append(section.body);
    around_.pop_back();
  }
}

void TemplateFiller::AppendOne(const TemplateBlock& block) {
  if (block.name == kRequiredSlot) {
    for (const std::size_t at : slot_) {
      if (at != slot_.front()) out_ += "\n\n";
      Append(blocks_[at].nodes);
    }
    return;
  }
  const auto found = std::find_if(blocks_.begin(), blocks_.end(), [&block](const BlockText& text) {
    return text.name == block.name;
  });
  if (found != blocks_.end()) Append(found->nodes);
}

const ToldArgument* TemplateFiller::Find(std::string_view name) const {
  const auto find_in = [name](const ToldValues::Row& row) -> const ToldValues::Cell* {
    const auto found = std::find_if(
        row.begin(), row.end(), [name](const ToldValues::Cell& cell) { return cell.name == name; });
    return found == row.end() ? nullptr : &*found;
  };
  const ToldValues::Cell* cell = nullptr;
  for (auto row = around_.rbegin(); cell == nullptr && row != around_.rend(); ++row) {
    cell = find_in(**row);
  }
  if (cell == nullptr) cell = find_in(told_.cells());
  if (cell == nullptr || cell->absent) return nullptr;
  return html_ ? &cell->escaped : &cell->told;
}

}  // namespace parley::text
