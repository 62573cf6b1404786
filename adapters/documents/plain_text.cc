// SPDX-License-Identifier: Apache-2.0
#include "adapters/documents/plain_text.h"

#include <algorithm>
#include <variant>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "adapters/documents/one_line.h"
#include "adapters/documents/owned.h"

namespace parley::documents {
namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kGap = 2;
constexpr std::size_t kLeastText = 24;  // Below it a text stands in lines of its own.
constexpr std::size_t kLongestName = 28;

std::string Spaces(std::size_t count) { return std::string(count, ' '); }

std::string PadEnd(const std::string& text, std::size_t columns) {
  return text + Spaces(columns - std::min(columns, ColumnsOf(text)));
}

std::string PadStart(const std::string& text, std::size_t columns) {
  return Spaces(columns - std::min(columns, ColumnsOf(text))) + text;
}

// Gathers lines; none has blanks at its end.
class Page {
 public:
  void Line(std::string line = "") {
    line.erase(line.find_last_not_of(' ') + 1);
    absl::StrAppend(&text_, line, "\n");
  }
  void Paragraph(std::string_view text, std::size_t indent = 0) {
    for (const std::string& line : Wrap(text, kColumns - indent)) Line(Spaces(indent) + line);
  }
  void Rule(char of) { Line(std::string(kColumns, of)); }
  std::string Take() { return std::move(text_); }

 private:
  std::string text_;
};

class TableText {
 public:
  explicit TableText(const PaperTable& table) : table_(table), widths_(table.columns.size()) {
    std::size_t taken = kGap * (table.columns.size() - 1);
    for (std::size_t at = 0; at < widths_.size(); ++at) {
      if (table.columns.at(at).kind == PaperColumnKind::kText) {
        text_column_ = at;
      } else {
        widths_.at(at) = Widest(at);
        taken += widths_.at(at);
      }
    }
    broad_ = taken + kLeastText > kColumns;
    widths_.at(text_column_) = broad_ ? 0 : kColumns - taken;
  }

  void AddTo(Page& page) const {
    std::vector<std::string> titles;
    for (const PaperColumn& column : table_.columns) titles.push_back(column.title);
    AddRow(titles, page);
    page.Rule('-');
    for (const PaperRow& row : table_.rows) {
      AddRow(row.cells, page);
      for (const std::string& note : row.notes) {
        page.Paragraph(note, broad_ ? kGap : Before(text_column_));
      }
    }
    page.Rule('-');
  }

 private:
  std::size_t Widest(std::size_t column) const {
    std::size_t widest = ColumnsOf(table_.columns.at(column).title);
    for (const PaperRow& row : table_.rows) {
      widest = std::max(widest, ColumnsOf(OneLine(row.cells.at(column))));
    }
    return widest;
  }

  std::size_t Before(std::size_t column) const {
    std::size_t before = 0;
    for (std::size_t at = 0; at < column; ++at) before += widths_.at(at) + kGap;
    return before;
  }

  // Long amounts leave no room beside them: then the text comes first, and they below it.
  void AddRow(const std::vector<std::string>& cells, Page& page) const {
    std::vector<std::string> texts = Wrap(cells.at(text_column_), broad_ ? kColumns : width());
    if (broad_) {
      for (const std::string& line : texts) page.Line(line);
      texts.clear();
    }
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < cells.size(); ++at) {
      if (at == text_column_) {
        if (!broad_) parts.push_back(PadEnd(texts.empty() ? "" : texts.front(), width()));
      } else if (table_.columns.at(at).kind == PaperColumnKind::kAmount) {
        parts.push_back(PadStart(OneLine(cells.at(at)), widths_.at(at)));
      } else {
        parts.push_back(PadEnd(OneLine(cells.at(at)), widths_.at(at)));
      }
    }
    page.Line(absl::StrJoin(parts, Spaces(kGap)));
    for (std::size_t line = 1; line < texts.size(); ++line) {
      page.Line(Spaces(Before(text_column_)) + texts.at(line));
    }
  }

  std::size_t width() const { return widths_.at(text_column_); }

  const PaperTable& table_;
  std::vector<std::size_t> widths_;
  std::size_t text_column_ = 0;
  bool broad_ = false;
};

void Add(const PaperTerms& terms, Page& page) {
  std::size_t widest = 0;
  for (const PaperTerm& term : terms.terms) widest = std::max(widest, ColumnsOf(term.name));
  const std::size_t indent = std::min(widest, kLongestName) + kGap;
  for (const PaperTerm& term : terms.terms) {
    std::vector<std::string> lines = Wrap(term.text, kColumns - indent);
    if (lines.empty()) lines.emplace_back();
    std::string name = OneLine(term.name);
    if (ColumnsOf(name) + kGap > indent) {
      page.Line(name);
      name.clear();
    }
    page.Line(PadEnd(name, indent) + lines.front());
    for (std::size_t at = 1; at < lines.size(); ++at) page.Line(Spaces(indent) + lines.at(at));
  }
  page.Line();
}

void Add(const PaperFigure& figure, Page& page) {
  page.Rule('=');
  page.Paragraph(figure.name, kGap);
  page.Paragraph(figure.amount, kGap);
  page.Line();
  page.Paragraph(figure.sentence, kGap);
  page.Rule('=');
  page.Line();
}

void Add(const PaperHeading& heading, Page& page) {
  std::size_t longest = 0;
  for (const std::string& line : Wrap(heading.text, kColumns)) {
    page.Line(line);
    longest = std::max(longest, ColumnsOf(line));
  }
  page.Line(std::string(longest, '-'));
}

void Add(const PaperParagraph& paragraph, Page& page) {
  page.Paragraph(paragraph.text);
  page.Line();
}

void Add(const PaperTable& table, Page& page) {
  TableText(table).AddTo(page);
  page.Line();
}

// A line is not drawn with letters: what it tells stands in its sentence.
void Add(const PaperChart& chart, Page& page) {
  page.Paragraph(chart.sentence);
  page.Line();
}

void Add(const PaperSlip& slip, Page& page) {
  page.Rule('-');
  page.Paragraph(slip.title);
  page.Paragraph(slip.text);
  for (const std::string& field : slip.fields) {
    page.Line();
    page.Line(absl::StrCat(OneLine(field), ":"));
  }
  page.Line();
}

void Add(const PaperPageEnd& /*end*/, Page& page) { page.Line(); }

void Add(const PaperWindow& window, Page& page) {
  page.Paragraph(window.return_line);
  page.Line();
  for (const std::string& line : window.lines) page.Paragraph(line);
  page.Line();
}

struct Letter {
  std::size_t bytes;
  std::size_t columns;
};

// The letter at the head of `text`, which it takes off; a byte that is none counts as one.
Letter TakeLetter(std::string_view& text) {
  Letter letter{1, 1};
  const auto size = static_cast<gssize>(text.size());
  const gunichar code = g_utf8_get_char_validated(text.data(), size);
  if (code != static_cast<gunichar>(-1) && code != static_cast<gunichar>(-2)) {
    letter.bytes = static_cast<std::size_t>(g_utf8_next_char(text.data()) - text.data());
    letter.columns = g_unichar_iswide(code) != FALSE ? 2 : 1;
    if (g_unichar_iszerowidth(code) != FALSE) letter.columns = 0;
  }
  text.remove_prefix(letter.bytes);
  return letter;
}

// What fits of a word, one letter at least, which it takes off.
std::string_view TakeFitting(std::string_view& word, std::size_t columns) {
  const std::string_view whole = word;
  std::size_t used = TakeLetter(word).columns;
  while (!word.empty()) {
    std::string_view rest = word;
    used += TakeLetter(rest).columns;
    if (used > columns) break;
    word = rest;
  }
  return whole.substr(0, whole.size() - word.size());
}

}  // namespace

std::size_t ColumnsOf(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) columns += TakeLetter(text).columns;
  return columns;
}

std::vector<std::string> Wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  const std::string whole = OneLine(text);
  if (whole.empty()) return lines;
  std::size_t used = 0;
  for (const absl::string_view part : absl::StrSplit(whole, ' ')) {
    std::string_view word(part.data(), part.size());
    const std::size_t length = ColumnsOf(word);
    if (!lines.empty() && used + 1 + length <= columns) {
      lines.back().append(" ").append(word);
      used += 1 + length;
      continue;
    }
    while (ColumnsOf(word) > columns) lines.emplace_back(TakeFitting(word, columns));
    lines.emplace_back(word);
    used = ColumnsOf(word);
  }
  return lines;
}

std::string PlainTextOf(const Paper& paper) {
  Page page;
  page.Paragraph(paper.author);
  page.Line();
  if (paper.window.has_value()) Add(*paper.window, page);
  page.Paragraph(paper.title);
  page.Paragraph(paper.subtitle);
  page.Line();
  for (const PaperBlock& block : paper.blocks) {
    std::visit([&page](const auto& one) { Add(one, page); }, block);
  }
  return page.Take();
}

}  // namespace parley::documents
