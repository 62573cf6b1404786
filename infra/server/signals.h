// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_SIGNALS_H_
#define PARLEY_INFRA_SERVER_SIGNALS_H_

#include <csignal>
#include <cstdint>
#include <stop_token>
#include <thread>

namespace parley::server {

enum class Wish : std::uint8_t { kStop, kReload };

// What operators ask of the process by signals: SIGTERM and SIGINT to stop, SIGHUP to reload. Made
// before any other thread, so that all of them leave these signals to it.
class Signals {
 public:
  Signals();

  // Waits for the next one.
  Wish Wait() const;

  // From now on, and for as long as it lives, one more wish to stop ends the process at once.
  class EndAtOnce {
   public:
    explicit EndAtOnce(const Signals& signals);

   private:
    std::jthread thread_;
  };

 private:
  void Watch(const std::stop_token& stop) const;

  sigset_t set_{};
};

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_SIGNALS_H_
