// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_SET_PART_H_
#define PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_SET_PART_H_

#include <string>

#include "domain/common/sensitive.h"
#include "domain/communication/templates/template.h"

namespace parley {

// A part of a message as it is sent.
struct SetPart {
  PartKind kind = PartKind::kText;
  std::string heading;
  SensitiveText text;

  friend bool operator==(const SetPart&, const SetPart&) = default;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_SET_PART_H_
