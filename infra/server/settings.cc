// SPDX-License-Identifier: Apache-2.0
#include "infra/server/settings.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/time/time.h"
#include "adapters/postgres/connection_settings.h"
#include "adapters/system/json_line.h"
#include "domain/debtor/address_form.h"

namespace parley::server {
namespace {

template <auto kMember>
std::string ReadText(const std::string& text, Config& config) {
  config.*kMember = text;
  return {};
}

template <auto kMember, int kLeast, int kMost>
std::string ReadCount(const std::string& text, Config& config) {
  int count = 0;
  if (!absl::SimpleAtoi(text, &count) || count < kLeast || count > kMost) {
    return absl::StrCat("a whole number from ", kLeast, " to ", kMost);
  }
  config.*kMember = count;
  return {};
}

template <auto kMember>
std::string ReadSwitch(const std::string& text, Config& config) {
  bool is_true = false;
  if (!absl::SimpleAtob(text, &is_true)) return "true or false";
  config.*kMember = is_true;
  return {};
}

template <auto kMember>
std::string ReadDuration(const std::string& text, Config& config) {
  absl::Duration duration;
  if (!absl::ParseDuration(text, &duration) || duration < absl::Seconds(1) ||
      duration > absl::Hours(24 * 366)) {
    return "a duration from 1s to a year, such as 90s or 168h";
  }
  config.*kMember = duration;
  return {};
}

template <absl::Duration Config::*kMember>
std::string ReadPeriodOrOff(const std::string& text, Config& config) {
  config.*kMember = absl::ZeroDuration();
  if (text == "off") return {};
  const std::string problem = ReadDuration<kMember>(text, config);
  return problem.empty() ? problem : problem + ", or off";
}

bool IsPort(absl::string_view text) {
  int port = 0;
  return absl::SimpleAtoi(text, &port) && port >= 0 && port <= 65535 &&
         std::all_of(text.begin(), text.end(),
                     [](unsigned char digit) { return absl::ascii_isdigit(digit); });
}

bool IsHostAndPort(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  return colon != std::string::npos && colon > 0 &&
         IsPort(absl::string_view(text).substr(colon + 1)) &&
         text.find_first_of(" \t/") == std::string::npos;
}

std::string ReadListen(const std::string& text, Config& config) {
  const bool is_socket = text.size() > 5 && text.compare(0, 5, "unix:") == 0;
  if (!is_socket && !IsHostAndPort(text)) return "HOST:PORT, or unix:PATH";
  config.listen = text;
  return {};
}

std::string ReadMetrics(const std::string& text, Config& config) {
  if (text != "off" && !IsHostAndPort(text)) return "HOST:PORT, or off";
  config.metrics = text == "off" ? "" : text;
  return {};
}

std::string ReadStore(const std::string& text, Config& config) {
  if (text != "postgres" && text != "memory") return "postgres or memory";
  config.store = text == "memory" ? StoreKind::kMemory : StoreKind::kPostgres;
  return {};
}

std::string ReadDatabase(const std::string& text, Config& config) {
  config.database = text;
  const bool understood = postgres::ConnectionText({.address = text}).ok();
  return understood ? "" : "libpq's address of a database: a URI, or keywords and values";
}

std::string ReadTenant(const std::string& text, Config& config) {
  const TenantId tenant = TenantId::Parse(text).value_or(TenantId());
  config.memory_tenants.push_back(tenant);
  return tenant.IsNil() ? "a UUID" : "";
}

std::string ReadLogLevel(const std::string& text, Config& config) {
  for (const LogLevel level :
       {LogLevel::kDebug, LogLevel::kInfo, LogLevel::kWarning, LogLevel::kError}) {
    if (text != NameOf(level)) continue;
    config.log_level = level;
    return {};
  }
  return "debug, info, warning or error";
}

std::string ReadUnwrapKey(const std::string& text, Config& config) {
  config.unwrap_keys.push_back(text);
  return {};
}

// The folder that `parley keys init` fills. A file that is named by itself is read later.
std::string ReadKeys(const std::string& text, Config& config) {
  config.keys = text;
  config.token_keys = text + "/jwks.json";
  config.seal_key = text + "/seal.key";
  config.audit_key = text + "/audit.key";
  config.index_key = text + "/index.key";
  config.personal_key = text + "/personal.key";
  return {};
}

std::string ReadRoles(const std::string& text, Config& config) {
  config.serves_calls = false;
  config.dispatches = false;
  config.publishes = false;
  for (const absl::string_view role : absl::StrSplit(text, ',')) {
    if (role == "api") {
      config.serves_calls = true;
    } else if (role == "dispatch") {
      config.dispatches = true;
    } else if (role == "publish") {
      config.publishes = true;
    } else {
      return "api, dispatch or publish, or several with commas";
    }
  }
  return {};
}

std::string ReadRelay(const std::string& text, Config& config) {
  config.smtp_relay = text;
  return IsHostAndPort(text) && !absl::EndsWith(text, ":0") ? "" : "HOST:PORT";
}

template <auto kMember>
std::string ReadEmail(const std::string& text, Config& config) {
  config.*kMember = text;
  return IsEmail(text) ? "" : "an address such as house@lending.example, in lower case";
}

// A name of at most eleven letters, digits and blanks is what phones show in a number's place.
std::string ReadSmsFrom(const std::string& text, Config& config) {
  constexpr std::size_t kLongestName = 11;
  config.sms_from = text;
  const bool is_name = !text.empty() && text.size() <= kLongestName &&
                       std::any_of(text.begin(), text.end(), absl::ascii_isalpha) &&
                       std::all_of(text.begin(), text.end(), [](unsigned char letter) {
                         return absl::ascii_isalnum(letter) || letter == ' ';
                       });
  return IsE164(text) || is_name ? "" : "a number such as +442079460000, or a name of 11 letters";
}

std::string ReadNatsUrl(const std::string& text, Config& config) {
  for (const absl::string_view url : absl::StrSplit(text, ',')) {
    const std::vector<std::string> parts = absl::StrSplit(url, "://");
    const bool is_known = parts.size() == 2 && (parts[0] == "nats" || parts[0] == "tls");
    // A password has no place in a text that is printed.
    if (!is_known || !IsHostAndPort(parts[1]) || absl::StrContains(parts[1], '@')) {
      return "nats://HOST:PORT or tls://HOST:PORT";
    }
  }
  config.nats_url = text;
  return {};
}

std::string ReadCallbacks(const std::string& text, Config& config) {
  if (text != "off" && !IsHostAndPort(text)) return "HOST:PORT, or off";
  config.callbacks = text == "off" ? "" : text;
  return {};
}

std::string ReadInboundTenant(const std::string& text, Config& config) {
  config.inbound_tenant = TenantId::Parse(text);
  const bool is_tenant = config.inbound_tenant.has_value() && !config.inbound_tenant->IsNil();
  return is_tenant ? "" : "a UUID";
}

std::string ReadPublicUrl(const std::string& text, Config& config) {
  config.public_url = text;
  const bool is_link = absl::StartsWith(text, "https://") && !absl::EndsWith(text, "/");
  return is_link ? "" : "https://HOST without a slash at its end";
}

using C = Config;
constexpr std::string_view kServing = "Serving";
constexpr std::string_view kInterest = "Interest";
constexpr std::string_view kClocks = "Clocks";
constexpr std::string_view kMessages = "Messages";
constexpr std::string_view kEvents = "Events";
constexpr std::string_view kStore = "Store";
constexpr std::string_view kAccess = "Access";
constexpr std::string_view kPeople = "People";
constexpr std::string_view kAudit = "Audit";
constexpr std::string_view kPolicy = "Policy";
constexpr std::string_view kOperation = "Operation";

constexpr auto kSettings = std::to_array<Setting>({
    {kServing, "roles", "ROLES", "api",
     "What this server does: api answers calls, dispatch hands over messages, publish publishes "
     "events; several with commas",
     ReadRoles},
    {kServing, "listen", "ADDRESS", "127.0.0.1:8443",
     "Where to serve: HOST:PORT, or unix:PATH; port 0 takes a free one", ReadListen},
    {kServing, "address-file", "FILE", "",
     "Is given the address that is served, in one line, once it is", ReadText<&C::address_file>},
    {kServing, "tls-cert", "FILE", "",
     "The server's certificate and those that lead to its authority, in PEM",
     ReadText<&C::tls_certificate>},
    {kServing, "tls-key", "FILE", "", "The certificate's private key, in PEM, closed to others",
     ReadText<&C::tls_key>},
    {kServing, "tls-client-ca", "FILE", "",
     "Lets in only clients with a certificate of these authorities, in PEM",
     ReadText<&C::tls_client_authorities>},
    {kServing, "plaintext", "BOOL", "false",
     "Serves others than this machine without TLS, behind a proxy that ends it",
     ReadSwitch<&C::plaintext>, SettingKind::kSwitch},
    {kServing, "workers", "N", "4", "Threads that do calls", ReadCount<&C::workers, 1, 256>},
    {kServing, "queue", "N", "512", "Calls that may wait for a worker; more are refused",
     ReadCount<&C::queue, 1, 1'000'000>},
    {kServing, "stream-workers", "N", "1", "Threads that do imports",
     ReadCount<&C::stream_workers, 1, 256>},
    {kServing, "tenant-calls", "N", "0", "Calls a second that a tenant may make; 0 for no limit",
     ReadCount<&C::tenant_calls, 0, 1'000'000>},
    {kServing, "tenant-burst", "N", "100", "Calls that a tenant may make at once, under a limit",
     ReadCount<&C::tenant_burst, 1, 1'000'000>},
    {kServing, "reflection", "BOOL", "false", "Tells callers with a token which methods there are",
     ReadSwitch<&C::reflection>, SettingKind::kSwitch},
    {kServing, "drain-timeout", "DURATION", "10s", "How long calls may go on after SIGTERM",
     ReadDuration<&C::drain_timeout>},
    {kStore, "store", "KIND", "postgres", "postgres, or memory: forgets all when it stops",
     ReadStore},
    {kStore, "database", "DSN", "", "libpq's address of the database, as the role parley_app",
     ReadDatabase, SettingKind::kAddress},
    {kStore, "sessions", "N", "",
     "Sessions with the database at most; without it one for each thread that needs one",
     ReadCount<&C::sessions, 1, 1000>},
    {kStore, "memory-tenant", "UUID", "", "A tenant of the store memory; repeatable", ReadTenant,
     SettingKind::kMany},
    {kStore, "answers-kept", "DURATION", "168h",
     "How long a request's answer is kept for the same request", ReadDuration<&C::answers_kept>},
    {kInterest, "interest-period", "DURATION", "1h",
     "How often this server posts the interest of months that are over; or off",
     ReadPeriodOrOff<&C::interest_period>},
    {kInterest, "interest-workers", "N", "1",
     "Threads that post interest, with a session each, while any is due",
     ReadCount<&C::interest_workers, 1, 64>},
    {kClocks, "clock-period", "DURATION", "1m",
     "How often this server tells what was not answered or done in time; or off",
     ReadPeriodOrOff<&C::clock_period>},
    {kMessages, "letterhead-file", "FILE", "",
     "Who writes, and where links lead (*.textproto); every channel needs it",
     ReadText<&C::letterhead_file>},
    {kMessages, "public-url", "URL", "",
     "Where people reach the callbacks from outside, for links that stop messages; e-mails need it",
     ReadPublicUrl},
    {kMessages, "smtp-relay", "HOST:PORT", "", "The relay that takes e-mails; without it none go",
     ReadRelay},
    {kMessages, "smtp-plain", "BOOL", "false", "Talks to the relay without TLS, on this machine",
     ReadSwitch<&C::smtp_plain>, SettingKind::kSwitch},
    {kMessages, "smtp-ca-file", "FILE", "", "Certificates that the relay is trusted by, in PEM",
     ReadText<&C::smtp_ca_file>},
    {kMessages, "smtp-user", "TEXT", "", "The name by which the relay knows us",
     ReadText<&C::smtp_user>},
    {kMessages, "smtp-password", "FILE", "", "The password for it, closed to others",
     ReadText<&C::smtp_password>},
    {kMessages, "mail-from", "ADDRESS", "", "The address that e-mails are from",
     ReadEmail<&C::mail_from>},
    {kMessages, "mail-return-path", "ADDRESS", "",
     "The mailbox that gets what comes back; without it, that which they are from",
     ReadEmail<&C::mail_return_path>},
    {kMessages, "sms-url", "URL", "", "The provider of text messages; without it none go",
     ReadText<&C::sms_url>},
    {kMessages, "sms-ca-file", "FILE", "", "Certificates that the provider is trusted by, in PEM",
     ReadText<&C::sms_ca_file>},
    {kMessages, "sms-user", "TEXT", "", "The name by which the provider knows us",
     ReadText<&C::sms_user>},
    {kMessages, "sms-password", "FILE", "", "The password for it, closed to others",
     ReadText<&C::sms_password>},
    {kMessages, "sms-from", "TEXT", "",
     "The number that text messages are from, or a name: nobody can answer one, so its provider "
     "must give people another way to say STOP",
     ReadSmsFrom},
    {kMessages, "sms-callback-secret", "FILE", "",
     "The secret that the provider signs its callbacks with, closed to others; without it none are "
     "asked for nor taken",
     ReadText<&C::sms_callback_secret>},
    {kMessages, "mail-callback-secret", "FILE", "",
     "The secret that whoever posts bounces to us signs them with, closed to others",
     ReadText<&C::mail_callback_secret>},
    {kMessages, "inbound-tenant", "UUID", "",
     "The tenant to whom people write: their mails and text messages are posted to the callbacks, "
     "signed as those; without it none are taken",
     ReadInboundTenant},
    {kMessages, "letter-folder", "DIR", "", "Is given letters as PDF; without it none go",
     ReadText<&C::letter_folder>},
    {kMessages, "callbacks", "ADDRESS", "off",
     "Where providers tell what became of messages, and people stop them; or off", ReadCallbacks},
    {kMessages, "dispatchers", "N", "4", "Threads a channel that take what is due",
     ReadCount<&C::dispatchers, 1, 64>},
    {kMessages, "hand-overs", "N", "8", "Messages that each of them hands over at the same time",
     ReadCount<&C::hand_overs, 1, 64>},
    {kMessages, "dispatch-period", "DURATION", "1s", "How often an idle channel looks again",
     ReadDuration<&C::dispatch_period>},
    {kMessages, "dispatch-lease", "DURATION", "2m",
     "For how long a message is that dispatcher's who took it; after it, nobody knows its fate",
     ReadDuration<&C::dispatch_lease>},
    {kEvents, "nats-url", "URL", "",
     "Where events are published: nats://HOST:PORT, or tls://HOST:PORT; several with commas",
     ReadNatsUrl},
    {kEvents, "nats-ca-file", "FILE", "", "Certificates that the broker is trusted by, in PEM",
     ReadText<&C::nats_ca_file>},
    {kEvents, "nats-credentials", "FILE", "", "By which the broker knows us (*.creds)",
     ReadText<&C::nats_credentials>},
    {kAccess, "keys", "DIR", "",
     "The folder of `parley keys init`: its jwks.json, seal.key, audit.key, index.key and "
     "personal.key, where no setting names another file. TLS files are named by themselves",
     ReadKeys},
    {kAccess, "token-keys", "FILE", "", "JWK set that verifies bearer tokens; read again on SIGHUP",
     ReadText<&C::token_keys>},
    {kAccess, "token-issuer", "TEXT", "parley-development", "The tokens' claim iss",
     ReadText<&C::token_issuer>},
    {kAccess, "token-audience", "TEXT", "parley", "The tokens' claim aud, or one of it",
     ReadText<&C::token_audience>},
    {kAccess, "seal-key", "FILE", "",
     "Key that seals page tokens; the same in all servers of a store", ReadText<&C::seal_key>},
    {kPeople, "personal-key", "FILE", "",
     "Key that wraps the keys of what is kept of people; the same in all servers of a store",
     ReadText<&C::personal_key>},
    {kPeople, "unwrap-key", "FILE", "",
     "A past or coming personal key, which only unwraps; repeatable", ReadUnwrapKey,
     SettingKind::kMany},
    {kPeople, "index-key", "FILE", "",
     "Key of the digests that people are found by; the same in all servers, for ever",
     ReadText<&C::index_key>},
    {kAudit, "audit-key", "FILE", "",
     "Key that seals the audit trail; the same in all servers of a store", ReadText<&C::audit_key>},
    {kAudit, "anchor-file", "FILE", "",
     "Is given anchors of the audit trail; best on another machine's disk",
     ReadText<&C::anchor_file>},
    {kAudit, "anchor-period", "DURATION", "1h", "How often the audit trail is anchored",
     ReadDuration<&C::anchor_period>},
    {kPolicy, "rulebooks", "DIR", "",
     "Rulebooks and calendars (*.textproto) instead of those that came with the server",
     ReadText<&C::rulebooks>},
    {kOperation, "metrics", "ADDRESS", "127.0.0.1:9464",
     "Where Prometheus reads /metrics, on this machine; or off", ReadMetrics},
    {kOperation, "log-level", "LEVEL", "info", "debug, info, warning or error", ReadLogLevel},
    {kOperation, "log-file", "FILE", "", "Is given the log; without it, the standard error",
     ReadText<&C::log_file>},
});

}  // namespace

std::string Setting::Key() const {
  return absl::StrReplaceAll(absl::string_view(name.data(), name.size()), {{"-", "_"}});
}

std::string Setting::Flag() const { return "--" + std::string(name); }

std::string Setting::Variable() const {
  return absl::StrCat("PARLEY_", absl::AsciiStrToUpper(Key()));
}

std::span<const Setting> Settings() { return kSettings; }

}  // namespace parley::server
