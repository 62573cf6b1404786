// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/template_names.h"

#include <cstddef>
#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "adapters/grpc/names.h"
#include "domain/common/text.h"
#include "domain/communication/vocabulary.h"

namespace parley::grpc_api {
namespace {

constexpr std::string_view kTemplates = "templates/";
constexpr std::string_view kVersions = "/versions/";
constexpr std::string_view kSystem = "system-";

// A version's number as it is written: no sign, no zero before it.
std::optional<std::int32_t> ParseNumber(std::string_view text) {
  std::int32_t number = 0;
  const bool read = absl::SimpleAtoi(std::string(text), &number);
  if (!read || number < 1 || absl::StrCat(number) != text) return std::nullopt;
  return number;
}

// What stands behind the last dot, which is taken off.
std::string_view TakeLast(std::string_view& text) {
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos) return {};
  const std::string_view last = text.substr(dot + 1);
  text = text.substr(0, dot);
  return last;
}

std::optional<parley::TemplateName> ParseId(std::string_view id) {
  const std::string_view channel = TakeLast(id);
  const std::string_view language = TakeLast(id);
  const auto worded = Worded<Channel>(absl::AsciiStrToUpper(std::string(channel)));
  const bool lower = absl::AsciiStrToLower(std::string(channel)) == channel;
  if (!worded.has_value() || channel.empty() || !lower) return std::nullopt;
  if (!IsLanguageTag(language) || !IsGivenId(id)) return std::nullopt;
  return parley::TemplateName{std::string(id), std::string(language), *worded};
}

}  // namespace

std::optional<TemplateChoice> ParseTemplateChoice(std::string_view name) {
  if (!name.starts_with(kTemplates)) return std::nullopt;
  name.remove_prefix(kTemplates.size());
  const std::size_t at = name.find(kVersions);
  const std::optional<parley::TemplateName> id = ParseId(name.substr(0, at));
  if (!id.has_value()) return std::nullopt;
  TemplateChoice choice{.name = *id};
  if (at == std::string_view::npos) return choice;
  std::string_view version = name.substr(at + kVersions.size());
  choice.is_tenants_own = !version.starts_with(kSystem);
  if (!choice.is_tenants_own) version.remove_prefix(kSystem.size());
  choice.version = ParseNumber(version);
  return choice.version.has_value() ? std::optional(choice) : std::nullopt;
}

std::optional<std::string> ParseTemplateKey(std::string_view name) {
  const std::optional<TemplateChoice> choice = ParseTemplateChoice(name);
  if (choice.has_value()) return choice->name.key;
  return ParseTemplateName(name);
}

std::string NameOf(const parley::TemplateName& name) {
  return absl::StrCat(kTemplates.data(), name.key, ".", name.language, ".",
                      absl::AsciiStrToLower(std::string(WordFor(name.channel))));
}

std::string NameOf(const parley::TemplateName& name, std::int32_t version, bool is_tenants_own) {
  return absl::StrCat(NameOf(name), kVersions.data(), is_tenants_own ? "" : kSystem.data(),
                      version);
}

}  // namespace parley::grpc_api
