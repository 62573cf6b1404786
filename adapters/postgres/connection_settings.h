// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_CONNECTION_SETTINGS_H_
#define PARLEY_ADAPTERS_POSTGRES_CONNECTION_SETTINGS_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace parley::postgres {

// Where the database is, and how long we wait for it.
struct ConnectionSettings {
  std::string address;  // libpq's: "host=/run/postgresql dbname=parley user=parley_app", or a URI.
  absl::Duration connect_timeout = absl::Seconds(5);
  // For a peer that no longer answers: bytes on their way that long end the link.
  absl::Duration silence_timeout = absl::Seconds(10);
  absl::Duration statement_timeout = absl::Seconds(30);
  absl::Duration lock_timeout = absl::Seconds(5);
  absl::Duration idle_in_transaction_timeout = absl::Seconds(30);
};

// The address as keywords and values, with our waits where it names none of its own.
// Errors: FIELD_INVALID for an address that libpq does not understand.
absl::StatusOr<std::string> ConnectionText(const ConnectionSettings& settings);

// What each session is told after it is opened: one message of several statements.
std::string SessionSettingsSql(const ConnectionSettings& settings);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_CONNECTION_SETTINGS_H_
