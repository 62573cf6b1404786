// SPDX-License-Identifier: Apache-2.0
#include "tests/system/support/process.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "absl/time/clock.h"
#include "tests/system/support/files.h"

namespace parley::system_test {
namespace {

namespace fs = std::filesystem;

constexpr absl::Duration kBetweenLooks = absl::Milliseconds(2);
constexpr int kCannotStart = 127;

// Everything that a child needs, made before the fork: after it, memory may not be asked for.
class Image {
 public:
  explicit Image(const Command& command) : command_(command) {
    texts_.push_back(command.program);
    texts_.insert(texts_.end(), command.arguments.begin(), command.arguments.end());
    for (char** variable = environ; *variable != nullptr; ++variable) Inherit(*variable);
    for (const auto& [name, value] : command.environment) {
      variables_.push_back(name + "=" + value);
    }
    for (std::string& text : texts_) arguments_.push_back(text.data());
    for (std::string& variable : variables_) environment_.push_back(variable.data());
    arguments_.push_back(nullptr);
    environment_.push_back(nullptr);
  }

  // In the child. A parent that died before prctl would leave it behind.
  [[noreturn]] void Become(pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(kCannotStart);
    constexpr int kAppend = O_WRONLY | O_CREAT | O_APPEND;
    Redirect(STDIN_FILENO, command_.in, O_RDONLY);
    Redirect(STDOUT_FILENO, command_.out, kAppend);
    Redirect(STDERR_FILENO, command_.err, kAppend);
    execvpe(arguments_[0], arguments_.data(), environment_.data());
    _exit(kCannotStart);
  }

 private:
  void Inherit(const std::string& variable) {
    const std::string name = variable.substr(0, variable.find('='));
    if (!command_.environment.contains(name)) variables_.push_back(variable);
  }

  static void Redirect(int descriptor, const std::string& path, int flags) {
    const char* target = path.empty() ? "/dev/null" : path.c_str();
    const int file = open(target, path.empty() ? O_RDWR : flags, S_IRUSR | S_IWUSR);
    if (file < 0 || dup2(file, descriptor) < 0) _exit(kCannotStart);
    if (file != descriptor) close(file);
  }

  const Command& command_;
  std::vector<std::string> texts_;
  std::vector<std::string> variables_;
  std::vector<char*> arguments_;
  std::vector<char*> environment_;
};

Ending EndingOf(int status) {
  if (WIFSIGNALED(status)) return {.signal = WTERMSIG(status)};
  return {.exit_code = WEXITSTATUS(status)};
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const Ending& ending) {
  if (ending.signal != 0) return out << "ended by signal " << ending.signal;
  return out << "exit code " << ending.exit_code;
}

Process::Process(const Command& command) {
  Image image(command);
  const pid_t parent = getpid();
  pid_ = fork();
  if (pid_ < 0) throw std::runtime_error("no process could be started");
  if (pid_ == 0) image.Become(parent);
}

Process::Process(Process&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), ending_(other.ending_) {}

Process::~Process() {
  if (pid_ > 0) Kill();
}

void Process::Signal(int number) {
  // A child that ended but was not waited for keeps its number, so this reaches nobody else.
  if (!ending_.has_value()) kill(pid_, number);
}

std::optional<Ending> Process::Wait(absl::Duration longest) {
  const absl::Time deadline = absl::Now() + longest;
  while (!ending_.has_value()) {
    int status = 0;
    if (waitpid(pid_, &status, WNOHANG) == pid_) {
      ending_ = EndingOf(status);
    } else if (absl::Now() >= deadline) {
      return std::nullopt;
    } else {
      absl::SleepFor(kBetweenLooks);
    }
  }
  return ending_;
}

void Process::Kill() {
  Signal(SIGKILL);
  Wait(absl::InfiniteDuration());
}

Outcome RunProgram(Command command, absl::Duration longest) {
  const ScratchFolder scratch;
  command.out = scratch / "out";
  command.err = scratch / "err";
  Process process(command);
  std::optional<Ending> ending = process.Wait(longest);
  if (!ending.has_value()) {
    process.Kill();
    ending = process.Wait(absl::ZeroDuration());
  }
  return {*ending, ReadFile(command.out), ReadFile(command.err)};
}

std::string BuiltProgram(const std::string& name) {
  return fs::read_symlink("/proc/self/exe").parent_path() / name;
}

std::string Built(const std::string& path) {
  return fs::path(BuiltProgram("")).parent_path().parent_path() / path;
}

bool Eventually(const std::function<bool()>& condition, absl::Duration longest) {
  const absl::Time deadline = absl::Now() + longest;
  while (!condition()) {
    if (absl::Now() >= deadline) return false;
    absl::SleepFor(kBetweenLooks);
  }
  return true;
}

}  // namespace parley::system_test
