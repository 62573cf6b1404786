// SPDX-License-Identifier: Apache-2.0
#include "application/inbound/take_posts.h"

#include <string>

namespace parley {

absl::Status TakePosts::Take(TenantId tenant, std::string_view provider,
                             const PostedInbound& posted) {
  Call call;
  call.tenant = tenant;
  call.principal = "parley.intake";
  call.method = "inbound post";
  ReceiveInbound::Command command;
  command.channel = posted.channel;
  command.received = posted.received;
  command.content.from = posted.from;
  command.content.to = posted.to;
  command.content.subject = posted.subject;
  command.content.attachments = posted.attachments;
  command.content.provider = std::string(provider);
  command.content.provider_id = posted.provider_id;
  command.text = posted.text.Reveal();
  command.answers = posted.answers;
  command.automatic = posted.automatic;
  const auto nothing = [](const InboundItem&) { return std::string(); };
  return receive_.Handle(call, command, nothing).status();
}

}  // namespace parley
