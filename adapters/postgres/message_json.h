// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_MESSAGE_JSON_H_
#define PARLEY_ADAPTERS_POSTGRES_MESSAGE_JSON_H_

#include <optional>
#include <string>
#include <string_view>

#include "domain/communication/message/message.h"
#include "domain/communication/templates/life.h"
#include "domain/communication/templates/values.h"

namespace parley::postgres {

// With the texts in them, so they are for sealed columns. None for another shape.
std::string JsonOf(const TemplateValues& values);
std::optional<TemplateValues> TemplateValuesFromJson(std::string_view json);
std::string JsonOf(const MessageWords& words);
std::optional<MessageWords> MessageWordsFromJson(std::string_view json);

// What a version of a template says; its key, language, channel and version have columns of their
// own.
std::string JsonOf(const Template& content);
std::optional<Template> TemplateFromJson(std::string_view json);

// Who wrote, approved and retired a version.
struct TemplateActs {
  TemplateAct written;
  TemplateAct approved;
  TemplateAct retired;
};
std::string JsonOf(const TemplateActs& acts);
std::optional<TemplateActs> TemplateActsFromJson(std::string_view json);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_MESSAGE_JSON_H_
