// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_BENCHMARKS_RPC_FLOOR_WORK_H_
#define PARLEY_TESTS_BENCHMARKS_RPC_FLOOR_WORK_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "parley/v1/communication_service.pb.h"
#include "parley/v1/debt_service.pb.h"
#include "tests/benchmarks/rpc/floor_connection.h"
#include "tests/benchmarks/rpc/floor_texts.h"

namespace parley::bench {

// What one thread of the floor does with its connection: the product's rows and answers, and no
// checks. It knows the benchmark's own data: names are well-formed, entries are payments of
// principal, one a call, and debts have neither transfers nor co-debtors.
class FloorWork {
 public:
  // `texts` outlives it.
  FloorWork(const std::string& address, std::string tenant, const FloorTexts& texts);

  void GetDebt(const v1::GetDebtRequest& request, v1::Debt& debt);
  void GetStatement(const v1::GetStatementRequest& request, v1::Statement& statement);
  void EvaluateContact(const v1::EvaluateContactRequest& request,
                       v1::EvaluateContactResponse& response);
  void PostEntries(const v1::PostEntriesRequest& request, v1::PostEntriesResponse& response);

 private:
  struct DebtName {
    std::string_view debtor;
    std::string_view debt;
  };
  // Where the records of a debtor stand after the payment.
  struct Marks {
    std::int64_t revision;
    std::int64_t audit;
    std::int64_t entry;
    std::int64_t micros;
  };

  static DebtName Split(std::string_view name);
  static void ReadDebt(const std::string& name, const FloorRow& row, const FloorTexts::Key& key,
                       v1::Debt& debt);

  Parameters DebtorKey(const DebtName& name) const;
  Parameters DebtKey(const DebtName& name) const;
  // Of a debt, from its row.
  FloorTexts::Key KeyOf(const DebtName& name, const FloorRow& row) const;
  void SendLedger(const DebtName& name, const Marks& marks, const FloorRow& before,
                  const FloorTexts::Key& key, const v1::PostEntriesResponse& response);
  void SendRecords(const DebtName& name, const Marks& marks, const FloorTexts::Key& key,
                   const v1::PostEntriesRequest& request, const v1::PostEntriesResponse& response);

  FloorConnection connection_;
  const std::string tenant_;
  const FloorTexts& texts_;
};

}  // namespace parley::bench

#endif  // PARLEY_TESTS_BENCHMARKS_RPC_FLOOR_WORK_H_
