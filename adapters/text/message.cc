// SPDX-License-Identifier: Apache-2.0
#include "adapters/text/message.h"

#include <unicode/messagepattern.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace parley::text {
namespace {

constexpr std::string_view kOther = "other";

std::string Utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace

// Turns ICU's flat list of parts into pieces.
class MessageReader {
 public:
  explicit MessageReader(const icu::MessagePattern& pattern)
      : pattern_(pattern), text_(pattern.getPatternString()) {}

  // Reads the message that begins with this part.
  absl::StatusOr<Message::Pieces> Read(std::int32_t start);

  std::vector<Message::Argument> arguments() && { return std::move(arguments_); }

 private:
  absl::StatusOr<Message::Piece> ReadArgument(std::int32_t start);
  absl::StatusOr<Message::Piece> ReadChoice(std::int32_t start, Message::Choice choice);

  std::string Between(std::int32_t from, std::int32_t to) const {
    return Utf8(text_.tempSubStringBetween(from, to));
  }

  const icu::MessagePattern& pattern_;
  const icu::UnicodeString& text_;
  void Note(const std::string& name, Message::Argument::Does does, std::int32_t start) {
    const icu::UnicodeString before =
        text_.tempSubStringBetween(0, pattern_.getPatternIndex(start));
    const char16_t* const letters = before.getBuffer();
    const auto lines = std::count(letters, letters + before.length(), u'\n');
    arguments_.push_back(
        {.name = name, .does = does, .line = static_cast<int>(lines), .selectors = {}});
  }

  std::vector<Message::Argument> arguments_;
  std::vector<std::string> plurals_;  // Around what is being read: `#` is the innermost.
};

absl::StatusOr<Message::Pieces> MessageReader::Read(std::int32_t start) {
  Message::Pieces pieces;
  std::int32_t told = pattern_.getPart(start).getLimit();
  for (std::int32_t at = start + 1;; ++at) {
    const auto& part = pattern_.getPart(at);
    if (part.getIndex() > told) pieces.emplace_back(Between(told, part.getIndex()));
    if (part.getType() == UMSGPAT_PART_TYPE_MSG_LIMIT) return pieces;
    if (part.getType() == UMSGPAT_PART_TYPE_ARG_START) {
      absl::StatusOr<Message::Piece> argument = ReadArgument(at);
      if (!argument.ok()) return argument.status();
      pieces.push_back(*std::move(argument));
      at = pattern_.getLimitPartIndex(at);
    } else if (part.getType() == UMSGPAT_PART_TYPE_REPLACE_NUMBER) {
      pieces.emplace_back(Message::Blank{plurals_.back()});
    }
    told = pattern_.getPart(at).getLimit();
  }
}

absl::StatusOr<Message::Piece> MessageReader::ReadArgument(std::int32_t start) {
  const std::string name = Utf8(pattern_.getSubstring(pattern_.getPart(start + 1)));
  if (pattern_.getPart(start + 1).getType() != UMSGPAT_PART_TYPE_ARG_NAME) {
    return absl::InternalError("an argument has a number for a name");
  }
  using Does = Message::Argument::Does;
  switch (pattern_.getPart(start).getArgType()) {
    case UMSGPAT_ARG_TYPE_NONE:
      Note(name, Does::kStands, start);
      return Message::Blank{name};
    case UMSGPAT_ARG_TYPE_PLURAL:
      Note(name, Does::kChoosesPlural, start);
      return ReadChoice(start, {.name = name, .plural = true});
    case UMSGPAT_ARG_TYPE_SELECT:
      Note(name, Does::kSelects, start);
      return ReadChoice(start, {.name = name, .plural = false});
    default:
      return absl::InternalError(absl::StrCat("{", name, "} says how it is to be formatted"));
  }
}

absl::StatusOr<Message::Piece> MessageReader::ReadChoice(std::int32_t start,
                                                         Message::Choice choice) {
  if (choice.plural) plurals_.push_back(choice.name);
  const std::size_t noted = arguments_.size() - 1;
  const std::int32_t limit = pattern_.getLimitPartIndex(start);
  std::string selector;
  for (std::int32_t at = start + 2; at < limit; ++at) {
    const auto& part = pattern_.getPart(at);
    if (part.getType() == UMSGPAT_PART_TYPE_ARG_SELECTOR) {
      selector = Utf8(pattern_.getSubstring(part));
      if (!choice.plural && selector != kOther) arguments_[noted].selectors.push_back(selector);
    } else if (part.getType() == UMSGPAT_PART_TYPE_MSG_START) {
      absl::StatusOr<Message::Pieces> pieces = Read(at);
      if (!pieces.ok()) return pieces.status();
      choice.texts.emplace(selector, *std::move(pieces));
      at = pattern_.getLimitPartIndex(at);
    }
  }
  if (choice.plural) plurals_.pop_back();
  return choice;
}

absl::StatusOr<Message> Message::Parse(std::string_view pattern) {
  if (pattern.find('\'') != std::string_view::npos) {
    return absl::InternalError("a straight apostrophe");
  }
  UErrorCode error = U_ZERO_ERROR;
  UParseError where{};
  const icu::MessagePattern parsed(icu::UnicodeString::fromUTF8(pattern), &where, error);
  if (U_FAILURE(error) != 0) {
    return absl::InternalError(absl::StrCat(u_errorName(error), " at character ", where.offset));
  }
  MessageReader reader(parsed);
  absl::StatusOr<Pieces> pieces = reader.Read(0);
  if (!pieces.ok()) return pieces.status();
  Message message;
  message.pieces_ = *std::move(pieces);
  message.arguments_ = std::move(reader).arguments();
  for (const Argument& argument : message.arguments_) message.names_.insert(argument.name);
  return message;
}

const Message::Pieces& Message::Chosen(const Choice& choice, const ToldArgument* argument,
                                       const icu::PluralRules& plurals) {
  const auto other = choice.texts.find(kOther);  // ICU's parser demands it.
  if (argument == nullptr) return other->second;
  std::string selector = argument->text;
  if (choice.plural) {
    const std::int64_t count = argument->count.value_or(0);
    const auto exact = choice.texts.find(absl::StrCat("=", count));
    if (exact != choice.texts.end()) return exact->second;
    selector = Utf8(plurals.select(static_cast<double>(count)));
  }
  const auto found = choice.texts.find(selector);
  return found == choice.texts.end() ? other->second : found->second;
}

void Message::Append(const Pieces& pieces, const icu::PluralRules& plurals, ArgumentSource source,
                     std::string& out) {
  for (const Piece& piece : pieces) {
    if (const auto* literal = std::get_if<std::string>(&piece)) {
      out += *literal;
    } else if (const auto* blank = std::get_if<Blank>(&piece)) {
      const ToldArgument* argument = source(blank->name);
      out += argument == nullptr ? absl::StrCat("{", blank->name, "}") : argument->text;
    } else {
      const auto& choice = std::get<Choice>(piece);
      Append(Chosen(choice, source(choice.name), plurals), plurals, source, out);
    }
  }
}

std::string Message::Fill(const icu::PluralRules& plurals, ArgumentSource source) const {
  constexpr std::size_t kUsualLength = 160;
  std::string out;
  out.reserve(kUsualLength);
  FillInto(out, plurals, source);
  return out;
}

void Message::FillInto(std::string& out, const icu::PluralRules& plurals,
                       ArgumentSource source) const {
  Append(pieces_, plurals, source, out);
}

}  // namespace parley::text
