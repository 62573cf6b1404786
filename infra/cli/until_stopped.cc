// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/until_stopped.h"

#include <ctime>

namespace parley::cli {
namespace {

constexpr std::timespec kPatience{.tv_sec = 0, .tv_nsec = 100'000'000};

}  // namespace

UntilStopped::UntilStopped() {
  sigemptyset(&set_);
  for (const int signal : {SIGINT, SIGTERM}) sigaddset(&set_, signal);
  pthread_sigmask(SIG_BLOCK, &set_, &before_);
  thread_ = std::jthread([this](const std::stop_token& over) {
    while (!over.stop_requested()) {
      if (sigtimedwait(&set_, nullptr, &kPatience) > 0) wish_.request_stop();
    }
  });
}

UntilStopped::~UntilStopped() {
  thread_.request_stop();
  thread_.join();
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace parley::cli
