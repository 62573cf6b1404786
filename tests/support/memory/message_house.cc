// SPDX-License-Identifier: Apache-2.0
#include "tests/support/memory/message_house.h"

#include <utility>

#include "adapters/lexicons/listener.h"
#include "adapters/lexicons/tone_checks.h"
#include "adapters/policy/read_templates.h"
#include "adapters/text/catalogue.h"
#include "adapters/text/mustache_typesetter.h"
#include "application/templates/template_library.h"

namespace parley {
namespace {

TemplateLibraryRef ReadTemplates() {
  TemplateCatalogue catalogue = *policy::ReadBuiltInTemplates(ShippedTypesetter());
  return *TemplateLibrary::Make(std::move(catalogue), ShippedTypesetter());
}

Letterhead AnInventedHouse() {
  Letterhead house;
  house.firm = "Example Collections";
  house.neutral_name = "Example House";
  house.agent = "Robin Sample";
  house.phone = "+44 20 7946 0000";
  house.sender_address = "1 Example Street\nSampleton";
  for (const char* const link :
       {"payment_link", "dispute_link", "advice_link", "change_link", "plan_link", "budget_link",
        "statement_link", "receipt_link", "upload_link", "documents_link", "accept_link",
        "yes_link", "new_plan_link"}) {
    house.links[link] = "https://parley.example/p";
  }
  return house;
}

}  // namespace

const Typesetter& ShippedTypesetter() {
  static const auto* const kWords = text::Catalogue::Load()->release();
  static const auto* const kTypesetter = new text::MustacheTypesetter(*kWords);
  return *kTypesetter;
}

TemplateLibraryRef ShippedTemplates() {
  static const auto* const kLibrary = new TemplateLibraryRef(ReadTemplates());
  return *kLibrary;
}

MessageHouse::MessageHouse() {
  letterheads.letterhead = AnInventedHouse();
  settings.served = {Channel::kEmail, Channel::kSms, Channel::kLetter};
  settings.public_url = "https://parley.example";
}

const Listener& MessageHouse::listener() const {
  static const auto* const kListener = lexicons::BuiltInListener::Make()->release();
  return *kListener;
}

const ToneChecks& MessageHouse::tone() const {
  static const auto* const kChecks = lexicons::BuiltInToneChecks::Make()->release();
  return *kChecks;
}

}  // namespace parley
