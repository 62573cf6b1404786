// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_BENCHMARKS_RPC_LOAD_H_
#define PARLEY_TESTS_BENCHMARKS_RPC_LOAD_H_

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "parley/v1/communication_service.grpc.pb.h"
#include "parley/v1/debt_service.grpc.pb.h"

namespace parley::bench {

// A server under load.
struct Target {
  std::string name;     // "floor" or "product".
  std::string address;  // "127.0.0.1:1234".
  std::string token;    // Empty when the server asks for none.
};

enum class Method : std::uint8_t { kGetDebt, kGetStatement, kEvaluateContact, kPostEntries };
const char* NameOf(Method method);

// What is called for.
struct Plan {
  std::vector<std::string> debts;  // Names, which both servers know.
  std::string currency;
  std::string value_date;
  // Debts with long journals, and the period of their statements.
  std::vector<std::string> ledgers;
  std::string from_date;
  std::string to_date;
  int in_flight = 16;
  int channels = 4;
};

struct Figures {
  double calls_per_s = 0;
  double p50_us = 0;
  double p99_us = 0;
  std::int64_t answer_bytes = 0;  // Of one answer.
};

// The services of one connection.
struct Stubs {
  std::unique_ptr<v1::DebtService::Stub> debts;
  std::unique_ptr<v1::CommunicationService::Stub> contacts;
};

// Loads one server in a closed loop: as many calls in flight as the plan says, each followed at
// once by the next, about another debt. A call that fails ends the program.
class Load {
 public:
  Load(Target target, const Plan& plan);

  Figures Run(Method method, std::chrono::milliseconds duration);

  const Target& target() const { return target_; }

 private:
  const Target target_;
  const Plan& plan_;
  std::vector<Stubs> stubs_;
};

}  // namespace parley::bench

#endif  // PARLEY_TESTS_BENCHMARKS_RPC_LOAD_H_
