// SPDX-License-Identifier: Apache-2.0
#include "application/dispatch/outbound.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace parley {
namespace {

SensitiveText PartOf(const MessageWords& words, PartKind kind) {
  for (const SetPart& part : words.parts) {
    if (part.kind == kind) return part.text;
  }
  return {};
}

// The text, or the sections under their headings, in the order in which they stand.
SensitiveText BodyOf(const MessageWords& words) {
  std::vector<std::string> paragraphs;
  for (const SetPart& part : words.parts) {
    if (part.kind != PartKind::kText && part.kind != PartKind::kSection) continue;
    if (!part.heading.empty()) paragraphs.push_back(part.heading);
    paragraphs.push_back(part.text.Reveal());
  }
  return SensitiveText(absl::StrJoin(paragraphs, "\n\n"));
}

EmailWords ToEmail(const OutboundParts& parts) {
  const MessageWords& words = *parts.message.words;
  return {.from_name = parts.letterhead.firm,
          .subject = PartOf(words, PartKind::kSubject),
          .text = PartOf(words, PartKind::kText),
          .html = PartOf(words, PartKind::kHtml),
          .unsubscribe_url = parts.opt_out_link};
}

std::string OnOneLine(const Letterhead& letterhead) {
  return absl::StrCat(
      letterhead.firm, ", ",
      absl::StrJoin(absl::StrSplit(letterhead.sender_address, '\n', absl::SkipWhitespace()), ", "));
}

std::vector<std::string> RightsIn(const Voice& voice) {
  constexpr std::string_view kRights[] = {"letter.right.explain", "letter.right.dispute",
                                          "letter.right.advice", "letter.right.contact"};
  std::vector<std::string> rights;
  std::transform(std::begin(kRights), std::end(kRights), std::back_inserter(rights),
                 [&](std::string_view key) { return voice.Say(key); });
  return rights;
}

LetterWords ToLetter(const OutboundParts& parts) {
  const MessageWords& words = *parts.message.words;
  const Voice& voice = parts.words.In(words.language.format);
  return {.language_code = words.language.format,
          .sender = parts.letterhead.firm,
          .return_address = OnOneLine(parts.letterhead),
          .day = voice.Say("letter.day", {{"day", parts.today}}),
          .subject = PartOf(words, PartKind::kSubject),
          .text = BodyOf(words),
          .slip_title = voice.Say("letter.slip.title"),
          .slip_text = voice.Say("letter.slip.text"),
          .slip_fields = {voice.Say("letter.slip.name"), voice.Say("letter.slip.answer")},
          .rights_title = voice.Say("letter.rights"),
          .rights = RightsIn(voice),
          .page_text = voice.Say("statement.page", {{"page", std::string("{page}")},
                                                    {"pages", std::string("{pages}")}}),
          .made = parts.now};
}

}  // namespace

OutboundMessage ToOutbound(const OutboundParts& parts) {
  OutboundMessage outbound{.id = parts.message.id, .address = parts.point.address, .words = {}};
  switch (parts.message.channel) {
    case Channel::kLetter:
      outbound.words = ToLetter(parts);
      break;
    case Channel::kSms:
      outbound.words = SmsWords{PartOf(*parts.message.words, PartKind::kText)};
      break;
    default:
      outbound.words = ToEmail(parts);
  }
  return outbound;
}

}  // namespace parley
