// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_TEXT_TEMPLATE_TEXT_H_
#define PARLEY_ADAPTERS_TEXT_TEMPLATE_TEXT_H_

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "adapters/text/message.h"
#include "domain/communication/templates/reading.h"

namespace parley::text {

struct TemplateNode;
using TemplateNodes = std::vector<TemplateNode>;

// What stands between {{#name}} or {{^name}} and {{/name}}.
struct TemplateSection {
  std::string name;
  bool inverted = false;
  TemplateNodes body;
};

// {{> NAME}}
struct TemplateBlock {
  std::string name;
};

// A text of a template, taken apart once: mustache parts it into sections, and what stands between
// their marks is a message in ICU's syntax, in which {{name}} and {name} are the same.
struct TemplateNode {
  std::variant<Message, TemplateSection, TemplateBlock> node;
};

struct TemplateText {
  TemplateNodes nodes;
  TextReading reading;
};

// Reads a text; what is malformed is a fault of the reading. Sections stand within each other three
// deep at most, and there are no lambdas, partials by value or other delimiters, so that a text is
// as long as its values make it and no longer.
TemplateText ReadTemplateText(std::string_view text);

}  // namespace parley::text

#endif  // PARLEY_ADAPTERS_TEXT_TEMPLATE_TEXT_H_
