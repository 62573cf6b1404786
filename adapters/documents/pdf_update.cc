// SPDX-License-Identifier: Apache-2.0
#include "adapters/documents/pdf_update.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "adapters/documents/owned.h"
#include "domain/common/status_macros.h"

namespace parley::documents {
namespace {

constexpr std::size_t kOffsetDigits = 10;
constexpr std::size_t kCrossReferenceRow = 20;  // "0000000016 00000 n \n"

absl::Status Unexpected(const char* what) {
  return absl::InternalError(absl::StrCat("a PDF of an unexpected form: ", what));
}

std::optional<std::size_t> NumberAt(std::string_view text) {
  std::size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

bool Take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// The number that follows a word, after the last time that it stands in the text.
std::optional<std::size_t> NumberAfterLast(std::string_view text, std::string_view word) {
  const std::size_t found = text.rfind(word);
  if (found == std::string_view::npos) return std::nullopt;
  const std::string_view rest = text.substr(found + word.size());
  return NumberAt(rest.substr(std::min(rest.find_first_not_of(" \n"), rest.size())));
}

// A file as cairo writes it: one table of all its objects, which are not packed, and a trailer.
struct Parts {
  std::string_view trailer;
  std::size_t table = 0;             // Where the table of objects begins.
  std::vector<std::size_t> objects;  // Where each begins, by its number.
  std::size_t root = 0;              // The number of the document's catalogue.
  std::size_t info = 0;
};

absl::StatusOr<std::vector<std::size_t>> ReadTable(std::string_view table) {
  if (!Take(table, "xref\n0 ")) return Unexpected("no table of objects");
  const std::optional<std::size_t> count = NumberAt(table);
  const std::size_t line_end = table.find('\n');
  if (!count.has_value() || line_end == std::string_view::npos) return Unexpected("its length");
  table.remove_prefix(line_end + 1);
  if (table.size() / kCrossReferenceRow < *count) return Unexpected("its end");
  std::vector<std::size_t> objects;
  for (std::size_t at = 0; at < *count; ++at) {
    const auto offset = NumberAt(table.substr(at * kCrossReferenceRow, kOffsetDigits));
    if (!offset.has_value()) return Unexpected("a row of it");
    objects.push_back(*offset);
  }
  return objects;
}

absl::StatusOr<Parts> TakeApart(std::string_view pdf) {
  Parts parts;
  const std::optional<std::size_t> table = NumberAfterLast(pdf, "startxref");
  const std::size_t trailer = pdf.rfind("trailer");
  if (!table.has_value() || *table >= pdf.size() || trailer == std::string_view::npos) {
    return Unexpected("no trailer");
  }
  parts.table = *table;
  parts.trailer = pdf.substr(trailer);
  const auto root = NumberAfterLast(parts.trailer, "/Root");
  const auto info = NumberAfterLast(parts.trailer, "/Info");
  if (!root.has_value() || !info.has_value()) return Unexpected("no catalogue");
  parts.root = *root;
  parts.info = *info;
  PARLEY_ASSIGN_OR_RETURN(parts.objects, ReadTable(pdf.substr(parts.table)));
  if (parts.root >= parts.objects.size()) return Unexpected("the catalogue's number");
  return parts;
}

// The dictionary of an object between its brackets; empty for an object that is none.
std::string_view DictionaryOf(std::string_view pdf, const Parts& parts, std::size_t number) {
  const std::size_t begin = parts.objects.at(number);
  if (number == 0 || begin >= pdf.size()) return {};
  std::string_view object = pdf.substr(begin, pdf.find("endobj", begin) - begin);
  if (!Take(object, absl::StrCat(number, " 0 obj\n<<"))) return {};
  const std::size_t end = object.rfind(">>");
  return end == std::string_view::npos ? std::string_view() : object.substr(0, end);
}

bool IsElement(std::string_view dictionary, const char* name) {
  return dictionary.starts_with(" /Type /StructElem") &&
         dictionary.find(absl::StrCat("/S /", name, "\n")) != std::string_view::npos;
}

// What the objects gain, by their numbers.
absl::StatusOr<std::map<std::size_t, std::string>> Additions(std::string_view pdf,
                                                             const Parts& parts,
                                                             const Accessibility& accessibility) {
  std::map<std::size_t, std::string> additions;
  additions[parts.root] = absl::StrCat("   /Lang ", PdfText(accessibility.language_code),
                                       "\n   /ViewerPreferences << /DisplayDocTitle true >>\n");
  std::size_t figures = 0;
  for (std::size_t number = 1; number < parts.objects.size(); ++number) {
    const std::string_view dictionary = DictionaryOf(pdf, parts, number);
    if (IsElement(dictionary, "TH")) {
      additions[number] = "   /A << /O /Table /Scope /Column >>\n";
    } else if (IsElement(dictionary, "Figure") && figures < accessibility.figures.size()) {
      const std::string& words = accessibility.figures.at(figures++);
      additions[number] = absl::StrCat("   /Alt ", PdfText(words), "\n");
    }
  }
  if (figures < accessibility.figures.size()) return Unexpected("a figure is missing");
  return additions;
}

}  // namespace

std::string PdfText(std::string_view utf8) {
  glong length = 0;
  const std::unique_ptr<gunichar2, FreeBy<g_free>> utf16(
      g_utf8_to_utf16(utf8.data(), static_cast<glong>(utf8.size()), nullptr, &length, nullptr));
  std::string text = "<FEFF";
  for (glong at = 0; utf16 != nullptr && at < length; ++at) {
    absl::StrAppendFormat(&text, "%04X", static_cast<std::uint32_t>(utf16.get()[at]));
  }
  return text + ">";
}

absl::StatusOr<std::string> AddAccessibility(std::string pdf, const Accessibility& accessibility) {
  PARLEY_ASSIGN_OR_RETURN(const Parts parts, TakeApart(pdf));
  PARLEY_ASSIGN_OR_RETURN(const auto additions, Additions(pdf, parts, accessibility));
  std::string update;
  std::string table = "xref\n";
  for (const auto& [number, addition] : additions) {
    absl::StrAppendFormat(&table, "%d 1\n%010d 00000 n \n", number, pdf.size() + update.size());
    absl::StrAppend(&update, number, " 0 obj\n<<", std::string(DictionaryOf(pdf, parts, number)),
                    addition, ">>\nendobj\n");
  }
  const std::size_t table_at = pdf.size() + update.size();
  absl::StrAppend(&pdf, update, table, "trailer\n<< /Size ", parts.objects.size(), "\n   /Root ",
                  parts.root, " 0 R\n   /Info ", parts.info, " 0 R\n   /Prev ", parts.table,
                  "\n>>\nstartxref\n", table_at, "\n%%EOF\n");
  return pdf;
}

}  // namespace parley::documents
