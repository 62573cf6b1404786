// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_UNTIL_STOPPED_H_
#define PARLEY_INFRA_CLI_UNTIL_STOPPED_H_

#include <csignal>
#include <stop_token>
#include <thread>

namespace parley::cli {

// Takes SIGINT and SIGTERM for the wish to stop, as long as it lives. Made before the threads of a
// connection, which leave these signals to it.
class UntilStopped {
 public:
  UntilStopped();
  ~UntilStopped();
  UntilStopped(const UntilStopped&) = delete;
  UntilStopped& operator=(const UntilStopped&) = delete;

  std::stop_token token() const { return wish_.get_token(); }

 private:
  sigset_t set_{};
  sigset_t before_{};
  std::stop_source wish_;
  std::jthread thread_;
};

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_UNTIL_STOPPED_H_
