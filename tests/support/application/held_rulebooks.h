// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_APPLICATION_HELD_RULEBOOKS_H_
#define PARLEY_TESTS_SUPPORT_APPLICATION_HELD_RULEBOOKS_H_

#include <cstdint>
#include <memory>
#include <utility>

#include "application/ports/rulebook_source.h"

namespace parley {

// The same books for every tenant and edition, until a test gives others.
class HeldRulebooks final : public RulebookSource {
 public:
  explicit HeldRulebooks(Rulebooks rulebooks) { Hold(std::move(rulebooks)); }

  void Hold(Rulebooks rulebooks) { held_ = std::make_shared<Rulebooks>(std::move(rulebooks)); }

  absl::StatusOr<RulebooksRef> At(TenantId, std::int64_t) override { return held_; }
  absl::StatusOr<RulebooksRef> At(TenantId, std::int64_t, PublishedRulebooks&) override {
    return held_;
  }

 private:
  RulebooksRef held_;
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_APPLICATION_HELD_RULEBOOKS_H_
