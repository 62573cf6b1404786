// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_MEMORY_MESSAGE_HOUSE_H_
#define PARLEY_TESTS_SUPPORT_MEMORY_MESSAGE_HOUSE_H_

#include "application/messages/message_tools.h"
#include "application/ports/letterhead.h"
#include "application/ports/listener.h"
#include "application/ports/tone_checks.h"
#include "application/ports/typesetter.h"
#include "application/templates/template_source.h"
#include "tests/support/application/fakes.h"

namespace parley {

// The house's templates, as they ship, and by whom they are set.
TemplateLibraryRef ShippedTemplates();
const Typesetter& ShippedTypesetter();

class FixedLetterheads final : public Letterheads {
 public:
  const Letterhead& Of(TenantId) const override { return letterhead; }

  Letterhead letterhead;
};

// What messages are written with: the templates and lexicons that ship, and an invented house that
// sends by e-mail, text message and letter.
struct MessageHouse {
  MessageHouse();

  const ToneChecks& tone() const;
  const Listener& listener() const;

  TemplateLibraryRef templates = ShippedTemplates();
  FixedLetterheads letterheads;
  FakeSeals seals;
  MessageSettings settings;
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_MEMORY_MESSAGE_HOUSE_H_
