// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_TEXT_MESSAGE_H_
#define PARLEY_ADAPTERS_TEXT_MESSAGE_H_

#include <unicode/plurrule.h>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"

namespace parley::text {

// An argument as it is told, and what chooses the plural where it is an integer.
struct ToldArgument {
  std::string text;
  std::optional<std::int64_t> count;
};

// One sentence of the catalogue: a pattern in ICU's message syntax, taken apart once. It knows
// {name}, {name, plural, ...} and {name, select, ...}. How an amount or a day looks is not the
// pattern's to say, so {name, number} and its like are refused; and so is the straight apostrophe,
// which quotes in ICU and is not how any of our languages is printed.
//
// ICU parses and knows the plurals. It does not put the sentence together: its MessageFormat, when
// it chooses a plural, may not be used by two threads.
class Message {
 public:
  using ArgumentSource = absl::FunctionRef<const ToldArgument*(std::string_view name)>;

  // Errors: INTERNAL, with what is wrong.
  static absl::StatusOr<Message> Parse(std::string_view pattern);

  // What the pattern does with an argument, and in which of its lines, counted from 0.
  struct Argument {
    enum class Does : std::uint8_t { kStands, kChoosesPlural, kSelects };
    std::string name;
    Does does = Does::kStands;
    int line = 0;
    std::vector<std::string> selectors;  // Of a select, but for "other".
  };

  const std::set<std::string>& names() const { return names_; }
  const std::vector<Argument>& arguments() const { return arguments_; }

  // An argument that the source does not have is left as its name in braces.
  std::string Fill(const icu::PluralRules& plurals, ArgumentSource source) const;
  // The same behind what is there.
  void FillInto(std::string& out, const icu::PluralRules& plurals, ArgumentSource source) const;

 private:
  friend class MessageReader;

  struct Choice;
  struct Blank {
    std::string name;
  };
  using Piece = std::variant<std::string, Blank, Choice>;
  using Pieces = std::vector<Piece>;
  struct Choice {
    std::string name;
    bool plural = false;
    std::map<std::string, Pieces, std::less<>> texts;  // By keyword, or "=1" for that very number.
  };

  static const Pieces& Chosen(const Choice& choice, const ToldArgument* argument,
                              const icu::PluralRules& plurals);
  static void Append(const Pieces& pieces, const icu::PluralRules& plurals, ArgumentSource source,
                     std::string& out);

  Pieces pieces_;
  std::set<std::string> names_;
  std::vector<Argument> arguments_;
};

}  // namespace parley::text

#endif  // PARLEY_ADAPTERS_TEXT_MESSAGE_H_
