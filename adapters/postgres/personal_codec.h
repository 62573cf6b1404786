// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_PERSONAL_CODEC_H_
#define PARLEY_ADAPTERS_POSTGRES_PERSONAL_CODEC_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "domain/common/id.h"

namespace parley::postgres {

// Where a personal value is kept. A value that is moved to another place does not decode there.
struct PersonalPlace {
  TenantId tenant;
  DebtorId debtor;
  std::string_view table;
  std::string_view column;
  Uuid row;
};

// Turns personal text into the bytes that the database keeps, and back. All names, birth dates,
// free texts, agreement references and answers pass here, and nowhere else.
class PersonalCodec {
 public:
  virtual ~PersonalCodec() = default;

  virtual std::string Encode(const PersonalPlace& place, std::string_view text) const = 0;
  // Errors: RECORD_CORRUPT.
  virtual absl::StatusOr<std::string> Decode(const PersonalPlace& place,
                                             std::string_view bytes) const = 0;
};

// Keeps the text as it is.
class PlainCodec final : public PersonalCodec {
 public:
  std::string Encode(const PersonalPlace& place, std::string_view text) const override;
  absl::StatusOr<std::string> Decode(const PersonalPlace& place,
                                     std::string_view bytes) const override;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_PERSONAL_CODEC_H_
