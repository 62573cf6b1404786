// SPDX-License-Identifier: Apache-2.0
// Any method, by its descriptor; errors with all their details; exit codes.
#include <gmock/gmock.h>

#include <set>
#include <string>

#include "google/protobuf/descriptor.pb.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/error_info.pb.h"
#include "google/rpc/status.pb.h"
#include "infra/cli/cli.h"
#include "infra/cli/client/client.h"
#include "infra/cli/client/rpc_error.h"
#include "infra/cli/output/print_error.h"
#include "infra/cli/rpc/methods.h"
#include "nlohmann/json.hpp"
#include "tests/system/cli_fake_service.h"
#include "tests/system/cli_run.h"
#include "tests/system/support/files.h"
#include "tests/system/support/process.h"

namespace parley::cli {
namespace {

using system_test::ReadFile;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Not;

TEST(Methods, AreThoseOfTheApiAndNoOthers) {
  google::protobuf::FileDescriptorSet api;
  ASSERT_TRUE(api.ParseFromString(ReadFile(system_test::Built("api/parley.binpb"))));
  std::set<std::string> expected;
  for (const auto& proto : api.file()) {
    for (const auto& service : proto.service()) {
      for (const auto& method : service.method()) {
        expected.insert(proto.package() + "." + service.name() + "." + method.name());
      }
    }
  }
  std::set<std::string> known;
  for (const auto* method : AllMethods()) known.insert(method->full_name());
  EXPECT_EQ(known, expected);
}

TEST(Methods, AreFoundByEachOfTheirNames) {
  for (const char* name : {"DebtService.GetDebt", "DebtService/GetDebt", "GetDebt",
                           "parley.v1.DebtService.GetDebt", "/parley.v1.DebtService/GetDebt"}) {
    const auto method = FindMethod(name);
    ASSERT_TRUE(method.ok()) << method.status();
    EXPECT_EQ(PathOf(**method), "/parley.v1.DebtService/GetDebt");
  }
  EXPECT_THAT(std::string(FindMethod("GetDeb").status().message()), HasSubstr("--list"));
}

TEST(ServiceConfig, IsTheOneThatClientsAreGiven) {
  EXPECT_EQ(nlohmann::json::parse(ServiceConfigJson()),
            nlohmann::json::parse(ReadFile("api/service_config.json")));
}

grpc::Status DetailedError() {
  google::rpc::Status details;
  google::rpc::ErrorInfo info;
  info.set_domain("parley");
  info.set_reason("FIELD_INVALID");
  (*info.mutable_metadata())["debt"] = "debtors/a/debts/b";
  details.add_details()->PackFrom(info);
  google::rpc::BadRequest bad_request;
  google::rpc::BadRequest::FieldViolation& violation = *bad_request.add_field_violations();
  violation.set_field("entries[0].amount");
  violation.set_description("The amount must be above zero.");
  violation.GetReflection()
      ->MutableUnknownFields(&violation)
      ->AddLengthDelimited(3, "NOT_POSITIVE");
  details.add_details()->PackFrom(bad_request);
  google::rpc::RetryInfo retry;
  retry.mutable_retry_delay()->set_seconds(1);
  retry.mutable_retry_delay()->set_nanos(500'000'000);
  details.add_details()->PackFrom(retry);
  return {grpc::StatusCode::INVALID_ARGUMENT, "The request has malformed fields.",
          details.SerializeAsString()};
}

TEST(Errors, AreShownWithAllTheirDetails) {
  EXPECT_EQ(ErrorText(ReportOf(FromGrpc(DetailedError()))),
            "INVALID_ARGUMENT FIELD_INVALID: The request has malformed fields.\n"
            "  entries[0].amount: NOT_POSITIVE The amount must be above zero.\n"
            "  retry after 1.5s\n"
            "  debt: debtors/a/debts/b\n");
}

TEST(Errors, ShowWhatHasSeveralLinesOneBelowTheOther) {
  ErrorReport report;
  report.code = "FAILED_PRECONDITION";
  report.message = "No.";
  report.metadata["findings"] = "first\nsec\x1b[1mond";
  EXPECT_EQ(ErrorText(report),
            "FAILED_PRECONDITION: No.\n"
            "  findings: first\n"
            "    sec\xEF\xBF\xBD[1mond\n");
}

TEST(Errors, TellWhatAFailedPreconditionIsAboutWhereThatIsKnown) {
  google::rpc::Status details;
  google::rpc::PreconditionFailure failure;
  for (const char* subject : {"debtors/a/debts/b", ""}) {
    auto& violation = *failure.add_violations();
    violation.set_subject(subject);
    violation.set_type("DEBT_NOT_RECEIVED");
    violation.set_description("It has left the state RECEIVED.");
  }
  details.add_details()->PackFrom(failure);
  const grpc::Status refused{grpc::StatusCode::FAILED_PRECONDITION, "No.",
                             details.SerializeAsString()};
  EXPECT_EQ(ErrorText(ReportOf(FromGrpc(refused))),
            "FAILED_PRECONDITION: No.\n"
            "  debtors/a/debts/b: DEBT_NOT_RECEIVED It has left the state RECEIVED.\n"
            "  DEBT_NOT_RECEIVED It has left the state RECEIVED.\n");
}

TEST(Errors, AreOneJsonObjectWhenAsked) {
  const auto json = nlohmann::json::parse(ErrorJson(ReportOf(FromGrpc(DetailedError()))));
  const auto& error = json.at("error");
  EXPECT_EQ(error.at("code"), "INVALID_ARGUMENT");
  EXPECT_EQ(error.at("reason"), "FIELD_INVALID");
  EXPECT_EQ(error.at("violations").at(0).at("reason"), "NOT_POSITIVE");
  EXPECT_EQ(error.at("retry_delay_seconds"), 1.5);
  EXPECT_EQ(error.at("metadata").at("debt"), "debtors/a/debts/b");
}

TEST(Errors, NameTheCallWhoseEffectNobodyKnows) {
  const absl::Status in_doubt = WithRequestId(absl::UnavailableError("gone"), "the-id");
  EXPECT_THAT(ErrorText(ReportOf(in_doubt)), HasSubstr("request_id: the-id"));
  const absl::Status certain = WithRequestId(absl::NotFoundError("none"), "the-id");
  EXPECT_THAT(ErrorText(ReportOf(certain)), Not(HasSubstr("the-id")));
}

TEST(Errors, HaveAnExitCodeEach) {
  EXPECT_EQ(ExitCodeOf(absl::OkStatus()), 0);
  EXPECT_EQ(ExitCodeOf(absl::NotFoundError("")), 15);
  EXPECT_EQ(ExitCodeOf(absl::UnavailableError("")), 24);
}

class CallOverAFake : public testing::Test {
 public:
  CliResult Call(std::vector<std::string> arguments, const std::string& input = {}) {
    arguments.insert(arguments.begin(), {"--address", service_.address(), "call"});
    return RunInProcess(arguments, {}, input);
  }

  FakeService service_;
};

TEST_F(CallOverAFake, PrintsTheAnswerAsJson) {
  const CliResult text = Call({"GetDebt", R"({"name": "debtors/d/debts/1"})"});
  EXPECT_EQ(text.exit_code, 0) << text.err;
  EXPECT_THAT(text.out, HasSubstr(" \"name\": \"debtors/d/debts/1\",\n"));
  const CliResult line = Call({"GetDebt", R"({"name": "debtors/d/debts/1"})", "-o", "json"});
  EXPECT_THAT(line.out, MatchesRegex("\\{\"name\":\"debtors/d/debts/1\",[^\n]*\\}\n"));
}

TEST_F(CallOverAFake, EndsWithTheCodeOfARefusal) {
  const CliResult result = Call({"GetDebt", R"({"name": "elsewhere"})"});
  EXPECT_EQ(result.exit_code, 15);
  EXPECT_EQ(result.err, "NOT_FOUND DEBT_NOT_FOUND: refused by the fake\n");
  EXPECT_THAT(result.out, IsEmpty());
}

TEST_F(CallOverAFake, FillsInARequestIdThatIsMissing) {
  EXPECT_THAT(Call({"PostEntries", "{}"}).out, HasSubstr("\"etag\": \""));
  const auto etag = [this](const std::string& request) {
    const CliResult result = Call({"PostEntries", request, "-o", "json"});
    return nlohmann::json::parse(result.out).at("debt").at("etag").get<std::string>();
  };
  EXPECT_THAT(etag("{}"), MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-"
                                       "[0-9a-f]{12}"));
  EXPECT_NE(etag("{}"), etag("{}"));
  EXPECT_EQ(etag(R"({"request_id": "mine"})"), "mine");
  EXPECT_EQ(etag(R"({"requestId": "mine"})"), "mine");
}

TEST_F(CallOverAFake, StreamsAnArrayAndLinesOfTheInput) {
  const std::string first =
      R"({"options": {}, "rows": [{"row_number": 1, "debt": {"external_ref": "A"}}]})";
  const std::string second = R"({"rows": [{"row_number": 2, "debt": {"external_ref": "B"}}]})";
  const CliResult array = Call({"ImportDebts", "[" + first + "," + second + "]", "-o", "json"});
  EXPECT_EQ(array.exit_code, 0) << array.err;
  EXPECT_THAT(array.out,
              AllOf(HasSubstr("IMPORT_OUTCOME_PLACED"), HasSubstr("\"row_number\":\"2\"")));
  const CliResult lines = Call({"ImportDebts", "-", "-o", "json"}, first + "\n\n" + second + "\n");
  EXPECT_EQ(lines.exit_code, 0) << lines.err;
  EXPECT_THAT(lines.out,
              AllOf(HasSubstr("IMPORT_OUTCOME_DUPLICATE"), HasSubstr("\"row_number\":\"2\"")));
}

TEST_F(CallOverAFake, RefusesJsonThatIsNoRequestBeforeItCalls) {
  const CliResult unknown = Call({"GetDebt", R"({"nam": "x"})"});
  EXPECT_EQ(unknown.exit_code, 13);
  EXPECT_THAT(unknown.err, HasSubstr("parley.v1.GetDebtRequest"));
  EXPECT_EQ(Call({"ImportDebts", "[{"}).exit_code, 13);
  EXPECT_EQ(Call({"ImportDebts", "-"}, "{\"rows\": 3}\n").exit_code, 13);
}

TEST_F(CallOverAFake, SendsTheTokenOfItsFile) {
  const system_test::ScratchFolder folder;
  system_test::WriteFile(folder / "token", "secret-token\n");
  Call({"GetDebt", R"({"name": "debtors/d/debts/1"})", "--token-file", folder / "token"});
  EXPECT_THAT(service_.tokens, ElementsAre("Bearer secret-token"));
}

TEST(CommandLine, ListsEveryMethodWithItsScope) {
  const CliResult list = RunInProcess({"call", "--list"});
  EXPECT_EQ(list.exit_code, 0);
  EXPECT_THAT(list.out,
              AllOf(HasSubstr("DebtService.ImportDebts"), HasSubstr("parley.debt.write")));
  const CliResult json = RunInProcess({"call", "--list", "-o", "json"});
  EXPECT_EQ(nlohmann::json::parse(json.out).size(), AllMethods().size());
}

TEST(CommandLine, EndsWithTwoWhenItIsUsedWrongly) {
  EXPECT_EQ(RunInProcess({}).exit_code, 2);
  EXPECT_EQ(RunInProcess({"call"}).exit_code, 2);
  EXPECT_EQ(RunInProcess({"import"}).exit_code, 2);
  EXPECT_EQ(RunInProcess({"call", "GetDebt", "-o", "yaml"}).exit_code, 2);
  EXPECT_EQ(RunInProcess({"token", "--sub", "me"}).exit_code, 2);
}

TEST(CommandLine, HelpsWithEveryCommand) {
  for (const std::vector<std::string>& command :
       std::vector<std::vector<std::string>>{{},
                                             {"call"},
                                             {"import"},
                                             {"statement"},
                                             {"itemise"},
                                             {"quote"},
                                             {"holds"},
                                             {"may-contact"},
                                             {"circumstance", "record"},
                                             {"promise", "make"},
                                             {"promise", "list"},
                                             {"dispute", "open"},
                                             {"dispute", "answer"},
                                             {"dispute", "list"},
                                             {"complaint", "open"},
                                             {"complaint", "list"},
                                             {"debtor", "record"},
                                             {"debtor", "add-contact"},
                                             {"debtor", "consent"},
                                             {"debtor", "opt-out"},
                                             {"communications"},
                                             {"rulebook", "list"},
                                             {"rulebook", "get"},
                                             {"rulebook", "publish"},
                                             {"kill-switch", "engage"},
                                             {"kill-switch", "release"},
                                             {"kill-switch", "status"},
                                             {"check", "balances"},
                                             {"token"},
                                             {"token", "keygen"},
                                             {"keys", "init"},
                                             {"admin", "create-tenant"},
                                             {"admin", "encrypt"},
                                             {"admin", "rewrap-keys"},
                                             {"audit", "verify"}}) {
    std::vector<std::string> arguments = command;
    arguments.emplace_back("--help");
    const CliResult result = RunInProcess(arguments);
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_THAT(result.out, HasSubstr("Usage: "));
  }
}

TEST(CommandLine, TellsItsVersion) {
  const std::string project = ReadFile("CMakeLists.txt");
  const std::string out = RunInProcess({"version"}).out;
  ASSERT_THAT(out, MatchesRegex("parley [0-9.]+\n"));
  EXPECT_THAT(project, HasSubstr("VERSION " + out.substr(7, out.size() - 8)));
}

}  // namespace
}  // namespace parley::cli
