// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_IMPORT_HANDLER_H_
#define PARLEY_ADAPTERS_GRPC_IMPORT_HANDLER_H_

#include <memory>
#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/shape.h"
#include "adapters/grpc/stream_call.h"
#include "application/call.h"
#include "application/debts/import_debts.h"
#include "parley/v1/debt_service.pb.h"

namespace parley::grpc_api {

// Serves ImportDebts: opens the import with the options of the first message, and answers each
// message with the verdicts on its rows, which are safe by then. What is malformed in a row is the
// row's own affair; what is malformed around the rows ends the stream.
class ImportHandler final : public StreamHandler {
 public:
  // `options` and `row` are the shapes of those messages.
  ImportHandler(const ImportDebts& import_debts, const Call& call, const Shape& options,
                const Shape& row)
      : import_debts_(import_debts), call_(call), options_shape_(options), row_shape_(row) {}

  absl::StatusOr<std::optional<grpc::ByteBuffer>> Take(const grpc::ByteBuffer& message) override;

 private:
  // Errors: FIELD_INVALID when the options are missing, or stand where they do not belong.
  absl::Status Open(const v1::ImportDebtsRequest& request, Violations& violations);

  const ImportDebts& import_debts_;
  const Call& call_;
  const Shape& options_shape_;
  const Shape& row_shape_;
  std::unique_ptr<ImportDebts::Session> session_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_IMPORT_HANDLER_H_
