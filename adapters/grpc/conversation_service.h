// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERSATION_SERVICE_H_
#define PARLEY_ADAPTERS_GRPC_CONVERSATION_SERVICE_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/callback_methods.h"
#include "adapters/grpc/reflection_methods.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "parley/v1/conversation_service.pb.h"

namespace parley::grpc_api {

// Serves parley.v1.ConversationService: itself what is about conversations, and others what is
// about wishes to be called and reflections.
class ConversationService {
 public:
  explicit ConversationService(const ServiceParts& parts)
      : parts_(parts), callbacks_(parts), reflections_(parts) {}

  // They refer to this object.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::Status Get(const Incoming& in, const v1::GetConversationRequest& request,
                   v1::Conversation& response) const;
  absl::Status List(const Incoming& in, const v1::ListConversationsRequest& request,
                    v1::ListConversationsResponse& response) const;
  absl::Status ListLines(const Incoming& in, const v1::ListConversationLinesRequest& request,
                         v1::ListConversationLinesResponse& response) const;
  absl::StatusOr<Answer> Assign(const Incoming& in,
                                const v1::AssignConversationRequest& request) const;
  absl::StatusOr<Answer> Snooze(const Incoming& in,
                                const v1::SnoozeConversationRequest& request) const;
  absl::StatusOr<Answer> Resolve(const Incoming& in,
                                 const v1::ResolveConversationRequest& request) const;
  absl::StatusOr<Answer> Reopen(const Incoming& in,
                                const v1::ReopenConversationRequest& request) const;
  absl::StatusOr<Answer> Note(const Incoming& in,
                              const v1::AddConversationNoteRequest& request) const;
  absl::Status SumUp(const Incoming& in, const v1::SummariseHandoverRequest& request,
                     v1::Handover& response) const;

  ServiceParts parts_;
  CallbackMethods callbacks_;
  ReflectionMethods reflections_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERSATION_SERVICE_H_
