// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_CONTENT_BLOCK_H_
#define PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_CONTENT_BLOCK_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/communication/enum_set.h"
#include "domain/communication/templates/template.h"
#include "domain/communication/templates/variable.h"

namespace parley {

// What a message has to say besides its own matter. Where the gate's rules look for the same
// content, the word is theirs (Element).
enum class Block : std::uint8_t {
  kSelfIdentification = 1,   // Who writes.
  kForWhom = 2,              // For which creditor.
  kAbout = 3,                // About what.
  kDispute = 4,              // How to say that something is wrong, and what happens then.
  kOptOut = 5,               // How to get no more of these messages.
  kFreeAdvice = 6,           // Where advice is free.
  kJustification = 7,        // Why we still ask although the person said that nothing is owed.
  kCollectorInitial = 8,     // That a debt collector writes, at first,
  kCollectorSubsequent = 9,  // and later on.
  kValidation = 10,          // The rights and the days of a first notice.
  kPaymentOptions = 11,      // What one can do.
  kSignature = 12,           // Who answers, and by what number.
  kCallerByName = 13,        // Who speaks, and not for which firm.
};

template <>
std::span<const std::string_view> WordsOf<Block>();

// The words of a block in one language for some channels.
struct ContentBlock {
  Block block = Block::kSelfIdentification;
  std::string language;
  EnumSet<Channel> channels;
  std::vector<std::string> meets;  // Which of the contents that verdicts demand it is.
  std::vector<Variable> variables;
  std::string text;

  friend bool operator==(const ContentBlock&, const ContentBlock&) = default;
};

// The blocks that the house wants in a template of this kind, whatever a verdict demands.
EnumSet<Block> BlocksOfHouse(const Template& words);

// Which of `blocks` a verdict's demands add to a message that already holds those of `held`, and
// that takes more only where it has the slot. Errors: TEMPLATE_BLOCK_MISSING, with the metadata's
// `blocks`: what is demanded and nothing here says.
absl::StatusOr<std::vector<std::size_t>> BlocksToAdd(std::span<const std::string_view> demanded,
                                                     std::span<const ContentBlock> blocks,
                                                     EnumSet<Block> held, bool has_slot);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_CONTENT_BLOCK_H_
