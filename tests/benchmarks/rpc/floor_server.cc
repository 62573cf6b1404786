// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmarks/rpc/floor_server.h"

#include <grpcpp/grpcpp.h>

#include <condition_variable>
#include <cstdio>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "parley/v1/communication_service.grpc.pb.h"
#include "parley/v1/debt_service.grpc.pb.h"
#include "tests/benchmarks/rpc/floor_texts.h"
#include "tests/benchmarks/rpc/floor_work.h"

namespace parley::bench {
namespace {

using Job = std::function<void(FloorWork&)>;

// Threads with a connection each. They run until the program is killed.
class Workers {
 public:
  explicit Workers(const FloorSettings& settings)
      : texts_(settings.personal_key, settings.sealed_for) {
    for (int thread = 0; thread < settings.threads; ++thread) {
      auto work = std::make_unique<FloorWork>(settings.postgres, settings.tenant, texts_);
      threads_.emplace_back([this, owned = std::move(work)] { Work(*owned); });
    }
  }

  void Add(Job job) {
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(std::move(job));
    }
    arrived_.notify_one();
  }

 private:
  [[noreturn]] void Work(FloorWork& work) {
    while (true) Take()(work);
  }

  Job Take() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [this] { return !waiting_.empty(); });
    Job job = std::move(waiting_.front());
    waiting_.pop_front();
    return job;
  }

  const FloorTexts texts_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Job> waiting_;
  std::vector<std::jthread> threads_;
};

class FloorService final : public v1::DebtService::CallbackService {
 public:
  explicit FloorService(Workers& workers) : workers_(workers) {}

  grpc::ServerUnaryReactor* GetDebt(grpc::CallbackServerContext* context,
                                    const v1::GetDebtRequest* request, v1::Debt* debt) override {
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    workers_.Add([=](FloorWork& work) {
      work.GetDebt(*request, *debt);
      reactor->Finish(grpc::Status::OK);
    });
    return reactor;
  }

  grpc::ServerUnaryReactor* GetStatement(grpc::CallbackServerContext* context,
                                         const v1::GetStatementRequest* request,
                                         v1::Statement* statement) override {
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    workers_.Add([=](FloorWork& work) {
      work.GetStatement(*request, *statement);
      reactor->Finish(grpc::Status::OK);
    });
    return reactor;
  }

  grpc::ServerUnaryReactor* PostEntries(grpc::CallbackServerContext* context,
                                        const v1::PostEntriesRequest* request,
                                        v1::PostEntriesResponse* response) override {
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    workers_.Add([=](FloorWork& work) {
      work.PostEntries(*request, *response);
      reactor->Finish(grpc::Status::OK);
    });
    return reactor;
  }

 private:
  Workers& workers_;
};

class FloorContacts final : public v1::CommunicationService::CallbackService {
 public:
  explicit FloorContacts(Workers& workers) : workers_(workers) {}

  grpc::ServerUnaryReactor* EvaluateContact(grpc::CallbackServerContext* context,
                                            const v1::EvaluateContactRequest* request,
                                            v1::EvaluateContactResponse* response) override {
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    workers_.Add([=](FloorWork& work) {
      work.EvaluateContact(*request, *response);
      reactor->Finish(grpc::Status::OK);
    });
    return reactor;
  }

 private:
  Workers& workers_;
};

}  // namespace

int RunFloor(const FloorSettings& settings) {
  Workers workers(settings);
  FloorService service(workers);
  FloorContacts contacts(workers);
  int port = 0;
  grpc::ServerBuilder builder;
  // The transport is set as the product sets it.
  builder.SetMaxReceiveMessageSize(4 << 20);
  builder.AddChannelArgument(GRPC_ARG_MAX_METADATA_SIZE, 8 << 10);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, 100);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, 30'000);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, 10'000);
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  builder.SetCompressionAlgorithmSupportStatus(GRPC_COMPRESS_DEFLATE, false);
  builder.SetCompressionAlgorithmSupportStatus(GRPC_COMPRESS_GZIP, false);
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  builder.RegisterService(&service);
  builder.RegisterService(&contacts);
  const std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  if (server == nullptr) return 1;
  std::printf("%d\n", port);
  std::fflush(stdout);
  server->Wait();
  return 0;
}

}  // namespace parley::bench
