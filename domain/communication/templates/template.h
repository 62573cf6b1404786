// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_TEMPLATE_H_
#define PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_TEMPLATE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/communication/templates/variable.h"
#include "domain/communication/verdict.h"
#include "domain/communication/vocabulary.h"

namespace parley {

// The most characters of a subject as it is sent, and bytes of it as it is written, with its marks.
inline constexpr std::size_t kLongestSubject = 150;
inline constexpr std::size_t kLongestWrittenSubject = 250;
// The most bytes of any other part, as it is written.
inline constexpr std::size_t kLongestPart = 20'000;

enum class PartKind : std::uint8_t {
  kSubject = 1,  // Of an e-mail, or the line above a letter. One line.
  kText = 2,     // The words: of an e-mail, of a text message, or what is said on the phone.
  kHtml = 3,     // The same for readers of HTML; without it, it is made from the text.
  kSection = 4,  // Of a letter, under a heading of its own.
};

template <>
std::span<const std::string_view> WordsOf<PartKind>();

struct TemplatePart {
  PartKind kind = PartKind::kText;
  std::string heading;  // Of a section; may be empty.
  std::string text;

  friend bool operator==(const TemplatePart&, const TemplatePart&) = default;
};

// The words of one kind of message in one language for one channel. Its text says by {{name}} where
// values stand, by {{#name}} ... {{/name}} what is repeated or may be left out, by {{> BLOCK}}
// where a content block stands, and by ICU's {count, plural, ...} what a number changes.
struct Template {
  std::string key;  // What it says: "plan_agreed".
  std::string language;
  Channel channel = Channel::kEmail;
  std::int32_t version = 1;
  Purpose purpose = Purpose::kReply;
  StatutoryKind statutory = StatutoryKind::kNone;
  Variant variant = Variant::kFull;  // A limited one reveals nothing of a debt.
  std::vector<Variable> variables;
  std::vector<TemplatePart> parts;

  friend bool operator==(const Template&, const Template&) = default;
};

// A content block stands in a template by its name, and REQUIRED where those stand that the rules
// demand of this one message.
inline constexpr std::string_view kRequiredSlot = "REQUIRED";

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_TEMPLATE_H_
