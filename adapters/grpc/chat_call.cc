// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/chat_call.h"

#include <grpc/grpc.h>
#include <grpcpp/impl/codegen/proto_utils.h>

#include <string>
#include <utility>

#include "adapters/grpc/convert_conversation.h"
#include "adapters/grpc/error_map.h"
#include "adapters/grpc/names.h"
#include "adapters/grpc/pipeline.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/violations.h"

namespace parley::grpc_api {
namespace {

using Steady = std::chrono::steady_clock;

constexpr const char* kUnread = "What is told is not read.";
constexpr const char* kTooMany = "Too many chat here.";

absl::Status RefuseField(const char* field, Fault fault) {
  Violations violations;
  violations.Add(field, fault);
  return violations.ToStatus();
}

std::string BytesOf(const google::protobuf::Message& message) {
  return message.SerializeAsString();
}

}  // namespace

StreamReactor* ChatCall::Start(const ChatEndpoint& endpoint, grpc::CallbackServerContext& context) {
  endpoint.reporter.Begin();
  // OnDone deletes it, as every reactor does.
  auto* const call = new ChatCall(endpoint, context);
  endpoint.open_chats.Add(*call);
  const std::lock_guard lock(call->mutex_);
  call->Advance();
  return call;
}

ChatCall::ChatCall(const ChatEndpoint& endpoint, grpc::CallbackServerContext& context)
    : endpoint_(endpoint),
      context_(context),
      record_{.method = endpoint.plan.name, .mutation = endpoint.plan.mutation} {}

void ChatCall::Leave() {
  const std::lock_guard lock(mutex_);
  leaving_ = true;
  Advance();
}

void ChatCall::OnReadDone(bool ok) {
  const std::lock_guard lock(mutex_);
  reading_ = false;
  read_all_ = !ok;
  if (ok && failure_.ok()) {
    // Who chats already is not sent away because others ask much.
    working_ = is_open_ ? endpoint_.pool.Take(*this) : endpoint_.pool.Offer(*this);
    if (!working_) failure_ = RefuseForNow(kWaitWhenBusy);
  }
  Advance();
}

void ChatCall::OnWriteDone(bool ok) {
  // The rooms may not be called with the lock held, and without it this may be gone.
  ChatRooms& rooms = endpoint_.rooms;
  bool has_room = false;
  {
    const std::lock_guard lock(mutex_);
    writing_ = false;
    moved_ = Steady::now();
    unwritten_bytes_ -= unwritten_.front().Length();
    unwritten_.pop_front();
    gone_ = gone_ || !ok;
    has_room = left_out_ && unwritten_bytes_ < kMostUnwritten / 2;
    if (has_room) left_out_ = false;
    Advance();
  }
  if (has_room) rooms.GoOn(*this);
}

void ChatCall::OnCancel() {
  const std::lock_guard lock(mutex_);
  gone_ = true;
  Advance();
}

void ChatCall::OnDone() {
  // Nobody tells it anything any more, and nobody looks for it.
  endpoint_.rooms.Leave(*this);
  endpoint_.open_chats.Remove(*this);
  // Whoever called Finish holds the lock until it is done with this object.
  { const std::lock_guard lock(mutex_); }
  if (failure_.ok()) {
    endpoint_.reporter.End(record_, context_.IsCancelled() ? Refuse(Reason::kCancelled) : failure_);
  }
  delete this;
}

std::size_t ChatCall::OnLines(std::span<const ConversationLine> lines) {
  // A token that ran out, or whose key was taken back, ends what it began.
  const absl::Status known = endpoint_.gate.Identify(context_).status();
  const std::lock_guard lock(mutex_);
  if (failure_.ok() && !known.ok()) failure_ = known;
  std::size_t taken = 0;
  for (const ConversationLine& line : lines) {
    if (unwritten_bytes_ >= kMostUnwritten) break;
    ++taken;
    v1::ChatResponse frame;
    Write(line, *frame.mutable_line());
    if (!may_see_) frame.mutable_line()->clear_text();
    talked_in_ = line.link.conversation;
    Push(frame);
  }
  left_out_ = taken < lines.size();
  Advance();
  return taken;
}

void ChatCall::OnWait() {
  const std::lock_guard lock(mutex_);
  const bool is_unread = left_out_ && Steady::now() - moved_ > endpoint_.longest_unread;
  if (is_unread && failure_.ok()) CutOff();
  Advance();
}

void ChatCall::OnHint(ChatHintKind kind, std::int64_t line) {
  const std::lock_guard lock(mutex_);
  Push(HintFrame(kind, line));
  Advance();
}

void ChatCall::Run() {
  absl::Status done;
  try {
    done = Take(incoming_);
  } catch (...) {
    done = absl::InternalError("an exception reached a chat");
  }
  const std::lock_guard lock(mutex_);
  working_ = false;
  if (failure_.ok() && !done.ok()) failure_ = std::move(done);
  Advance();
}

absl::Status ChatCall::Admit() {
  PARLEY_RETURN_IF_ERROR(CheckInTime(context_));
  PARLEY_ASSIGN_OR_RETURN(const CallerRef caller, endpoint_.gate.Identify(context_));
  if (caller_ == nullptr) caller_ = caller;
  record_.caller = caller_.get();
  return endpoint_.gate.Admit(endpoint_.plan, *caller_);
}

absl::Status ChatCall::Take(const grpc::ByteBuffer& bytes) {
  PARLEY_RETURN_IF_ERROR(Admit());
  PARLEY_RETURN_IF_ERROR(CheckSize(bytes));
  v1::ChatRequest frame;
  Violations violations;
  bool readable = ReadMessage(bytes, frame, violations);
  if (!is_open_) PARLEY_RETURN_IF_ERROR(Gate::CheckReach(endpoint_.plan, *caller_, frame));
  readable =
      readable && endpoint_.plan.shape->Check(frame, nullptr, Shape::Extent::kWhole, violations);
  // What is said wrongly is told, and the chat goes on.
  if (is_open_ && readable && frame.has_say() && !violations.empty()) {
    const std::lock_guard lock(mutex_);
    Push(RefusedFrame(frame.say().id(), violations.ToStatus()));
    return absl::OkStatus();
  }
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  if (!is_open_) return frame.has_open() ? Open(frame) : RefuseField("open", Fault::kRequired);
  switch (frame.frame_case()) {
    case v1::ChatRequest::kOpen:
      return RefuseField("open", Fault::kImmutable);
    case v1::ChatRequest::kSay:
      return Say(frame.say());
    case v1::ChatRequest::kTyping:
      endpoint_.rooms.Tell(
          *this, frame.typing().typing() ? ChatHintKind::kTyping : ChatHintKind::kStopped);
      return absl::OkStatus();
    case v1::ChatRequest::kRead:
      return Read(frame.read());
    case v1::ChatRequest::FRAME_NOT_SET:
      break;
  }
  return RefuseField("frame", Fault::kRequired);
}

Call ChatCall::CallFor(const google::protobuf::Message& request, RequestId id) const {
  Call call;
  call.tenant = caller_->tenant;
  call.principal = caller_->principal;
  call.method = endpoint_.plan.name;
  call.by_person = caller_->debtor.has_value();
  call.request_id = id;
  call.request = endpoint_.fingerprints.Of(BytesOf(request));
  return call;
}

absl::Status ChatCall::Open(const v1::ChatRequest& frame) {
  const v1::ChatOpen& open = frame.open();
  const std::optional<DebtorId> debtor = ParseDebtorName(open.parent());
  if (!debtor.has_value()) return RefuseField("open.parent", Fault::kMalformed);
  if (open.after_line() < 0) return RefuseField("open.after_line", Fault::kOutOfRange);
  debtor_ = *debtor;
  side_ = caller_->debtor.has_value() ? Direction::kInbound : Direction::kOutbound;
  may_see_ = caller_->scopes.contains(kPersonalDataScope);
  const Call call = CallFor(frame, {});
  if (side_ == Direction::kInbound) {
    PARLEY_RETURN_IF_ERROR(endpoint_.application.chat.Arrive(call, debtor_));
  } else {
    PARLEY_RETURN_IF_ERROR(
        endpoint_.application.directory.GetDebtor(call.tenant, debtor_).status());
  }
  const std::array subjects = {debtor_};
  if (may_see_) {
    PARLEY_RETURN_IF_ERROR(endpoint_.application.access_log.Record(call, subjects));
  }
  {
    const std::lock_guard lock(mutex_);
    Push(OpenedFrame(side_));
  }
  is_open_ = true;
  const bool joined = endpoint_.rooms.Join(*this, {call.tenant, debtor_, side_, open.after_line()});
  return joined ? absl::OkStatus() : Refuse(Reason::kQuotaExceeded, kTooMany);
}

absl::Status ChatCall::Say(const v1::ChatSay& say) {
  const std::optional<RequestId> id = RequestId::Parse(say.id());
  if (!id.has_value() || id->IsNil()) return RefuseField("say.id", Fault::kMalformed);
  const absl::Status said = Say(CallFor(say, *id), say);
  if (said.ok()) {
    endpoint_.rooms.Said(caller_->tenant, debtor_);
    return said;
  }
  // What breaks on our side ends the stream: the caller opens it again, and says it again.
  if (!IsRefusal(said)) return said;
  const std::lock_guard lock(mutex_);
  Push(RefusedFrame(say.id(), said));
  return absl::OkStatus();
}

absl::Status ChatCall::Say(const Call& call, const v1::ChatSay& say) {
  const Chat& chat = endpoint_.application.chat;
  const Chat::Words words{debtor_, say.text()};
  const auto as_person = [&](const InboundItem& item) {
    return BytesOf(AnswerFrame(say.id(), item));
  };
  const auto as_team = [&](const SendMessage::Sent& sent) {
    return BytesOf(AnswerFrame(say.id(), sent, endpoint_.application.words.In("")));
  };
  PARLEY_ASSIGN_OR_RETURN(const Answer answer, side_ == Direction::kInbound
                                                   ? chat.FromPerson(call, words, as_person)
                                                   : chat.FromTeam(call, words, as_team));
  v1::ChatResponse frame;
  if (!frame.ParseFromString(answer.bytes)) {
    return absl::InternalError("a stored answer does not parse");
  }
  const std::lock_guard lock(mutex_);
  Push(frame);
  return absl::OkStatus();
}

absl::Status ChatCall::Read(const v1::ChatRead& read) {
  std::optional<ConversationId> conversation;
  {
    const std::lock_guard lock(mutex_);
    conversation = talked_in_;
  }
  // Who was told nothing has read nothing.
  if (!conversation.has_value() || read.line() <= 0) return absl::OkStatus();
  const Call call = CallFor(read, {});
  PARLEY_RETURN_IF_ERROR(endpoint_.application.keep_conversation
                             .MarkRead(call, {debtor_, *conversation, std::nullopt}, side_,
                                       read.line(),
                                       [](const Conversation&) { return std::string(); })
                             .status());
  endpoint_.rooms.Tell(*this, ChatHintKind::kRead, read.line());
  return absl::OkStatus();
}

void ChatCall::Push(const v1::ChatResponse& frame) {
  if (finished_ || gone_ || !failure_.ok()) return;
  grpc::ByteBuffer bytes;
  bool own = false;
  grpc::GenericSerialize<grpc::ProtoBufferWriter, google::protobuf::Message>(frame, &bytes, &own);
  unwritten_bytes_ += bytes.Length();
  if (unwritten_.empty()) moved_ = Steady::now();
  unwritten_.push_back(std::move(bytes));
  // Answers and hints are small, but who asks without reading would make us keep them all.
  if (unwritten_bytes_ > 4 * kMostUnwritten) CutOff();
}

void ChatCall::CutOff() {
  failure_ = Refuse(Reason::kQuotaExceeded, kUnread);
  // What is being written is in the way of the status: then the caller gets the code alone.
  if (!writing_ || gone_) return;
  gone_ = true;
  grpc_call_cancel_with_status(context_.c_call(), GRPC_STATUS_RESOURCE_EXHAUSTED, kUnread, nullptr);
}

void ChatCall::Advance() {
  if (finished_) return;
  if (gone_ && failure_.ok()) failure_ = Refuse(Reason::kCancelled);
  const bool over = !failure_.ok() || leaving_;
  // What waits is of no use to who is cut off.
  if (over || gone_) {
    while (unwritten_.size() > (writing_ ? 1U : 0U)) {
      unwritten_bytes_ -= unwritten_.back().Length();
      unwritten_.pop_back();
    }
  }
  if (!writing_ && !unwritten_.empty()) {
    writing_ = true;
    StartWrite(&unwritten_.front());
  }
  if (!over && !reading_ && !read_all_ && !working_) {
    reading_ = true;
    incoming_.Clear();
    StartRead(&incoming_);
  }
  const bool done = over || read_all_;
  if (!done || working_ || writing_ || !unwritten_.empty()) return;
  finished_ = true;
  Finish(failure_.ok() ? grpc::Status::OK : endpoint_.reporter.End(record_, failure_));
}

}  // namespace parley::grpc_api
