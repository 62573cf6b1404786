// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POLICY_CONVERT_RULES_H_
#define PARLEY_ADAPTERS_POLICY_CONVERT_RULES_H_

#include <string>

#include "adapters/policy/read_rulebook.h"
#include "adapters/policy/text_file.h"
#include "domain/communication/rulebook.h"
#include "parley/policy/v1/rulebook.pb.h"

namespace parley::policy {

// Reads what a rule does. What cannot be read (an hour, a zone, a kind that is missing) is a fault
// of the file at a path that begins with `path`.
RuleKind ReadKind(const parley::policy::v1::Rule& rule, const std::string& path, FindZone find_zone,
                  TextFile& file);

}  // namespace parley::policy

#endif  // PARLEY_ADAPTERS_POLICY_CONVERT_RULES_H_
