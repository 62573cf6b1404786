// SPDX-License-Identifier: Apache-2.0
#include "tests/support/messaging/smtp_sink.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <vector>

#include "absl/strings/numbers.h"

namespace parley {
namespace {

constexpr const char* kPython = "/usr/bin/python3";

struct Pipe {
  int read = -1;
  int write = -1;
};

Pipe MakePipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) std::abort();
  return {ends[0], ends[1]};
}

}  // namespace

SmtpSink::SmtpSink(const std::string& certificates, const std::string& user,
                   const std::string& password) {
  const Pipe in = MakePipe();
  const Pipe out = MakePipe();
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, in.read, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, out.write, STDOUT_FILENO);
  std::vector<std::string> words = {kPython,
                                    "-B",
                                    "tests/support/messaging/smtp_sink.py",
                                    certificates + "/server.pem",
                                    certificates + "/server-key.pem",
                                    user,
                                    password};
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  if (::posix_spawn(&pid_, kPython, &actions, nullptr, arguments.data(), environ) != 0) pid_ = -1;
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(in.read);
  ::close(out.write);
  input_ = in.write;
  output_ = ::fdopen(out.read, "r");
  if (const auto line = Next()) {
    if (!absl::SimpleAtoi(*line, &port_)) port_ = 0;
  }
}

SmtpSink::~SmtpSink() {
  ::close(input_);
  std::fclose(output_);
  if (pid_ > 0) ::waitpid(pid_, nullptr, 0);
}

std::optional<std::string> SmtpSink::Next() {
  char* line = nullptr;
  std::size_t room = 0;
  const ssize_t length = ::getline(&line, &room, output_);
  std::optional<std::string> told;
  if (length > 0) told = std::string(line, static_cast<std::size_t>(length));
  std::free(line);
  return told;
}

}  // namespace parley
