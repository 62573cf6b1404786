// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/stores.h"

namespace parley {

std::vector<StoreUnderTest> EveryStore() { return {}; }

}  // namespace parley
