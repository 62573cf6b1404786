// SPDX-License-Identifier: Apache-2.0
#include "domain/language/passage.h"

#include <array>

#include "domain/language/characters.h"
#include "domain/language/grammar.h"

namespace parley::language {
namespace {

constexpr std::string_view kEuro = "\u20AC";
constexpr std::string_view kPound = "\u00A3";
constexpr std::array kCurrencySigns = {std::string_view("$"), kEuro, kPound};

// A line this long was broken to fit; the sentence goes on in the next.
constexpr std::size_t kBrokenLine = 60;
// What stands between quotation marks further apart is no quotation.
constexpr std::size_t kLongestQuote = 600;

bool IsWordByte(char byte) {
  return IsLetterOrDigit(byte) || static_cast<unsigned char>(byte) >= 0x80;
}

std::size_t SignAt(std::string_view text, std::size_t at) {
  for (const std::string_view sign : kCurrencySigns) {
    if (text.substr(at, sign.size()) == sign) return sign.size();
  }
  return 0;
}

bool IsDigitAt(std::string_view text, std::size_t at) {
  return at < text.size() && IsDigit(text[at]);
}

// Placeholders whose name says that they hold an amount.
bool HoldsAmount(std::string_view name) {
  for (const std::string_view part : {"amount", "balance", "total", "sum", "instalment"}) {
    if (name.find(part) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

// Reads a folded text from left to right into words.
class PassageReader {
 public:
  explicit PassageReader(Passage& passage)
      : passage_(passage), text_(passage.text_.folded()), language_(passage.language_) {}

  void Read() {
    passage_.words_.reserve(text_.size() / 5 + 1);
    while (at_ < text_.size()) Step();
    EndSentence(false);
    MarkQuotations();
  }

 private:
  void Step() {
    const char byte = text_[at_];
    if (text_.substr(at_, 2) == "{{") return ReadPlaceholder();
    const std::size_t sign = SignAt(text_, at_);
    if (IsDigitAt(text_, at_ + sign)) return ReadNumber(sign);
    if (sign > 0) {
      at_ += sign;
    } else if (IsWordByte(byte) || byte == '\'') {
      ReadWord();
    } else {
      ReadMark(byte);
    }
  }

  void Add(std::size_t begin, std::size_t end, WordKind kind) {
    Word word;
    word.begin = static_cast<std::uint32_t>(begin);
    word.end = static_cast<std::uint32_t>(end);
    word.kind = kind;
    const std::string_view folded = text_.substr(begin, end - begin);
    if (kind == WordKind::kWord && BeginsClause(language_, folded)) EndClause();
    word.sentence = sentence_;
    word.clause = clause_;
    word.line = line_;
    const FoldedText& text = passage_.text_;
    word.capital = text.IsUpper(begin);
    std::size_t letters = 0;
    word.upper = word.capital;
    for (std::size_t at = begin; at < end; ++at) {
      if (!IsLetter(text_[at])) continue;
      ++letters;
      word.upper = word.upper && text.IsUpper(at);
    }
    word.upper = word.upper && letters >= 2;
    word.name = IsName(word, folded);
    passage_.words_.push_back(word);
    clause_has_words_ = true;
  }

  // A first and a last name after a title; what is all in capitals would make names of everything.
  bool IsName(const Word& word, std::string_view folded) const {
    const std::vector<Word>& words = passage_.words_;
    if (!word.capital || word.upper || words.empty() || word.kind != WordKind::kWord) return false;
    const Word& before = words.back();
    if (before.clause != word.clause || before.sentence != word.sentence) return false;
    const auto is_title = [this](const Word& one) {
      return IsTitle(text_.substr(one.begin, one.end - one.begin));
    };
    if (is_title(before)) return !IsTitle(folded);
    return before.name && words.size() > 1 && is_title(words[words.size() - 2]);
  }

  void ReadPlaceholder() {
    std::size_t end = text_.find("}}", at_);
    end = end == std::string_view::npos ? text_.size() : end + 2;
    const bool amount = HoldsAmount(text_.substr(at_, end - at_));
    Add(at_, end, amount ? WordKind::kMoney : WordKind::kPlaceholder);
    at_ = end;
  }

  void ReadNumber(std::size_t sign) {
    const std::size_t begin = at_;
    WordKind kind = sign > 0 ? WordKind::kMoney : WordKind::kNumber;
    at_ += sign;
    while (IsDigitAt(text_, at_) ||
           ((text_[at_] == '.' || text_[at_] == ',' || text_[at_] == ':') &&
            IsDigitAt(text_, at_ + 1))) {
      if (text_[at_] == ':') kind = WordKind::kTime;
      if (++at_ == text_.size()) break;
    }
    const std::size_t space = at_ < text_.size() && text_[at_] == ' ' ? 1 : 0;
    if (const std::size_t after = SignAt(text_, at_ + space);
        after > 0 && sign == 0 && !IsDigitAt(text_, at_ + space + after)) {
      kind = WordKind::kMoney;
      at_ += space + after;
    }
    if (kind == WordKind::kNumber && IsCurrencyNext()) kind = WordKind::kMoney;
    Add(begin, at_, kind);
  }

  // "30 euros"
  bool IsCurrencyNext() const {
    if (at_ + 1 >= text_.size() || text_[at_] != ' ') return false;
    std::size_t end = at_ + 1;
    while (end < text_.size() && IsLetter(text_[end])) ++end;
    return IsCurrency(text_.substr(at_ + 1, end - at_ - 1));
  }

  void ReadWord() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (IsWordByte(text_[at_]) || IsInnerApostrophe())) ++at_;
    if (at_ == begin) {  // An apostrophe alone.
      ++at_;
      return;
    }
    const std::string_view word = text_.substr(begin, at_ - begin);
    const std::size_t part = PartsAt(language_, word);
    Add(begin, begin + part, WordKind::kWord);
    if (part < word.size()) Add(begin + part, at_, WordKind::kWord);
  }

  bool IsInnerApostrophe() const {
    return text_[at_] == '\'' && at_ > 0 && IsWordByte(text_[at_ - 1]) && at_ + 1 < text_.size() &&
           IsWordByte(text_[at_ + 1]);
  }

  void ReadMark(char byte) {
    switch (byte) {
      case '\n':
        ReadLineEnd();
        break;
      case '?':
      case '!':
        NoteMark(byte);
        EndSentence(true);
        break;
      case '.':
        if (EndsSentence()) EndSentence(true);
        break;
      case ',':
      case ';':
      case ':':
      case '(':
      case ')':
      case '*':
        EndClause();
        break;
      case '-':
        if (IsDash()) EndClause();
        break;
      case '"':
        quotes_.push_back(at_);
        break;
      default:
        break;
    }
    ++at_;
  }

  bool IsDash() const {
    return (at_ == 0 || text_[at_ - 1] == ' ' || text_[at_ - 1] == '\n') &&
           at_ + 1 < text_.size() && text_[at_ + 1] == ' ';
  }

  // "?!" and "!!" say of the sentence before what they are.
  void NoteMark(char byte) {
    if (passage_.words_.empty()) return;
    if (clause_has_words_ || first_ < passage_.words_.size()) {
      question_ = question_ || byte == '?';
      exclaimed_ = exclaimed_ || byte == '!';
    } else if (!passage_.sentences_.empty()) {
      Sentence& last = passage_.sentences_.back();
      last.question = last.question || byte == '?';
      last.exclaimed = last.exclaimed || byte == '!';
    }
  }

  bool EndsSentence() const {
    if (at_ + 1 < text_.size() && text_[at_ + 1] != ' ' && text_[at_ + 1] != '\n' &&
        text_[at_ + 1] != '"' && text_[at_ + 1] != ')') {
      return false;
    }
    if (passage_.words_.empty()) return false;
    const Word& last = passage_.words_.back();
    if (last.end != at_) return true;
    const std::string_view word = text_.substr(last.begin, last.end - last.begin);
    const bool goes_on = at_ + 2 < text_.size() && text_[at_ + 1] == ' ';
    // "4. Mai": a day, where a word follows that could be a month in German.
    if (last.kind == WordKind::kNumber && goes_on && language_ == LanguageCode::kGerman) {
      return !IsLetter(text_[at_ + 2]) || word.size() > 2;
    }
    if (last.kind != WordKind::kWord || !goes_on || !IsAbbreviation(word)) return true;
    // "No. 5" is short for number; "No. We are not." is an answer.
    return word == "no" && !IsDigit(text_[at_ + 2]);
  }

  void ReadLineEnd() {
    const std::size_t length = at_ - line_begin_;
    const bool inner = length >= kBrokenLine && at_ + 1 < text_.size() &&
                       IsLetterOrDigit(text_[at_ + 1]) && at_ > 0 &&
                       (IsLetterOrDigit(text_[at_ - 1]) || text_[at_ - 1] == ',');
    if (!inner) EndSentence(false);
    line_begin_ = at_ + 1;
    ++line_;
  }

  void EndClause() {
    if (!clause_has_words_) return;
    ++clause_;
    clause_has_words_ = false;
  }

  void EndSentence(bool stopped) {
    const auto end = static_cast<std::uint32_t>(passage_.words_.size());
    if (end > first_) {
      Sentence sentence;
      sentence.words = {first_, end};
      sentence.question = question_;
      sentence.exclaimed = exclaimed_;
      sentence.stopped = stopped;
      passage_.sentences_.push_back(sentence);
      ++sentence_;
      first_ = end;
    }
    question_ = false;
    exclaimed_ = false;
    EndClause();
  }

  void MarkQuotations() {
    for (std::size_t pair = 0; pair + 1 < quotes_.size(); pair += 2) {
      const std::size_t open = quotes_[pair];
      const std::size_t close = quotes_[pair + 1];
      if (close - open > kLongestQuote) continue;
      for (Word& word : passage_.words_) {
        if (word.begin > open && word.end <= close) word.quoted = true;
      }
    }
  }

  Passage& passage_;
  std::string_view text_;
  LanguageCode language_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
  std::uint32_t first_ = 0;  // Word of the sentence.
  std::uint32_t sentence_ = 0;
  std::uint32_t clause_ = 0;
  std::uint32_t line_ = 0;
  bool clause_has_words_ = false;
  bool question_ = false;
  bool exclaimed_ = false;
  std::vector<std::size_t> quotes_;
};

Passage::Passage(std::string_view original, LanguageCode language)
    : text_(original), language_(language) {
  PassageReader(*this).Read();
}

TextSpan Passage::OriginOf(const WordRange& words) const {
  if (words.first >= words.last || words.last > words_.size()) return {};
  return text_.OriginOf({words_[words.first].begin, words_[words.last - 1].end});
}

}  // namespace parley::language
