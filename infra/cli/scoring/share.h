// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_SCORING_SHARE_H_
#define PARLEY_INFRA_CLI_SCORING_SHARE_H_

#include <string>

#include "absl/strings/str_format.h"

namespace parley::cli {

// A part of a whole; nothing of nothing is all of it.
struct Share {
  int part = 0;
  int whole = 0;

  void Count(bool is_part) {
    part += is_part ? 1 : 0;
    ++whole;
  }
  double value() const { return whole == 0 ? 1.0 : static_cast<double>(part) / whole; }
};

// "0.950 (19 of 20)".
inline std::string ShareText(const Share& share) {
  return absl::StrFormat("%.3f (%d of %d)", share.value(), share.part, share.whole);
}

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_SCORING_SHARE_H_
