// SPDX-License-Identifier: Apache-2.0
#include "infra/server/setting_values.h"

#include <algorithm>
#include <fstream>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "infra/server/settings.h"
#include "toml++/toml.h"

namespace parley::server {
namespace {

const Setting* SettingOfKey(std::string_view key) {
  const auto settings = Settings();
  const auto found = std::find_if(settings.begin(), settings.end(),
                                  [key](const Setting& setting) { return setting.Key() == key; });
  return found == settings.end() ? nullptr : &*found;
}

// A text, a number or a truth as text.
std::optional<std::string> TextOf(const toml::node& node) {
  if (node.is_string()) return node.value<std::string>();
  if (node.is_integer()) return std::to_string(*node.value<std::int64_t>());
  if (node.is_boolean()) return *node.value<bool>() ? "true" : "false";
  return std::nullopt;
}

std::optional<std::vector<std::string>> TextsOf(const toml::node& node, SettingKind kind) {
  std::vector<std::string> texts;
  if (kind != SettingKind::kMany || !node.is_array()) {
    std::optional<std::string> text = TextOf(node);
    if (!text.has_value()) return std::nullopt;
    return std::vector{*std::move(text)};
  }
  for (const toml::node& element : *node.as_array()) {
    std::optional<std::string> text = TextOf(element);
    if (!text.has_value()) return std::nullopt;
    texts.push_back(*std::move(text));
  }
  return texts;
}

SettingValues ReadTable(const toml::table& table, const std::string& path, ProblemList& problems) {
  SettingValues values;
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    const Setting* const setting = SettingOfKey(name);
    if (setting == nullptr) {
      problems.push_back(absl::StrCat(path, ": there is no setting ", name));
      continue;
    }
    std::optional<std::vector<std::string>> texts = TextsOf(node, setting->kind);
    if (texts.has_value()) {
      values[setting->name] = {path, *std::move(texts)};
    } else {
      problems.push_back(
          absl::StrCat(path, ": ", name, " must be a text, a number, true or false"));
    }
  }
  return values;
}

}  // namespace

SettingValues ReadEnvironment(const Environment& environment) {
  SettingValues values;
  for (const Setting& setting : Settings()) {
    const std::optional<std::string> text = environment(setting.Variable());
    if (!text.has_value() || text->empty()) continue;
    std::vector<std::string> texts{*text};
    if (setting.kind == SettingKind::kMany) texts = absl::StrSplit(*text, ',');
    values[setting.name] = {setting.Variable(), std::move(texts)};
  }
  return values;
}

SettingValues ReadConfigFile(const std::string& path, ProblemList& problems) {
  std::ifstream file(path, std::ios::binary);
  file.peek();  // A folder can be opened, and not be read.
  if (!file.is_open() || file.bad()) {
    problems.push_back(path + ": cannot be read");
    return {};
  }
  try {
    return ReadTable(toml::parse(file, path), path, problems);
  } catch (const toml::parse_error& error) {
    problems.push_back(absl::StrCat(path, ": line ", error.source().begin.line, " is not TOML"));
  }
  return {};
}

}  // namespace parley::server
