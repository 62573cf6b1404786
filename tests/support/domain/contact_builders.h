// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_DOMAIN_CONTACT_BUILDERS_H_
#define PARLEY_TESTS_SUPPORT_DOMAIN_CONTACT_BUILDERS_H_

#include "domain/communication/log/logged_communication.h"
#include "domain/communication/log/stored_verdict.h"
#include "tests/support/domain/builders.h"

namespace parley {

// A verdict that let a demanding call about debt 1 of debtor 1 through.
Builder<StoredVerdict> AVerdict(int number = 1);

// Such a call, which holds its slot, by the verdict of the same number.
Builder<LoggedCommunication> ACall(int number = 1);

// The same as the person's own call, which was taken.
Builder<LoggedCommunication> AnInboundCall(int number = 1);

// What is told of a call a minute after it was let through, which was `call`.
CallReport AReport(const LoggedCommunication& call, CallOutcome outcome);

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_DOMAIN_CONTACT_BUILDERS_H_
