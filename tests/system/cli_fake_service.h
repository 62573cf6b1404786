// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SYSTEM_CLI_FAKE_SERVICE_H_
#define PARLEY_TESTS_SYSTEM_CLI_FAKE_SERVICE_H_

#include <grpcpp/grpcpp.h>

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "parley/v1/creditor_service.grpc.pb.h"
#include "parley/v1/debt_service.grpc.pb.h"

namespace parley::cli {

// A service that knows references and breaks when it is told to: what the command line does when a
// server misbehaves cannot be asked of one that does not.
class FakeService final : public v1::DebtService::Service, public v1::CreditorService::Service {
 public:
  FakeService();
  ~FakeService() override;

  std::string address() const;

  // What came, for a test to look at.
  std::vector<std::string> tokens;
  std::vector<v1::ImportOptions> options;
  std::set<std::string> known_rows;  // References of rows that were written.
  int rows_received = 0;
  int calls_of_import = 0;
  int most_rows_a_message = 0;

  // How it is to behave.
  int break_after_rows = -1;    // Of an import, once: the row is written, its verdict is lost.
  int turn_away_questions = 0;  // So many calls of GetItemisation are RESOURCE_EXHAUSTED.
  std::map<std::string, std::int64_t> balances;  // By debt's reference; all debts there are.
  std::vector<std::string> creditor_codes = {"fake"};

  grpc::Status ImportDebts(
      grpc::ServerContext* context,
      grpc::ServerReaderWriter<v1::ImportDebtsResponse, v1::ImportDebtsRequest>* stream) override;
  grpc::Status GetDebt(grpc::ServerContext* context, const v1::GetDebtRequest* request,
                       v1::Debt* response) override;
  grpc::Status ListDebts(grpc::ServerContext* context, const v1::ListDebtsRequest* request,
                         v1::ListDebtsResponse* response) override;
  grpc::Status PostEntries(grpc::ServerContext* context, const v1::PostEntriesRequest* request,
                           v1::PostEntriesResponse* response) override;
  grpc::Status GetItemisation(grpc::ServerContext* context,
                              const v1::GetItemisationRequest* request,
                              v1::Itemisation* response) override;
  grpc::Status ListCreditors(grpc::ServerContext* context, const v1::ListCreditorsRequest* request,
                             v1::ListCreditorsResponse* response) override;

 private:
  void Judge(const v1::ImportRow& row, v1::RowVerdict& verdict);
  bool BreaksNow();

  std::mutex mutex_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

}  // namespace parley::cli

#endif  // PARLEY_TESTS_SYSTEM_CLI_FAKE_SERVICE_H_
