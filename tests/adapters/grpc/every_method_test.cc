// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "parley/events/v1/event_service.pb.h"
#include "parley/v1/admin_service.pb.h"
#include "parley/v1/case_service.pb.h"
#include "parley/v1/communication_service.pb.h"
#include "parley/v1/creditor_service.pb.h"
#include "parley/v1/debt_service.pb.h"
#include "parley/v1/debtor_service.pb.h"
#include "parley/v1/inbound_service.pb.h"
#include "parley/v1/options.pb.h"
#include "parley/v1/plan_service.pb.h"
#include "parley/v1/rulebook_service.pb.h"
#include "parley/v1/template_service.pb.h"
#include "parley/v1/work_service.pb.h"
#include "tests/adapters/grpc/served_world.h"

// Every method of every service goes through the whole pipeline. The methods, their scopes and
// their targets are read from the descriptors, so that a new method is covered when it is declared.
namespace parley {
namespace {

using google::protobuf::DescriptorPool;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::MessageFactory;
using google::protobuf::MethodDescriptor;
using ::testing::Contains;
using ::testing::Not;
using ::testing::Pair;

constexpr const char* kServices[] = {
    "parley.v1.CreditorService",      "parley.v1.DebtorService",   "parley.v1.DebtService",
    "parley.v1.CommunicationService", "parley.v1.WorkService",     "parley.v1.AdminService",
    "parley.v1.RulebookService",      "parley.v1.TemplateService", "parley.events.v1.EventService",
    "parley.v1.CaseService",          "parley.v1.PlanService",     "parley.v1.InboundService",
    "parley.v1.ConversationService"};

std::vector<const MethodDescriptor*> MethodsOfTheApi() {
  // The descriptors are in the program because their messages are.
  static_cast<void>(v1::GetCreditorRequest::descriptor());
  static_cast<void>(v1::GetDebtorRequest::descriptor());
  static_cast<void>(v1::GetDebtRequest::descriptor());
  static_cast<void>(v1::GetCommunicationRequest::descriptor());
  static_cast<void>(v1::ListWorkRequest::descriptor());
  static_cast<void>(v1::GetComplaintRequest::descriptor());
  static_cast<void>(v1::ListPromisesRequest::descriptor());
  static_cast<void>(v1::GetInboundRequest::descriptor());
  static_cast<void>(v1::ListKillSwitchesRequest::descriptor());
  static_cast<void>(v1::ListRulebooksRequest::descriptor());
  static_cast<void>(v1::ListTemplatesRequest::descriptor());
  static_cast<void>(events::v1::ListDeadLettersRequest::descriptor());
  std::vector<const MethodDescriptor*> methods;
  for (const char* name : kServices) {
    const auto* const service = DescriptorPool::generated_pool()->FindServiceByName(name);
    for (int i = 0; i < service->method_count(); ++i) {
      // What never ends by itself has tests of its own.
      const MethodDescriptor* const method = service->method(i);
      if (!method->server_streaming() || method->client_streaming()) methods.push_back(method);
    }
  }
  return methods;
}

std::string FullName(const MethodDescriptor& method) {
  return absl::StrCat(method.service()->full_name(), "/", method.name());
}

const v1::MethodRules& RulesOf(const MethodDescriptor& method) {
  return method.options().GetExtension(v1::method);
}

std::unique_ptr<Message> RequestOf(const MethodDescriptor& method) {
  return std::unique_ptr<Message>(
      MessageFactory::generated_factory()->GetPrototype(method.input_type())->New());
}

// Sets a text somewhere in a message, and makes the messages and elements on the way to it.
void SetText(Message& message, const std::vector<const FieldDescriptor*>& route,
             const std::string& text) {
  Message* at = &message;
  for (const FieldDescriptor* field : route) {
    const auto* const reflection = at->GetReflection();
    if (field->message_type() != nullptr) {
      at = field->is_repeated() ? reflection->AddMessage(at, field)
                                : reflection->MutableMessage(at, field);
    } else if (field->is_repeated()) {
      reflection->AddString(at, field, text);
    } else {
      reflection->SetString(at, field, text);
    }
  }
}

std::string PathOf(const std::vector<const FieldDescriptor*>& route) {
  std::string path;
  for (const FieldDescriptor* field : route) {
    absl::StrAppend(&path, path.empty() ? "" : ".", field->name(),
                    field->is_repeated() ? "[0]" : "");
  }
  return path;
}

// Every text that a caller may send in a message of this type.
void ForEachText(const google::protobuf::Descriptor& type,
                 std::vector<const FieldDescriptor*>& route,
                 const std::function<void(const std::vector<const FieldDescriptor*>&)>& visit) {
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor* const field = type.field(i);
    if (field->options().GetExtension(v1::field).output_only()) continue;
    route.push_back(field);
    if (field->type() == FieldDescriptor::TYPE_STRING) visit(route);
    if (field->message_type() != nullptr) ForEachText(*field->message_type(), route, visit);
    route.pop_back();
  }
}

std::vector<const FieldDescriptor*> RouteTo(const google::protobuf::Descriptor& type,
                                            const std::string& path) {
  std::vector<const FieldDescriptor*> route;
  const google::protobuf::Descriptor* at = &type;
  const std::vector<std::string> names = absl::StrSplit(path, '.');
  for (const std::string& name : names) {
    route.push_back(at->FindFieldByName(name));
    at = route.back()->message_type();
  }
  return route;
}

class EveryMethod : public ::testing::TestWithParam<const MethodDescriptor*> {
 public:
  const MethodDescriptor& method() const { return *GetParam(); }
  std::unique_ptr<Message> request() const { return RequestOf(method()); }

  Reply Call(const Message& request, const CallOptions& options = {}) {
    return served_.CallRaw("/" + FullName(method()), request.SerializeAsString(), options);
  }

  void ExpectSeen(absl::StatusCode code, const std::string& reason) {
    const FakeObserver::Seen seen{FullName(method()), code, reason};
    EXPECT_THAT(served_.observer.finished(), ::testing::ElementsAre(seen));
    EXPECT_EQ(served_.observer.started(), 1);
  }

  // Every malformed text is told by its path and code.
  void ExpectToldOf(const std::string& bad_text, const std::string& code) {
    std::vector<const FieldDescriptor*> route;
    ForEachText(*method().input_type(), route, [&](const auto& text) {
      // What is wrong with a row is its verdict, and no error of the call.
      if (text.front()->name() == "rows") return;
      const std::unique_ptr<Message> asked = request();
      SetText(*asked, text, bad_text);
      const Reply reply = Call(*asked);
      EXPECT_EQ(reply.reason(), "FIELD_INVALID") << PathOf(text);
      EXPECT_THAT(reply.violations(), Contains(Pair(PathOf(text), code)));
    });
  }

  ServedWorld served_;
};

TEST_P(EveryMethod, RefusesACallWithoutAToken) {
  const Reply reply = Call(*request(), {.token = ""});
  EXPECT_EQ(reply.status.error_code(), grpc::StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(reply.reason(), "CREDENTIALS_INVALID");
  ExpectSeen(absl::StatusCode::kUnauthenticated, "CREDENTIALS_INVALID");
}

TEST_P(EveryMethod, RefusesATokenThatIsNotKnown) {
  const Reply reply = Call(*request(), {.token = "another"});
  EXPECT_EQ(reply.reason(), "CREDENTIALS_INVALID");
}

TEST_P(EveryMethod, TellsNothingElseToACallerWhoIsNotKnown) {
  const Reply reply = served_.CallRaw("/" + FullName(method()), "\xff no message", {.token = ""});
  EXPECT_EQ(reply.reason(), "CREDENTIALS_INVALID");
}

TEST_P(EveryMethod, RefusesACallerWithEveryScopeButItsOwn) {
  const std::string others = absl::StrReplaceAll(kEveryScope, {{RulesOf(method()).scope(), ""}});
  served_.GiveToken("poor", others);
  const Reply reply = Call(*request(), {.token = "poor"});
  EXPECT_EQ(reply.status.error_code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(reply.reason(), "ACCESS_DENIED");
  ExpectSeen(absl::StatusCode::kPermissionDenied, "ACCESS_DENIED");
}

TEST_P(EveryMethod, KeepsATokenThatIsBoundToOneDebtorUnderIt) {
  const Debtor own = served_.world.MakeDebtor("own");
  served_.GiveToken("bound", kEveryScope, own.id);
  const std::string own_name = "debtors/" + own.id.ToString();
  const std::string& target = RulesOf(method()).target();
  for (const std::string& name :
       {std::string(), std::string("debtors/-"), own_name + "0", std::string("creditors/x"),
        "debtors/" + NumberedUuid(77).ToString() + "/debts/" + NumberedUuid(78).ToString()}) {
    const std::unique_ptr<Message> asked = request();
    if (!target.empty()) SetText(*asked, RouteTo(*method().input_type(), target), name);
    EXPECT_EQ(Call(*asked, {.token = "bound"}).reason(), "ACCESS_DENIED") << name;
  }
  if (target.empty()) return;
  const std::unique_ptr<Message> asked = request();
  SetText(*asked, RouteTo(*method().input_type(), target), own_name);
  EXPECT_NE(Call(*asked, {.token = "bound"}).reason(), "ACCESS_DENIED");
}

TEST_P(EveryMethod, KeepsATokenThatIsBoundToOneDebtorFromNamingAnother) {
  const Debtor own = served_.world.MakeDebtor("own");
  served_.GiveToken("bound", kEveryScope, own.id);
  const std::string another = "debtors/" + NumberedUuid(77).ToString();
  const std::string& target = RulesOf(method()).target();
  if (target.empty()) return;
  std::vector<const FieldDescriptor*> route;
  ForEachText(*method().input_type(), route, [&](const auto& text) {
    const std::unique_ptr<Message> asked = request();
    SetText(*asked, RouteTo(*method().input_type(), target), "debtors/" + own.id.ToString());
    SetText(*asked, text, another);
    EXPECT_EQ(Call(*asked, {.token = "bound"}).reason(), "ACCESS_DENIED") << PathOf(text);
  });
}

TEST_P(EveryMethod, RefusesBytesThatAreNoMessage) {
  const Reply reply = served_.CallRaw("/" + FullName(method()), "\xff\xff\xff");
  EXPECT_EQ(reply.status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(reply.reason(), "FIELD_INVALID");
  ExpectSeen(absl::StatusCode::kInvalidArgument, "FIELD_INVALID");
}

TEST_P(EveryMethod, TellsOfEachFieldThatIsRequiredAndMissing) {
  const Reply reply = Call(*request());
  for (int i = 0; i < method().input_type()->field_count(); ++i) {
    const FieldDescriptor* const field = method().input_type()->field(i);
    if (!field->options().GetExtension(v1::field).required()) continue;
    EXPECT_EQ(reply.reason(), "FIELD_INVALID");
    EXPECT_THAT(reply.violations(), Contains(Pair(field->name(), "REQUIRED")));
  }
}

TEST_P(EveryMethod, TellsOfAControlCharacterInAnyText) {
  ExpectToldOf(std::string("a\0b", 3), "CONTROL_CHARACTER");
}

TEST_P(EveryMethod, TellsOfATextThatIsNotUtf8) { ExpectToldOf("caf\xe9", "NOT_UTF8"); }

TEST_P(EveryMethod, RefusesAMutationWithoutARequestId) {
  if (RulesOf(method()).idempotency() != v1::IDEMPOTENCY_REQUEST_ID) return;
  EXPECT_THAT(Call(*request()).violations(), Contains(Pair("request_id", "REQUIRED")));
  const std::unique_ptr<Message> asked = request();
  SetText(*asked, RouteTo(*method().input_type(), "request_id"), "7");
  EXPECT_THAT(Call(*asked).violations(), Contains(Pair("request_id", "MALFORMED")));
}

TEST_P(EveryMethod, RefusesANegativePageSize) {
  const FieldDescriptor* const field = method().input_type()->FindFieldByName("page_size");
  if (field == nullptr) return;
  const std::unique_ptr<Message> asked = request();
  asked->GetReflection()->SetInt32(asked.get(), field, -1);
  EXPECT_THAT(Call(*asked).violations(), Contains(Pair("page_size", "NEGATIVE")));
}

TEST_P(EveryMethod, RefusesAMessageOfTwoMebibytes) {
  const Reply reply =
      served_.CallRaw("/" + FullName(method()), std::string(std::size_t{2} << 20U, 'a'));
  EXPECT_EQ(reply.status.error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(reply.reason(), "QUOTA_EXCEEDED");
  EXPECT_THAT(reply.metadata(), Contains(Pair("most_bytes", "1048576")));
}

TEST_P(EveryMethod, IsServed) {
  const Reply reply = Call(*request());
  EXPECT_NE(reply.status.error_code(), grpc::StatusCode::UNIMPLEMENTED);
  EXPECT_NE(reply.status.error_code(), grpc::StatusCode::INTERNAL);
}

TEST_P(EveryMethod, WritesOneRecordWithoutWhatWasAsked) {
  const std::unique_ptr<Message> asked = request();
  std::vector<const FieldDescriptor*> route;
  ForEachText(*method().input_type(), route, [&](const auto& text) {
    if (text.back()->is_repeated() || text.front()->is_repeated()) return;
    SetText(*asked, text, "Canary Example");
  });
  Call(*asked);
  ASSERT_THAT(served_.log.records(), ::testing::SizeIs(1));
  const FakeLog::Record record = served_.log.records().front();
  EXPECT_THAT(record.fields, Contains(Pair("method", FullName(method()))));
  EXPECT_THAT(record.fields, Contains(Pair("principal", "token")));
  for (const auto& [name, value] : record.fields)
    EXPECT_THAT(value, Not(::testing::HasSubstr("Canary")));
}

INSTANTIATE_TEST_SUITE_P(Api, EveryMethod, ::testing::ValuesIn(MethodsOfTheApi()),
                         [](const auto& tested) { return tested.param->name(); });

}  // namespace
}  // namespace parley
