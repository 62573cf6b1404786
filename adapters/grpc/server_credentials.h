// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_SERVER_CREDENTIALS_H_
#define PARLEY_ADAPTERS_GRPC_SERVER_CREDENTIALS_H_

#include <grpcpp/security/server_credentials.h>

#include <memory>
#include <optional>
#include <string>

#include "absl/status/statusor.h"

namespace parley::grpc_api {

// The files, in PEM, with which a server proves who it is.
struct TlsFiles {
  std::string certificate_chain;
  std::string private_key;
  // When given, only clients with a certificate signed by one of these are let in.
  std::string client_authorities;
};

// Plaintext without files. Errors: INVALID_ARGUMENT, naming the file that cannot be read.
absl::StatusOr<std::shared_ptr<grpc::ServerCredentials>> MakeServerCredentials(
    const std::optional<TlsFiles>& files);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_SERVER_CREDENTIALS_H_
