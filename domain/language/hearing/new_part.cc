// SPDX-License-Identifier: Apache-2.0
#include "domain/language/hearing/new_part.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace parley::language {
namespace {

using Marks = std::span<const std::string_view>;

absl::string_view View(std::string_view text) { return {text.data(), text.size()}; }

// What a mail program writes before a message that it quotes to the end.
constexpr auto kDividers = std::to_array<std::string_view>(
    {"original message", "forwarded message", "ursprüngliche nachricht", "originalnachricht",
     "weitergeleitete nachricht", "mensaje original", "mensaje reenviado", "message d'origine",
     "message d’origine", "message original", "message transféré", "message initial"});
constexpr auto kSenderHeads = std::to_array<std::string_view>({"from:", "von:", "de:", "de :"});
constexpr auto kOtherHeads = std::to_array<std::string_view>(
    {"sent:", "to:", "date:", "subject:", "gesendet:", "datum:", "an:", "betreff:", "enviado:",
     "fecha:", "para:", "asunto:", "envoyé", "date :", "à :", "a:", "objet"});
constexpr auto kAttributions = std::to_array<std::string_view>(
    {"wrote:", "writes:", "wrote :", "schrieb ",
     "schrieb:", "escribió:", "escribio:", "a écrit:", "a écrit :", "a écrit\u00A0:"});
constexpr auto kDeviceLines = std::to_array<std::string_view>(
    {"sent from my", "sent from outlook", "get outlook for", "sent via", "enviado desde mi",
     "enviado desde outlook", "envoyé de mon", "envoyé depuis", "von meinem", "gesendet von",
     "gesendet mit"});

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Line> LinesOf(std::string_view text) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back({begin, end});
    begin = end + 1;
  }
  return lines;
}

bool StartsWithAny(absl::string_view line, Marks marks) {
  return std::any_of(marks.begin(), marks.end(), [line](std::string_view mark) {
    return absl::StartsWithIgnoreCase(line, View(mark));
  });
}

bool ContainsAny(absl::string_view line, Marks marks) {
  const std::string small = absl::AsciiStrToLower(line);
  return std::any_of(marks.begin(), marks.end(), [&small](std::string_view mark) {
    return absl::StrContains(small, View(mark));
  });
}

class Reply {
 public:
  explicit Reply(std::string_view text) : text_(text), lines_(LinesOf(text)), kept_(text) {}

  std::string NewPart() {
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      const absl::string_view line = LineAt(at);
      if (EndsNewPart(at)) {
        Blank(lines_[at].begin, text_.size());
        break;
      }
      if (absl::StartsWith(line, ">") || StartsWithAny(line, kDeviceLines) || IsAttribution(at)) {
        Blank(lines_[at].begin, lines_[at].end);
      }
    }
    return std::move(kept_);
  }

 private:
  absl::string_view LineAt(std::size_t at) const {
    if (at >= lines_.size()) return "";
    const Line& line = lines_[at];
    return absl::StripAsciiWhitespace(View(text_.substr(line.begin, line.end - line.begin)));
  }

  bool IsAttribution(std::size_t at) const {
    constexpr std::size_t kLongest = 200;
    const absl::string_view line = LineAt(at);
    if (line.empty() || line.size() > kLongest) return false;
    if (line.back() != ':') return false;
    return ContainsAny(line, kAttributions);
  }

  // What is quoted without a mark before its lines goes on to the end.
  bool EndsNewPart(std::size_t at) const {
    constexpr std::size_t kLongestDivider = 80;
    const absl::string_view line = LineAt(at);
    if (absl::StartsWith(line, "-----") || absl::StartsWith(line, "_____")) {
      return line.size() > kLongestDivider || ContainsAny(line, kDividers) ||
             line.find_first_not_of("-_ ") == absl::string_view::npos;
    }
    if (ContainsAny(line, kDividers) && line.size() < kLongestDivider && line.back() == ':') {
      return true;
    }
    if (StartsWithAny(line, kSenderHeads) && StartsWithAny(LineAt(at + 1), kOtherHeads)) {
      return true;
    }
    return IsAttribution(at) && !QuotesFollow(at + 1);
  }

  bool QuotesFollow(std::size_t at) const {
    while (at < lines_.size() && LineAt(at).empty()) ++at;
    return at < lines_.size() && absl::StartsWith(LineAt(at), ">");
  }

  void Blank(std::size_t begin, std::size_t end) {
    std::replace_if(
        kept_.begin() + static_cast<std::ptrdiff_t>(begin),
        kept_.begin() + static_cast<std::ptrdiff_t>(end), [](char byte) { return byte != '\n'; },
        ' ');
  }

  std::string_view text_;
  std::vector<Line> lines_;
  std::string kept_;
};

}  // namespace

std::string NewPartOf(std::string_view text) { return Reply(text).NewPart(); }

}  // namespace parley::language
