// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_CERTIFICATE_PAIR_H_
#define PARLEY_ADAPTERS_CRYPTO_CERTIFICATE_PAIR_H_

#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace parley {

// Looks at a server's certificate and private key before they are used: both are PEM, belong to
// each other, the key is closed to others, and the certificate is valid now. A pair that does not
// match would break every handshake. Errors: one sentence for an operator, with the path.
absl::Status CheckCertificatePair(const std::string& certificate_path, const std::string& key_path,
                                  absl::Time now);

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_CERTIFICATE_PAIR_H_
