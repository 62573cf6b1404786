// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_BENCHMARKS_SEND_SINKS_H_
#define PARLEY_TESTS_BENCHMARKS_SEND_SINKS_H_

#include <atomic>

#include "tests/support/messaging/loopback_server.h"

namespace parley::bench {

// A relay and a provider of text messages on this machine that take everything and keep nothing.
class Sinks {
 public:
  int smtp_port() const { return smtp_.port(); }
  int http_port() const { return http_.port(); }
  int mails() const { return mails_; }
  int texts() const { return texts_; }

 private:
  void TakeMails(LoopbackConnection& link);
  void TakeTexts(LoopbackConnection& link);

  std::atomic<int> mails_ = 0;
  std::atomic<int> texts_ = 0;
  LoopbackServer smtp_{[this](LoopbackConnection& link) { TakeMails(link); }};
  LoopbackServer http_{[this](LoopbackConnection& link) { TakeTexts(link); }};
};

}  // namespace parley::bench

#endif  // PARLEY_TESTS_BENCHMARKS_SEND_SINKS_H_
