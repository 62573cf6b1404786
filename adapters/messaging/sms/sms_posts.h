// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_SMS_SMS_POSTS_H_
#define PARLEY_ADAPTERS_MESSAGING_SMS_SMS_POSTS_H_

#include "application/ports/inbound_posts.h"

namespace parley {

// Reads a text message that somebody sent us:
// {"id": "MO-1", "from": "+34...", "to": "+34...", "text": "STOP", "time": "2026-11-22T11:59:00Z"}.
class SmsPosts final : public PostReader {
 public:
  absl::StatusOr<PostedInbound> Read(std::string_view body, absl::Time now) const override;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MESSAGING_SMS_SMS_POSTS_H_
