// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_TYPESETTER_H_
#define PARLEY_APPLICATION_PORTS_TYPESETTER_H_

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/communication/templates/check_template.h"
#include "domain/communication/templates/limited.h"
#include "domain/communication/templates/set_part.h"
#include "domain/communication/templates/values.h"

namespace parley {

// What a message is filled with besides its values.
struct Typesetting {
  // By which amounts, days and lists are written: "es-MX".
  std::string_view language_code;
  // What the gate's verdict demands of the content.
  std::span<const std::string_view> demanded;
};

// A sound template, read once and filled many times. It may be used by many threads at once.
class SetTemplate {
 public:
  virtual ~SetTemplate() = default;

  // What it is filled with, no more and no less; the variables of blocks that a verdict demands are
  // among them. Errors: TEMPLATE_BLOCK_MISSING.
  virtual absl::StatusOr<std::vector<Variable>> Needs(
      std::span<const std::string_view> demanded) const = 0;

  // The parts in their order; an e-mail that has no HTML of its own gets one made from its text.
  // Errors: FIELD_INVALID with every value that is missing, mistyped or not declared, and with
  // "subject" for one that became too long; TEMPLATE_BLOCK_MISSING.
  virtual absl::StatusOr<std::vector<SetPart>> Fill(const TemplateValues& values,
                                                    const Typesetting& setting) const = 0;
};

// A template of limited content: what it is filled with has no room for a debt. No block is added
// to it: what a verdict demands stands in it, or it cannot be written.
class SetLimitedTemplate {
 public:
  virtual ~SetLimitedTemplate() = default;

  // Errors: those of SetTemplate.
  virtual absl::StatusOr<std::vector<Variable>> Needs(
      std::span<const std::string_view> demanded) const = 0;
  virtual absl::StatusOr<std::vector<SetPart>> Fill(const LimitedValues& values,
                                                    const Typesetting& setting) const = 0;
};

// Knows the notation of templates, and sets messages in it.
class Typesetter {
 public:
  virtual ~Typesetter() = default;
  Typesetter(const Typesetter&) = delete;
  Typesetter& operator=(const Typesetter&) = delete;

  // Everything that is wrong with a template or a block. `blocks` are those of the template's
  // language and channel.
  virtual std::vector<TemplateFault> Check(const Template& words,
                                           std::span<const ContentBlock> blocks) const = 0;
  virtual std::vector<TemplateFault> Check(const ContentBlock& block) const = 0;

  // Errors: TEMPLATE_UNSOUND with all that is wrong.
  virtual absl::StatusOr<std::unique_ptr<SetTemplate>> Set(
      const Template& words, std::span<const ContentBlock> blocks) const = 0;
  // Errors: TEMPLATE_NOT_LIMITED, TEMPLATE_UNSOUND.
  virtual absl::StatusOr<std::unique_ptr<SetLimitedTemplate>> SetLimited(
      const Template& words, std::span<const ContentBlock> blocks) const = 0;

  // The words of a text without the marks of the notation: each alternative in a line of its own,
  // "{{name}}" where a value stands, and nothing where blocks do.
  virtual std::string WithoutMarks(std::string_view text) const = 0;

 protected:
  Typesetter() = default;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_TYPESETTER_H_
