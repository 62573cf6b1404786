// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_LEXICONS_LISTENER_H_
#define PARLEY_ADAPTERS_LEXICONS_LISTENER_H_

#include <memory>
#include <utility>

#include "absl/status/statusor.h"
#include "application/ports/listener.h"
#include "domain/language/hearing/hearing.h"

namespace parley::lexicons {

// Hears by the words that the program carries with it, and, where there is one, by a model.
class BuiltInListener final : public Listener {
 public:
  // The model is kept by reference; none is needed. Errors: those of the files.
  static absl::StatusOr<std::unique_ptr<BuiltInListener>> Make(const LabelModel* model = nullptr);

  HeardInbound Listen(std::string_view text, const ListenContext& context) const override;

 private:
  BuiltInListener(language::Hearing hearing, const LabelModel* model)
      : hearing_(std::move(hearing)), model_(model) {}

  language::Hearing hearing_;
  const LabelModel* model_;
};

}  // namespace parley::lexicons

#endif  // PARLEY_ADAPTERS_LEXICONS_LISTENER_H_
