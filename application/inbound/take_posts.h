// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_INBOUND_TAKE_POSTS_H_
#define PARLEY_APPLICATION_INBOUND_TAKE_POSTS_H_

#include "application/inbound/receive_inbound.h"
#include "application/ports/inbound_posts.h"

namespace parley {

// Receives what providers post, as `parley.intake`. It may be used by many threads at once.
class TakePosts final : public InboundPosts {
 public:
  explicit TakePosts(const ReceiveInbound& receive) : receive_(receive) {}

  absl::Status Take(TenantId tenant, std::string_view provider,
                    const PostedInbound& posted) override;

 private:
  const ReceiveInbound& receive_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_INBOUND_TAKE_POSTS_H_
