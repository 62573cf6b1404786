// SPDX-License-Identifier: Apache-2.0
#include "application/messages/tone_gate.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

using language::Audience;
using language::TextSpan;
using language::ToneContext;
using language::ToneFinding;
using language::ToneSeverity;

// The first finding field by field, and all of them a line each.
absl::Status Refusal(const std::string& field, const std::vector<ToneFinding>& found) {
  const ToneFinding& first = found.front();
  const auto line = [&field](std::string* out, const ToneFinding& one) {
    absl::StrAppend(out, field, ":", one.span.begin, "-", one.span.end, ": ",
                    std::string(one.rule));
  };
  return Refuse(Reason::kTextNeedsRelease, {},
                {{"field", field},
                 {"category", std::string(NameOf(first.category))},
                 {"rule", std::string(first.rule)},
                 {"begin", absl::StrCat(first.span.begin)},
                 {"end", absl::StrCat(first.span.end)},
                 {"findings", absl::StrJoin(found, "\n", line)}});
}

// Where the released texts stand in another one.
std::vector<TextSpan> PlacesOf(const std::vector<std::string>& released, std::string_view text) {
  std::vector<TextSpan> places;
  for (const std::string& one : released) {
    for (std::size_t at = text.find(one); at != std::string_view::npos;
         at = text.find(one, at + one.size())) {
      places.push_back({at, at + one.size()});
    }
  }
  return places;
}

bool IsWithin(const TextSpan& span, const std::vector<TextSpan>& places) {
  return std::any_of(places.begin(), places.end(), [&](const TextSpan& place) {
    return place.begin <= span.begin && span.end <= place.end;
  });
}

std::vector<ToneFinding> ThatBlock(const std::vector<ToneFinding>& findings,
                                   const std::vector<TextSpan>& released) {
  std::vector<ToneFinding> found;
  for (const ToneFinding& finding : findings) {
    if (finding.severity == ToneSeverity::kWarns) continue;
    if (!IsWithin(finding.span, released)) found.push_back(finding);
  }
  return found;
}

class Reader {
 public:
  explicit Reader(const language::ToneCheck& check) : check_(check) {}

  absl::Status Read(const std::string& field, std::string_view text,
                    const ToneContext& context) const {
    const language::ToneReport report = check_.Check(text, context);
    // A text was released for its reader alone, and a subject line is seen by others.
    const std::vector<TextSpan> released = context.audience == Audience::kSubjectLine
                                               ? std::vector<TextSpan>()
                                               : PlacesOf(released_, text);
    const std::vector<ToneFinding> found = ThatBlock(report.findings, released);
    return found.empty() ? absl::OkStatus() : Refusal(field, found);
  }

  void Release(std::string text) { released_.push_back(std::move(text)); }

 private:
  const language::ToneCheck& check_;
  std::vector<std::string> released_;
};

std::string FieldOf(PartKind kind) { return kind == PartKind::kSubject ? "subject" : "text"; }

// Everything else stays where it is.
std::string Without(std::string_view link, std::string text) {
  if (link.empty()) return text;
  for (std::size_t at = text.find(link); at != std::string::npos; at = text.find(link, at)) {
    text.replace(at, link.size(), link.size(), ' ');
  }
  return text;
}

absl::Status ReadWhole(const Reader& reader, const WordedOrder& of) {
  for (const SetPart& part : of.words.parts) {
    if (part.kind == PartKind::kHtml) continue;  // Says the same as the text.
    const Audience audience =
        part.kind == PartKind::kSubject ? Audience::kSubjectLine : Audience::kAddressee;
    PARLEY_RETURN_IF_ERROR(reader.Read(FieldOf(part.kind), Without(of.own_link, part.text.Reveal()),
                                       {.audience = audience, .by_rules_alone = true}));
  }
  return absl::OkStatus();
}

}  // namespace

Fingerprint DigestOfText(const Fingerprints& fingerprints, std::string_view language_code,
                         std::string_view text) {
  CanonicalContent content;
  content.Add(language_code).Add(text);
  return fingerprints.Of(content.text());
}

absl::Status CheckToneOf(
    const ToneChecks& checks, const Fingerprints& fingerprints, const WordedOrder& of,
    absl::FunctionRef<absl::StatusOr<bool>(const Fingerprint& text)> is_released) {
  const std::string& language = of.words.language.language;
  const language::ToneCheck* const check = checks.Of(language);
  if (check == nullptr) {
    return Refuse(Reason::kTextNeedsRelease, {}, {{"field", "language"}});
  }
  Reader reader(*check);
  for (std::size_t at = 0; at < of.order.values.size(); ++at) {
    const auto* const own = std::get_if<SensitiveText>(&of.order.values[at].value);
    if (own == nullptr) continue;
    absl::Status read = reader.Read(absl::StrCat("order.values[", at, "].text"), own->Reveal(), {});
    if (read.ok()) continue;
    const Fingerprint digest = DigestOfText(fingerprints, language, own->Reveal());
    PARLEY_ASSIGN_OR_RETURN(const bool released, is_released(digest));
    if (!released) return read;
    reader.Release(own->Reveal());
  }
  return ReadWhole(reader, of);
}

}  // namespace parley
