// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/import_handler.h"

#include <google/protobuf/arena.h>
#include <grpcpp/impl/codegen/proto_utils.h>

#include <cstddef>
#include <string_view>
#include <utility>

#include "absl/strings/numbers.h"
#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_import.h"
#include "adapters/grpc/pipeline.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

constexpr std::string_view kRows = "rows[";

// What is wrong with each row, and with what is around them.
struct Sorted {
  std::vector<Violations> rows;
  Violations around;
};

// Sorts violations by the row they belong to, and takes `rows[17].` off their paths.
Sorted SortByRow(const Violations& violations, std::size_t rows) {
  Sorted sorted{std::vector<Violations>(rows), {}};
  for (const Violation& violation : violations.all()) {
    const std::string_view path = violation.field;
    const std::size_t end = path.find("].");
    std::size_t row = rows;
    if (path.starts_with(kRows) && end != std::string_view::npos) {
      const std::string_view digits = path.substr(kRows.size(), end - kRows.size());
      if (!absl::SimpleAtoi(absl::string_view(digits.data(), digits.size()), &row)) row = rows;
    }
    if (row < rows) {
      sorted.rows[row].Add(violation.field.substr(end + 2), violation.fault);
    } else {
      sorted.around.Add(violation.field, violation.fault);
    }
  }
  return sorted;
}

}  // namespace

absl::StatusOr<std::optional<grpc::ByteBuffer>> ImportHandler::Take(
    const grpc::ByteBuffer& message) {
  google::protobuf::Arena arena;
  auto& request = *google::protobuf::Arena::CreateMessage<v1::ImportDebtsRequest>(&arena);
  Violations found;
  if (!ReadMessage(message, request, found)) return found.ToStatus();
  Sorted sorted = SortByRow(found, static_cast<std::size_t>(request.rows_size()));
  if (static_cast<std::size_t>(request.rows_size()) > ImportDebts::kMostRows) {
    sorted.around.Add("rows", Fault::kTooLong);
  }
  PARLEY_RETURN_IF_ERROR(Open(request, sorted.around));
  if (request.rows().empty()) return std::nullopt;

  std::vector<ImportRow> rows;
  rows.reserve(sorted.rows.size());
  for (std::size_t at = 0; at < sorted.rows.size(); ++at) {
    rows.push_back(ReadImportRow(request.rows(static_cast<int>(at)), row_shape_, sorted.rows[at]));
  }
  PARLEY_ASSIGN_OR_RETURN(const std::vector<RowVerdict> verdicts, session_->Take(rows));
  auto& response = *google::protobuf::Arena::CreateMessage<v1::ImportDebtsResponse>(&arena);
  for (const RowVerdict& verdict : verdicts) Write(verdict, *response.add_verdicts());
  grpc::ByteBuffer bytes;
  bool own = false;
  grpc::GenericSerialize<grpc::ProtoBufferWriter, v1::ImportDebtsResponse>(response, &bytes, &own);
  return bytes;
}

absl::Status ImportHandler::Open(const v1::ImportDebtsRequest& request, Violations& violations) {
  if (session_ == nullptr && !request.has_options()) {
    AddOnce(violations, "options", Fault::kRequired);
  } else if (session_ != nullptr && request.has_options()) {
    AddOnce(violations, "options", Fault::kDuplicate);
  } else if (request.has_options()) {
    const FieldPath path{nullptr, "options"};
    Violations more;
    options_shape_.Check(request.options(), &path, Shape::Extent::kWhole, more);
    AddOnce(violations, more);
  }
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  if (session_ != nullptr) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(session_,
                          import_debts_.Open(call_, ReadImportOptions(request.options())));
  return absl::OkStatus();
}

}  // namespace parley::grpc_api
