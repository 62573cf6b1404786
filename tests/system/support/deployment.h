// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SYSTEM_SUPPORT_DEPLOYMENT_H_
#define PARLEY_TESTS_SYSTEM_SUPPORT_DEPLOYMENT_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "tests/system/support/connection.h"
#include "tests/system/support/database.h"
#include "tests/system/support/files.h"
#include "tests/system/support/process.h"

namespace parley::system_test {

enum class StoreKind : std::uint8_t { kMemory, kPostgres };

// The tenants that every deployment has.
inline constexpr const char* kTenant = "01890000-0000-7000-8000-00000000000a";
inline constexpr const char* kOtherTenant = "01890000-0000-7000-8000-00000000000b";

// What a token says of its bearer.
struct Grant {
  std::string tenant = kTenant;
  std::string principal = "tester";
  std::set<std::string> scopes;  // None: every scope there is.
  std::string debtor;            // Empty: not bound to one.
};

// A parleyd as operators have it: a process with keys, certificates and configuration in a folder,
// over memory or a PostgreSQL database that it reaches as the application's role. All of it is gone
// with the object.
class Deployment {
 public:
  struct Options {
    std::string cluster;             // Of another PostgreSQL than that of this run of the tests.
    std::vector<std::string> flags;  // More for parleyd.
    bool started = true;
  };

  explicit Deployment(StoreKind store) : Deployment(store, Options()) {}
  Deployment(StoreKind store, Options options);

  // Starts the server, on the same port as before, and waits until it serves. Throws with the
  // server's own words when it does not.
  void Start();
  Process& server() { return *server_; }
  // As a power cut would end it.
  void Kill();
  // As an operator does; throws when it does not end well.
  void Stop();

  ServerAddress address() const;
  std::string Token(const Grant& grant = {}) const;
  Connection Connect(const Grant& grant = {}) const { return {address(), Token(grant)}; }

  // The command line, with the configuration of this server and a token of every scope. It runs in
  // the scratch folder.
  Command Cli(std::vector<std::string> arguments) const;
  Outcome RunCli(std::vector<std::string> arguments,
                 absl::Duration longest = absl::Minutes(2)) const;

  const Database& database() const { return *database_; }
  const ScratchFolder& folder() const { return folder_; }
  std::string client_toml() const { return folder_ / "client.toml"; }
  // The path of a file that `parley keys init` makes.
  std::string Key(const std::string& name) const;
  // The command line of the server, without an address.
  std::vector<std::string> ServerArguments() const;
  // Where the server over PostgreSQL anchors its audit trail, when it is told to stop at the
  // latest.
  std::string anchors() const { return folder_ / "anchors"; }
  // What the server tells at its metrics port, when it was started with one.
  std::string Metrics() const;
  // All that the server has written since it was first started.
  std::string Log() const { return ReadFile(folder_ / "parleyd.log"); }

 private:
  void MakeKeys() const;
  void MakeTenants() const;
  void WriteClientToml() const;

  StoreKind store_;
  Options options_;
  ScratchFolder folder_;
  std::unique_ptr<Database> database_;
  int port_ = 0;
  std::optional<Process> server_;
};

}  // namespace parley::system_test

#endif  // PARLEY_TESTS_SYSTEM_SUPPORT_DEPLOYMENT_H_
