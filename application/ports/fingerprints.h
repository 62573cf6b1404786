// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_FINGERPRINTS_H_
#define PARLEY_APPLICATION_PORTS_FINGERPRINTS_H_

#include <string_view>

#include "domain/common/fingerprint.h"

namespace parley {

// Digests content by SHA-256.
class Fingerprints {
 public:
  virtual ~Fingerprints() = default;

  virtual Fingerprint Of(std::string_view content) const = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_FINGERPRINTS_H_
