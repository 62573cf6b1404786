// SPDX-License-Identifier: Apache-2.0
// What a reason makes of a status, and a status of a reason.
#include <string>

#include "domain/common/reason.h"
#include "domain/common/status_payload.h"

namespace parley {
namespace {

constexpr std::string_view kReasonPayload = "parley/reason";
constexpr std::string_view kMetadataPayload = "parley/metadata";

}  // namespace

absl::Status Refuse(Reason reason, std::string_view message, const ErrorMetadata& metadata) {
  const ReasonRow& row = RowOf(reason);
  const std::string_view text = message.empty() ? row.text : message;
  absl::Status status(row.code, absl::string_view(text.data(), text.size()));
  SetPayloadPairs(status, kReasonPayload, {{std::string(row.name), ""}});
  if (!metadata.empty()) {
    SetPayloadPairs(status, kMetadataPayload, PayloadPairs(metadata.begin(), metadata.end()));
  }
  return status;
}

std::optional<Reason> ReasonOf(const absl::Status& status) {
  const PayloadPairs pairs = GetPayloadPairs(status, kReasonPayload);
  return pairs.empty() ? std::nullopt : ReasonNamed(pairs.front().first);
}

bool IsRefusal(const absl::Status& status) {
  return absl::IsInvalidArgument(status) || absl::IsNotFound(status) ||
         absl::IsAlreadyExists(status) || absl::IsFailedPrecondition(status);
}

ErrorMetadata MetadataOf(const absl::Status& status) {
  const PayloadPairs pairs = GetPayloadPairs(status, kMetadataPayload);
  return {pairs.begin(), pairs.end()};
}

}  // namespace parley
