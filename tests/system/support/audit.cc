// SPDX-License-Identifier: Apache-2.0
#include "tests/system/support/audit.h"

#include "infra/cli/keys.h"

namespace parley::system_test {

std::vector<std::string> AuditVerifyArguments(const Deployment& deployment) {
  return {"audit",       "verify",
          "--database",  deployment.database().OwnerAddress(),
          "--audit-key", deployment.Key(cli::kAuditKeyFile),
          "--anchors",   deployment.anchors()};
}

}  // namespace parley::system_test
