// SPDX-License-Identifier: Apache-2.0
#include "domain/language/tone/finding.h"

namespace parley::language {

std::string_view NameOf(ToneCategory category) {
  switch (category) {
    case ToneCategory::kThreat:
      return "THREAT";
    case ToneCategory::kShame:
      return "SHAME";
    case ToneCategory::kFalseUrgency:
      return "FALSE_URGENCY";
    case ToneCategory::kFalseAuthority:
      return "FALSE_AUTHORITY";
    case ToneCategory::kShouting:
      return "SHOUTING";
    case ToneCategory::kCoercion:
      return "COERCION";
    case ToneCategory::kDisclosure:
      return "DISCLOSURE";
    case ToneCategory::kMisleading:
      return "MISLEADING";
    case ToneCategory::kJargon:
      return "JARGON";
    case ToneCategory::kUnclear:
      return "UNCLEAR";
  }
  return "";
}

std::optional<ToneCategory> ToneCategoryNamed(std::string_view name) {
  for (const ToneCategory category : kToneCategories) {
    if (NameOf(category) == name) return category;
  }
  return std::nullopt;
}

std::string_view NameOf(ToneSeverity severity) {
  switch (severity) {
    case ToneSeverity::kWarns:
      return "WARNS";
    case ToneSeverity::kNeedsSecondEye:
      return "SECOND_PAIR_OF_EYES";
    case ToneSeverity::kBlocks:
      return "BLOCKS";
  }
  return "";
}

std::optional<ToneSeverity> ToneSeverityNamed(std::string_view name) {
  for (const ToneSeverity severity :
       {ToneSeverity::kWarns, ToneSeverity::kNeedsSecondEye, ToneSeverity::kBlocks}) {
    if (NameOf(severity) == name) return severity;
  }
  return std::nullopt;
}

}  // namespace parley::language
