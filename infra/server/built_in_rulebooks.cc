// SPDX-License-Identifier: Apache-2.0
#include "infra/server/built_in_rulebooks.h"

#include <string>
#include <vector>

#include "adapters/policy/read_policy.h"
#include "domain/common/status_macros.h"
#include "infra/server/built_in.h"

namespace parley::server {

absl::StatusOr<std::unique_ptr<BuiltInRulebooks>> BuiltInRulebooks::Load() {
  std::vector<policy::PolicyFile> files;
  for (const BuiltIn& file : BuiltIns()) {
    files.push_back({std::string(file.name) + ".textproto", file.content});
  }
  PARLEY_ASSIGN_OR_RETURN(policy::Policy policy, policy::ReadPolicy(files));
  PARLEY_ASSIGN_OR_RETURN(Rulebooks rulebooks,
                          Rulebooks::Make(std::move(policy.books), std::move(policy.calendars)));
  return std::unique_ptr<BuiltInRulebooks>(
      new BuiltInRulebooks(std::make_shared<const Rulebooks>(std::move(rulebooks))));
}

}  // namespace parley::server
