// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/list_position.h"

#include <cstdint>

namespace parley::grpc_api {

std::size_t ReadListPosition(const std::vector<Uuid>& ids) {
  std::size_t shown = 0;
  for (const std::uint8_t byte : ids.front().bytes()) shown = shown << 8U | byte;
  return shown;
}

std::vector<Uuid> WriteListPosition(std::size_t shown) {
  Uuid::Bytes bytes{};
  for (auto byte = bytes.rbegin(); shown > 0; ++byte, shown >>= 8U) {
    *byte = static_cast<std::uint8_t>(shown & 0xffU);
  }
  return {Uuid(bytes)};
}

}  // namespace parley::grpc_api
