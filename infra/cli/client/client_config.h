// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_CLIENT_CLIENT_CONFIG_H_
#define PARLEY_INFRA_CLI_CLIENT_CLIENT_CONFIG_H_

#include <string>

#include "absl/status/statusor.h"
#include "infra/cli/terminal.h"

namespace parley::cli {

// What the command line says about the connection; what is empty was not said.
struct ConnectionFlags {
  std::string config_file;
  std::string address;
  std::string ca_file;
  std::string token_file;
};

// How to reach a server, read in full: certificates and keys are PEM texts.
struct ClientConfig {
  std::string address;  // host:port, or unix:/path.
  std::string ca;       // Empty: without TLS.
  std::string token;    // Empty: calls go without credentials.
  std::string client_certificate;
  std::string client_key;
};

// Reads the flags over the file client.toml, which is that of --config, of PARLEY_CONFIG, of the
// last infra/run (README.md tells how it is found) or none. Errors: INVALID_ARGUMENT for a file
// that is no such configuration, NOT_FOUND for one that is named and not there,
// FAILED_PRECONDITION when nothing says where the server is.
absl::StatusOr<ClientConfig> LoadClientConfig(const ConnectionFlags& flags,
                                              const Terminal& terminal);

// The client.toml that is used without --config and PARLEY_CONFIG; empty when there is none.
std::string FindClientToml(const Terminal& terminal);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_CLIENT_CLIENT_CONFIG_H_
