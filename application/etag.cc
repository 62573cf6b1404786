// SPDX-License-Identifier: Apache-2.0
#include "application/etag.h"

#include <string>

#include "domain/common/reason.h"

namespace parley {

absl::Status CheckEtag(const std::optional<std::int64_t>& etag, std::int64_t revision) {
  if (!etag.has_value() || *etag == revision) return absl::OkStatus();
  return Refuse(Reason::kEtagStale, {}, {{"current_etag", std::to_string(revision)}});
}

}  // namespace parley
