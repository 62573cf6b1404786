// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SYSTEM_SUPPORT_POSTING_CLIENTS_H_
#define PARLEY_TESTS_SYSTEM_SUPPORT_POSTING_CLIENTS_H_

#include <atomic>
#include <cstdint>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/system/support/deployment.h"
#include "tests/system/support/history.h"
#include "tests/system/support/requests.h"

namespace parley::system_test {

// Clients that post charges to one debt and read its balance, as fast as they are answered, and
// send a request again under the same id for as long as its fate is in doubt. Now and then one
// gives up instead, as clients do.
class PostingClients {
 public:
  PostingClients(const Deployment& deployment, const PlacedDebt& placed, int threads,
                 std::uint32_t seed);
  PostingClients(const PostingClients&) = delete;
  PostingClients& operator=(const PostingClients&) = delete;
  ~PostingClients() { Stop(); }

  // Each client finishes what it is about.
  void Stop();

  const History& history() const { return history_; }
  // Waits until so many more requests were acknowledged; false when they are not.
  bool MakeProgress(std::size_t requests) const;

  // What is wrong with what the database has in the end, compared with what the clients learnt:
  // entries, balance, invariants. Also answers that no outage explains.
  std::vector<std::string> Findings();

 private:
  using Random = std::mt19937;

  void Work(int client);
  void Write(const Connection& connection, const std::string& ref, Random& random);
  void Read(const Connection& connection);
  void AddSurprise(const absl::Status& status);
  void CheckBalance(const std::vector<KeptEntry>& kept, std::vector<std::string>& findings) const;

  const Deployment& deployment_;
  const PlacedDebt placed_;
  const std::uint32_t seed_;
  History history_;
  std::atomic<bool> stopping_{false};
  std::mutex mutex_;
  std::vector<std::string> surprises_;
  std::vector<std::thread> threads_;
};

}  // namespace parley::system_test

#endif  // PARLEY_TESTS_SYSTEM_SUPPORT_POSTING_CLIENTS_H_
