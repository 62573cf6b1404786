// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/server_credentials.h"

#include <fstream>
#include <iterator>

#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

absl::StatusOr<std::string> ReadPem(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (file && text.find("-----BEGIN") != std::string::npos) return text;
  return absl::InvalidArgumentError(absl::StrCat(path, " is no file in PEM that can be read"));
}

}  // namespace

absl::StatusOr<std::shared_ptr<grpc::ServerCredentials>> MakeServerCredentials(
    const std::optional<TlsFiles>& files) {
  if (!files.has_value()) return grpc::InsecureServerCredentials();
  const bool mutual = !files->client_authorities.empty();
  grpc::SslServerCredentialsOptions options(
      mutual ? GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY
             : GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE);
  PARLEY_ASSIGN_OR_RETURN(std::string chain, ReadPem(files->certificate_chain));
  PARLEY_ASSIGN_OR_RETURN(std::string key, ReadPem(files->private_key));
  if (mutual) {
    PARLEY_ASSIGN_OR_RETURN(options.pem_root_certs, ReadPem(files->client_authorities));
  }
  options.pem_key_cert_pairs.push_back({key, chain});
  return grpc::SslServerCredentials(options);
}

}  // namespace parley::grpc_api
