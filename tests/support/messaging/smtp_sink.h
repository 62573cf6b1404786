// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_MESSAGING_SMTP_SINK_H_
#define PARLEY_TESTS_SUPPORT_MESSAGING_SMTP_SINK_H_

#include <sys/types.h>

#include <cstdio>
#include <optional>
#include <string>

namespace parley {

// smtp_sink.py as a process of its own: a real mail server, with STARTTLS and a login.
class SmtpSink {
 public:
  // The folder holds server.pem and server-key.pem.
  SmtpSink(const std::string& certificates, const std::string& user, const std::string& password);
  ~SmtpSink();
  SmtpSink(const SmtpSink&) = delete;
  SmtpSink& operator=(const SmtpSink&) = delete;

  // 0 when it did not start: its library is not there.
  int port() const { return port_; }
  // The next mail that it took, as JSON; waits for it.
  std::optional<std::string> Next();

 private:
  pid_t pid_ = -1;
  int input_ = -1;
  std::FILE* output_ = nullptr;
  int port_ = 0;
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_MESSAGING_SMTP_SINK_H_
