// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/filter_terms.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"

namespace parley::grpc_api {
namespace {

bool IsWordCharacter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return absl::ascii_isalnum(byte) || c == '_' || c == '.' || c == '-';
}

bool IsSpace(char c) { return absl::ascii_isspace(static_cast<unsigned char>(c)); }

// What is left of a filter.
class Reader {
 public:
  explicit Reader(std::string_view rest) : rest_(rest) { SkipSpace(); }

  bool AtEnd() const { return rest_.empty(); }

  std::optional<FilterTerm> TakeTerm() {
    FilterTerm term;
    term.field = TakeWhile(IsWordCharacter);
    term.comparator = TakeWhile([](char c) { return c == '=' || c == '<' || c == '>'; });
    const bool known = term.comparator == "=" || term.comparator == "<" ||
                       term.comparator == "<=" || term.comparator == ">" || term.comparator == ">=";
    return !term.field.empty() && known && TakeValue(term) ? std::optional(std::move(term))
                                                           : std::nullopt;
  }

  bool TakeAnd() { return TakeWhile(IsWordCharacter) == "AND"; }

 private:
  template <typename Belongs>
  std::string TakeWhile(Belongs belongs) {
    const auto* const end = std::find_if_not(rest_.begin(), rest_.end(), belongs);
    std::string taken(rest_.begin(), end);
    rest_.remove_prefix(taken.size());
    SkipSpace();
    return taken;
  }

  bool TakeValue(FilterTerm& term) {
    if (!rest_.empty() && rest_.front() == '"') return TakeText(term);
    std::string word = TakeWhile(IsWordCharacter);
    if (word.empty()) return false;
    std::int64_t number = 0;
    if (absl::SimpleAtoi(word, &number)) {
      term.value = number;
    } else {
      term.value = FilterWord{std::move(word)};
    }
    return true;
  }

  bool TakeText(FilterTerm& term) {
    std::string text;
    std::size_t at = 1;
    while (at < rest_.size() && rest_[at] != '"') {
      if (rest_[at] == '\\') ++at;
      if (at < rest_.size()) text.push_back(rest_[at++]);
    }
    if (at >= rest_.size()) return false;
    rest_.remove_prefix(at + 1);
    SkipSpace();
    term.value = std::move(text);
    return true;
  }

  void SkipSpace() {
    const auto* const end = std::find_if_not(rest_.begin(), rest_.end(), IsSpace);
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.begin()));
  }

  std::string_view rest_;
};

}  // namespace

std::optional<std::vector<FilterTerm>> ParseFilter(std::string_view filter) {
  std::vector<FilterTerm> terms;
  Reader reader(filter);
  while (!reader.AtEnd()) {
    if (!terms.empty() && !reader.TakeAnd()) return std::nullopt;
    std::optional<FilterTerm> term = reader.TakeTerm();
    if (!term.has_value()) return std::nullopt;
    terms.push_back(*std::move(term));
  }
  return terms;
}

}  // namespace parley::grpc_api
