// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmarks/rpc/load.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <latch>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

#include "tests/benchmarks/rpc/random_ids.h"

namespace parley::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kDebtorName = 44;  // debtors/{36}, with which a debt's name begins.

// One of the calls in flight, over and over.
class Caller {
 public:
  struct Task {
    const Target& target;
    const Plan& plan;
    const Stubs& stubs;
    Method method;
    Clock::time_point end;
    std::latch& done;
  };

  // Callers whose first debts differ by less than `stride` never meet at one debt.
  Caller(const Task& task, std::size_t first, std::size_t stride)
      : task_(task), debt_(first), stride_(stride) {}

  void Call() {
    started_ = Clock::now();
    if (started_ >= task_.end) return task_.done.count_down();
    context_.emplace();
    if (!task_.target.token.empty()) {
      context_->AddMetadata("authorization", "Bearer " + task_.target.token);
    }
    const std::vector<std::string>& debts =
        task_.method == Method::kGetStatement ? task_.plan.ledgers : task_.plan.debts;
    const std::string& name = debts[debt_ % debts.size()];
    debt_ = (debt_ + stride_) % debts.size();
    const auto returned = [this](const grpc::Status& status) { Return(status); };
    switch (task_.method) {
      case Method::kGetDebt:
        get_.set_name(name);
        return task_.stubs.debts->async()->GetDebt(&*context_, &get_, &debt_read_, returned);
      case Method::kGetStatement:
        state_.set_name(name);
        state_.set_from_date(task_.plan.from_date);
        state_.set_to_date(task_.plan.to_date);
        return task_.stubs.debts->async()->GetStatement(&*context_, &state_, &statement_, returned);
      case Method::kEvaluateContact:
        asked_.set_parent(name.substr(0, kDebtorName));
        return task_.stubs.contacts->async()->EvaluateContact(&*context_, &asked_, &told_,
                                                              returned);
      case Method::kPostEntries:
        Prepare(name);
        return task_.stubs.debts->async()->PostEntries(&*context_, &post_, &posted_, returned);
    }
  }

  std::span<const std::int64_t> nanos() const { return nanos_; }

  std::int64_t AnswerBytes() const {
    switch (task_.method) {
      case Method::kGetDebt:
        return static_cast<std::int64_t>(debt_read_.ByteSizeLong());
      case Method::kGetStatement:
        return static_cast<std::int64_t>(statement_.ByteSizeLong());
      case Method::kEvaluateContact:
        return static_cast<std::int64_t>(told_.ByteSizeLong());
      case Method::kPostEntries:
        return static_cast<std::int64_t>(posted_.ByteSizeLong());
    }
    return 0;
  }

 private:
  void Prepare(const std::string& name) {
    post_.Clear();
    post_.set_name(name);
    post_.set_request_id(RandomId());
    v1::NewEntry& entry = *post_.add_entries();
    entry.set_external_ref(post_.request_id());
    entry.set_kind(v1::ENTRY_KIND_PAYMENT);
    entry.set_value_date(task_.plan.value_date);
    entry.mutable_amount()->set_minor_units(1);
    entry.mutable_amount()->set_currency_code(task_.plan.currency);
    entry.set_reason("a payment of the benchmark");
  }

  void Return(const grpc::Status& status) {
    if (!status.ok()) {
      std::fprintf(stderr, "%s %s: %d %s\n", task_.target.name.c_str(), NameOf(task_.method),
                   static_cast<int>(status.error_code()), status.error_message().c_str());
      std::_Exit(1);
    }
    const std::chrono::nanoseconds took = Clock::now() - started_;
    nanos_.push_back(took.count());
    Call();
  }

  const Task task_;
  std::size_t debt_;
  const std::size_t stride_;
  Clock::time_point started_;
  std::optional<grpc::ClientContext> context_;
  v1::GetDebtRequest get_;
  v1::Debt debt_read_;
  v1::GetStatementRequest state_;
  v1::Statement statement_;
  v1::EvaluateContactRequest asked_;
  v1::EvaluateContactResponse told_;
  v1::PostEntriesRequest post_;
  v1::PostEntriesResponse posted_;
  std::vector<std::int64_t> nanos_;
};

double MicrosAt(std::span<const std::int64_t> sorted, double share) {
  if (sorted.empty()) return 0;
  const auto at = static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1));
  return static_cast<double>(sorted[at]) / 1'000;
}

Figures Summarise(std::vector<std::int64_t> nanos, Clock::duration took) {
  std::sort(nanos.begin(), nanos.end());
  return {.calls_per_s =
              static_cast<double>(nanos.size()) / std::chrono::duration<double>(took).count(),
          .p50_us = MicrosAt(nanos, 0.50),
          .p99_us = MicrosAt(nanos, 0.99)};
}

}  // namespace

const char* NameOf(Method method) {
  switch (method) {
    case Method::kGetDebt:
      return "GetDebt";
    case Method::kGetStatement:
      return "GetStatement";
    case Method::kEvaluateContact:
      return "EvaluateContact";
    case Method::kPostEntries:
      return "PostEntries";
  }
  return "";
}

Load::Load(Target target, const Plan& plan) : target_(std::move(target)), plan_(plan) {
  grpc::ChannelArguments arguments;
  // Channels of one process would else share one connection.
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  for (int channel = 0; channel < plan.channels; ++channel) {
    const auto made =
        grpc::CreateCustomChannel(target_.address, grpc::InsecureChannelCredentials(), arguments);
    stubs_.push_back({v1::DebtService::NewStub(made), v1::CommunicationService::NewStub(made)});
  }
}

Figures Load::Run(Method method, std::chrono::milliseconds duration) {
  const auto in_flight = static_cast<std::size_t>(plan_.in_flight);
  std::latch done(plan_.in_flight);
  const Clock::time_point start = Clock::now();
  std::vector<std::unique_ptr<Caller>> callers;
  for (std::size_t at = 0; at < in_flight; ++at) {
    const Caller::Task task{target_,          plan_, stubs_[at % stubs_.size()], method,
                            start + duration, done};
    callers.push_back(std::make_unique<Caller>(task, at, in_flight));
  }
  for (const auto& caller : callers) caller->Call();
  done.wait();
  const Clock::duration took = Clock::now() - start;
  std::vector<std::int64_t> nanos;
  for (const auto& caller : callers) {
    nanos.insert(nanos.end(), caller->nanos().begin(), caller->nanos().end());
  }
  Figures figures = Summarise(std::move(nanos), took);
  figures.answer_bytes = callers.front()->AnswerBytes();
  return figures;
}

}  // namespace parley::bench
