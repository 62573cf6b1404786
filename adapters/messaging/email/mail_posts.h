// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_EMAIL_MAIL_POSTS_H_
#define PARLEY_ADAPTERS_MESSAGING_EMAIL_MAIL_POSTS_H_

#include "application/ports/inbound_posts.h"

namespace parley {

// Reads a mail as a mail server has it. Any bytes are a mail: nothing that comes is lost.
class MailPosts final : public PostReader {
 public:
  absl::StatusOr<PostedInbound> Read(std::string_view body, absl::Time now) const override;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MESSAGING_EMAIL_MAIL_POSTS_H_
