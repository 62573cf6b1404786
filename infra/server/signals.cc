// SPDX-License-Identifier: Apache-2.0
#include "infra/server/signals.h"

#include <cstdlib>
#include <ctime>

namespace parley::server {
namespace {

constexpr int kInterrupted = 130;
constexpr std::timespec kPatience{.tv_sec = 0, .tv_nsec = 100'000'000};

bool IsStop(int signal) { return signal == SIGTERM || signal == SIGINT; }

}  // namespace

Signals::Signals() {
  sigemptyset(&set_);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&set_, signal);
  pthread_sigmask(SIG_BLOCK, &set_, nullptr);
  // A peer that is gone is an error of its connection, and not the end of the server.
  std::signal(SIGPIPE, SIG_IGN);
}

Wish Signals::Wait() const {
  int signal = 0;
  while (sigwait(&set_, &signal) != 0) {
  }
  return IsStop(signal) ? Wish::kStop : Wish::kReload;
}

Signals::EndAtOnce::EndAtOnce(const Signals& signals)
    : thread_([&signals](const std::stop_token& stop) { signals.Watch(stop); }) {}

void Signals::Watch(const std::stop_token& stop) const {
  while (!stop.stop_requested()) {
    if (IsStop(sigtimedwait(&set_, nullptr, &kPatience))) std::_Exit(kInterrupted);
  }
}

}  // namespace parley::server
