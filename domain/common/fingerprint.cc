// SPDX-License-Identifier: Apache-2.0
#include "domain/common/fingerprint.h"

#include "absl/strings/str_cat.h"

namespace parley {

std::string_view BytesOf(const Fingerprint& fingerprint) {
  return {reinterpret_cast<const char*>(fingerprint.data()), fingerprint.size()};
}

CanonicalContent& CanonicalContent::Add(std::string_view part) {
  absl::StrAppend(&text_, part.size(), ":", absl::string_view(part.data(), part.size()), ";");
  return *this;
}

CanonicalContent& CanonicalContent::Add(std::int64_t number) { return Add(std::to_string(number)); }

}  // namespace parley
