// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SYSTEM_SUPPORT_CLUSTER_H_
#define PARLEY_TESTS_SYSTEM_SUPPORT_CLUSTER_H_

#include <string>
#include <vector>

namespace parley::system_test {

// A PostgreSQL of a test's own, with a migrated template, for what no other test would survive. Its
// settings are lines of postgresql.conf; unlike that of infra/test it keeps what it commits.
class Cluster {
 public:
  explicit Cluster(const std::vector<std::string>& settings = {});
  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;
  ~Cluster();

  // libpq's address of its superuser.
  const std::string& address() const { return address_; }

  // Ends every process of it at once; nothing is written to the disk any more.
  void Crash() const;
  void Start() const;

 private:
  // A script after the functions of infra/ci/postgres.sh; returns what it prints.
  std::string Script(const std::string& script) const;

  std::vector<std::string> settings_;
  std::string home_;
  std::string address_;
};

}  // namespace parley::system_test

#endif  // PARLEY_TESTS_SYSTEM_SUPPORT_CLUSTER_H_
