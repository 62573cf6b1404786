// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SYSTEM_SUPPORT_AUDIT_H_
#define PARLEY_TESTS_SYSTEM_SUPPORT_AUDIT_H_

#include <string>
#include <vector>

#include "tests/system/support/deployment.h"

namespace parley::system_test {

// The command line that verifies the audit trail of a deployment over PostgreSQL.
std::vector<std::string> AuditVerifyArguments(const Deployment& deployment);

}  // namespace parley::system_test

#endif  // PARLEY_TESTS_SYSTEM_SUPPORT_AUDIT_H_
