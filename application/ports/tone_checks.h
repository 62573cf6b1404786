// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_TONE_CHECKS_H_
#define PARLEY_APPLICATION_PORTS_TONE_CHECKS_H_

#include <string_view>

#include "domain/language/tone/tone_check.h"

namespace parley {

// The tone checks of all languages that the product speaks.
class ToneChecks {
 public:
  virtual ~ToneChecks() = default;

  // None for a language that is not spoken here; it lives as long as this does.
  virtual const language::ToneCheck* Of(std::string_view language_code) const = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_TONE_CHECKS_H_
