// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_BENCHMARKS_SEND_SEED_H_
#define PARLEY_TESTS_BENCHMARKS_SEND_SEED_H_

#include <istream>

#include "domain/communication/vocabulary.h"
#include "tests/benchmarks/send/house.h"

namespace parley::bench {

// Queues a message of a channel to each debtor of the input, whose lines are "DEBTOR DEBT": when we
// will call, which they asked for, so that it goes at any hour. Each gets an address of the
// channel, and its slot by a verdict. Returns how many.
int QueueMessages(House& house, Channel channel, std::istream& debts);

}  // namespace parley::bench

#endif  // PARLEY_TESTS_BENCHMARKS_SEND_SEED_H_
