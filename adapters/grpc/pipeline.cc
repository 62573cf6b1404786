// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/pipeline.h"

#include <google/protobuf/arena.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <grpc/support/time.h>
#include <grpcpp/impl/codegen/proto_utils.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "adapters/grpc/names.h"
#include "adapters/grpc/wire_text.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

using google::protobuf::Arena;
using google::protobuf::Message;

// A request with more faults is told of those that were found; each further one would be compared
// with all of them.
constexpr std::size_t kManyFaults = 1000;

// Most requests and answers fit the stack.
constexpr std::size_t kArenaBlock = 4096;

std::string SerializeCanonically(const Message& message) {
  std::string bytes;
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream out(&stream);
  out.SetSerializationDeterministic(true);
  message.SerializeToCodedStream(&out);
  out.Trim();
  return bytes;
}

void Send(const Message& message, grpc::ByteBuffer& response) {
  bool own = false;
  grpc::GenericSerialize<grpc::ProtoBufferWriter, Message>(message, &response, &own);
}

void Send(const std::string& bytes, grpc::ByteBuffer& response) {
  const grpc::Slice slice(bytes);
  response = grpc::ByteBuffer(&slice, 1);
}

bool SeesPersonalData(const Caller& caller) { return caller.scopes.contains(kPersonalDataScope); }

// Takes personal data out of an answer; one that was stored is read for it.
absl::Status HidePersonalData(const MethodPlan& plan, Outgoing& out) {
  if (!plan.personal->possible()) return absl::OkStatus();
  if (out.bytes.has_value() && !out.message.ParseFromString(*out.bytes)) {
    return absl::InternalError("a stored answer does not parse");
  }
  out.bytes.reset();
  plan.personal->Clear(out.message);
  return absl::OkStatus();
}

std::optional<DebtorId> DebtorOf(const MethodPlan& plan, const Message& request) {
  std::string scratch;
  return DebtorIn(plan.target.Read(request, scratch));
}

}  // namespace

absl::Status CheckInTime(const grpc::CallbackServerContext& context) {
  // The transport's own clock, which made the deadline out of the time-out that the caller sent.
  const gpr_timespec deadline = context.raw_deadline();
  if (gpr_time_cmp(deadline, gpr_now(deadline.clock_type)) <= 0) {
    return Refuse(Reason::kDeadlineExceeded);
  }
  return context.IsCancelled() ? Refuse(Reason::kCancelled) : absl::OkStatus();
}

absl::Status CheckSize(const grpc::ByteBuffer& request) {
  if (!request.Valid() || request.Length() <= kLargestRequest) return absl::OkStatus();
  return Refuse(Reason::kQuotaExceeded,
                absl::StrCat("The message is larger than ", kLargestRequest, " bytes."),
                {{"most_bytes", absl::StrCat(kLargestRequest)}});
}

bool ReadMessage(const grpc::ByteBuffer& buffer, Message& message, Violations& violations) {
  if (!buffer.Valid()) {
    violations.Add("", Fault::kRequired);
    return false;
  }
  grpc::Slice slice;
  const bool read = buffer.TrySingleSlice(&slice).ok() || buffer.DumpToSingleSlice(&slice).ok();
  if (!read) {
    violations.Add("", Fault::kMalformed);
    return false;
  }
  const auto* const bytes = reinterpret_cast<const char*>(slice.begin());
  return ParseWire({bytes, slice.size()}, message, violations);
}

grpc::Status Pipeline::Serve(const MethodPlan& plan, const UnaryMethod& method,
                             const Transfer& transfer, CallRecord record) const {
  Progress progress;
  absl::Status status;
  try {
    status = Run(plan, method, transfer, progress);
  } catch (...) {
    // What it says may hold anything, so it is not repeated.
    status = absl::InternalError("an exception reached the pipeline");
  }
  record.caller = progress.caller.get();
  record.request_id = progress.request_id;
  record.subject = progress.subject;
  return parts_.reporter.End(record, status);
}

absl::Status Pipeline::Run(const MethodPlan& plan, const UnaryMethod& method,
                           const Transfer& transfer, Progress& progress) const {
  PARLEY_RETURN_IF_ERROR(CheckInTime(transfer.context));
  PARLEY_ASSIGN_OR_RETURN(progress.caller, parts_.gate.Identify(transfer.context));
  PARLEY_RETURN_IF_ERROR(parts_.gate.Admit(plan, *progress.caller));
  PARLEY_RETURN_IF_ERROR(CheckSize(transfer.request));
  return Answer(plan, method, transfer, progress);
}

absl::Status Pipeline::Answer(const MethodPlan& plan, const UnaryMethod& method,
                              const Transfer& transfer, Progress& progress) const {
  std::array<char, kArenaBlock> block;
  google::protobuf::ArenaOptions options;
  options.initial_block = block.data();
  options.initial_block_size = block.size();
  Arena arena(options);
  Message& request = *plan.request->New(&arena);
  Violations violations;
  bool readable = ReadMessage(transfer.request, request, violations);
  PARLEY_RETURN_IF_ERROR(Gate::CheckReach(plan, *progress.caller, request));
  readable = readable && plan.shape->Check(request, nullptr, Shape::Extent::kWhole, violations);
  if (!readable || violations.all().size() > kManyFaults) return violations.ToStatus();
  Call call = MakeCall(plan, *progress.caller, request);
  if (!call.request_id.IsNil()) progress.request_id = call.request_id.ToString();

  Outgoing out{*plan.response->New(&arena), std::nullopt};
  absl::Status done = method.run({call, violations}, request, out);
  if (!done.ok()) {
    std::string scratch;
    progress.subject = plan.subject.Read(request, scratch);
    return done;
  }
  if (!SeesPersonalData(*progress.caller)) {
    PARLEY_RETURN_IF_ERROR(HidePersonalData(plan, out));
  } else if (!plan.mutation) {
    PARLEY_RETURN_IF_ERROR(NotePersonalData(plan, call, request, out.message));
  }
  if (out.bytes.has_value()) {
    Send(*out.bytes, transfer.response);
  } else {
    Send(out.message, transfer.response);
  }
  return absl::OkStatus();
}

Call Pipeline::MakeCall(const MethodPlan& plan, const Caller& caller, Message& request) const {
  Call call;
  call.tenant = caller.tenant;
  call.principal = caller.principal;
  call.method = plan.name;
  call.by_person = caller.debtor.has_value();
  plan.shape->ClearOutputOnly(request);
  if (plan.request_id_field != nullptr) {
    std::string scratch;
    const auto id = RequestId::Parse(plan.request_id.Read(request, scratch));
    call.request_id = id.value_or(RequestId());
    request.GetReflection()->ClearField(&request, plan.request_id_field);
  }
  if (plan.validate_only != nullptr) {
    call.validate_only = request.GetReflection()->GetBool(request, plan.validate_only);
  }
  if (plan.mutation) call.request = parts_.fingerprints.Of(SerializeCanonically(request));
  return call;
}

absl::Status Pipeline::NotePersonalData(const MethodPlan& plan, Call& call, const Message& request,
                                        const Message& answer) const {
  if (!plan.personal->possible()) return absl::OkStatus();
  std::vector<DebtorId> subjects;
  plan.personal->CollectSubjects(answer, DebtorOf(plan, request), subjects);
  if (subjects.empty()) return absl::OkStatus();
  std::sort(subjects.begin(), subjects.end());
  subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
  call.request = parts_.fingerprints.Of(SerializeCanonically(request));
  return parts_.access_log.Record(call, subjects);
}

}  // namespace parley::grpc_api
