// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_TEMPLATES_TEMPLATE_LIBRARY_H_
#define PARLEY_APPLICATION_TEMPLATES_TEMPLATE_LIBRARY_H_

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "application/ports/typesetter.h"
#include "application/templates/template_catalogue.h"
#include "domain/communication/templates/choose_language.h"
#include "domain/communication/templates/life.h"
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
  Variant variant = Variant::kFull;
  bool lists_debts = false;  // It tells them one by one, in every language.
};

// What it is filled with. Limited content takes nothing but its own.
using WordingValues = std::variant<TemplateValues, LimitedValues>;

// A message in words: which template they are of, in which language and why, and the parts.
struct WordedMessage {
  std::string key;
  std::int32_t version = 0;
  bool is_tenants_own = false;  // The template is the tenant's, else it came with the program.
  ChosenLanguage language;
  std::vector<SetPart> parts;
};

// The templates that are sent, each taken apart once: the system's, or those of a tenant over them.
// Safe for threads.
class TemplateLibrary {
 public:
  // Errors: TEMPLATE_UNSOUND.
  static absl::StatusOr<std::unique_ptr<TemplateLibrary>> Make(TemplateCatalogue catalogue,
                                                               const Typesetter& typesetter);

  // This library with the tenant's templates over it: of each name the version that is sent. Where
  // none is, the system's is. One that cannot be sent any more, because blocks have changed, keeps
  // its place and is refused when it is written.
  std::unique_ptr<TemplateLibrary> With(std::span<const TemplateVersion> own,
                                        const Typesetter& typesetter) const;

  // Errors: TEMPLATE_NOT_FOUND, TEMPLATE_NOT_APPROVED.
  absl::StatusOr<WordingNature> NatureOf(std::string_view key, Channel channel) const;

  // What a message is to be filled with; one of limited content takes it as LimitedValues. Errors:
  // TEMPLATE_NOT_FOUND, TEMPLATE_NOT_APPROVED, TEMPLATE_UNSOUND, TEMPLATE_BLOCK_MISSING.
  absl::StatusOr<std::vector<Variable>> Needs(const Wording& wording) const;

  // Errors: TEMPLATE_NOT_FOUND, TEMPLATE_NOT_APPROVED, TEMPLATE_UNSOUND; TEMPLATE_NOT_LIMITED where
  // the verdict wants limited content and the template has room for more, or the values have that
  // of a template which has none; those of SetTemplate.
  absl::StatusOr<WordedMessage> Write(const Wording& wording, const WordingValues& values) const;

  const TemplateCatalogue& catalogue() const { return *catalogue_; }

 private:
  struct Set {
    std::int32_t version = 0;
    bool is_tenants_own = false;
    bool lists_debts = false;
    absl::Status fault;                       // Where it cannot be sent; else one of the two.
    std::shared_ptr<const SetTemplate> full;  // Libraries share what is set.
    std::shared_ptr<const SetLimitedTemplate> limited;
  };
  // One kind of message on one channel.
  struct Wordings {
    WordingNature nature;
    std::vector<std::string> languages;
    std::map<std::string, Set> sets;  // By language: the version that is sent.
  };
  using Message = std::pair<std::string, Channel>;

  struct Found {
    const Set& set;
    ChosenLanguage language;
  };

  explicit TemplateLibrary(TemplateCatalogue catalogue)
      : catalogue_(std::make_shared<const TemplateCatalogue>(std::move(catalogue))) {}
  TemplateLibrary(const TemplateLibrary&) = default;

  absl::StatusOr<const Wordings*> WordingsOf(std::string_view key, Channel channel) const;
  absl::StatusOr<Found> Find(const Wording& wording) const;
  // What is wrong with it is kept in its place.
  const absl::Status& Add(const Template& words, bool is_tenants_own, const Typesetter& typesetter);

  std::shared_ptr<const TemplateCatalogue> catalogue_;
  std::map<Message, Wordings> all_;
  std::set<Message> waiting_;  // Of which the tenant has versions, and none that is sent.
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_TEMPLATES_TEMPLATE_LIBRARY_H_
