// SPDX-License-Identifier: Apache-2.0
#include "infra/server/flags.h"

#include <algorithm>
#include <map>

#include "CLI/App.hpp"
#include "CLI/Config.hpp"
#include "CLI/Formatter.hpp"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "infra/server/settings.h"

namespace parley::server {
namespace {

constexpr const char* kDescription = "Serves Parley: debts, kept and told truthfully, over gRPC.";
constexpr const char* kFooter = R"(
A setting is a flag (--tls-cert), else a variable (PARLEY_TLS_CERT), else a key of the file
(tls_cert = "..."), else its default. Passwords are better given by the file or by the
environment than by a flag, which every user of the machine can see.

SIGTERM and SIGINT end the server gracefully, the second one at once; SIGHUP reads the token
keys again. It ends with 0, with 1 when it could not start, with 2 for a wrong configuration,
with 130 when it was ended at once.

A first try:  parley keys init --dir keys
              parleyd --store memory --memory-tenant 01890000-0000-7000-8000-00000000000a \
                --keys keys)";

std::string Describe(const Setting& setting) {
  std::string text(setting.help);
  if (!setting.fallback.empty()) text += absl::StrCat(" [", std::string(setting.fallback), "]");
  return text;
}

// What was said is repeated up to its value, which may be a secret behind a mistyped name.
std::string ProblemOf(const std::string& unknown) {
  if (!absl::StartsWith(unknown, "-")) return "a word that is no flag's value; see --help";
  return absl::StrCat(unknown.substr(0, unknown.find('=')), ": there is no such flag; see --help");
}

// The program's flags, and where their values go.
class Parser {
 public:
  explicit Parser(Flags& flags) : app_(kDescription, "parleyd") {
    app_.footer(kFooter);
    app_.set_help_flag();
    app_.allow_extras();
    app_.get_formatter()->column_width(32);
    app_.add_flag("-h,--help", flags.help, "Print this text and end");
    app_.add_flag("--version", flags.version, "Print the version and end");
    app_.add_flag("--print-config", flags.print_config,
                  "Print all settings as a file of configuration, without secrets, and end");
    app_.add_option("--config", flags.config_file,
                    "File of settings, in TOML [$PARLEY_SERVER_CONFIG]")
        ->type_name("FILE");
    for (const Setting& setting : Settings()) Add(setting);
  }

  bool Parse(std::vector<std::string> arguments, ProblemList& problems) {
    std::reverse(arguments.begin(), arguments.end());
    try {
      app_.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
      problems.push_back(error.what());
      return false;
    }
    for (const std::string& extra : app_.remaining()) problems.push_back(ProblemOf(extra));
    return true;
  }

  SettingValues Values() const {
    SettingValues values;
    for (const Setting& setting : Settings()) {
      const std::vector<std::string>& texts = texts_.at(setting.name);
      if (!texts.empty()) values[setting.name] = {setting.Flag(), texts};
    }
    return values;
  }

  std::string Help() const { return app_.help(); }

 private:
  void Add(const Setting& setting) {
    std::vector<std::string>& texts = texts_[setting.name];
    if (setting.kind == SettingKind::kSwitch) {
      app_.add_flag(setting.Flag(), texts, Describe(setting))
          ->group(std::string(setting.group))
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
      return;
    }
    CLI::Option* const option = app_.add_option(setting.Flag(), texts, Describe(setting));
    option->group(std::string(setting.group))->type_name(std::string(setting.value));
    if (setting.kind == SettingKind::kMany) {
      option->allow_extra_args(false);
    } else {
      option->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    }
  }

  CLI::App app_;
  std::map<std::string_view, std::vector<std::string>> texts_;
};

}  // namespace

Flags ParseFlags(const std::vector<std::string>& arguments, ProblemList& problems) {
  Flags flags;
  Parser parser(flags);
  flags.understood = parser.Parse(arguments, problems);
  flags.values = parser.Values();
  return flags;
}

std::string HelpText() {
  Flags unused;
  return Parser(unused).Help();
}

}  // namespace parley::server
