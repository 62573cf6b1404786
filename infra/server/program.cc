// SPDX-License-Identifier: Apache-2.0
#include "infra/server/program.h"

#include <cstdio>
#include <fstream>
#include <ostream>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/system/system_clock.h"
#include "infra/server/flags.h"
#include "infra/server/load_config.h"
#include "infra/server/process_values.h"
#include "infra/server/secrets.h"
#include "infra/server/server.h"
#include "infra/server/signals.h"

namespace parley::server {
namespace {

int Fail(const Console& console, const absl::Status& status) {
  console.err << "parleyd: " << status.message() << "\n";
  return kExitFailed;
}

int TellProblems(const Console& console, const ProblemList& problems) {
  for (const std::string& problem : problems) console.err << "parleyd: " << problem << "\n";
  return kExitMisconfigured;
}

// Whole or not at all, so that whoever waits for the file never reads half an address.
bool WriteAddress(const std::string& path, const std::string& address) {
  const std::string beside = path + ".new";
  {
    std::ofstream file(beside);
    file << address << "\n" << std::flush;
    if (!file) return false;
  }
  return std::rename(beside.c_str(), path.c_str()) == 0;
}

absl::Status TellAddress(const Console& console, const Config& config, const Server& server) {
  console.out << "serving at " << server.address() << "\n" << std::flush;
  if (config.address_file.empty() || WriteAddress(config.address_file, server.address())) {
    return absl::OkStatus();
  }
  return absl::UnavailableError(config.address_file + ": cannot be written");
}

int Serve(const Config& config, Secrets secrets, const Console& console) {
  const Signals signals;
  RaiseDescriptorLimit();
  const absl::StatusOr<std::unique_ptr<Server>> server = Server::Start(config, std::move(secrets));
  if (!server.ok()) return Fail(console, server.status());
  const absl::Status told = TellAddress(console, config, **server);
  if (!told.ok()) return Fail(console, told);
  while (signals.Wait() == Wish::kReload) (*server)->ReloadTokenKeys();
  const Signals::EndAtOnce end_at_once(signals);
  (*server)->Drain();
  return kExitStopped;
}

int RunConfigured(const Flags& flags, const Console& console, ProblemList problems) {
  const LoadedConfig loaded = LoadConfig(flags, console.environment, problems);
  if (flags.print_config && problems.empty()) {
    console.out << PrintConfig(loaded);
    return kExitStopped;
  }
  if (!flags.understood) return TellProblems(console, problems);
  Secrets secrets = LoadSecrets(loaded.config, SystemClock().Now(), problems);
  if (!problems.empty()) return TellProblems(console, problems);
  return Serve(loaded.config, std::move(secrets), console);
}

}  // namespace

int RunProgram(const std::vector<std::string>& arguments, const Console& console) {
  ProblemList problems;
  const Flags flags = ParseFlags(arguments, problems);
  if (flags.help) {
    console.out << HelpText();
    return kExitStopped;
  }
  if (flags.version) {
    console.out << "parleyd " << PARLEY_VERSION << "\n";
    return kExitStopped;
  }
  return RunConfigured(flags, console, std::move(problems));
}

}  // namespace parley::server
