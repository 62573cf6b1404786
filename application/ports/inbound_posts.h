// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_INBOUND_POSTS_H_
#define PARLEY_APPLICATION_PORTS_INBOUND_POSTS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/communication/inbound/inbound_item.h"

namespace parley {

// Something that somebody sent us, as one provider posts it.
struct PostedInbound {
  Channel channel = Channel::kEmail;
  SensitiveText from;
  SensitiveText to;
  SensitiveText subject;
  SensitiveText text;  // Any bytes.
  std::string provider_id;
  std::optional<absl::Time> received;
  std::optional<CommunicationId> answers;  // The message of ours that it answers.
  bool automatic = false;                  // A machine wrote it.
  std::vector<InboundAttachment> attachments;
};

// Understands what one provider posts; who posts is known by then. It may be used by many threads
// at once.
class PostReader {
 public:
  virtual ~PostReader() = default;

  // Errors: FIELD_INVALID for what cannot be understood.
  virtual absl::StatusOr<PostedInbound> Read(std::string_view body, absl::Time now) const = 0;
};

// Takes what people send us. The same may be posted again: it is received once.
class InboundPosts {
 public:
  virtual ~InboundPosts() = default;

  // Errors: FIELD_INVALID, STORE_UNAVAILABLE, WRITE_CONFLICT.
  virtual absl::Status Take(TenantId tenant, std::string_view provider,
                            const PostedInbound& posted) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_INBOUND_POSTS_H_
