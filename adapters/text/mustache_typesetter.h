// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_TEXT_MUSTACHE_TYPESETTER_H_
#define PARLEY_ADAPTERS_TEXT_MUSTACHE_TYPESETTER_H_

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/text/catalogue.h"
#include "application/ports/typesetter.h"

namespace parley::text {

// Templates whose structure is mustache and whose sentences are ICU's. Both only take a text apart,
// once; a message is then put together from its pieces.
class MustacheTypesetter final : public Typesetter {
 public:
  // The catalogue, which outlives it and all that it sets, knows how each language writes amounts.
  explicit MustacheTypesetter(const Catalogue& catalogue) : catalogue_(catalogue) {}

  std::vector<TemplateFault> Check(const Template& words,
                                   std::span<const ContentBlock> blocks) const override;
  std::vector<TemplateFault> Check(const ContentBlock& block) const override;

  absl::StatusOr<std::unique_ptr<SetTemplate>> Set(
      const Template& words, std::span<const ContentBlock> blocks) const override;
  absl::StatusOr<std::unique_ptr<SetLimitedTemplate>> SetLimited(
      const Template& words, std::span<const ContentBlock> blocks) const override;

  std::string WithoutMarks(std::string_view text) const override;

 private:
  const Catalogue& catalogue_;
};

}  // namespace parley::text

#endif  // PARLEY_ADAPTERS_TEXT_MUSTACHE_TYPESETTER_H_
