// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_REFLECTION_HANDLER_H_
#define PARLEY_ADAPTERS_GRPC_REFLECTION_HANDLER_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "adapters/grpc/stream_call.h"

namespace parley::grpc_api {

// Serves gRPC's server reflection, by which tools learn the API from a running server. The one that
// comes with gRPC answers anybody, and cannot be switched off once it is linked; here, nothing but
// health answers without a token.
class ReflectionHandler final : public StreamHandler {
 public:
  // The names of the services that are served.
  explicit ReflectionHandler(const std::vector<std::string>& services) : services_(services) {}

  absl::StatusOr<std::optional<grpc::ByteBuffer>> Take(const grpc::ByteBuffer& message) override;

 private:
  const std::vector<std::string>& services_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_REFLECTION_HANDLER_H_
