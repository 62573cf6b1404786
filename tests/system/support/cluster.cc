// SPDX-License-Identifier: Apache-2.0
#include "tests/system/support/cluster.h"

#include <unistd.h>

#include <iostream>
#include <stdexcept>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "tests/system/support/process.h"

namespace parley::system_test {

Cluster::Cluster(const std::vector<std::string>& settings) : settings_(settings) {
  // Named and owned like that of infra/test, which sweeps up what a killed run left behind.
  home_ = Script(absl::StrCat(R"sh(
home=$(mktemp -d /tmp/parley-test.XXXXXX)
echo )sh",
                              getpid(), R"sh( > "$home/owner"
[[ $(id -u) -ne 0 ]] || chown postgres:postgres "$home"
echo "$home")sh"));
  Start();
  Script("database_create \"$home\" parley_template && database_migrate \"$home\" parley_template");
  address_ = Script("cluster_conninfo \"$home\"");
}

Cluster::~Cluster() {
  try {
    Script("throwaway_stop \"$home\"");
  } catch (const std::exception& error) {
    std::cerr << "a test's cluster was left behind: " << error.what() << "\n";
  }
}

void Cluster::Crash() const { Script("cluster_stop \"$home\" immediate"); }

void Cluster::Start() const { Script("cluster_start \"$home\" \"$@\""); }

std::string Cluster::Script(const std::string& script) const {
  Command bash{.program = "bash",
               .arguments = {"-c",
                             "set -euo pipefail\nsource infra/ci/common.sh\n"
                             "source infra/ci/postgres.sh\nhome=$0\n" +
                                 script,
                             home_}};
  bash.arguments.insert(bash.arguments.end(), settings_.begin(), settings_.end());
  const Outcome outcome = RunProgram(std::move(bash));
  if (outcome.ending != kSuccess) throw std::runtime_error("the cluster: " + outcome.err);
  return std::string(absl::StripAsciiWhitespace(outcome.out));
}

}  // namespace parley::system_test
