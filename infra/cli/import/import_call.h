// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_IMPORT_IMPORT_CALL_H_
#define PARLEY_INFRA_CLI_IMPORT_IMPORT_CALL_H_

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "grpcpp/client_context.h"
#include "grpcpp/support/client_callback.h"
#include "infra/cli/client/client.h"
#include "parley/v1/debt_import.pb.h"

namespace parley::cli {

// One call of ImportDebts, driven by one thread: it sends messages and waits for what happens.
class ImportCall final
    : private grpc::ClientBidiReactor<v1::ImportDebtsRequest, v1::ImportDebtsResponse> {
 public:
  // The client must outlive the call.
  explicit ImportCall(Client& client);
  ImportCall(const ImportCall&) = delete;
  ImportCall& operator=(const ImportCall&) = delete;
  // Cancels what still runs, and waits for its end.
  ~ImportCall() override;

  // Sends a message; only after an event that said it may.
  void Send(v1::ImportDebtsRequest message);
  // Says that no message follows.
  void FinishSending() { StartWritesDone(); }

  struct Event {
    std::vector<v1::RowVerdict> verdicts;
    bool may_send = false;
    bool ended = false;  // Neither will anything come any more, nor be sent.

    bool empty() const { return verdicts.empty() && !may_send && !ended; }
  };

  // Waits until verdicts come, the call ends or, for a driver that wants to send, the message
  // before is on its way. The event is empty when none of it happened for `longest`.
  Event Wait(bool wants_to_send, absl::Duration longest);

  // Waits for the end, after an event that said so. Errors: the server's.
  absl::Status Finish();

 private:
  void OnWriteDone(bool ok) override;
  void OnReadDone(bool ok) override;
  void OnDone(const grpc::Status& status) override;

  std::unique_ptr<grpc::ClientContext> context_;
  v1::ImportDebtsRequest sending_;
  v1::ImportDebtsResponse receiving_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<v1::RowVerdict> verdicts_;
  bool may_send_ = true;
  bool ended_ = false;
  bool done_ = false;
  bool held_ = true;  // The driver may still start something.
  grpc::Status status_;
};

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_IMPORT_IMPORT_CALL_H_
