// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_PERIODIC_H_
#define PARLEY_INFRA_SERVER_PERIODIC_H_

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

#include "absl/time/time.h"

namespace parley::server {

// Does a piece of work again and again, by a thread of its own: first after one period, then a
// period after it ended. When it goes, it waits for work that is under way.
class Periodic {
 public:
  Periodic(absl::Duration period, std::function<void()> work);

 private:
  void Run(const std::stop_token& stop);

  const absl::Duration period_;
  const std::function<void()> work_;
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread thread_;  // Last, so that it ends before what it uses.
};

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_PERIODIC_H_
