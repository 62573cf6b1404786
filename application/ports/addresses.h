// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_ADDRESSES_H_
#define PARLEY_APPLICATION_PORTS_ADDRESSES_H_

#include <optional>
#include <string>
#include <string_view>

#include "domain/common/sensitive.h"
#include "domain/communication/vocabulary.h"
#include "domain/debtor/contact_point.h"

namespace parley {

// An address in the one form in which it is kept, compared and found.
struct NormalAddress {
  SensitiveText address;
  std::string region;                      // ISO 3166, of a phone number; empty when it tells none.
  PointClass kind = PointClass::kUnknown;  // Cellular, where the number alone says so.
  // False for a number that can exist, and that nobody was known to give out when the tables were
  // made. New ranges come up each month, so that it is a hint and no refusal.
  bool in_known_range = true;

  friend bool operator==(const NormalAddress&, const NormalAddress&) = default;
};

// How the world writes numbers and addresses.
class Addresses {
 public:
  virtual ~Addresses() = default;

  // None for what cannot be an address of the type. A phone number that does not begin with its
  // country's code is one of `region`, an ISO 3166 code or empty.
  virtual std::optional<NormalAddress> Normalise(PointType type, std::string_view text,
                                                 std::string_view region) const = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_ADDRESSES_H_
