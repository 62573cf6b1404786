// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_BENCHMARKS_RPC_FLOOR_TEXTS_H_
#define PARLEY_TESTS_BENCHMARKS_RPC_FLOOR_TEXTS_H_

#include <memory>
#include <string>
#include <string_view>

#include "adapters/crypto/wrapped_data_keys.h"
#include "domain/common/id.h"

namespace parley::bench {

// Opens and seals what the database keeps of people, as the product does: with the same cipher, and
// bound to the same places. The floor's rows are copies of the product's, and bound to its tenant.
class FloorTexts {
 public:
  FloorTexts(const std::string& key_file, const std::string& sealed_for);

  // The key of one debtor, for one call.
  class Key {
   public:
    Key(const FloorTexts& texts, std::string_view debtor, std::string_view wrapped);

    // An empty text is kept as nothing.
    std::string Open(std::string_view table, std::string_view column, std::string_view row,
                     std::string_view bytes) const;
    std::string Seal(std::string_view table, std::string_view column, std::string_view row,
                     std::string_view text) const;

   private:
    std::string ContextOf(std::string_view table, std::string_view column,
                          std::string_view row) const;

    const std::string& tenant_;
    const std::string debtor_;
    const std::unique_ptr<DataKey> key_;
  };

 private:
  const std::string tenant_;
  const TenantId tenant_id_;
  const WrappedDataKeys keys_;
};

}  // namespace parley::bench

#endif  // PARLEY_TESTS_BENCHMARKS_RPC_FLOOR_TEXTS_H_
