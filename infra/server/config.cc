// SPDX-License-Identifier: Apache-2.0
#include "infra/server/config.h"

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "adapters/http/callback_server.h"

namespace parley::server {
namespace {

class Problems {
 public:
  void AddIf(bool wrong, std::string problem) {
    if (wrong) all_.push_back(std::move(problem));
  }
  std::vector<std::string> Take() { return std::move(all_); }

 private:
  std::vector<std::string> all_;
};

void CheckServing(const Config& config, Problems& problems) {
  const bool has_certificate = !config.tls_certificate.empty();
  problems.AddIf(has_certificate != !config.tls_key.empty(),
                 "tls-cert: a certificate and its tls-key go together");
  problems.AddIf(
      !config.tls_client_authorities.empty() && !has_certificate,
      "tls-client-ca: clients are asked for certificates under TLS only; name a tls-cert");
  problems.AddIf(
      !has_certificate && !config.plaintext && !IsLoopback(config.listen),
      "listen: others than this machine would send their tokens in the clear; name a tls-cert, or "
      "say plaintext when a proxy ends TLS");
  problems.AddIf(!config.metrics.empty() && !IsLoopback(config.metrics),
                 "metrics: they are shown without authentication, so only to this machine");
}

void CheckStore(const Config& config, Problems& problems) {
  const bool memory = config.store == StoreKind::kMemory;
  problems.AddIf(!memory && config.database.empty(), "database: the store postgres needs one");
  problems.AddIf(memory && !config.database.empty(), "database: the store memory has none");
  problems.AddIf(!memory && !config.memory_tenants.empty(),
                 "memory-tenant: the tenants of a database are made by parley admin create-tenant");
  problems.AddIf(memory && config.memory_tenants.empty(),
                 "memory-tenant: the store memory has no tenant but those that are named");
  problems.AddIf(memory && !config.anchor_file.empty(),
                 "anchor-file: there is nothing to anchor in a store that forgets");
}

void CheckKeys(const Config& config, Problems& problems) {
  const bool memory = config.store == StoreKind::kMemory;
  problems.AddIf(config.token_keys.empty(), "token-keys: without a JWK set no token is good");
  problems.AddIf(!memory && config.seal_key.empty(), "seal-key: page tokens are sealed by a key");
  problems.AddIf(!memory && config.audit_key.empty(),
                 "audit-key: the audit trail is sealed by a key");
  problems.AddIf(!memory && config.index_key.empty(),
                 "index-key: people are found by digests under a key");
  problems.AddIf(!memory && config.personal_key.empty(),
                 "personal-key: what is known of people is kept sealed under keys");
}

// Whether anything is sent by a channel here.
int ChannelsOf(const Config& config) {
  return int{!config.smtp_relay.empty()} + int{!config.sms_url.empty()} +
         int{!config.letter_folder.empty()};
}

void CheckMessages(const Config& config, Problems& problems) {
  problems.AddIf(!config.serves_calls && !config.dispatches && !config.publishes,
                 "roles: a server needs one");
  problems.AddIf(ChannelsOf(config) > 0 && config.letterhead_file.empty(),
                 "letterhead-file: messages tell who writes them");
  problems.AddIf(!config.smtp_relay.empty() && config.public_url.empty(),
                 "public-url: e-mails have a link that stops them");
  problems.AddIf(!config.smtp_relay.empty() && config.mail_from.empty(),
                 "mail-from: e-mails are from an address");
  problems.AddIf(config.smtp_plain && !IsLoopback(config.smtp_relay),
                 "smtp-plain: others than this machine would read what is sent");
  problems.AddIf(config.smtp_user.empty() != config.smtp_password.empty(),
                 "smtp-user: a name and its smtp-password go together");
  problems.AddIf(!config.sms_url.empty() && config.sms_from.empty(),
                 "sms-from: text messages are from a number or a name");
  problems.AddIf(!config.sms_url.empty() && !absl::StartsWith(config.sms_url, "https://") &&
                     !absl::StartsWith(config.sms_url, "http://127.0.0.1:"),
                 "sms-url: others than this machine would read what is sent; say https://");
  problems.AddIf(config.sms_user.empty() != config.sms_password.empty(),
                 "sms-user: a name and its sms-password go together");
  problems.AddIf(!config.callbacks.empty() && !IsLoopback(config.callbacks),
                 "callbacks: a proxy of this machine ends TLS before them");
  problems.AddIf(!config.callbacks.empty() && absl::StartsWith(config.callbacks, "unix:"),
                 "callbacks: they come over HTTP to a port");
}

// "nats://127.0.0.1:4222,tls://broker.example:4222": only this machine is reached in the clear.
bool IsPrivate(const std::string& urls) {
  for (const std::string& url : std::vector<std::string>(absl::StrSplit(urls, ','))) {
    constexpr std::size_t kScheme = 7;  // Of "nats://".
    if (!absl::StartsWith(url, "tls://") && !IsLoopback(url.substr(kScheme))) return false;
  }
  return true;
}

void CheckPublishing(const Config& config, Problems& problems) {
  problems.AddIf(config.publishes && config.nats_url.empty(),
                 "nats-url: whoever publishes needs to know where");
  problems.AddIf(!config.nats_url.empty() && !IsPrivate(config.nats_url),
                 "nats-url: others than this machine would read what is published; say tls://");
}

}  // namespace

std::vector<std::string> CheckConfig(const Config& config) {
  Problems problems;
  CheckServing(config, problems);
  CheckStore(config, problems);
  CheckKeys(config, problems);
  CheckMessages(config, problems);
  CheckPublishing(config, problems);
  return problems.Take();
}

int SessionsOf(const Config& config) {
  if (config.sessions > 0) return config.sessions;
  const bool posts_interest = config.interest_period > absl::ZeroDuration();
  // Each dispatcher takes and completes, and somebody looks after what is unknown of each channel,
  // and after what was left.
  const int dispatchers = config.dispatches ? ChannelsOf(config) * (config.dispatchers + 1) + 1 : 0;
  const int callbacks = config.callbacks.empty() ? 0 : CallbackSettings().threads;
  return config.workers + config.stream_workers + (posts_interest ? config.interest_workers : 0) +
         dispatchers + int{config.publishes} + callbacks + 1;
}

bool IsLoopback(const std::string& address) {
  if (absl::StartsWith(address, "unix:")) return true;
  const std::string host = address.substr(0, address.rfind(':'));
  // A name may begin with these digits, and lead anywhere.
  const bool is_number = host.find_first_not_of("0123456789.") == std::string::npos;
  return host == "localhost" || host == "[::1]" || (is_number && absl::StartsWith(host, "127."));
}

}  // namespace parley::server
