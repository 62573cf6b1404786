// SPDX-License-Identifier: Apache-2.0
#include "adapters/text/markup.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "absl/strings/str_replace.h"

namespace parley::text {
namespace {

constexpr std::string_view kLink = "https://";
constexpr std::string_view kItem = "- ";

std::string_view EntityFor(char letter) {
  switch (letter) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return "";
  }
}

void AppendEscaped(std::string_view text, std::string& out) {
  for (const char letter : text) {
    const std::string_view entity = EntityFor(letter);
    if (entity.empty()) {
      out += letter;
    } else {
      out += entity;
    }
  }
}

// A line with its links. A mark at the end of a link belongs to the sentence.
void AppendLine(std::string_view line, std::string& out) {
  for (std::size_t at = line.find(kLink); at != std::string_view::npos; at = line.find(kLink)) {
    AppendEscaped(line.substr(0, at), out);
    line.remove_prefix(at);
    std::string_view link = line.substr(0, line.find_first_of(" \t<>\""));
    while (std::string_view(".,;:!?)").find(link.back()) != std::string_view::npos) {
      link.remove_suffix(1);
    }
    out += "<a href=\"";
    AppendEscaped(link, out);
    out += "\">";
    AppendEscaped(link, out);
    out += "</a>";
    line.remove_prefix(link.size());
  }
  AppendEscaped(line, out);
}

// Writes lines as paragraphs and lists.
class PageWriter {
 public:
  explicit PageWriter(std::string& out) : out_(out) {}

  void Write(std::string_view line) {
    if (line.empty()) return Close();
    const bool item = line.starts_with(kItem);
    Open(item ? Kind::kList : Kind::kParagraph);
    if (item) {
      out_ += "<li>";
      AppendLine(line.substr(kItem.size()), out_);
      out_ += "</li>\n";
    } else {
      if (lines_ > 0) out_ += "<br>\n";
      AppendLine(line, out_);
    }
    ++lines_;
  }

  void Close() {
    if (open_ == Kind::kParagraph) out_ += "</p>\n";
    if (open_ == Kind::kList) out_ += "</ul>\n";
    open_ = Kind::kNone;
    lines_ = 0;
  }

 private:
  enum class Kind : std::uint8_t { kNone, kParagraph, kList };

  void Open(Kind kind) {
    if (open_ == kind) return;
    Close();
    open_ = kind;
    out_ += kind == Kind::kList ? "<ul>\n" : "<p>";
  }

  std::string& out_;
  Kind open_ = Kind::kNone;
  int lines_ = 0;
};

}  // namespace

std::string EscapeHtml(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  AppendEscaped(text, out);
  return out;
}

std::string HtmlOf(std::string_view text, std::string_view language_code) {
  std::string out;
  out.reserve(2 * text.size() + 200);
  out += "<!DOCTYPE html>\n<html lang=\"";
  AppendEscaped(language_code, out);
  out += "\">\n<head><meta charset=\"utf-8\"></head>\n<body>\n";
  PageWriter writer(out);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    writer.Write(text.substr(begin, end - begin));
    begin = end + 1;
  }
  writer.Close();
  out += "</body>\n</html>\n";
  return out;
}

std::string Plain(std::string_view text) {
  return absl::StrReplaceAll(absl::string_view(text.data(), text.size()), {{"\u00A0", " "},
                                                                           {"\u202F", " "},
                                                                           {"\u2019", "'"},
                                                                           {"\u2018", "'"},
                                                                           {"\u201C", "\""},
                                                                           {"\u201D", "\""},
                                                                           {"\u201E", "\""},
                                                                           {"\u00AB", "\""},
                                                                           {"\u00BB", "\""},
                                                                           {"\u2013", "-"},
                                                                           {"\u2014", "-"},
                                                                           {"\u2026", "..."}});
}

}  // namespace parley::text
