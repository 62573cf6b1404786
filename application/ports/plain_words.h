// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_PLAIN_WORDS_H_
#define PARLEY_APPLICATION_PORTS_PLAIN_WORDS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/common/currency.h"
#include "domain/common/days.h"
#include "domain/common/money.h"

namespace parley {

// A number as exact as its digits, "-4.2466", told with as many decimals as it has.
struct ExactNumber {
  std::string digits;
};

// An amount finer than the currency's minor unit: what a stretch of interest comes to before it is
// rounded.
struct ExactAmount {
  std::string digits;
  Currency currency;
};

// What a sentence is filled with. Amounts, numbers and days are told as the reader's language and
// region write them; a text is taken as it stands, and an integer may choose the plural.
struct WordArgument {
  std::string_view name;
  std::variant<Money, ExactAmount, ExactNumber, Day, std::int64_t, std::string> value;
};
using WordArguments = std::vector<WordArgument>;

// Speaks one language. It may be used by many threads at once.
class Voice {
 public:
  virtual ~Voice() = default;
  Voice(const Voice&) = delete;
  Voice& operator=(const Voice&) = delete;

  // The language and region in which it speaks, as BCP 47 has it: "es", "es-MX".
  virtual std::string_view language_code() const = 0;

  // The text of a key with its arguments filled in. A key that nobody wrote is given back as it is,
  // and an argument that is missing leaves its name in braces: tests look for both.
  virtual std::string Say(std::string_view key, const WordArguments& arguments) const = 0;
  std::string Say(std::string_view key) const { return Say(key, {}); }

 protected:
  Voice() = default;
};

// Every sentence that people are told, in their own language.
class PlainWords {
 public:
  virtual ~PlainWords() = default;
  PlainWords(const PlainWords&) = delete;
  PlainWords& operator=(const PlainWords&) = delete;

  // The voice for a BCP 47 language code. "es-MX" speaks Spanish and writes numbers and days as in
  // Mexico; a language in which there are no words, or no language at all, is answered in English.
  virtual const Voice& In(std::string_view language_code) const = 0;

 protected:
  PlainWords() = default;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_PLAIN_WORDS_H_
