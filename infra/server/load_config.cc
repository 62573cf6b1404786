// SPDX-License-Identifier: Apache-2.0
#include "infra/server/load_config.h"

#include <libpq-fe.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "infra/server/settings.h"

namespace parley::server {
namespace {

constexpr const char* kFileVariable = "PARLEY_SERVER_CONFIG";

// What `over` says replaces what `under` says.
SettingValues LaidOver(SettingValues over, SettingValues under) {
  over.merge(std::move(under));
  return over;
}

SettingValues Defaults() {
  SettingValues values;
  for (const Setting& setting : Settings()) {
    if (setting.fallback.empty()) continue;
    values[setting.name] = {"default", {std::string(setting.fallback)}};
  }
  return values;
}

// The flag, the variable, or the key in its file.
std::string Place(const Setting& setting, const SaidValues& said) {
  if (said.source == setting.Flag() || said.source == setting.Variable()) return said.source;
  return absl::StrCat(said.source, ": ", setting.Key());
}

void ReadSetting(const Setting& setting, const SettingValues& said, Config& config,
                 ProblemList& problems) {
  const auto found = said.find(setting.name);
  if (found == said.end()) return;
  for (const std::string& text : found->second.texts) {
    const std::string wanted = setting.read(text, config);
    if (wanted.empty()) continue;
    // The value is not repeated: it may be a secret that was said in the wrong place.
    problems.push_back(absl::StrCat(Place(setting, found->second), " must be ", wanted));
  }
}

// JSON's escapes are TOML's too.
std::string Quoted(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string ShownValue(const Setting& setting, const std::vector<std::string>& texts) {
  std::vector<std::string> shown;
  shown.reserve(texts.size());
  for (const std::string& text : texts) {
    shown.push_back(Quoted(setting.kind == SettingKind::kAddress ? WithoutPassword(text) : text));
  }
  const std::string joined = absl::StrJoin(shown, ", ");
  return setting.kind == SettingKind::kMany ? absl::StrCat("[", joined, "]") : shown.back();
}

bool IsSecretKeyword(std::string_view keyword) {
  return keyword == "password" || keyword == "sslpassword";
}

}  // namespace

LoadedConfig LoadConfig(const Flags& flags, const Environment& environment, ProblemList& problems) {
  std::string path = flags.config_file;
  if (path.empty()) path = environment(kFileVariable).value_or("");
  SettingValues file = path.empty() ? SettingValues() : ReadConfigFile(path, problems);
  const SettingValues defaults = Defaults();
  LoadedConfig loaded;
  loaded.said = LaidOver(
      flags.values, LaidOver(ReadEnvironment(environment), LaidOver(std::move(file), defaults)));
  // A setting that cannot be read is as if it had its default for what else is checked.
  for (const Setting& setting : Settings()) {
    ReadSetting(setting, defaults, loaded.config, problems);
    ReadSetting(setting, loaded.said, loaded.config, problems);
  }
  if (!flags.understood) return loaded;
  for (std::string& problem : CheckConfig(loaded.config)) problems.push_back(std::move(problem));
  return loaded;
}

std::string PrintConfig(const LoadedConfig& loaded) {
  std::string text;
  for (const Setting& setting : Settings()) {
    const auto found = loaded.said.find(setting.name);
    if (found == loaded.said.end()) {
      absl::StrAppend(&text, "# ", setting.Key(), " is not set\n");
    } else {
      absl::StrAppend(&text, setting.Key(), " = ", ShownValue(setting, found->second.texts), "  # ",
                      found->second.source, "\n");
    }
  }
  return text;
}

std::string WithoutPassword(const std::string& database) {
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
      PQconninfoParse(database.c_str(), nullptr), PQconninfoFree);
  std::vector<std::string> parts;
  for (const PQconninfoOption* option = options.get();
       option != nullptr && option->keyword != nullptr; ++option) {
    if (option->val == nullptr) continue;
    const std::string value = IsSecretKeyword(option->keyword) ? "***" : option->val;
    const std::string escaped = absl::StrReplaceAll(value, {{"\\", "\\\\"}, {"'", "\\'"}});
    parts.push_back(absl::StrCat(option->keyword, "='", escaped, "'"));
  }
  return absl::StrJoin(parts, " ");
}

}  // namespace parley::server
