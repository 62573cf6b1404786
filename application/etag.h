// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_ETAG_H_
#define PARLEY_APPLICATION_ETAG_H_

#include <cstdint>
#include <optional>

#include "absl/status/status.h"

namespace parley {

// A resource's etag is the revision at which it last changed; a caller that sends none does not
// ask. Errors: ETAG_STALE, with the current etag in its metadata.
absl::Status CheckEtag(const std::optional<std::int64_t>& etag, std::int64_t revision);

}  // namespace parley

#endif  // PARLEY_APPLICATION_ETAG_H_
