// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_CHECK_ITEMISATION_CALLS_H_
#define PARLEY_INFRA_CLI_CHECK_ITEMISATION_CALLS_H_

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "grpcpp/completion_queue.h"
#include "infra/cli/client/client.h"
#include "parley/v1/debt_service.pb.h"
#include "parley/v1/itemisation.pb.h"

namespace parley::cli {

// Many calls of GetItemisation over one channel, a bounded number of them at a time.
class ItemisationCalls {
 public:
  struct Question {
    std::size_t number;  // The caller's own.
    v1::GetItemisationRequest request;
  };
  using Next = absl::FunctionRef<std::optional<Question>()>;
  using Take = absl::FunctionRef<void(std::size_t number, const absl::StatusOr<v1::Itemisation>&)>;

  explicit ItemisationCalls(Client& client) : client_(client) {}

  // Asks until `next` gives no more; answers come in any order. What the server says about a
  // question (NOT_FOUND, INVALID_ARGUMENT, FAILED_PRECONDITION) is an answer. Errors: all others,
  // after some tries where another may succeed.
  absl::Status Run(Next next, Take take);

 private:
  // One call under way.
  struct Call {
    Question question;
    std::unique_ptr<grpc::ClientContext> context;
    std::unique_ptr<grpc::ClientAsyncResponseReaderInterface<v1::Itemisation>> reader;
    v1::Itemisation answer;
    grpc::Status status;
  };

  void Start(Question question);
  void Finish(Call& call, Take take);
  void AskAgain(const Call& call, const absl::Status& status);
  std::optional<Question> NextQuestion(Next next);

  Client& client_;
  grpc::CompletionQueue queue_;
  std::size_t under_way_ = 0;
  std::deque<Question> again_;
  int failures_in_a_row_ = 0;
  absl::Status error_;
};

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_CHECK_ITEMISATION_CALLS_H_
