// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/output/explanation_text.h"

#include "absl/strings/str_cat.h"
#include "infra/cli/output/text.h"

namespace parley::cli {
namespace {

// A heading, and a line for each sentence; nothing at all without sentences.
template <typename Items>
void AddSection(const std::string& heading, const Items& items, std::string& text) {
  if (items.empty()) return;
  absl::StrAppend(&text, "\n", heading, "\n");
  for (const auto& item : items) absl::StrAppend(&text, "  - ", Printable(item.sentence()), "\n");
}

}  // namespace

std::string ExplanationText(const v1::StatusExplanation& explanation, const Voice& voice) {
  std::string text = absl::StrCat(Printable(explanation.sentence()), "\n",
                                  Printable(explanation.balance_sentence()), "\n");
  AddSection(voice.Say("explain.ASSURANCES"), explanation.assurances(), text);
  AddSection(voice.Say("explain.HOLDS"), explanation.holds(), text);
  AddSection(voice.Say("explain.ACTIONS"), explanation.actions(), text);
  if (explanation.has_coming_day()) {
    absl::StrAppend(&text, "\n", voice.Say("explain.COMING"), "\n  - ",
                    Printable(explanation.coming_day().sentence()), "\n");
  }
  AddSection(voice.Say("explain.RIGHTS"), explanation.rights(), text);
  return text;
}

}  // namespace parley::cli
