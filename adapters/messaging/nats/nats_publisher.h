// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_NATS_NATS_PUBLISHER_H_
#define PARLEY_ADAPTERS_MESSAGING_NATS_NATS_PUBLISHER_H_

#include <functional>
#include <memory>
#include <string>

#include "absl/time/time.h"
#include "application/ports/event_publisher.h"

namespace parley {

struct NatsSettings {
  std::string url;          // "nats://HOST:PORT", or "tls://HOST:PORT"; several with commas.
  std::string ca_file;      // Certificates that a server is trusted by; empty for the machine's.
  std::string credentials;  // A file of the server's operator: a token and its key. Empty for none.
  absl::Duration wait = absl::Seconds(5);  // For a connection, and for each answer.
};

// Publishes to NATS JetStream, on the subject `parley.events.{tenant}.{type}`, with the event's id
// as Nats-Msg-Id. For one thread.
//
// A connection that breaks is given up, and made anew for the next event: the client's own way of
// coming back sends what it had kept meanwhile, after we were told that it failed.
class NatsPublisher final : public EventPublisher {
 public:
  using Encode = std::function<std::string(const ToldEvent&)>;

  NatsPublisher(NatsSettings settings, Encode encode);
  ~NatsPublisher() override;

  PublishOutcome Publish(TenantId tenant, const ToldEvent& told) override;

 private:
  class Link;

  bool Connect();

  const NatsSettings settings_;
  const Encode encode_;
  std::unique_ptr<Link> link_;  // None while there is no connection.
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MESSAGING_NATS_NATS_PUBLISHER_H_
