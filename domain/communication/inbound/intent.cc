// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/inbound/intent.h"

#include <algorithm>
#include <array>

namespace parley {
namespace {

// In the order of the enumerations.
constexpr std::array<std::string_view, 3> kSources = {"rule", "person", "model"};
constexpr std::array<std::string_view, kIntentCount> kNames = {
    "CRISIS",           "STOP_CONTACT",
    "STOP_CHANNEL",     "DECEASED",
    "INSOLVENCY",       "REPRESENTED",
    "IDENTITY_THEFT",   "WRONG_PERSON",
    "DISPUTE_NOT_MINE", "DISPUTE_GOODS_SERVICE",
    "DISPUTE_AMOUNT",   "ALREADY_PAID",
    "SETTLEMENT_OFFER", "WANTS_PLAN",
    "PROMISE_TO_PAY",   "PAYMENT_PROBLEM",
    "NEEDS_TIME",       "HARDSHIP",
    "VULNERABLE",       "COMPLAINT",
    "INCONVENIENT",     "CALL_BACK",
    "LANGUAGE_REQUEST", "QUESTION",
    "THANKS_OR_ACK",    "ABUSE",
    "UNCLEAR"};

}  // namespace

std::string_view NameOf(Intent intent) { return kNames[static_cast<std::size_t>(intent)]; }

std::optional<Intent> IntentNamed(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Intent>(found - kNames.begin());
}

std::string_view NameOf(LabelSource source) {
  return kSources.at(static_cast<std::size_t>(source));
}

std::optional<LabelSource> LabelSourceNamed(std::string_view name) {
  const auto found = std::find(kSources.begin(), kSources.end(), name);
  if (found == kSources.end()) return std::nullopt;
  return static_cast<LabelSource>(found - kSources.begin());
}

}  // namespace parley
