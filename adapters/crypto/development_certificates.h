// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_DEVELOPMENT_CERTIFICATES_H_
#define PARLEY_ADAPTERS_CRYPTO_DEVELOPMENT_CERTIFICATES_H_

#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace parley {

// Makes a certificate authority and what it certifies, for a server that only this machine reaches
// (localhost, 127.0.0.1, ::1) and for one client of mutual TLS, good for ten years from now. Writes
// ca.pem, server.pem, server-key.pem, client.pem and client-key.pem into a folder that exists. The
// authority's own key is kept nowhere, so it certifies nothing else. Files that exist are an error:
// ALREADY_EXISTS.
absl::Status MakeDevelopmentCertificates(const std::string& folder, absl::Time now);

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_DEVELOPMENT_CERTIFICATES_H_
