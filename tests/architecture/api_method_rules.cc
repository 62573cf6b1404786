// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "parley/v1/options.pb.h"
#include "tests/architecture/api_descriptors.h"
#include "tests/architecture/api_rules.h"

namespace parley::architecture {

namespace pb = google::protobuf;

namespace {

const v1::MethodRules& RulesOf(const pb::MethodDescriptor& method) {
  return method.options().GetExtension(v1::method);
}

bool IsMutation(const pb::MethodDescriptor& method) {
  return RulesOf(method).effect() == v1::EFFECT_MUTATION;
}

bool HasField(const pb::Descriptor& message, std::string_view path,
              pb::FieldDescriptor::Type type) {
  const pb::FieldDescriptor* field = FieldAt(message, path);
  return field != nullptr && field->type() == type && !field->is_repeated();
}

bool HasText(const pb::Descriptor& message, std::string_view path) {
  return HasField(message, path, pb::FieldDescriptor::TYPE_STRING);
}

// `parley.debt.` for DebtService.
// What people send, promise and raise is granted with what it is about.
std::vector<std::string> ScopeStemsOf(const pb::ServiceDescriptor& service) {
  if (service.name() == "InboundService") return {"parley.communication."};
  if (service.name() == "ConversationService") return {"parley.communication."};
  if (service.name() == "PlanService") return {"parley.debtor."};
  if (service.name() == "CaseService") return {"parley.debtor.", "parley.debt."};
  std::string noun = service.name().substr(0, service.name().rfind("Service"));
  std::transform(noun.begin(), noun.end(), noun.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  return {absl::StrCat("parley.", noun, ".")};
}

// Who may say yes or no to what somebody else asked for is granted apart, whatever it is about.
bool IsDecision(const pb::MethodDescriptor& method) {
  return method.name() == "Approve" || method.name() == "ApproveTemplate" ||
         method.name() == "Reject" || method.name() == "ReleaseMessage" ||
         method.name() == "ReleaseText";
}

// A provider tells what happened, as often as it likes and in any order.
bool IsReport(const pb::MethodDescriptor& method) {
  return absl::StartsWith(method.name(), "Report") &&
         HasText(*method.input_type(), "provider_reference");
}

void CheckScope(const pb::FileDescriptor& file, Complaints& complaints) {
  ForEachMethod(file, [&](const pb::MethodDescriptor& method) {
    std::vector<std::string> scopes = ScopeStemsOf(*method.service());
    for (std::string& scope : scopes) scope += IsMutation(method) ? "write" : "read";
    if (IsDecision(method)) scopes = {"parley.approve"};
    if (std::find(scopes.begin(), scopes.end(), RulesOf(method).scope()) == scopes.end()) {
      complaints.push_back(
          absl::StrCat(method.full_name(), ": its scope is to be ", absl::StrJoin(scopes, " or ")));
    }
  });
}

void CheckEffect(const pb::FileDescriptor& file, Complaints& complaints) {
  ForEachMethod(file, [&](const pb::MethodDescriptor& method) {
    if (RulesOf(method).effect() == v1::EFFECT_UNSPECIFIED) {
      complaints.push_back(absl::StrCat(method.full_name(), ": declares no effect"));
    }
  });
}

void CheckIdempotency(const pb::FileDescriptor& file, Complaints& complaints) {
  ForEachMethod(file, [&](const pb::MethodDescriptor& method) {
    const v1::Idempotency idempotency = RulesOf(method).idempotency();
    if (idempotency == v1::IDEMPOTENCY_UNSPECIFIED) {
      complaints.push_back(absl::StrCat(method.full_name(), ": declares no idempotency"));
    } else if (idempotency == v1::IDEMPOTENCY_BY_REFERENCE && !method.client_streaming() &&
               !IsReport(method)) {
      complaints.push_back(absl::StrCat(
          method.full_name(), ": only rows and reports are idempotent by their reference"));
    } else if (IsMutation(method) == (idempotency == v1::IDEMPOTENCY_NONE)) {
      complaints.push_back(absl::StrCat(method.full_name(),
                                        ": a mutation, and nothing else, is idempotent by a key"));
    }
  });
}

void CheckTarget(const pb::FileDescriptor& file, Complaints& complaints) {
  ForEachMethod(file, [&](const pb::MethodDescriptor& method) {
    const std::string& target = RulesOf(method).target();
    if (!target.empty() && !HasText(*method.input_type(), target)) {
      complaints.push_back(
          absl::StrCat(method.full_name(), ": its target ", target, " is no text of its request"));
    }
  });
}

void CheckRequestId(const pb::FileDescriptor& file, Complaints& complaints) {
  ForEachMethod(file, [&](const pb::MethodDescriptor& method) {
    const pb::FieldDescriptor* field = method.input_type()->FindFieldByName("request_id");
    const bool required = field != nullptr && field->type() == pb::FieldDescriptor::TYPE_STRING &&
                          field->options().GetExtension(v1::field).required();
    const bool by_reference = RulesOf(method).idempotency() == v1::IDEMPOTENCY_BY_REFERENCE;
    if (IsMutation(method) && !required && !by_reference) {
      complaints.push_back(absl::StrCat(method.full_name(), ": a mutation requires a request_id"));
    }
  });
}

void CheckPages(const pb::FileDescriptor& file, Complaints& complaints) {
  ForEachMethod(file, [&](const pb::MethodDescriptor& method) {
    if (!absl::StartsWith(method.name(), "List")) return;
    const bool asks =
        HasField(*method.input_type(), "page_size", pb::FieldDescriptor::TYPE_INT32) &&
        HasText(*method.input_type(), "page_token");
    const bool answers = HasText(*method.output_type(), "next_page_token") &&
                         method.output_type()->field(0)->is_repeated();
    if (!asks || !answers) {
      complaints.push_back(absl::StrCat(method.full_name(), ": a list has pages"));
    }
  });
}

void CheckEtag(const pb::FileDescriptor& file, Complaints& complaints) {
  ForEachMethod(file, [&](const pb::MethodDescriptor& method) {
    const pb::Descriptor& request = *method.input_type();
    const std::string& target = RulesOf(method).target();
    if (IsMutation(method) && target == "name" && !IsReport(method) && !HasText(request, "etag")) {
      complaints.push_back(
          absl::StrCat(method.full_name(), ": a verb on a resource takes an etag"));
    }
    if (!absl::StartsWith(method.name(), "Update")) return;
    const bool carries = request.field_count() > 0 && request.field(0)->message_type() != nullptr &&
                         HasText(*request.field(0)->message_type(), "etag");
    const pb::FieldDescriptor* mask = request.FindFieldByName("update_mask");
    const bool masked = mask != nullptr && mask->message_type() != nullptr &&
                        mask->message_type()->full_name() == "google.protobuf.FieldMask";
    if (!carries || !masked) {
      complaints.push_back(
          absl::StrCat(method.full_name(), ": an update takes a resource with an etag and a mask"));
    }
  });
}

void CheckServiceFile(const pb::FileDescriptor& file, Complaints& complaints) {
  const int expected = absl::EndsWith(file.name(), "_service.proto") ? 1 : 0;
  if (file.service_count() != expected) {
    complaints.push_back(
        absl::StrCat(file.name(), ": a service has a file of its own, named *_service.proto"));
  }
}

}  // namespace

std::vector<ApiRule> MethodRulesOfTheApi() {
  return {
      {"AMethodDeclaresTheScopeOfItsService", CheckScope},
      {"AMethodDeclaresItsEffect", CheckEffect},
      {"AMethodDeclaresItsIdempotency", CheckIdempotency},
      {"ATargetIsATextOfTheRequest", CheckTarget},
      {"AMutationRequiresARequestId", CheckRequestId},
      {"AListHasPages", CheckPages},
      {"AChangeOfAResourceTakesAnEtag", CheckEtag},
      {"AServiceHasAFileOfItsOwn", CheckServiceFile},
  };
}

}  // namespace parley::architecture
