// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_TEXT_MARKUP_H_
#define PARLEY_ADAPTERS_TEXT_MARKUP_H_

#include <string>
#include <string_view>

namespace parley::text {

// A value as it stands in HTML, in an attribute too.
std::string EscapeHtml(std::string_view text);

// A text of an e-mail as a page of HTML: an empty line parts paragraphs, lines that begin with "- "
// are a list, and what begins with https:// is a link. All of it is escaped.
std::string HtmlOf(std::string_view text, std::string_view language_code);

// A text for a channel of few letters: spaces that must not break, printed quotes and dashes, for
// which a text message would pay by half of its length, become those of a keyboard.
std::string Plain(std::string_view text);

}  // namespace parley::text

#endif  // PARLEY_ADAPTERS_TEXT_MARKUP_H_
