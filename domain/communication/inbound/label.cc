// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/inbound/label.h"

#include <algorithm>

namespace parley {

std::string_view TextPart::In(std::string_view text) const {
  if (begin >= text.size() || end <= begin) return {};
  return text.substr(begin, end - begin);
}

const InboundLabel* FindLabel(std::span<const InboundLabel> labels, Intent intent) {
  const auto found = std::find_if(labels.begin(), labels.end(), [intent](const InboundLabel& one) {
    return one.intent == intent;
  });
  return found == labels.end() ? nullptr : &*found;
}

}  // namespace parley
