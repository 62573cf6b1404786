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

bool IsLimited(const OutboundParts& parts) { return parts.variant == Variant::kLimited; }

// By what name the house writes.
const std::string& WriterOf(const OutboundParts& parts) {
  return IsLimited(parts) ? parts.letterhead.neutral_name : parts.letterhead.firm;
}

// One click ends what the person may do without, and nothing that a law wants them to have.
bool EndsAtAClick(const OutboundParts& parts) {
  constexpr EnumSet<Purpose> kStays{Purpose::kStatutory, Purpose::kOptOutConfirmation};
  return !IsLimited(parts) && !kStays.Has(parts.message.purpose);
}

EmailWords ToEmail(const OutboundParts& parts) {
  const MessageWords& words = *parts.message.words;
  return {.from_name = WriterOf(parts),
          .subject = PartOf(words, PartKind::kSubject),
          .text = PartOf(words, PartKind::kText),
          .html = PartOf(words, PartKind::kHtml),
          .unsubscribe_url = EndsAtAClick(parts) ? parts.opt_out_link : std::string()};
}

// Behind the window: whoever carries the letter reads it, and learns of no collector.
std::string ReturnLine(const Letterhead& letterhead) {
  return absl::StrCat(
      letterhead.neutral_name, ", ",
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
  LetterWords letter{.language_code = words.language.format,
                     .sender = WriterOf(parts),
                     .return_address = ReturnLine(parts.letterhead),
                     .day = voice.Say("letter.day", {{"day", parts.today}}),
                     .subject = PartOf(words, PartKind::kSubject),
                     .text = BodyOf(words),
                     .page_text = voice.Say("statement.page", {{"page", std::string("{page}")},
                                                               {"pages", std::string("{pages}")}}),
                     .made = parts.now,
                     .large_print = parts.large_print};
  if (IsLimited(parts)) return letter;
  letter.rights_title = voice.Say("letter.rights");
  letter.rights = RightsIn(voice);
  // What a law prescribes brings the form for its answer along.
  if (parts.message.purpose == Purpose::kStatutory) return letter;
  letter.slip_title = voice.Say("letter.slip.title");
  letter.slip_text = voice.Say("letter.slip.text");
  letter.slip_fields = {voice.Say("letter.slip.name"), voice.Say("letter.slip.answer")};
  return letter;
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
