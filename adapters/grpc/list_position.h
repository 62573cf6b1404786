// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_LIST_POSITION_H_
#define PARLEY_ADAPTERS_GRPC_LIST_POSITION_H_

#include <cstddef>
#include <vector>

#include "domain/common/id.h"

namespace parley::grpc_api {

// Where a list goes on whose elements are only ever added at its end, as the id that a page token
// carries: after so many.
std::size_t ReadListPosition(const std::vector<Uuid>& ids);
std::vector<Uuid> WriteListPosition(std::size_t shown);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_LIST_POSITION_H_
