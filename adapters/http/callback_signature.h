// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_HTTP_CALLBACK_SIGNATURE_H_
#define PARLEY_ADAPTERS_HTTP_CALLBACK_SIGNATURE_H_

#include <string>
#include <string_view>

#include "absl/time/time.h"

namespace parley {

// What a provider writes beside a body so that we know who posts it, and when.
struct CallbackStamp {
  std::string_view timestamp;  // Seconds since 1970, in digits.
  std::string_view signature;  // HMAC-SHA-256 of timestamp, a dot and the body, in hexadecimal.
};

// True for a stamp that was made with the secret, for this body, not longer ago than the window and
// not further ahead of us. It takes the same time wherever a signature is wrong.
bool IsSignedBy(std::string_view secret, const CallbackStamp& stamp, std::string_view body,
                absl::Time now, absl::Duration window);

// The signature of such a stamp.
std::string SignatureOf(std::string_view secret, std::string_view timestamp, std::string_view body);

}  // namespace parley

#endif  // PARLEY_ADAPTERS_HTTP_CALLBACK_SIGNATURE_H_
