// SPDX-License-Identifier: Apache-2.0
#include "adapters/text/without_marks.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace parley::text {
namespace {

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::string Run() && {
    while (!text_.empty()) {
      if (text_.starts_with("{{")) {
        TakeTag();
      } else if (text_.front() == '{') {
        Open();
      } else if (text_.front() == '}') {
        Close();
      } else {
        TakeLetter();
      }
    }
    return std::move(words_);
  }

 private:
  // Between the braces of an argument stand its name, its kind and what selects, and no words.
  bool in_argument() const { return depth_ % 2 == 1; }

  void Skip(std::size_t count) { text_.remove_prefix(std::min(count, text_.size())); }

  void ShowValue(std::string_view name) { words_.append("{{").append(name).append("}}"); }

  void TakeLetter() {
    if (!in_argument()) words_ += text_.front();
    Skip(1);
  }

  // {{name}} is kept; {{#name}}, {{^name}}, {{/name}} and {{> BLOCK}} are not.
  void TakeTag() {
    constexpr std::string_view kEnd = "}}";
    const std::size_t end = text_.find(kEnd);
    const std::string_view name = text_.substr(2, end == std::string_view::npos ? end : end - 2);
    const bool shown = !name.empty() && name.find_first_of("#^/>!") != 0;
    if (shown && !in_argument()) ShowValue(name);
    Skip(end == std::string_view::npos ? end : end + kEnd.size());
  }

  void Open() {
    const std::size_t end = text_.find_first_of(",{}", 1);
    const bool is_name = end != std::string_view::npos && text_[end] == '}';
    if (is_name && !in_argument()) {
      ShowValue(text_.substr(1, end - 1));
      return Skip(end + 1);
    }
    ++depth_;
    Skip(1);
  }

  void Close() {
    if (depth_ > 0 && !in_argument()) words_ += '\n';
    depth_ = std::max(depth_ - 1, 0);
    Skip(1);
  }

  std::string_view text_;
  std::string words_;
  int depth_ = 0;
};

}  // namespace

std::string WithoutMarks(std::string_view text) { return Scanner(text).Run(); }

}  // namespace parley::text
