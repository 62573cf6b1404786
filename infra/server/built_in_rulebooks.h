// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_BUILT_IN_RULEBOOKS_H_
#define PARLEY_INFRA_SERVER_BUILT_IN_RULEBOOKS_H_

#include <cstdint>
#include <memory>
#include <utility>

#include "absl/status/statusor.h"
#include "application/ports/rulebook_source.h"

namespace parley::server {

// The rulebooks that came with the program, for every tenant.
class BuiltInRulebooks final : public RulebookSource {
 public:
  // Errors: INVALID_ARGUMENT for a book that does not load.
  static absl::StatusOr<std::unique_ptr<BuiltInRulebooks>> Load();

  absl::StatusOr<RulebooksRef> At(TenantId /*tenant*/, std::int64_t /*edition*/) override {
    return rulebooks_;
  }

 private:
  explicit BuiltInRulebooks(RulebooksRef rulebooks) : rulebooks_(std::move(rulebooks)) {}

  RulebooksRef rulebooks_;
};

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_BUILT_IN_RULEBOOKS_H_
