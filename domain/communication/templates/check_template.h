// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_CHECK_TEMPLATE_H_
#define PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_CHECK_TEMPLATE_H_

#include <span>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "domain/communication/templates/content_block.h"
#include "domain/communication/templates/reading.h"
#include "domain/communication/templates/template.h"

namespace parley {

// What is wrong with a template, and where in it: "parts[1].text" and the line of that text, or
// line 0 for what is no text.
struct TemplateFault {
  std::string path;
  int line = 0;
  std::string what;

  friend bool operator==(const TemplateFault&, const TemplateFault&) = default;
};

// The variables of a template are its own and those of the blocks that stand in it.
std::vector<Variable> VariablesWith(std::span<const Variable> own,
                                    std::span<const ContentBlock> blocks);

// Everything that is wrong with a template whose parts were read as `readings`, in the order of its
// parts; `blocks` are those of its language and channel.
std::vector<TemplateFault> CheckTemplate(const Template& words,
                                         std::span<const TextReading> readings,
                                         std::span<const ContentBlock> blocks);

// The same for a block, in which no other may stand.
std::vector<TemplateFault> CheckBlock(const ContentBlock& block, const TextReading& reading);

// OK, or TEMPLATE_UNSOUND with each fault in a line of the metadata's `faults`.
absl::Status ToStatus(std::span<const TemplateFault> faults);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_CHECK_TEMPLATE_H_
