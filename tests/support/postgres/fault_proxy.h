// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_POSTGRES_FAULT_PROXY_H_
#define PARLEY_TESTS_SUPPORT_POSTGRES_FAULT_PROXY_H_

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace parley {

// Where a link is cut, seen from the message that asks for a commit.
enum class Cut {
  kNever,
  kBeforeCommit,  // What comes before it arrives; the commit does not.
  kAfterCommit,   // The commit arrives; nobody hears how it went.
  kBeforeReply,   // The server has committed; its word is lost.
};

// Stands between the application and the database on a Unix socket, understands where messages
// begin, and cuts a link at a chosen byte.
class FaultProxy {
 public:
  // `server` is libpq's address of a server on a Unix socket.
  explicit FaultProxy(const std::string& server);
  ~FaultProxy();
  FaultProxy(const FaultProxy&) = delete;
  FaultProxy& operator=(const FaultProxy&) = delete;

  // The folder that stands in for the server's: the `host` of an address.
  const std::string& host() const { return folder_; }

  // The next commit's link is cut there; links after it pass.
  void CutNext(Cut cut) { cut_ = cut; }

  // Round trips since the last call: how often the client spoke after it had heard.
  int TakeRoundTrips() { return round_trips_.exchange(0); }

 private:
  void Accept();
  void Serve(int client);

  std::string folder_;
  std::string target_;  // The server's socket.
  int listener_ = -1;
  std::atomic<Cut> cut_{Cut::kNever};
  std::atomic<int> round_trips_{0};
  std::mutex mutex_;
  std::vector<std::thread> links_;
  std::thread acceptor_;
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_POSTGRES_FAULT_PROXY_H_
