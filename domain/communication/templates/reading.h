// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_READING_H_
#define PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_READING_H_

#include <cstdint>
#include <string>
#include <vector>

namespace parley {

// What a text says to do with a variable.
enum class Usage : std::uint8_t {
  kShown,     // {{name}}
  kPlural,    // {name, plural, ...}
  kSelect,    // {name, select, ...}
  kSection,   // {{#name}}
  kInverted,  // {{^name}}: what is said without a value.
};

struct VariableUse {
  std::string name;
  Usage usage = Usage::kShown;
  int line = 1;                        // Of the text.
  std::vector<std::string> within;     // The sections around it, the outermost first.
  std::vector<std::string> selectors;  // The keywords of a select, but for "other".
};

struct BlockUse {
  std::string name;
  int line = 1;
  bool in_section = false;  // Then it may be left out.
};

struct TextFault {
  int line = 1;
  std::string what;
};

// What a text uses, as it was read by whoever knows the notation.
struct TextReading {
  std::vector<VariableUse> variables;
  std::vector<BlockUse> blocks;
  std::vector<TextFault> faults;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_READING_H_
