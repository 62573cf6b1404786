// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/unknown_methods.h"

#include "absl/status/status.h"
#include "adapters/grpc/error_map.h"
#include "domain/common/reason.h"

namespace parley::grpc_api {

class UnknownMethods::Call final : public grpc::ServerGenericBidiReactor, public Job {
 public:
  Call(UnknownMethods& service, const grpc::CallbackServerContext& context)
      : service_(service), context_(context) {}

  void Run() override {
    absl::Status status;
    CallerRef caller;
    try {
      absl::StatusOr<CallerRef> known = service_.gate_.Identify(context_);
      status = known.ok() ? Refuse(Reason::kMethodUnknown) : known.status();
      if (known.ok()) caller = *known;
    } catch (...) {
      status = absl::InternalError("an exception reached an unknown method");
    }
    record_.caller = caller.get();
    Finish(service_.reporter_.End(record_, status));
  }

  void RefuseForNow() {
    Finish(service_.reporter_.End(record_, grpc_api::RefuseForNow(kWaitWhenBusy)));
  }

  void OnDone() override { delete this; }

 private:
  UnknownMethods& service_;
  const grpc::CallbackServerContext& context_;
  CallRecord record_{.method = "unknown"};
};

grpc::ServerGenericBidiReactor* UnknownMethods::CreateReactor(
    grpc::GenericCallbackServerContext* context) {
  reporter_.Begin();
  auto* const call = new Call(*this, *context);
  if (!pool_.Offer(*call)) call->RefuseForNow();
  return call;
}

}  // namespace parley::grpc_api
