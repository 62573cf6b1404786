// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_template.h"

#include <variant>
#include <vector>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_template_value.h"
#include "adapters/grpc/filter_terms.h"
#include "adapters/grpc/template_names.h"
#include "domain/common/text.h"

namespace parley::grpc_api {
namespace {

// The numbers of the API are the domain's, but those of enums that the domain counts from 0.
template <typename Value, typename Number>
Value As(Number number) {
  return static_cast<Value>(static_cast<int>(number));
}

// What variables and columns have in common.
template <typename Proto>
Variable ReadHead(const Proto& in) {
  return {.name = in.name(),
          .type = As<VariableType>(in.type()),
          .optional = in.optional(),
          .personal = in.personal(),
          .choices = {in.choices().begin(), in.choices().end()},
          .columns = {}};
}

template <typename Proto>
void WriteHead(const Variable& variable, Proto& out) {
  out.set_name(variable.name);
  out.set_type(As<v1::VariableType>(variable.type));
  out.set_optional(variable.optional);
  out.set_personal(variable.personal);
  for (const std::string& choice : variable.choices) out.add_choices(choice);
}

void WriteWords(const Template& words, v1::Template& out) {
  for (const Variable& variable : words.variables) {
    v1::TemplateVariable& written = *out.add_variables();
    WriteHead(variable, written);
    for (const Variable& column : variable.columns) WriteHead(column, *written.add_columns());
  }
  for (const TemplatePart& part : words.parts) {
    v1::TemplatePart& written = *out.add_parts();
    written.set_kind(As<v1::MessagePartKind>(part.kind));
    written.set_heading(part.heading);
    written.set_text(part.text);
  }
}

void WriteLife(const TemplateVersion& version, v1::Template& out) {
  out.set_author(version.written.principal);
  Write(version.written.time, *out.mutable_create_time());
  if (!version.approved.principal.empty()) {
    out.set_approver(version.approved.principal);
    Write(version.approved.time, *out.mutable_approve_time());
  }
  if (!version.retired.principal.empty()) {
    out.set_retirer(version.retired.principal);
    Write(version.retired.time, *out.mutable_retire_time());
  }
}

v1::TemplateLevel LevelOf(const ShelvedTemplate& one) {
  return one.is_tenants_own ? v1::TEMPLATE_LEVEL_TENANT : v1::TEMPLATE_LEVEL_SYSTEM;
}

v1::TemplateState StateOf(const ShelvedTemplate& one) {
  return As<v1::TemplateState>(one.version.state);
}

// The value of an enum that a word of a filter names, without what all its values begin with.
template <typename Enum>
std::optional<Enum> EnumNamed(const FilterTerm& term, const std::string& prefix,
                              bool (*parse)(const std::string&, Enum*)) {
  const auto* const word = std::get_if<FilterWord>(&term.value);
  Enum value{};
  if (word == nullptr || !parse(prefix + word->text, &value) || value == Enum{}) {
    return std::nullopt;
  }
  return value;
}

std::optional<std::string> TextOf(const FilterTerm& term) {
  const auto* const text = std::get_if<std::string>(&term.value);
  return text == nullptr ? std::nullopt : std::optional(*text);
}

bool ParseLevel(const std::string& name, v1::TemplateLevel* level) {
  return v1::TemplateLevel_Parse(name, level);
}
bool ParseState(const std::string& name, v1::TemplateState* state) {
  return v1::TemplateState_Parse(name, state);
}

bool TakeTerm(const FilterTerm& term, TemplateFilter& filter) {
  if (term.comparator != "=") return false;
  if (term.field == "level") {
    return SetOnce(filter.level, EnumNamed(term, "TEMPLATE_LEVEL_", ParseLevel));
  }
  if (term.field == "state") {
    return SetOnce(filter.state, EnumNamed(term, "TEMPLATE_STATE_", ParseState));
  }
  if (term.field == "key") return SetOnce(filter.key, TextOf(term));
  return term.field == "language_code" && SetOnce(filter.language, TextOf(term));
}

}  // namespace

Template ReadTemplate(const v1::Template& in, Violations& violations) {
  if (!in.key().empty() && !IsGivenId(in.key())) {
    AddOnce(violations, "template.key", Fault::kMalformed);
  }
  if (!in.language_code().empty() && !IsLanguageTag(in.language_code())) {
    AddOnce(violations, "template.language_code", Fault::kLanguageMalformed);
  }
  Template words{.key = in.key(),
                 .language = in.language_code(),
                 .channel = As<Channel>(in.channel()),
                 .purpose = As<Purpose>(in.purpose()),
                 .statutory = As<StatutoryKind>(in.statutory_kind()),
                 .variant = in.limited() ? Variant::kLimited : Variant::kFull,
                 .variables = {},
                 .parts = {}};
  for (const v1::TemplateVariable& variable : in.variables()) {
    words.variables.push_back(ReadHead(variable));
    for (const v1::TemplateColumnType& column : variable.columns()) {
      words.variables.back().columns.push_back(ReadHead(column));
    }
  }
  for (const v1::TemplatePart& part : in.parts()) {
    words.parts.push_back({As<PartKind>(part.kind()), part.heading(), part.text()});
  }
  return words;
}

TemplateChoice ReadTemplateChoice(const std::string& text, const std::string& field,
                                  Violations& violations) {
  const std::optional<TemplateChoice> choice = ParseTemplateChoice(text);
  if (!choice.has_value()) AddOnce(violations, field, Fault::kMalformed);
  return choice.value_or(TemplateChoice());
}

ApproveTemplate::Command ReadVersion(const std::string& name, Violations& violations) {
  const TemplateChoice choice = ReadTemplateChoice(name, "name", violations);
  if (!choice.version.has_value()) AddOnce(violations, "name", Fault::kMalformed);
  return {.name = choice.name, .version = choice.is_tenants_own ? choice.version.value_or(0) : 0};
}

RenderTemplate::Query ReadRenderTemplate(TenantId tenant, const v1::RenderTemplateRequest& request,
                                         Violations& violations) {
  CheckLanguageCode(request.language_code(), violations);
  return {.tenant = tenant,
          .choice = ReadTemplateChoice(request.name(), "name", violations),
          .values = ReadTemplateValues(request.values(), "values", violations),
          .fill_samples = request.fill_samples(),
          .language_code = request.language_code(),
          .disclosures = {request.disclosures().begin(), request.disclosures().end()}};
}

bool TemplateFilter::Takes(const ShelvedTemplate& one) const {
  const Template& words = one.version.content;
  return (!level.has_value() || *level == LevelOf(one)) &&
         (!state.has_value() || *state == StateOf(one)) &&
         (!key.has_value() || *key == words.key) &&
         (!language.has_value() || *language == words.language);
}

TemplateFilter ReadTemplateFilter(const std::string& filter, Violations& violations) {
  TemplateFilter read;
  const auto terms = ParseFilter(filter);
  if (!terms.has_value()) AddOnce(violations, "filter", Fault::kFilterInvalid);
  for (const FilterTerm& term : terms.value_or(std::vector<FilterTerm>())) {
    if (!TakeTerm(term, read)) AddOnce(violations, "filter", Fault::kFilterInvalid);
  }
  return read;
}

void Write(const ShelvedTemplate& one, WithWords with_words, v1::Template& out) {
  const Template& words = one.version.content;
  out.set_name(NameOf(parley::TemplateName{words.key, words.language, words.channel}, words.version,
                      one.is_tenants_own));
  out.set_level(LevelOf(one));
  out.set_state(StateOf(one));
  out.set_key(words.key);
  out.set_language_code(words.language);
  out.set_channel(As<v1::Channel>(words.channel));
  out.set_purpose(As<v1::Purpose>(words.purpose));
  out.set_statutory_kind(As<v1::StatutoryKind>(words.statutory));
  out.set_limited(words.variant == Variant::kLimited);
  if (with_words == WithWords::kYes) WriteWords(words, out);
  if (one.is_tenants_own) WriteLife(one.version, out);
}

void Write(const RenderTemplate::Result& result, v1::RenderTemplateResponse& out) {
  const Template& words = result.which.version.content;
  out.set_name(NameOf(parley::TemplateName{words.key, words.language, words.channel}, words.version,
                      result.which.is_tenants_own));
  for (const SetPart& part : result.parts) {
    v1::RenderedPart& written = *out.add_parts();
    written.set_kind(As<v1::MessagePartKind>(part.kind));
    written.set_heading(part.heading);
    written.set_text(part.text.Reveal());
  }
}

void Write(const language::ToneReport& report, v1::CheckToneResponse& out) {
  out.set_held_back(report.blocked());
  for (const language::ToneFinding& finding : report.findings) {
    v1::ToneFinding& written = *out.add_findings();
    // The API counts from one more.
    written.set_category(As<v1::ToneCategory>(static_cast<int>(finding.category) + 1));
    written.set_severity(As<v1::ToneSeverity>(static_cast<int>(finding.severity) + 1));
    written.set_rule(std::string(finding.rule));
    written.set_begin(static_cast<std::int32_t>(finding.span.begin));
    written.set_end(static_cast<std::int32_t>(finding.span.end));
    written.set_suggestion(std::string(finding.suggestion));
  }
  out.mutable_readability()->set_score(report.readability.score);
  out.mutable_readability()->set_word_count(static_cast<std::int32_t>(report.readability.words));
  out.mutable_readability()->set_sentence_count(
      static_cast<std::int32_t>(report.readability.sentences));
}

}  // namespace parley::grpc_api
