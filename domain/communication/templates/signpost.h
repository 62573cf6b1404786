// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_SIGNPOST_H_
#define PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_SIGNPOST_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/communication/vocabulary.h"

namespace parley {

enum class SignpostTopic : std::uint8_t { kDebt = 1, kDistress = 2 };

template <>
std::span<const std::string_view> WordsOf<SignpostTopic>();

// An organisation that helps for nothing, by its own name and address.
struct Signpost {
  std::string region;  // "GB", or a part of it: "GB-SCT".
  SignpostTopic topic = SignpostTopic::kDebt;
  std::string name;
  std::string link;
  std::string phone;   // As it is dialled there; empty where none is known.
  std::string source;  // Where it says so.

  friend bool operator==(const Signpost&, const Signpost&) = default;
};

// Those of a region and a topic: of the very region before those of its whole country. None where
// nobody listed any: then an agent looks for one, and nothing is guessed.
std::vector<Signpost> SignpostsFor(std::span<const Signpost> all, std::string_view region,
                                   SignpostTopic topic);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_SIGNPOST_H_
