// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/client/client_config.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string_view>
#include <system_error>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"
#include "infra/cli/files.h"
#include "toml++/toml.h"

namespace parley::cli {
namespace {

namespace fs = std::filesystem;

// The file's values by key, as they are written there.
using Settings = std::map<std::string, std::string>;

constexpr auto kKeys = std::to_array<std::string_view>(
    {"address", "ca", "token", "token_file", "client_cert", "client_key"});

bool IsKey(std::string_view name) {
  return std::find(std::begin(kKeys), std::end(kKeys), name) != std::end(kKeys);
}

absl::StatusOr<Settings> ParseSettings(const std::string& text, const std::string& path) {
  toml::table table;
  try {
    table = toml::parse(text);
  } catch (const toml::parse_error& error) {
    return absl::InvalidArgumentError(
        absl::StrCat(path, ", line ", error.source().begin.line, ": not TOML"));
  }
  Settings settings;
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    const std::optional<std::string> value = node.value<std::string>();
    if (!IsKey(name)) {
      return absl::InvalidArgumentError(absl::StrCat(path, ": unknown key '", name, "'"));
    }
    if (!node.is_string() || !value.has_value()) {
      return absl::InvalidArgumentError(absl::StrCat(path, ": '", name, "' must be a text"));
    }
    settings[name] = *value;
  }
  return settings;
}

// A relative path counts from the folder of the file that names it.
void Anchor(Settings& settings, const std::string& config_file) {
  for (const char* key : {"ca", "token_file", "client_cert", "client_key"}) {
    const auto found = settings.find(key);
    if (found == settings.end() || found->second.empty()) continue;
    found->second = (fs::path(config_file).parent_path() / found->second).string();
  }
}

absl::StatusOr<Settings> ReadSettings(const ConnectionFlags& flags, const Terminal& terminal) {
  std::string path = flags.config_file;
  if (path.empty()) path = terminal.environment("PARLEY_CONFIG").value_or("");
  // Another server than that of the last run gets neither its token nor its certificates.
  if (path.empty() && flags.address.empty()) path = FindClientToml(terminal);
  if (path.empty()) return Settings();
  PARLEY_ASSIGN_OR_RETURN(const std::string text, ReadFile(path));
  PARLEY_ASSIGN_OR_RETURN(Settings settings, ParseSettings(text, path));
  Anchor(settings, path);
  return settings;
}

void ApplyFlags(const ConnectionFlags& flags, Settings& settings) {
  if (!flags.address.empty()) settings["address"] = flags.address;
  if (!flags.ca_file.empty()) settings["ca"] = flags.ca_file;
  if (!flags.token_file.empty()) {
    settings["token_file"] = flags.token_file;
    settings.erase("token");
  }
}

// The content of the file that a key names; empty when the key is not there.
absl::StatusOr<std::string> Content(const Settings& settings, const std::string& key) {
  const auto found = settings.find(key);
  if (found == settings.end() || found->second.empty()) return std::string();
  return ReadFile(found->second);
}

// Base directories as the XDG specification has them.
std::string BaseFolder(const Terminal& terminal, const std::string& variable,
                       std::string_view under_home) {
  if (const auto folder = terminal.environment(variable)) return *folder;
  const auto home = terminal.environment("HOME");
  return home.has_value() ? absl::StrCat(*home, "/", std::string(under_home)) : std::string();
}

bool IsThere(const std::string& path) {
  std::error_code ignored;
  return !path.empty() && fs::exists(path, ignored);
}

}  // namespace

std::string FindClientToml(const Terminal& terminal) {
  const std::string state = BaseFolder(terminal, "XDG_STATE_HOME", ".local/state");
  const absl::StatusOr<std::string> last_run = ReadFile(absl::StrCat(state, "/parley/last-run"));
  if (last_run.ok()) {
    std::string path(absl::StripAsciiWhitespace(*last_run));
    if (IsThere(path)) return path;
  }
  const std::string data = geteuid() == 0 && !terminal.environment("XDG_DATA_HOME").has_value()
                               ? "/var/lib"
                               : BaseFolder(terminal, "XDG_DATA_HOME", ".local/share");
  const std::string path = absl::StrCat(data, "/parley/client.toml");
  return IsThere(path) ? path : "";
}

absl::StatusOr<ClientConfig> LoadClientConfig(const ConnectionFlags& flags,
                                              const Terminal& terminal) {
  PARLEY_ASSIGN_OR_RETURN(Settings settings, ReadSettings(flags, terminal));
  ApplyFlags(flags, settings);
  ClientConfig config{.address = settings["address"], .token = settings["token"]};
  if (config.address.empty()) {
    return absl::FailedPreconditionError(
        "nothing says where the server is: start infra/run, or give --address or --config");
  }
  PARLEY_ASSIGN_OR_RETURN(config.ca, Content(settings, "ca"));
  PARLEY_ASSIGN_OR_RETURN(config.client_certificate, Content(settings, "client_cert"));
  PARLEY_ASSIGN_OR_RETURN(config.client_key, Content(settings, "client_key"));
  if (config.token.empty()) {
    PARLEY_ASSIGN_OR_RETURN(config.token, Content(settings, "token_file"));
  }
  config.token = std::string(absl::StripAsciiWhitespace(config.token));
  return config;
}

}  // namespace parley::cli
