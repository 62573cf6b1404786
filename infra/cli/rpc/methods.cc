// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/rpc/methods.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "parley/events/v1/event_service.pb.h"
#include "parley/v1/admin_service.pb.h"
#include "parley/v1/case_service.pb.h"
#include "parley/v1/communication_service.pb.h"
#include "parley/v1/conversation_service.pb.h"
#include "parley/v1/creditor_service.pb.h"
#include "parley/v1/debt_service.pb.h"
#include "parley/v1/debtor_service.pb.h"
#include "parley/v1/inbound_service.pb.h"
#include "parley/v1/plan_service.pb.h"
#include "parley/v1/rulebook_service.pb.h"
#include "parley/v1/template_service.pb.h"
#include "parley/v1/work_service.pb.h"

namespace parley::cli {
namespace {

using google::protobuf::FileDescriptor;
using google::protobuf::MethodDescriptor;
using google::protobuf::ServiceDescriptor;

// A message of each service's file: to name it is to link the file's descriptors.
std::vector<const FileDescriptor*> ServiceFiles() {
  return {v1::GetCreditorRequest::descriptor()->file(),
          v1::GetDebtorRequest::descriptor()->file(),
          v1::GetDebtRequest::descriptor()->file(),
          v1::GetCommunicationRequest::descriptor()->file(),
          v1::GetInboundRequest::descriptor()->file(),
          v1::GetConversationRequest::descriptor()->file(),
          v1::GetComplaintRequest::descriptor()->file(),
          v1::ListPromisesRequest::descriptor()->file(),
          v1::ListWorkRequest::descriptor()->file(),
          v1::ListKillSwitchesRequest::descriptor()->file(),
          v1::ListRulebooksRequest::descriptor()->file(),
          v1::ListTemplatesRequest::descriptor()->file(),
          events::v1::WatchRequest::descriptor()->file()};
}

bool IsNamed(const MethodDescriptor& method, const std::string& dotted) {
  return method.name() == dotted || ShortName(method) == dotted || method.full_name() == dotted;
}

}  // namespace

std::vector<const MethodDescriptor*> AllMethods() {
  std::vector<const MethodDescriptor*> methods;
  for (const FileDescriptor* file : ServiceFiles()) {
    for (int at = 0; at < file->service_count(); ++at) {
      const ServiceDescriptor& service = *file->service(at);
      for (int index = 0; index < service.method_count(); ++index) {
        methods.push_back(service.method(index));
      }
    }
  }
  return methods;
}

absl::StatusOr<const MethodDescriptor*> FindMethod(std::string_view name) {
  std::string dotted(name);
  if (!dotted.empty() && dotted.front() == '/') dotted.erase(0, 1);
  std::replace(dotted.begin(), dotted.end(), '/', '.');
  std::vector<const MethodDescriptor*> found;
  for (const MethodDescriptor* method : AllMethods()) {
    if (IsNamed(*method, dotted)) found.push_back(method);
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    return absl::InvalidArgumentError(
        absl::StrCat("there is no method ", dotted, "; `parley call --list` shows all"));
  }
  const auto append = [](std::string* out, const MethodDescriptor* method) {
    absl::StrAppend(out, ShortName(*method));
  };
  return absl::InvalidArgumentError(
      absl::StrCat("the name ", dotted, " may be any of ", absl::StrJoin(found, ", ", append)));
}

std::string ShortName(const MethodDescriptor& method) {
  return absl::StrCat(method.service()->name(), ".", method.name());
}

std::string PathOf(const MethodDescriptor& method) {
  return absl::StrCat("/", method.service()->full_name(), "/", method.name());
}

}  // namespace parley::cli
