// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_SENDERS_H_
#define PARLEY_INFRA_SERVER_SENDERS_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "application/dispatch/dispatch_tools.h"
#include "application/messages/message_tools.h"
#include "application/ports/clock.h"
#include "application/ports/documents.h"
#include "application/ports/sender.h"
#include "infra/server/config.h"
#include "infra/server/secrets.h"

namespace parley::server {

// By what a channel's messages go out.
struct ChannelSender {
  Channel channel;
  std::string provider;  // By our own name for it.
  std::unique_ptr<Sender> sender;
};

// Those that the configuration names. Clock and documents outlive them. Errors: one sentence for an
// operator.
absl::StatusOr<std::vector<ChannelSender>> OpenSenders(const Config& config, const Secrets& secrets,
                                                       const Clock& clock,
                                                       const Documents& documents);

// The most that a hand-over takes, and where a test ends the process: PARLEY_CRASH_AT names a point
// of DispatchSettings::at, behind a colon how often it is passed first.
DispatchSettings DispatchSettingsOf(const Config& config);

// What messages are told of the house, by the configuration.
MessageSettings MessageSettingsOf(const Config& config);

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_SENDERS_H_
