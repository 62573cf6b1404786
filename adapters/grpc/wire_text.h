// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_WIRE_TEXT_H_
#define PARLEY_ADAPTERS_GRPC_WIRE_TEXT_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <string>
#include <string_view>

#include "domain/common/violations.h"

namespace parley::grpc_api {

// Parses a message from the wire. The parser refuses a whole message for one text that is not
// UTF-8, and does not say which; so such a message is walked once more, each such field becomes a
// violation with its path, and its text is replaced, so that everything else that is wrong can be
// found too. A message that is broken altogether is one violation, MALFORMED, of no field.
// False when there is nothing to go on with.
bool ParseWire(std::string_view bytes, google::protobuf::Message& message, Violations& violations);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_WIRE_TEXT_H_
