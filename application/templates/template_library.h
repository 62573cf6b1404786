// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_TEMPLATES_TEMPLATE_LIBRARY_H_
#define PARLEY_APPLICATION_TEMPLATES_TEMPLATE_LIBRARY_H_

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "application/ports/typesetter.h"
#include "application/templates/template_catalogue.h"
#include "domain/communication/templates/choose_language.h"
#include "domain/communication/verdict.h"

namespace parley {

// What a message is to be.
struct Wording {
  std::string_view key;
  Channel channel = Channel::kEmail;
  LanguageWishes wishes{};
  // What the gate's verdict says of its content.
  Variant variant = Variant::kFull;
  std::span<const std::string_view> demanded{};
};

// What a message is, whatever its language.
struct WordingNature {
  Purpose purpose = Purpose::kReply;
  StatutoryKind statutory = StatutoryKind::kNone;
  bool lists_debts = false;  // It tells them one by one.
};

// What it is filled with. Limited content takes nothing but its own.
using WordingValues = std::variant<TemplateValues, LimitedValues>;

// A message in words: which template they are of, in which language and why, and the parts.
struct WordedMessage {
  std::string key;
  std::int32_t version = 0;
  ChosenLanguage language;
  std::vector<SetPart> parts;
};

// The system's templates, each taken apart once. Safe for threads.
class TemplateLibrary {
 public:
  // Errors: TEMPLATE_UNSOUND.
  static absl::StatusOr<std::unique_ptr<TemplateLibrary>> Make(TemplateCatalogue catalogue,
                                                               const Typesetter& typesetter);

  // Errors: TEMPLATE_NOT_FOUND.
  absl::StatusOr<WordingNature> NatureOf(std::string_view key, Channel channel) const;

  // What a message of full content is to be filled with; nothing for one of limited content, which
  // takes LimitedValues. Errors: TEMPLATE_NOT_FOUND, TEMPLATE_BLOCK_MISSING.
  absl::StatusOr<std::vector<Variable>> Needs(const Wording& wording) const;

  // Errors: TEMPLATE_NOT_FOUND; TEMPLATE_NOT_LIMITED where the verdict wants limited content and
  // the template or its values have room for more; those of SetTemplate.
  absl::StatusOr<WordedMessage> Write(const Wording& wording, const WordingValues& values) const;

  const TemplateCatalogue& catalogue() const { return catalogue_; }

 private:
  struct Set {
    std::int32_t version = 0;
    std::unique_ptr<SetTemplate> full;  // One of the two.
    std::unique_ptr<SetLimitedTemplate> limited;
  };
  using Message = std::pair<std::string, Channel>;

  struct Found {
    const Set& set;
    ChosenLanguage language;
  };

  explicit TemplateLibrary(TemplateCatalogue catalogue) : catalogue_(std::move(catalogue)) {}

  absl::StatusOr<Found> Find(const Wording& wording) const;
  absl::Status Add(const Template& words, const Typesetter& typesetter);

  const TemplateCatalogue catalogue_;
  std::map<Message, std::map<std::string, Set>> sets_;  // By language: the latest version.
  std::map<Message, std::vector<std::string>> languages_;
  std::map<Message, WordingNature> natures_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_TEMPLATES_TEMPLATE_LIBRARY_H_
