// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/rpc/request_id.h"

#include "adapters/crypto/openssl.h"
#include "domain/common/id.h"

namespace parley::cli {

std::string NewRequestId() {
  Uuid::Bytes bytes;
  FillRandom(bytes);
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x40U);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
  return Uuid(bytes).ToString();
}

std::string FillRequestId(google::protobuf::Message& message) {
  const google::protobuf::FieldDescriptor* field =
      message.GetDescriptor()->FindFieldByName("request_id");
  if (field == nullptr || field->type() != google::protobuf::FieldDescriptor::TYPE_STRING) {
    return "";
  }
  const google::protobuf::Reflection& reflection = *message.GetReflection();
  if (reflection.GetString(message, field).empty()) {
    reflection.SetString(&message, field, NewRequestId());
  }
  return reflection.GetString(message, field);
}

}  // namespace parley::cli
