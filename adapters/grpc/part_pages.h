// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_PART_PAGES_H_
#define PARLEY_ADAPTERS_GRPC_PART_PAGES_H_

#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/convert_record_words.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "domain/common/status_macros.h"

// How services answer with parts of a debtor's record, which do not know whose they are.
namespace parley::grpc_api {

template <typename Message, typename Part>
auto PartEncoder(DebtorId debtor, void (*write)(DebtorId, const Part&, Message&)) {
  return [debtor, write](const Part& part) {
    Message out;
    write(debtor, part, out);
    return out.SerializeAsString();
  };
}

// A page of one list of the record, in the order of ids. Errors: FIELD_INVALID, DEBTOR_NOT_FOUND,
// PAGE_TOKEN_INVALID.
template <typename Request, typename Response, typename Part>
absl::Status PageOfParts(const ServiceParts& parts, const Incoming& in, const Request& request,
                         std::vector<Part> DebtorRecord::*list,
                         absl::FunctionRef<void(DebtorId, const Part&)> add, Response& response) {
  const auto debtor = ReadDebtorName(request.parent(), "parent", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const std::vector<std::string_view> arguments = {request.parent()};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Uuid> after,
                          parts.pages.Open(in.call, arguments, request.page_token(), 1));
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record,
                          parts.application.directory.GetRecord(in.call.tenant, *debtor));
  const int size = ReadPageSize(request.page_size());
  int told = 0;
  Uuid last;
  for (const Part& part : record.*list) {
    if (part.id.uuid() <= after.front()) continue;
    if (told == size) {
      response.set_next_page_token(parts.pages.Seal(in.call, arguments, {last}));
      break;
    }
    add(*debtor, part);
    last = part.id.uuid();
    ++told;
  }
  return absl::OkStatus();
}

// One of them. Errors: FIELD_INVALID, DEBTOR_NOT_FOUND, `missing`.
template <typename PartId, typename Part, typename Request, typename Message>
absl::Status OnePart(const ServiceParts& parts, const Incoming& in, const Request& request,
                     std::vector<Part> DebtorRecord::*list, Reason missing,
                     void (*write)(DebtorId, const Part&, Message&), Message& response) {
  const auto name = ReadPartName<PartId>(request.name(), "name", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record,
                          parts.application.directory.GetRecord(in.call.tenant, name->debtor));
  PARLEY_ASSIGN_OR_RETURN(const Part part, FindPart(record.*list, name->part, missing));
  write(name->debtor, part, response);
  return absl::OkStatus();
}

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_PART_PAGES_H_
