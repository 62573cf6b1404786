// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SYSTEM_SUPPORT_PROCESS_H_
#define PARLEY_TESTS_SYSTEM_SUPPORT_PROCESS_H_

#include <sys/types.h>

#include <functional>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/time.h"

namespace parley::system_test {

struct Command {
  std::string program;  // A path, or a name that PATH finds.
  std::vector<std::string> arguments;
  std::map<std::string, std::string> environment;  // Beside ours.
  std::string out;                                 // A file to append to; empty for /dev/null.
  std::string err;
  std::string in;
};

// How a process ended: by itself, or by a signal.
struct Ending {
  int exit_code = -1;
  int signal = 0;

  friend bool operator==(const Ending&, const Ending&) = default;
};
std::ostream& operator<<(std::ostream& out, const Ending& ending);
inline constexpr Ending kSuccess{.exit_code = 0};

// A child process. It is only ever reached by its own number, and does not outlive its object.
class Process {
 public:
  // The thread that starts a child must live at least as long: the child is killed with it.
  explicit Process(const Command& command);
  Process(Process&& other) noexcept;
  Process& operator=(Process&&) = delete;
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();

  pid_t pid() const { return pid_; }

  // Sends a signal, unless it ended already.
  void Signal(int number);
  // None when it still runs after `longest`.
  std::optional<Ending> Wait(absl::Duration longest);
  bool IsRunning() { return !Wait(absl::ZeroDuration()).has_value(); }
  // Ends it as a power cut would, and waits for the end.
  void Kill();

 private:
  pid_t pid_;
  std::optional<Ending> ending_;
};

struct Outcome {
  Ending ending;
  std::string out;
  std::string err;
};

// Runs a program to its end. One that does not end in time is killed, and says so by its signal.
Outcome RunProgram(Command command, absl::Duration longest = absl::Seconds(60));

// The path of a program that the build made beside this one.
std::string BuiltProgram(const std::string& name);

// The path of a file or folder in the build that this test belongs to.
std::string Built(const std::string& path);

// True as soon as the condition is; false when it is not within `longest`.
bool Eventually(const std::function<bool()>& condition, absl::Duration longest = absl::Seconds(20));

}  // namespace parley::system_test

#endif  // PARLEY_TESTS_SYSTEM_SUPPORT_PROCESS_H_
