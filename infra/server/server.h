// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_SERVER_H_
#define PARLEY_INFRA_SERVER_SERVER_H_

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/cases/case_player.h"
#include "adapters/crypto/aead_seals.h"
#include "adapters/crypto/hmac_audit_seal.h"
#include "adapters/crypto/hmac_blind_index.h"
#include "adapters/crypto/sha256_fingerprints.h"
#include "adapters/grpc/grpc_server.h"
#include "adapters/http/callback_server.h"
#include "adapters/http/metrics_server.h"
#include "adapters/http/prometheus_metrics.h"
#include "adapters/messaging/email/email_reports.h"
#include "adapters/messaging/email/mail_posts.h"
#include "adapters/messaging/sms/sms_posts.h"
#include "adapters/messaging/sms/sms_reports.h"
#include "adapters/policy/policy_reader.h"
#include "adapters/system/random_ids.h"
#include "adapters/system/system_clock.h"
#include "adapters/system/system_region_zones.h"
#include "adapters/system/system_time_zones.h"
#include "adapters/text/catalogue.h"
#include "adapters/text/mustache_typesetter.h"
#include "adapters/text/normal_addresses.h"
#include "application/application.h"
#include "application/inbound/take_posts.h"
#include "application/ports/documents.h"
#include "application/ports/log.h"
#include "application/ports/plain_words.h"
#include "application/rulebooks/system_policy.h"
#include "infra/server/clock_job.h"
#include "infra/server/config.h"
#include "infra/server/dispatch_job.h"
#include "infra/server/interest_job.h"
#include "infra/server/jobs.h"
#include "infra/server/periodic.h"
#include "infra/server/publish_job.h"
#include "infra/server/secrets.h"
#include "infra/server/senders.h"
#include "infra/server/stores.h"

namespace parley::server {

// What the machine gives.
struct Machine {
  SystemClock clock;
  SystemTimeZones time_zones;
  SystemRegionZones region_zones;
  text::NormalAddresses addresses;
  RandomIds ids{clock};
  Sha256Fingerprints fingerprints;
  PolicyReader rulebook_reader;
  CasePlayer worked_cases;
};

// The composition root: makes every adapter that the configuration asks for, the application over
// them, and what is done beside calls.
class Server {
 public:
  // Serves when it returns. Errors: one sentence for an operator.
  static absl::StatusOr<std::unique_ptr<Server>> Start(const Config& config, Secrets secrets);

  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();  // Drains, if it serves.

  // Where it serves, with the port that was taken.
  std::string address() const;

  // Reads the token keys again, and logs how that went.
  void ReloadTokenKeys();

  // Ends gracefully: takes no new calls, lets those that run end, writes what waits.
  void Drain();

 private:
  struct Parts {
    std::unique_ptr<Machine> machine;
    std::unique_ptr<Log> log;
    std::unique_ptr<Stores> stores;
    std::unique_ptr<text::Catalogue> words;
    std::unique_ptr<Typesetter> typesetter;
    std::unique_ptr<Documents> documents;
    std::unique_ptr<SystemPolicy> policy;
    TemplateLibraryRef templates;
    std::unique_ptr<ToneChecks> tone;
    std::unique_ptr<Listener> listener;
    std::unique_ptr<Letterheads> letterheads;
    std::vector<ChannelSender> senders;
  };

  Server(Config config, Secrets secrets, Parts parts);

  Ports ApplicationPorts();
  GrpcServer::Parts GrpcParts();
  GrpcServer::Options GrpcOptions() const;

  absl::Status Serve();
  absl::Status ShowMetrics();
  absl::Status OpenAnchors();
  void OpenPublishing();
  absl::Status TakeCallbacks();
  void StartJobs();
  void ProbeStore();
  void LogStart();

  // Each is made of what stands above it.
  const Config config_;
  const Parts parts_;
  const std::unique_ptr<JwtAuthenticator> authenticator_;
  const AeadSeals seals_;
  const HmacAuditSeal audit_seal_;
  const HmacBlindIndex blind_index_;
  PrometheusMetrics metrics_;
  Application application_;
  PruneJob pruning_;
  InterestJob interest_;
  ClockJob clocks_;
  DispatchJob dispatch_;
  const SensitiveText sms_callback_secret_;
  const SensitiveText mail_callback_secret_;
  const SmsReports sms_reports_;
  const EmailReports email_reports_;
  const SmsPosts sms_posts_;
  const MailPosts mail_posts_;
  TakePosts posts_{application_.receive_inbound};
  std::unique_ptr<CallbackServer> callbacks_;  // None when none are taken.
  std::unique_ptr<AnchorJob> anchors_;         // None without a file.
  std::unique_ptr<PublishJob> publishing_;     // None when it is another's.
  std::atomic<bool> store_answers_ = true;
  GrpcServer grpc_;
  std::unique_ptr<MetricsServer> metrics_server_;  // None when it is off.
  std::vector<std::unique_ptr<Periodic>> jobs_;
  bool serving_ = false;
};

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_SERVER_H_
