// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/personal_codec.h"

namespace parley::postgres {

std::string PlainCodec::Encode(const PersonalPlace& /*place*/, std::string_view text) const {
  return std::string(text);
}

absl::StatusOr<std::string> PlainCodec::Decode(const PersonalPlace& /*place*/,
                                               std::string_view bytes) const {
  return std::string(bytes);
}

}  // namespace parley::postgres
