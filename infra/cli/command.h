// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_COMMAND_H_
#define PARLEY_INFRA_CLI_COMMAND_H_

#include <cstdint>
#include <optional>

#include "CLI/App.hpp"
#include "absl/status/statusor.h"
#include "infra/cli/client/client.h"
#include "infra/cli/client/client_config.h"
#include "infra/cli/terminal.h"

namespace parley::cli {

enum class OutputFormat : std::uint8_t { kText, kJson };

// How a command that ran to its end came out.
enum class Outcome : std::uint8_t {
  kClean,
  kFindings,  // It found what it looks for: refused rows, differences, broken invariants.
};

// The flags that all commands share.
struct SharedFlags {
  OutputFormat format = OutputFormat::kText;
  ConnectionFlags connection;
};

// What a command is given: the terminal, the flags that all commands share, and the service.
class Context {
 public:
  explicit Context(Terminal& terminal) : terminal_(terminal) {}

  Terminal& terminal() { return terminal_; }
  SharedFlags& flags() { return flags_; }
  bool json() const { return flags_.format == OutputFormat::kJson; }

  // Connects at the first call. Errors: a configuration that is missing or wrong.
  absl::StatusOr<Client*> Connect();

 private:
  Terminal& terminal_;
  SharedFlags flags_;
  std::optional<Client> client_;
};

// One command of the program: a file of commands/.
class Command {
 public:
  Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;
  virtual ~Command() = default;

  // Adds the command with its flags, which are bound to this object, and returns what it added.
  virtual CLI::App* Declare(CLI::App& program) = 0;

  virtual absl::StatusOr<Outcome> Run(Context& context) = 0;
};

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_COMMAND_H_
