// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/duties/notice_content.h"

#include <algorithm>
#include <array>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"

namespace parley {
namespace {

template <typename List>
bool Holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Whether a text holds one of the words as a part of it.
template <typename List>
bool Mentions(std::string_view text, const List& words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

bool IsDigit(char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); }

// "$2,284.56", "EUR 40.00".
bool IsAmount(std::string_view word) {
  const bool digits = std::any_of(word.begin(), word.end(), IsDigit);
  const bool marks = word.find('.') != std::string_view::npos ||
                     word.find(',') != std::string_view::npos || word.front() == '$';
  return digits && marks;
}

// Words by which nobody knows a debt.
bool IsFiller(std::string_view word) {
  constexpr auto kFillers = std::to_array<std::string_view>(
      {"due", "owed", "owing", "now", "amount", "balance", "total", "payment", "pay", "your", "is",
       "-", "of", "notice", "important", "for"});
  return Holds(kFillers, word);
}

std::vector<std::string> WordsIn(std::string_view text) {
  std::vector<std::string> words;
  for (const absl::string_view word :
       absl::StrSplit(absl::string_view(text.data(), text.size()), ' ', absl::SkipWhitespace())) {
    words.push_back(absl::AsciiStrToLower(word));
  }
  return words;
}

}  // namespace

bool HasSoundFields(const NoticeContent& content) {
  if (!content.blank_fields.empty()) return false;
  if (!content.name.has_value()) return true;
  return std::all_of(
      content.known_name.begin(), content.known_name.end(),
      [&](const std::string& part) { return content.name->find(part) != std::string::npos; });
}

bool HasSoundStatement(const NoticeContent& content) {
  return content.itemised ||
         (content.is_mortgage && content.statement_enclosed && content.refers_to_statement);
}

bool HasSoundReverse(const NoticeContent& content) {
  return !content.disclosures_on_reverse || content.front_points_to_reverse;
}

bool HasSoundTranslation(const NoticeContent& content) {
  constexpr auto kAnsweredFor =
      std::to_array<std::string_view>({"bureau", "certified", "reviewed", "professional"});
  constexpr auto kDenied = std::to_array<std::string_view>({"not_", "un"});
  return !content.translation_source.has_value() ||
         (Mentions(*content.translation_source, kAnsweredFor) &&
          !Mentions(*content.translation_source, kDenied));
}

bool KeepsSafeHarbour(const NoticeContent& content) {
  // Words of liability for the dead, the response moved, bar codes, the date of making, links.
  constexpr auto kHarmless = std::to_array<std::string_view>(
      {"deceased", "liab", "response", "qr_code", "barcode", "bar_code", "date", "link"});
  constexpr auto kTakesAway = std::to_array<std::string_view>({"remove", "omit", "delete", "drop"});
  constexpr auto kMayGo = std::to_array<std::string_view>({"deceased", "liab"});
  const auto is_harmless = [&](std::string_view change) {
    return Mentions(change, kHarmless) &&
           (!Mentions(change, kTakesAway) || Mentions(change, kMayGo));
  };
  return std::all_of(content.form_changes.begin(), content.form_changes.end(), is_harmless);
}

bool IsTellingSubject(std::string_view subject) {
  const std::size_t ends = subject.find_first_of("-:,;(");
  const bool parted = ends != std::string_view::npos;
  const std::vector<std::string> words = WordsIn(parted ? subject.substr(ends + 1) : subject);
  return std::any_of(words.begin(), words.end(), [parted](const std::string& word) {
    if (IsAmount(word) || IsFiller(word)) return false;
    return parted || std::any_of(word.begin(), word.end(), IsDigit);
  });
}

}  // namespace parley
