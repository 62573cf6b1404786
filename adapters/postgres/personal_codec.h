// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_PERSONAL_CODEC_H_
#define PARLEY_ADAPTERS_POSTGRES_PERSONAL_CODEC_H_

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "application/ports/data_keys.h"
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

// What the first byte of a sealed value is. Neither a text in UTF-8 nor a protobuf message begins
// with it, and so what was kept in clear before there were keys is told apart.
inline constexpr char kSealedForm = '\xFE';

// Turns personal text into the bytes that the database keeps, and back. All names, birth dates,
// free texts, agreement references and answers pass here, and nowhere else. It knows the keys of
// the debtors of one read or of one transaction and goes with it: a key that was destroyed is
// nowhere in use from then on.
class PersonalCodec {
 public:
  explicit PersonalCodec(const DataKeys& keys) : keys_(keys) {}

  // Tells, by Learn, what is kept as the keys of all debtors of a transaction.
  using KeyFinder = std::function<absl::Status()>;
  // Called once at most: when a debtor's key is needed that came with no row.
  void FindKeysBy(KeyFinder find) { find_ = std::move(find); }
  // Before rows are read that do not come with their debtor's key. Errors: those of the finder.
  absl::Status FindKey(DebtorId debtor);

  // What is kept as the debtor's key: none when there never was one, empty when it was destroyed.
  // The first word counts.
  void Learn(DebtorId debtor, std::optional<std::string> wrapped);

  // True when the debtor's key was destroyed.
  bool IsErased(DebtorId debtor) { return Told(debtor).IsErased(); }

  // Makes a key for a debtor that has none. What is written about a debtor whose key was destroyed
  // is not kept.
  std::string Encode(const PersonalPlace& place, std::string_view text);
  // The first thing that went wrong while something was encoded: nothing of it may be written.
  // RECORD_CORRUPT for a key that no key of ours unwraps, or what the finder says.
  const absl::Status& failure() const { return failure_; }

  // None for what was erased. Errors: RECORD_CORRUPT.
  absl::StatusOr<std::optional<std::string>> Decode(const PersonalPlace& place,
                                                    std::string_view bytes);

  // The keys that were made since the last call, to be kept beside what they seal.
  std::vector<std::pair<DebtorId, std::string>> TakeMade() { return std::exchange(made_, {}); }

 private:
  struct Known {
    bool is_told = false;
    std::optional<std::string> wrapped;
    std::unique_ptr<DataKey> key;  // Unwrapped when it is needed first.

    bool IsErased() const { return wrapped.has_value() && wrapped->empty(); }
  };

  // As Learn told of it, or the finder.
  Known& Told(DebtorId debtor);
  DataKey* KeyOf(TenantId tenant, DebtorId debtor, Known& known);

  const DataKeys& keys_;
  KeyFinder find_;
  absl::Status failure_;
  std::map<DebtorId, Known> known_;
  std::vector<std::pair<DebtorId, std::string>> made_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_PERSONAL_CODEC_H_
