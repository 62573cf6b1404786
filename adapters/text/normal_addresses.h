// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_TEXT_NORMAL_ADDRESSES_H_
#define PARLEY_ADAPTERS_TEXT_NORMAL_ADDRESSES_H_

#include <optional>
#include <string_view>

#include "application/ports/addresses.h"

namespace parley::text {

// Addresses by Unicode's rules and numbers by the plans of the world's countries.
class NormalAddresses final : public Addresses {
 public:
  // A phone number becomes E.164, and one with an extension is none, because E.164 has no room for
  // it. Of an e-mail address, letters become small ones. Lines of a postal address lose blanks at
  // their ends, and empty ones go. All are composed (NFC).
  std::optional<NormalAddress> Normalise(PointType type, std::string_view text,
                                         std::string_view region) const override;
};

}  // namespace parley::text

#endif  // PARLEY_ADAPTERS_TEXT_NORMAL_ADDRESSES_H_
