// SPDX-License-Identifier: Apache-2.0
// bench_send seed POSTGRES TENANT KEY email|sms < DEBTS   queues a message about each debt
//            drain POSTGRES TENANT KEY THREADS AT_ONCE    claims and completes e-mails, and prints
//                                                         how many in how many seconds
//            sinks                                        a relay and a provider that take all:
//                prints their ports, and how much they took for each line of its input
// send.py runs it.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "adapters/crypto/secret_key.h"
#include "tests/benchmarks/send/drain.h"
#include "tests/benchmarks/send/house.h"
#include "tests/benchmarks/send/seed.h"
#include "tests/benchmarks/send/sinks.h"

namespace parley::bench {

void Must(const absl::Status& status) {
  if (status.ok()) return;
  std::fprintf(stderr, "bench_send: %s\n", std::string(status.message()).c_str());
  std::exit(1);
}

namespace {

int ServeSinks() {
  const Sinks sinks;
  std::cout << sinks.smtp_port() << " " << sinks.http_port() << std::endl;
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << sinks.mails() << " " << sinks.texts() << std::endl;
  }
  return 0;
}

int Drain(House& house, int threads, int at_once) {
  const auto start = std::chrono::steady_clock::now();
  const int count = DrainQueue(house, threads, at_once);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::printf("%d %.6f\n", count, took.count());
  return 0;
}

int RunStores(int argc, char** argv, std::string_view role) {
  const auto tenant = TenantId::Parse(argv[3]);
  if (!tenant.has_value()) return 2;
  const bool drains = role == "drain";
  const int sessions = drains ? std::atoi(argv[5]) : 1;
  House house(argv[2], Must(LoadKeyFile(argv[4])), *tenant, sessions);
  if (drains && argc == 7) return Drain(house, sessions, std::atoi(argv[6]));
  const Channel channel = std::string_view(argv[5]) == "sms" ? Channel::kSms : Channel::kEmail;
  std::printf("%d\n", QueueMessages(house, channel, std::cin));
  return 0;
}

}  // namespace
}  // namespace parley::bench

int main(int argc, char** argv) {
  const std::string_view role = argc > 1 ? argv[1] : "";
  if (role == "sinks") return parley::bench::ServeSinks();
  if ((role == "seed" && argc == 6) || (role == "drain" && argc == 7)) {
    return parley::bench::RunStores(argc, argv, role);
  }
  std::fprintf(stderr, "usage: bench_send seed|drain|sinks ... (send.py runs it)\n");
  return 2;
}
