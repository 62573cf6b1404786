// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/connection_settings.h"

#include <libpq-fe.h>

#include <map>
#include <memory>

#include "absl/strings/str_cat.h"
#include "domain/common/reason.h"

namespace parley::postgres {
namespace {

using Keywords = std::map<std::string, std::string>;

// In the quotes of a connection string.
std::string Quoted(const std::string& value) {
  std::string out = "'";
  for (const char c : value) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

absl::StatusOr<Keywords> Parse(const std::string& address) {
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
      PQconninfoParse(address.c_str(), nullptr), &PQconninfoFree);
  // What libpq would say of it may quote a password.
  if (!options) return Refuse(Reason::kFieldInvalid, "The database's address is malformed.");
  Keywords keywords;
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
    if (option->val != nullptr) keywords[option->keyword] = option->val;
  }
  return keywords;
}

Keywords Defaults(const ConnectionSettings& settings) {
  return {
      {"application_name", "parley"},
      {"connect_timeout", absl::StrCat(absl::ToInt64Seconds(settings.connect_timeout))},
      {"tcp_user_timeout", absl::StrCat(absl::ToInt64Milliseconds(settings.silence_timeout))},
      {"keepalives", "1"},
      {"keepalives_idle", "30"},
      {"keepalives_interval", "5"},
      {"keepalives_count", "3"},
  };
}

}  // namespace

absl::StatusOr<std::string> ConnectionText(const ConnectionSettings& settings) {
  absl::StatusOr<Keywords> keywords = Parse(settings.address);
  if (!keywords.ok()) return keywords.status();
  keywords->merge(Defaults(settings));
  // What we write and read is UTF-8, whatever the address says.
  (*keywords)["client_encoding"] = "UTF8";
  std::string text;
  for (const auto& [keyword, value] : *keywords) {
    absl::StrAppend(&text, keyword, "=", Quoted(value), " ");
  }
  return text;
}

std::string SessionSettingsSql(const ConnectionSettings& settings) {
  const auto milliseconds = [](absl::Duration wait) { return absl::ToInt64Milliseconds(wait); };
  return absl::StrCat(
      "set search_path = parley; set timezone = 'UTC'; set datestyle = 'ISO'; ",
      "set bytea_output = 'hex'; ",
      "set client_min_messages = error; set default_transaction_isolation = 'read committed'; ",
      "set statement_timeout = ", milliseconds(settings.statement_timeout), "; ",
      "set lock_timeout = ", milliseconds(settings.lock_timeout), "; ",
      "set idle_in_transaction_session_timeout = ",
      milliseconds(settings.idle_in_transaction_timeout), "; ",
      // Every statement of ours finds rows by their keys, so its plan is made once a session and
      // must not depend on what statistics said of a table that was empty then.
      "set plan_cache_mode = force_generic_plan; set enable_seqscan = off; ",
      "set enable_hashjoin = off; set enable_mergejoin = off; set enable_material = off; ",
      "set enable_bitmapscan = off; set jit = off");
}

}  // namespace parley::postgres
