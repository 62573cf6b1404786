// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/grpc_server.h"

#include <google/protobuf/descriptor.h>
#include <grpc/support/time.h>
#include <grpcpp/ext/health_check_service_server_builder_option.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <chrono>
#include <list>
#include <mutex>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "adapters/grpc/admin_service.h"
#include "adapters/grpc/case_service.h"
#include "adapters/grpc/chat_call.h"
#include "adapters/grpc/chat_rooms.h"
#include "adapters/grpc/communication_service.h"
#include "adapters/grpc/conversation_service.h"
#include "adapters/grpc/creditor_service.h"
#include "adapters/grpc/debt_service.h"
#include "adapters/grpc/debtor_service.h"
#include "adapters/grpc/event_service.h"
#include "adapters/grpc/event_watch.h"
#include "adapters/grpc/gate.h"
#include "adapters/grpc/import_handler.h"
#include "adapters/grpc/inbound_service.h"
#include "adapters/grpc/known_callers.h"
#include "adapters/grpc/library_logs.h"
#include "adapters/grpc/method_plan.h"
#include "adapters/grpc/open_chats.h"
#include "adapters/grpc/open_streams.h"
#include "adapters/grpc/open_watches.h"
#include "adapters/grpc/page_tokens.h"
#include "adapters/grpc/pipeline.h"
#include "adapters/grpc/plan_service.h"
#include "adapters/grpc/raw_service.h"
#include "adapters/grpc/reflection_handler.h"
#include "adapters/grpc/reporter.h"
#include "adapters/grpc/resume_tokens.h"
#include "adapters/grpc/rulebook_service.h"
#include "adapters/grpc/stream_call.h"
#include "adapters/grpc/template_service.h"
#include "adapters/grpc/timeline_tokens.h"
#include "adapters/grpc/timeline_watch.h"
#include "adapters/grpc/unary_call.h"
#include "adapters/grpc/unknown_methods.h"
#include "adapters/grpc/watch_call.h"
#include "adapters/grpc/work_service.h"
#include "adapters/grpc/worker_pool.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

using google::protobuf::DescriptorPool;
using google::protobuf::MethodDescriptor;
using google::protobuf::ServiceDescriptor;
using grpc_api::UnaryMethod;

// gRPC ends what is larger by itself, without a reason.
constexpr int kLargestMessage = 4 << 20;
constexpr int kLargestMetadata = 8 << 10;
// A peer that does not answer a ping is gone, and its streams with it.
constexpr int kPingEveryMs = 30'000;
constexpr int kPingPatienceMs = 10'000;

void Configure(grpc::ServerBuilder& builder, const GrpcServer::Options& options) {
  builder.SetMaxReceiveMessageSize(kLargestMessage);
  builder.AddChannelArgument(GRPC_ARG_MAX_METADATA_SIZE, kLargestMetadata);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, options.most_calls_a_connection);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, kPingEveryMs);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, kPingPatienceMs);
  // A port that somebody else serves is an error, and not half of the calls.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  // A small message that unpacks to a large one would pass the limit.
  builder.SetCompressionAlgorithmSupportStatus(GRPC_COMPRESS_DEFLATE, false);
  builder.SetCompressionAlgorithmSupportStatus(GRPC_COMPRESS_GZIP, false);
}

const ServiceDescriptor& ServiceNamed(const std::string& name) {
  const ServiceDescriptor* service = DescriptorPool::generated_pool()->FindServiceByName(name);
  GOOGLE_CHECK(service != nullptr) << name << " is not linked";
  return *service;
}

}  // namespace

class GrpcServer::Impl {
 public:
  Impl(const Parts& parts, Options options)
      : parts_(parts),
        options_(std::move(options)),
        library_logs_(parts.log),
        callers_(parts.authenticator, parts.fingerprints, parts.clock, options_.most_known_tokens),
        limits_(options_.tenant_limit),
        gate_(callers_, limits_),
        reporter_(parts.observer, parts.log, parts.ids),
        pages_(parts.seals),
        creditors_({parts.application, parts.clock, parts.time_zones, pages_}),
        timeline_tokens_(parts.seals),
        debtors_({parts.application, parts.clock, parts.time_zones, pages_}, timeline_tokens_),
        debts_({parts.application, parts.clock, parts.time_zones, pages_}),
        communications_({parts.application, parts.clock, parts.time_zones, pages_}),
        inbound_({parts.application, parts.clock, parts.time_zones, pages_}),
        conversations_({parts.application, parts.clock, parts.time_zones, pages_}),
        work_({parts.application, parts.clock, parts.time_zones, pages_}),
        plans_agreed_({parts.application, parts.clock, parts.time_zones, pages_}),
        cases_({parts.application, parts.clock, parts.time_zones, pages_}),
        admin_({parts.application, parts.clock, parts.time_zones, pages_}),
        rulebooks_({parts.application, parts.clock, parts.time_zones, pages_}),
        templates_({parts.application, parts.clock, parts.time_zones, pages_}),
        events_({parts.application, parts.clock, parts.time_zones, pages_}, parts.publications),
        pipeline_({gate_, reporter_, parts.fingerprints, parts.application.access_log}),
        pool_(options_.threads, options_.most_waiting),
        stream_pool_(options_.stream_threads, options_.most_streams_waiting),
        open_watches_(options_.most_watches, absl::ToChronoNanoseconds(options_.watch_pause)),
        chat_rooms_({parts.application.read_lines, parts.chat_hints,
                     absl::ToChronoNanoseconds(options_.watch_pause), options_.most_chats}),
        unknown_(gate_, reporter_, pool_),
        resume_tokens_(parts.seals),
        event_watches_{parts.events, resume_tokens_,
                       plans_.shapes().Of(*events::v1::WatchRequest::descriptor()),
                       absl::ToChronoNanoseconds(options_.sign_of_life)},
        timeline_watches_{parts.application.tell_timeline, timeline_tokens_,
                          plans_.shapes().Of(*v1::WatchTimelineRequest::descriptor()),
                          absl::ToChronoNanoseconds(options_.sign_of_life)} {
    Serve("parley.v1.CreditorService", creditors_.Methods());
    Serve("parley.v1.DebtorService", debtors_.Methods());
    Serve("parley.v1.DebtService", debts_.Methods());
    Serve("parley.v1.CommunicationService", communications_.Methods());
    Serve("parley.v1.InboundService", inbound_.Methods());
    Serve("parley.v1.ConversationService", conversations_.Methods());
    Serve("parley.v1.WorkService", work_.Methods());
    Serve("parley.v1.PlanService", plans_agreed_.Methods());
    Serve("parley.v1.CaseService", cases_.Methods());
    Serve("parley.v1.AdminService", admin_.Methods());
    Serve("parley.v1.RulebookService", rulebooks_.Methods());
    Serve("parley.v1.TemplateService", templates_.Methods());
    Serve("parley.events.v1.EventService", events_.Methods());
    if (options_.reflection) ServeReflection();
  }

  absl::Status Start() {
    PARLEY_ASSIGN_OR_RETURN(auto credentials, grpc_api::MakeServerCredentials(options_.tls));
    grpc::EnableDefaultHealthCheckService(true);
    grpc::ServerBuilder builder;
    Configure(builder, options_);
    builder.RegisterService(&service_);
    builder.RegisterCallbackGenericService(&unknown_);
    builder.AddListeningPort(options_.address, std::move(credentials), &port_);
    server_ = builder.BuildAndStart();
    if (server_ == nullptr || port_ == 0) {
      return absl::UnavailableError(absl::StrCat("cannot serve at ", options_.address));
    }
    SetServing(false);
    return absl::OkStatus();
  }

  int port() const { return port_; }

  void SetServing(bool serving) {
    const std::lock_guard lock(health_mutex_);
    if (server_ == nullptr || draining_) return;
    TellHealth(serving);
  }

  void ForgetCallers() { callers_.Forget(); }

  void EndIdleStreams() {
    const auto since =
        std::chrono::steady_clock::now() - absl::ToChronoNanoseconds(options_.longest_idle);
    open_streams_.EndIdle(since);
    open_watches_.EndIdle(since);
  }

  void Drain(absl::Duration patience) {
    {
      const std::lock_guard lock(health_mutex_);
      if (server_ == nullptr || draining_) return;
      TellHealth(false);
      draining_ = true;
    }
    open_watches_.Leave();
    open_chats_.Leave();
    const gpr_timespec wait =
        gpr_time_from_millis(absl::ToInt64Milliseconds(patience), GPR_TIMESPAN);
    server_->Shutdown(gpr_time_add(gpr_now(GPR_CLOCK_REALTIME), wait));
    server_->Wait();
    pool_.Drain();
    stream_pool_.Drain();
  }

 private:
  void TellHealth(bool serving) {
    grpc::HealthCheckServiceInterface* const health = server_->GetHealthCheckService();
    health->SetServingStatus("", serving);
    for (const std::string& name : services_) health->SetServingStatus(name, serving);
  }

  void Serve(const std::string& service_name, const std::vector<UnaryMethod>& methods) {
    services_.push_back(service_name);
    const ServiceDescriptor& service = ServiceNamed(service_name);
    for (int i = 0; i < service.method_count(); ++i) {
      const MethodDescriptor& method = *service.method(i);
      if (method.client_streaming() && method.input_type() == v1::ChatRequest::descriptor()) {
        ServeChat(method);
      } else if (method.client_streaming()) {
        ServeImport(method);
      } else if (method.server_streaming()) {
        ServeWatch(method);
      } else {
        ServeUnary(method, methods);
      }
    }
  }

  void ServeUnary(const MethodDescriptor& descriptor, const std::vector<UnaryMethod>& methods) {
    for (const UnaryMethod& method : methods) {
      if (method.name != descriptor.name() || method.request != descriptor.input_type()) continue;
      const auto& endpoint = unary_.emplace_back(
          grpc_api::UnaryEndpoint{plans_.Of(descriptor), method, pipeline_, reporter_, pool_});
      return service_.AddUnary("/" + endpoint.plan.name,
                               [&endpoint](auto* context, const auto* request, auto* response) {
                                 return grpc_api::StartUnaryCall(endpoint, *context, *request,
                                                                 *response);
                               });
    }
    GOOGLE_LOG(FATAL) << descriptor.full_name() << " has nobody who serves it";
  }

  void ServeImport(const MethodDescriptor& descriptor) {
    const auto& options = plans_.shapes().Of(*v1::ImportOptions::descriptor());
    const auto& row = plans_.shapes().Of(*v1::ImportRow::descriptor());
    ServeStream(plans_.Of(descriptor), [this, &options, &row](const Call& call) {
      return std::make_unique<grpc_api::ImportHandler>(parts_.application.import_debts, call,
                                                       options, row);
    });
  }

  void ServeChat(const MethodDescriptor& descriptor) {
    const auto& endpoint = chats_.emplace_back(grpc_api::ChatEndpoint{
        plans_.Of(descriptor), parts_.application, parts_.fingerprints, gate_, reporter_, pool_,
        chat_rooms_, open_chats_, absl::ToChronoNanoseconds(options_.longest_unread)});
    service_.AddStream("/" + endpoint.plan.name, [&endpoint](grpc::CallbackServerContext* context) {
      return grpc_api::ChatCall::Start(endpoint, *context);
    });
  }

  std::unique_ptr<grpc_api::WatchHandler> OpenWatch(const MethodDescriptor& method,
                                                    const Call& call) const {
    if (method.input_type() == v1::WatchTimelineRequest::descriptor()) {
      return std::make_unique<grpc_api::TimelineWatch>(timeline_watches_, call);
    }
    return std::make_unique<grpc_api::EventWatch>(event_watches_, call);
  }

  void ServeWatch(const MethodDescriptor& descriptor) {
    const auto& endpoint = watches_.emplace_back(grpc_api::WatchEndpoint{
        plans_.Of(descriptor),
        [this, &descriptor](const Call& call) { return OpenWatch(descriptor, call); }, gate_,
        reporter_, stream_pool_, open_watches_});
    service_.AddStream("/" + endpoint.plan.name, [&endpoint](grpc::CallbackServerContext* context) {
      return grpc_api::WatchCall::Start(endpoint, *context);
    });
  }

  void ServeReflection() {
    for (const char* version : {"v1alpha", "v1"}) {
      const std::string service = absl::StrCat("grpc.reflection.", version, ".ServerReflection");
      services_.push_back(service);
      grpc_api::MethodPlan& plan = reflection_plans_.emplace_back();
      plan.name = service + "/ServerReflectionInfo";
      ServeStream(plan, [this](const Call&) {
        return std::make_unique<grpc_api::ReflectionHandler>(services_);
      });
    }
  }

  template <typename Open>
  void ServeStream(const grpc_api::MethodPlan& plan, Open open) {
    const auto& endpoint = streams_.emplace_back(grpc_api::StreamEndpoint{
        plan, std::move(open), gate_, reporter_, stream_pool_, open_streams_});
    service_.AddStream("/" + plan.name, [&endpoint](grpc::CallbackServerContext* context) {
      return grpc_api::StreamCall::Start(endpoint, *context);
    });
  }

  const Parts parts_;
  const Options options_;
  grpc_api::LibraryLogs library_logs_;
  grpc_api::KnownCallers callers_;
  grpc_api::TenantLimits limits_;
  grpc_api::Gate gate_;
  grpc_api::Reporter reporter_;
  grpc_api::PageTokens pages_;
  grpc_api::CreditorService creditors_;
  grpc_api::TimelineTokens timeline_tokens_;
  grpc_api::DebtorService debtors_;
  grpc_api::DebtService debts_;
  grpc_api::CommunicationService communications_;
  grpc_api::InboundService inbound_;
  grpc_api::ConversationService conversations_;
  grpc_api::WorkService work_;
  grpc_api::PlanService plans_agreed_;
  grpc_api::CaseService cases_;
  grpc_api::AdminService admin_;
  grpc_api::RulebookService rulebooks_;
  grpc_api::TemplateService templates_;
  grpc_api::EventService events_;
  grpc_api::Pipeline pipeline_;
  grpc_api::WorkerPool pool_;
  grpc_api::WorkerPool stream_pool_;
  grpc_api::OpenStreams open_streams_;
  grpc_api::OpenWatches open_watches_;
  grpc_api::OpenChats open_chats_;
  grpc_api::ChatRooms chat_rooms_;
  grpc_api::UnknownMethods unknown_;
  grpc_api::MethodPlans plans_;
  grpc_api::ResumeTokens resume_tokens_;
  grpc_api::EventWatch::Parts event_watches_;
  grpc_api::TimelineWatch::Parts timeline_watches_;
  std::list<grpc_api::MethodPlan> reflection_plans_;
  std::list<grpc_api::UnaryEndpoint> unary_;
  std::list<grpc_api::StreamEndpoint> streams_;
  std::list<grpc_api::WatchEndpoint> watches_;
  std::list<grpc_api::ChatEndpoint> chats_;
  std::vector<std::string> services_;
  grpc_api::RawService service_;
  int port_ = 0;
  std::mutex health_mutex_;
  bool draining_ = false;
  std::unique_ptr<grpc::Server> server_;
};

GrpcServer::GrpcServer(const Parts& parts, const Options& options)
    : impl_(std::make_unique<Impl>(parts, options)) {}

GrpcServer::~GrpcServer() { impl_->Drain(absl::ZeroDuration()); }

absl::Status GrpcServer::Start() { return impl_->Start(); }

int GrpcServer::port() const { return impl_->port(); }

void GrpcServer::SetServing(bool serving) { impl_->SetServing(serving); }

void GrpcServer::ForgetCallers() { impl_->ForgetCallers(); }

void GrpcServer::EndIdleStreams() { impl_->EndIdleStreams(); }

void GrpcServer::Drain(absl::Duration patience) { impl_->Drain(patience); }

}  // namespace parley
