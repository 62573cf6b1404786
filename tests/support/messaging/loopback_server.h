// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_MESSAGING_LOOPBACK_SERVER_H_
#define PARLEY_TESTS_SUPPORT_MESSAGING_LOOPBACK_SERVER_H_

#include <cstddef>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace parley {

// One connection as the server's side sees it, byte by byte.
class LoopbackConnection {
 public:
  explicit LoopbackConnection(int descriptor) : descriptor_(descriptor) {}
  ~LoopbackConnection() { Close(); }
  LoopbackConnection(const LoopbackConnection&) = delete;
  LoopbackConnection& operator=(const LoopbackConnection&) = delete;

  // A line without its end; none once the other side is gone.
  std::optional<std::string> ReadLine();
  std::optional<std::string> ReadBytes(std::size_t count);
  void Write(std::string_view bytes);
  // Cuts the connection so that the other side sees a reset, and may lose what was on its way.
  void Reset();
  void Close();
  // Reads and throws away until the other side is gone: an answer never comes.
  void Stall();
  // Ends every wait of another thread on it.
  void Shutdown();

 private:
  bool Fill();

  std::mutex mutex_;
  int descriptor_;  // -1 once it is closed.
  std::string buffer_;
};

// Serves each connection to a port of the loopback by a thread of its own.
class LoopbackServer {
 public:
  using Handler = std::function<void(LoopbackConnection&)>;

  // Port 0 takes a free one.
  explicit LoopbackServer(Handler handler, int port = 0);
  ~LoopbackServer() { Stop(); }
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;

  int port() const { return port_; }
  // Ends every connection and takes none any more.
  void Stop();

 private:
  struct Served {
    explicit Served(int descriptor) : connection(descriptor) {}
    LoopbackConnection connection;
    std::thread thread;
  };

  void Accept();

  const Handler handler_;
  int listener_ = -1;
  int port_ = 0;
  std::mutex mutex_;
  bool stopped_ = false;
  std::list<Served> served_;
  std::thread acceptor_;
};

// A port of the loopback on which nobody listens.
int UnusedPort();

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_MESSAGING_LOOPBACK_SERVER_H_
