// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_BENCHMARKS_SEND_DRAIN_H_
#define PARLEY_TESTS_BENCHMARKS_SEND_DRAIN_H_

#include "tests/benchmarks/send/house.h"

namespace parley::bench {

// Claims e-mails that wait, and completes them without handing them over, by so many threads with a
// session each, so many at a time, until none waits. Returns how many it completed.
int DrainQueue(House& house, int threads, int at_once);

}  // namespace parley::bench

#endif  // PARLEY_TESTS_BENCHMARKS_SEND_DRAIN_H_
