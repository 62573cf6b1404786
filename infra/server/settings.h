// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_SETTINGS_H_
#define PARLEY_INFRA_SERVER_SETTINGS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "infra/server/config.h"

namespace parley::server {

enum class SettingKind : std::uint8_t {
  kPlain,
  kSwitch,   // The flag alone means true.
  kMany,     // The flag is repeated; the file has an array; the environment separates by commas.
  kAddress,  // libpq's address of a database: a password in it is never shown.
};

// One thing that the server can be told. Its name gives the flag --tls-cert, the variable
// PARLEY_TLS_CERT and the file's key tls_cert.
struct Setting {
  std::string_view group;  // Under which --help shows it.
  std::string_view name;
  std::string_view value;     // What stands for the value in --help: "FILE".
  std::string_view fallback;  // As text; empty when it is not set.
  std::string_view help;
  // Reads one value into the configuration. Returns what is wrong with it, or nothing.
  std::string (*read)(const std::string& text, Config& config);
  SettingKind kind = SettingKind::kPlain;

  std::string Flag() const;
  std::string Variable() const;
  std::string Key() const;
};

// Every setting once, in the order of --help.
std::span<const Setting> Settings();

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_SETTINGS_H_
