// SPDX-License-Identifier: Apache-2.0
#include "infra/server/server.h"

#include <cstddef>
#include <string_view>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "adapters/documents/cairo_documents.h"
#include "adapters/documents/typeface.h"
#include "adapters/grpc/convert_event.h"
#include "adapters/lexicons/listener.h"
#include "adapters/lexicons/tone_checks.h"
#include "adapters/messaging/email/incoming_mail.h"
#include "adapters/messaging/nats/nats_publisher.h"
#include "adapters/policy/letterheads.h"
#include "adapters/policy/read_policy.h"
#include "adapters/policy/read_templates.h"
#include "adapters/system/json_log.h"
#include "adapters/text/catalogue.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "infra/server/process_values.h"

namespace parley::server {
namespace {

constexpr absl::Duration kFlushPeriod = absl::Seconds(1);
constexpr absl::Duration kProbePeriod = absl::Seconds(1);
constexpr absl::Duration kIdlePeriod = absl::Seconds(10);
constexpr absl::Duration kPrunePeriod = absl::Minutes(10);

// "HOST:PORT" with the port that was taken; a socket's path as it is.
std::string WithPort(const std::string& address, int port) {
  if (address.compare(0, 5, "unix:") == 0) return address;
  return absl::StrCat(address.substr(0, address.rfind(':')), ":", port);
}

// What is the same for every tenant.
absl::StatusOr<std::unique_ptr<SystemPolicy>> LoadPolicy(const Config& config) {
  PARLEY_ASSIGN_OR_RETURN(policy::Policy read, config.rulebooks.empty()
                                                   ? policy::ReadBuiltInPolicy()
                                                   : policy::ReadPolicyFolder(config.rulebooks));
  PARLEY_ASSIGN_OR_RETURN(SystemPolicy made,
                          SystemPolicy::Make(std::move(read.files), std::move(read.calendars)));
  return std::make_unique<SystemPolicy>(std::move(made));
}

absl::StatusOr<TemplateLibraryRef> LoadTemplates(const Typesetter& typesetter) {
  PARLEY_ASSIGN_OR_RETURN(TemplateCatalogue catalogue, policy::ReadBuiltInTemplates(typesetter));
  return TemplateLibrary::Make(std::move(catalogue), typesetter);
}

absl::StatusOr<std::unique_ptr<Letterheads>> LoadLetterheads(const Config& config) {
  if (config.letterhead_file.empty()) return std::make_unique<policy::FileLetterheads>();
  return policy::FileLetterheads::Read(config.letterhead_file);
}

}  // namespace

absl::StatusOr<std::unique_ptr<Server>> Server::Start(const Config& config, Secrets secrets) {
  Parts parts{.machine = std::make_unique<Machine>()};
  if (parts.machine->time_zones.empty() || parts.machine->region_zones.empty()) {
    return absl::FailedPreconditionError("the machine has no time zones: install tzdata");
  }
  PARLEY_ASSIGN_OR_RETURN(
      parts.log,
      JsonLog::Open({.least = config.log_level, .file = config.log_file}, parts.machine->clock));
  PARLEY_ASSIGN_OR_RETURN(parts.stores, OpenStores(config, secrets, parts.machine->fingerprints,
                                                   parts.machine->clock, *parts.log));
  PARLEY_ASSIGN_OR_RETURN(parts.words, text::Catalogue::Load());
  parts.typesetter = std::make_unique<text::MustacheTypesetter>(*parts.words);
  PARLEY_ASSIGN_OR_RETURN(documents::Typeface typeface,
                          documents::Typeface::Open(documents::Typeface::DefaultFiles()));
  PARLEY_ASSIGN_OR_RETURN(parts.policy, LoadPolicy(config));
  PARLEY_ASSIGN_OR_RETURN(parts.templates, LoadTemplates(*parts.typesetter));
  PARLEY_ASSIGN_OR_RETURN(parts.tone, lexicons::BuiltInToneChecks::Make());
  PARLEY_ASSIGN_OR_RETURN(parts.listener, lexicons::BuiltInListener::Make());
  PARLEY_ASSIGN_OR_RETURN(parts.letterheads, LoadLetterheads(config));
  parts.documents = std::make_unique<CairoDocuments>(std::move(typeface));
  PARLEY_ASSIGN_OR_RETURN(parts.senders,
                          OpenSenders(config, secrets, parts.machine->clock, *parts.documents));
  std::unique_ptr<Server> server(new Server(config, std::move(secrets), std::move(parts)));
  PARLEY_RETURN_IF_ERROR(server->Serve());
  return server;
}

Server::Server(Config config, Secrets secrets, Parts parts)
    : config_(std::move(config)),
      parts_(std::move(parts)),
      authenticator_(std::move(secrets.authenticator)),
      seals_(secrets.seal_key),
      audit_seal_(secrets.audit_key),
      blind_index_(secrets.index_key),
      metrics_(PARLEY_VERSION),
      application_(ApplicationPorts()),
      pruning_({parts_.stores->ports().audit_records, parts_.stores->ports().given_answers,
                parts_.machine->clock, *parts_.log},
               config_.answers_kept),
      interest_({parts_.stores->ports().audit_records, application_.post_due_interest, *parts_.log},
                config_.interest_workers),
      clocks_({parts_.stores->ports().audit_records, application_.tell_breaches, *parts_.log}),
      dispatch_({parts_.stores->ports().audit_records, application_.dispatching, blind_index_,
                 parts_.senders, *parts_.log},
                {config_.dispatchers, config_.hand_overs, config_.dispatch_period}),
      sms_callback_secret_(std::move(secrets.sms_callback_secret)),
      mail_callback_secret_(std::move(secrets.mail_callback_secret)),
      grpc_(GrpcParts(), GrpcOptions()) {}

Server::~Server() { Drain(); }

Ports Server::ApplicationPorts() {
  const StorePorts store = parts_.stores->ports();
  Machine& machine = *parts_.machine;
  return {.store = store.store,
          .directory = store.directory,
          .portfolio = store.portfolio,
          .payment_book = store.payment_book,
          .work_list = store.work_list,
          .contact_log = store.contact_log,
          .switch_board = store.switch_board,
          .rulebook_shelf = store.rulebook_shelf,
          .message_queue = store.message_queue,
          .template_shelf = store.template_shelf,
          .inbound_desk = store.inbound_desk,
          .conversation_desk = store.conversation_desk,
          .timelines = store.timelines,
          .given_answers = store.given_answers,
          .fingerprints = machine.fingerprints,
          .audit_seal = audit_seal_,
          .clock = machine.clock,
          .ids = machine.ids,
          .time_zones = machine.time_zones,
          .region_zones = machine.region_zones,
          .addresses = machine.addresses,
          .blind_index = blind_index_,
          .words = *parts_.words,
          .documents = *parts_.documents,
          .policy = *parts_.policy,
          .rulebook_reader = machine.rulebook_reader,
          .worked_cases = machine.worked_cases,
          .templates = parts_.templates,
          .typesetter = *parts_.typesetter,
          .tone = *parts_.tone,
          .listener = *parts_.listener,
          .letterheads = *parts_.letterheads,
          .seals = seals_,
          .messages = MessageSettingsOf(config_),
          .dispatch = DispatchSettingsOf(config_)};
}

GrpcServer::Parts Server::GrpcParts() {
  Machine& machine = *parts_.machine;
  return {.application = application_,
          .events = parts_.stores->ports().event_feed,
          .publications = parts_.stores->ports().publications,
          .chat_hints = parts_.stores->ports().chat_hints,
          .authenticator = *authenticator_,
          .seals = seals_,
          .fingerprints = machine.fingerprints,
          .time_zones = machine.time_zones,
          .clock = machine.clock,
          .ids = machine.ids,
          .observer = metrics_,
          .log = *parts_.log};
}

GrpcServer::Options Server::GrpcOptions() const {
  GrpcServer::Options options;
  options.address = config_.listen;
  if (!config_.tls_certificate.empty()) {
    options.tls = {.certificate_chain = config_.tls_certificate,
                   .private_key = config_.tls_key,
                   .client_authorities = config_.tls_client_authorities};
  }
  options.threads = config_.workers;
  options.most_waiting = static_cast<std::size_t>(config_.queue);
  options.stream_threads = config_.stream_workers;
  options.tenant_limit = {.calls_per_second = static_cast<double>(config_.tenant_calls),
                          .burst = static_cast<double>(config_.tenant_burst)};
  options.reflection = config_.reflection;
  return options;
}

std::string Server::address() const {
  return config_.serves_calls ? WithPort(config_.listen, grpc_.port()) : "no calls";
}

absl::Status Server::Serve() {
  PARLEY_RETURN_IF_ERROR(OpenAnchors());
  OpenPublishing();
  PARLEY_RETURN_IF_ERROR(ShowMetrics());
  PARLEY_RETURN_IF_ERROR(TakeCallbacks());
  if (config_.serves_calls) {
    PARLEY_RETURN_IF_ERROR(grpc_.Start());
    grpc_.SetServing(true);
  }
  StartJobs();
  if (config_.dispatches) dispatch_.Start();
  if (publishing_ != nullptr) publishing_->Start();
  serving_ = true;
  LogStart();
  return absl::OkStatus();
}

absl::Status Server::OpenAnchors() {
  if (config_.anchor_file.empty()) {
    if (config_.store == StoreKind::kPostgres) {
      parts_.log->Write(LogLevel::kWarning, "audit_trail_not_anchored", {});
    }
    return absl::OkStatus();
  }
  PARLEY_ASSIGN_OR_RETURN(anchors_,
                          AnchorJob::Open({parts_.stores->ports().audit_records, audit_seal_,
                                           parts_.machine->clock, *parts_.log},
                                          config_.anchor_file));
  return absl::OkStatus();
}

void Server::OpenPublishing() {
  if (!config_.publishes) return;
  const StorePorts store = parts_.stores->ports();
  NatsSettings settings;
  settings.url = config_.nats_url;
  settings.ca_file = config_.nats_ca_file;
  settings.credentials = config_.nats_credentials;
  publishing_ = std::make_unique<PublishJob>(
      PublishJob::Parts{store.audit_records,
                        std::make_unique<NatsPublisher>(std::move(settings), grpc_api::EventJson),
                        *parts_.log},
      store.event_feed, store.publications, parts_.machine->clock);
}

absl::Status Server::TakeCallbacks() {
  if (config_.callbacks.empty()) return absl::OkStatus();
  CallbackSettings settings;
  const std::size_t colon = config_.callbacks.rfind(':');
  settings.host = config_.callbacks.substr(0, colon);
  if (settings.host == "[::1]") settings.host = "::1";
  if (!absl::SimpleAtoi(config_.callbacks.substr(colon + 1), &settings.port)) settings.port = 0;
  std::vector<CallbackRoute> routes;
  if (!sms_callback_secret_.Reveal().empty()) {
    routes.push_back({"sms", sms_callback_secret_, sms_reports_});
  }
  if (!mail_callback_secret_.Reveal().empty()) {
    routes.push_back({"email", mail_callback_secret_, email_reports_});
  }
  std::vector<InboundRoute> inbound;
  if (config_.inbound_tenant.has_value()) {
    if (!sms_callback_secret_.Reveal().empty()) {
      inbound.push_back({"sms", sms_callback_secret_, *config_.inbound_tenant, sms_posts_});
    }
    if (!mail_callback_secret_.Reveal().empty()) {
      settings.longest_body = messaging::kLongestMail;
      inbound.push_back({"email", mail_callback_secret_, *config_.inbound_tenant, mail_posts_});
    }
  }
  PARLEY_ASSIGN_OR_RETURN(callbacks_,
                          CallbackServer::Start(settings,
                                                {application_.delivery_reports, seals_,
                                                 parts_.machine->clock, *parts_.log, &posts_},
                                                std::move(routes), std::move(inbound)));
  return absl::OkStatus();
}

absl::Status Server::ShowMetrics() {
  if (config_.metrics.empty()) return absl::OkStatus();
  parts_.stores->AddTo(metrics_);
  metrics_.Add({"parley_store_up", "One while the store answers.", ReadKind::kGauge,
                [this] { return store_answers_ ? 1.0 : 0.0; }});
  interest_.AddTo(metrics_);
  clocks_.AddTo(metrics_);
  if (config_.dispatches) dispatch_.AddTo(metrics_);
  if (publishing_ != nullptr) publishing_->AddTo(metrics_);
  AddProcessValues(metrics_);
  PARLEY_ASSIGN_OR_RETURN(metrics_server_, MetricsServer::Start(config_.metrics, metrics_));
  return absl::OkStatus();
}

void Server::StartJobs() {
  jobs_.push_back(std::make_unique<Periodic>(kProbePeriod, [this] { ProbeStore(); }));
  jobs_.push_back(std::make_unique<Periodic>(
      kFlushPeriod, [this] { FlushAccessLog(application_.access_log, *parts_.log); }));
  jobs_.push_back(std::make_unique<Periodic>(kIdlePeriod, [this] { grpc_.EndIdleStreams(); }));
  jobs_.push_back(std::make_unique<Periodic>(kPrunePeriod, [this] { pruning_.Run(); }));
  if (config_.interest_period > absl::ZeroDuration()) {
    jobs_.push_back(
        std::make_unique<Periodic>(config_.interest_period, [this] { interest_.Run(); }));
  }
  if (config_.clock_period > absl::ZeroDuration()) {
    jobs_.push_back(std::make_unique<Periodic>(config_.clock_period, [this] { clocks_.Run(); }));
  }
  if (anchors_ == nullptr) return;
  jobs_.push_back(std::make_unique<Periodic>(config_.anchor_period, [this] { anchors_->Run(); }));
}

void Server::ProbeStore() {
  const bool answers = parts_.stores->Probe().ok();
  if (store_answers_.exchange(answers) == answers) return;
  grpc_.SetServing(answers);
  parts_.log->Write(answers ? LogLevel::kInfo : LogLevel::kError,
                    answers ? "store_answers_again" : "store_unavailable", {});
}

void Server::LogStart() {
  const std::string metrics =
      metrics_server_ == nullptr ? "off" : WithPort(config_.metrics, metrics_server_->port());
  const std::string served = address();
  parts_.log->Write(LogLevel::kInfo, "started",
                    {{"version", PARLEY_VERSION},
                     {"address", served},
                     {"metrics", metrics},
                     {"callbacks", std::int64_t{callbacks_ == nullptr ? 0 : callbacks_->port()}},
                     {"dispatches", config_.dispatches},
                     {"publishes", config_.publishes},
                     {"store", config_.store == StoreKind::kMemory ? "memory" : "postgres"},
                     {"tls", !config_.tls_certificate.empty()},
                     {"anchors", anchors_ != nullptr}});
}

void Server::ReloadTokenKeys() {
  const absl::Status reloaded = authenticator_->Reload();
  const std::string error(reloaded.message());
  if (reloaded.ok()) {
    grpc_.ForgetCallers();
    parts_.log->Write(LogLevel::kInfo, "token_keys_reloaded", {});
  } else {
    parts_.log->Write(LogLevel::kError, "token_keys_kept", {{"error", error}});
  }
}

void Server::Drain() {
  if (!std::exchange(serving_, false)) return;
  parts_.log->Write(LogLevel::kInfo, "draining", {});
  interest_.Stop();
  clocks_.Stop();
  dispatch_.AskToStop();
  // First health says NOT_SERVING; hand-overs that are under way go on beside.
  grpc_.Drain(config_.drain_timeout);
  callbacks_.reset();
  dispatch_.Stop();
  if (publishing_ != nullptr) publishing_->Stop();
  jobs_.clear();
  FlushAccessLog(application_.access_log, *parts_.log);
  if (anchors_ != nullptr) anchors_->Run();
  parts_.log->Write(LogLevel::kInfo, "stopped", {});
}

}  // namespace parley::server
