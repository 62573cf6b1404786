// SPDX-License-Identifier: Apache-2.0
#include "application/templates/template_nature.h"

#include <vector>

namespace parley {

absl::Status CheckBeside(const TemplateLibrary& library, const Typesetter& typesetter,
                         const Template& words) {
  const std::vector<ContentBlock> blocks = library.catalogue().BlocksFor(words);
  std::vector<TemplateFault> faults = typesetter.Check(words, blocks);
  const auto tell = [&faults](const char* path) {
    faults.push_back(
        {.path = path, .what = "differs from the templates of this key that are sent"});
  };
  const absl::StatusOr<WordingNature> nature = library.NatureOf(words.key, words.channel);
  if (nature.ok()) {
    if (nature->purpose != words.purpose) tell("purpose");
    if (nature->statutory != words.statutory) tell("statutory_kind");
    if (nature->variant != words.variant) tell("limited");
  }
  return ToStatus(faults);
}

}  // namespace parley
