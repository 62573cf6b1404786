// SPDX-License-Identifier: Apache-2.0
#include "infra/server/senders.h"

#include <signal.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "adapters/messaging/email/smtp_sender.h"
#include "adapters/messaging/letter/spool_sender.h"
#include "adapters/messaging/sms/rest_sms_sender.h"
#include "domain/common/status_macros.h"

namespace parley::server {
namespace {

std::unique_ptr<Sender> OpenEmail(const Config& config, const Secrets& secrets,
                                  const Clock& clock) {
  const std::size_t colon = config.smtp_relay.rfind(':');
  SmtpSettings settings;
  settings.host = config.smtp_relay.substr(0, colon);
  if (!absl::SimpleAtoi(config.smtp_relay.substr(colon + 1), &settings.port)) settings.port = 0;
  settings.security = config.smtp_plain ? SmtpSecurity::kNone : SmtpSecurity::kStartTls;
  settings.ca_file = config.smtp_ca_file;
  settings.user = config.smtp_user;
  settings.password = secrets.smtp_password;
  settings.from_address = config.mail_from;
  settings.return_path =
      config.mail_return_path.empty() ? config.mail_from : config.mail_return_path;
  settings.message_domain = config.mail_from.substr(config.mail_from.rfind('@') + 1);
  return std::make_unique<SmtpSender>(std::move(settings), clock);
}

std::unique_ptr<Sender> OpenSms(const Config& config, const Secrets& secrets) {
  RestSmsSettings settings;
  settings.url = config.sms_url;
  settings.ca_file = config.sms_ca_file;
  settings.user = config.sms_user;
  settings.password = secrets.sms_password;
  settings.from = config.sms_from;
  // What nobody signs is not taken.
  if (!config.public_url.empty() && !config.sms_callback_secret.empty()) {
    settings.callback_url = config.public_url + "/callbacks/sms";
  }
  return std::make_unique<RestSmsSender>(std::move(settings));
}

}  // namespace

absl::StatusOr<std::vector<ChannelSender>> OpenSenders(const Config& config, const Secrets& secrets,
                                                       const Clock& clock,
                                                       const Documents& documents) {
  std::vector<ChannelSender> senders;
  if (!config.smtp_relay.empty()) {
    senders.push_back({Channel::kEmail, "email", OpenEmail(config, secrets, clock)});
  }
  if (!config.sms_url.empty()) {
    senders.push_back({Channel::kSms, "sms", OpenSms(config, secrets)});
  }
  if (!config.letter_folder.empty()) {
    PARLEY_ASSIGN_OR_RETURN(std::unique_ptr<Sender> spool,
                            SpoolSender::Open(config.letter_folder, documents));
    senders.push_back({Channel::kLetter, "letter", std::move(spool)});
  }
  return senders;
}

namespace {

// Sends this process the signal at a point, once, after that was passed so often: "BEGUN:2".
std::function<void(std::string_view)> At(const std::string& named, int signal) {
  const std::string point = named.substr(0, named.find(':'));
  int first = 0;
  if (point.size() < named.size()) first = std::atoi(named.c_str() + point.size() + 1);
  return [point, signal, passed = std::make_shared<std::atomic<int>>(-first)](std::string_view at) {
    if (at == point && (*passed)++ == 0) std::raise(signal);
  };
}

}  // namespace

DispatchSettings DispatchSettingsOf(const Config& config) {
  DispatchSettings settings;
  settings.lease = config.dispatch_lease;
  settings.hand_over = std::min(settings.hand_over, config.dispatch_lease / 4);
  if (const char* const crash = std::getenv("PARLEY_CRASH_AT")) settings.at = At(crash, SIGKILL);
  if (const char* const freeze = std::getenv("PARLEY_FREEZE_AT")) settings.at = At(freeze, SIGSTOP);
  return settings;
}

MessageSettings MessageSettingsOf(const Config& config) {
  MessageSettings settings;
  if (!config.smtp_relay.empty()) settings.served.Add(Channel::kEmail);
  if (!config.sms_url.empty()) settings.served.Add(Channel::kSms);
  if (!config.letter_folder.empty()) settings.served.Add(Channel::kLetter);
  settings.public_url = config.public_url;
  return settings;
}

}  // namespace parley::server
