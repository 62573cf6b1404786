// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_MESSAGING_NATS_SERVER_H_
#define PARLEY_TESTS_SUPPORT_MESSAGING_NATS_SERVER_H_

#include <sys/types.h>

#include <string>
#include <vector>

namespace parley {

// What a stream keeps.
struct StreamMessage {
  std::string subject;
  std::string id;  // Its Nats-Msg-Id.
  std::string body;
};

// A real nats-server as a process of its own, with JetStream over files that go with it. It ends
// with the thread that made it.
class NatsServer {
 public:
  // Serves at once, with these flags beside those of every server here.
  explicit NatsServer(std::vector<std::string> flags = {});
  ~NatsServer();
  NatsServer(const NatsServer&) = delete;
  NatsServer& operator=(const NatsServer&) = delete;

  int port() const { return port_; }
  std::string url() const;

  // As a power cut ends it.
  void Stop();
  // At the same port, with what its files hold.
  void Start();

  // A stream of every event, which takes messages of at most so many bytes; -1 for any. One that is
  // there already takes them from now on.
  void KeepEvents(int most_bytes = -1);
  // All that the stream keeps, in its order.
  std::vector<StreamMessage> Kept() const;

 private:
  const int port_;
  std::string folder_;
  std::vector<std::string> flags_;
  pid_t pid_ = -1;
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_MESSAGING_NATS_SERVER_H_
