// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/templates/content_block.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_join.h"
#include "domain/common/reason.h"

namespace parley {
namespace {

constexpr auto kBlockWords = std::to_array<std::string_view>({
    "",
    "SELF_IDENTIFICATION",
    "FOR_WHOM",
    "ABOUT",
    "DISPUTE",
    "OPT_OUT",
    "FREE_ADVICE",
    "JUSTIFICATION",
    "COLLECTOR_INITIAL",
    "COLLECTOR_SUBSEQUENT",
    "VALIDATION",
    "PAYMENT_OPTIONS",
    "SIGNATURE",
    "CALLER_BY_NAME",
});

constexpr EnumSet<Channel> kOfPages{Channel::kEmail, Channel::kLetter, Channel::kPortal};
constexpr EnumSet<Channel> kLeftByAWord{Channel::kEmail, Channel::kSms, Channel::kDirectMessage};
// Speaks of what is owed.
constexpr EnumSet<Purpose> kAsking{Purpose::kDemand, Purpose::kReminder, Purpose::kNegotiation,
                                   Purpose::kStatement, Purpose::kBalanceUpdate};

bool Meets(const ContentBlock& block, std::string_view demand) {
  return std::find(block.meets.begin(), block.meets.end(), demand) != block.meets.end();
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<Block>() {
  return kBlockWords;
}

EnumSet<Block> BlocksOfHouse(const Template& words) {
  if (words.purpose == Purpose::kLocation) return {Block::kCallerByName};
  EnumSet<Block> wanted{Block::kSelfIdentification};
  if (words.variant == Variant::kLimited) return wanted;
  const bool confirms = words.purpose == Purpose::kOptOutConfirmation;
  if (kLeftByAWord.Has(words.channel) && !confirms) wanted.Add(Block::kOptOut);
  if (!kAsking.Has(words.purpose)) return wanted;
  wanted.Add(Block::kForWhom);
  if (!kOfPages.Has(words.channel)) return wanted;
  for (const Block block : {Block::kAbout, Block::kDispute, Block::kFreeAdvice}) wanted.Add(block);
  return wanted;
}

absl::StatusOr<std::vector<std::size_t>> BlocksToAdd(std::span<const std::string_view> demanded,
                                                     std::span<const ContentBlock> blocks,
                                                     EnumSet<Block> held, bool has_slot) {
  std::vector<std::size_t> added;
  std::vector<std::string> missing;
  for (const std::string_view demand : demanded) {
    const auto meets = [demand](const ContentBlock& block) { return Meets(block, demand); };
    const bool said = std::any_of(blocks.begin(), blocks.end(), [&](const ContentBlock& block) {
      return held.Has(block.block) && meets(block);
    });
    if (said) continue;
    const auto found = std::find_if(blocks.begin(), blocks.end(), meets);
    if (found == blocks.end() || !has_slot) {
      missing.emplace_back(demand);
      continue;
    }
    const auto at = static_cast<std::size_t>(found - blocks.begin());
    held.Add(found->block);
    added.push_back(at);
  }
  if (missing.empty()) return added;
  return Refuse(Reason::kTemplateBlockMissing, {}, {{"blocks", absl::StrJoin(missing, ",")}});
}

}  // namespace parley
