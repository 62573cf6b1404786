// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_CONFIG_H_
#define PARLEY_INFRA_SERVER_CONFIG_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "application/ports/log.h"
#include "domain/common/id.h"

namespace parley::server {

enum class StoreKind : std::uint8_t { kPostgres, kMemory };

// Everything that parleyd can be told. The table of settings.cc says what each means, what it is
// when nothing is said, and how it is read.
struct Config {
  std::string listen;
  std::string address_file;
  std::string tls_certificate;
  std::string tls_key;
  std::string tls_client_authorities;
  bool plaintext = false;
  int workers = 0;
  int queue = 0;
  int stream_workers = 0;
  int tenant_calls = 0;
  int tenant_burst = 0;
  bool reflection = false;
  absl::Duration drain_timeout;

  StoreKind store = StoreKind::kPostgres;
  std::string database;
  int sessions = 0;  // 0: SessionsOf decides.
  std::vector<TenantId> memory_tenants;
  absl::Duration answers_kept;

  absl::Duration interest_period;  // Zero when this server posts none.
  int interest_workers = 0;

  absl::Duration clock_period;  // Zero when this server tells nothing that ran out.

  std::string keys;
  std::string token_keys;
  std::string token_issuer;
  std::string token_audience;
  std::string seal_key;
  std::string index_key;
  std::string personal_key;
  std::vector<std::string> unwrap_keys;

  std::string audit_key;
  std::string anchor_file;
  absl::Duration anchor_period;

  std::string rulebooks;  // A folder; empty for those that the program carries.

  bool serves_calls = false;  // The roles of this server.
  bool dispatches = false;
  bool publishes = false;
  int dispatchers = 0;  // Threads of each channel that take what is due.
  int hand_overs = 0;   // Of each of them, at the same time.
  absl::Duration dispatch_period;
  absl::Duration dispatch_lease;
  std::string letterhead_file;
  std::string public_url;

  std::string smtp_relay;  // HOST:PORT; empty for no e-mail.
  bool smtp_plain = false;
  std::string smtp_ca_file;
  std::string smtp_user;
  std::string smtp_password;  // A file, as all passwords and secrets are.
  std::string mail_from;
  std::string mail_return_path;
  std::string sms_url;  // Empty for no text messages.
  std::string sms_ca_file;
  std::string sms_user;
  std::string sms_password;
  std::string sms_from;
  std::string sms_callback_secret;
  std::string mail_callback_secret;
  std::optional<TenantId> inbound_tenant;  // Whose it is that people send; none when none is taken.
  std::string letter_folder;               // Empty for no letters.
  std::string callbacks;                   // Empty when none are taken.

  std::string nats_url;  // Servers, with commas.
  std::string nats_ca_file;
  std::string nats_credentials;

  std::string metrics;  // Empty when they are off.
  LogLevel log_level = LogLevel::kInfo;
  std::string log_file;
};

// What is wrong with a configuration as a whole: settings that need or exclude each other, each
// problem one sentence that begins with the setting's name.
std::vector<std::string> CheckConfig(const Config& config);

// One for each thread that works with the store: workers of each kind, those of dispatch and
// callbacks, and one for what is done beside calls; unless it is set.
int SessionsOf(const Config& config);

// True for "localhost:...", "127.x.x.x:...", "[::1]:..." and "unix:...".
bool IsLoopback(const std::string& address);

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_CONFIG_H_
