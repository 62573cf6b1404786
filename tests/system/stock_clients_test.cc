// SPDX-License-Identifier: Apache-2.0
// The first calls of the documentation work as they stand there, with the gRPC of other languages.
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>

#include "absl/strings/str_cat.h"
#include "tests/system/support/deployment.h"
#include "tests/system/support/requests.h"

namespace parley::system_test {
namespace {

namespace fs = std::filesystem;

// What both examples print of the portfolio below: a debt, and why a call was refused.
constexpr const char* kExpected = "DEBT-1 100000 EUR\nNOT_FOUND DEBT_NOT_FOUND\n";

class StockClient : public testing::Test {
 public:
  StockClient() : deployment_(StoreKind::kMemory) { Place(deployment_.Connect(), "1"); }

  // Runs a command as a reader of the documentation would, from the root of the tree.
  static Outcome Shell(const std::string& command) {
    return RunProgram({.program = "bash", .arguments = {"-euo", "pipefail", "-c", command}});
  }

  Deployment deployment_;
};

TEST_F(StockClient, OfPythonCallsAndReadsARefusal) {
  const std::string stubs = deployment_.folder() / "python";
  const Outcome made = Shell(
      absl::StrCat("mkdir -p ", stubs, " && protoc -I api -I ", Built("api/common"),
                   " --python_out=", stubs, " --grpc_python_out=", stubs,
                   " --plugin=protoc-gen-grpc_python=\"$(command -v grpc_python_plugin)\" "
                   "api/parley/v1/*.proto google/rpc/status.proto google/rpc/error_info.proto"));
  ASSERT_EQ(made.ending, kSuccess) << made.err;
  const Outcome outcome = Shell(absl::StrCat("PYTHONPATH=", stubs,
                                             " /usr/bin/python3 infra/docs/examples/first_call.py ",
                                             deployment_.client_toml()));
  EXPECT_EQ(outcome.ending, kSuccess) << outcome.err;
  EXPECT_EQ(outcome.out, kExpected);
}

TEST_F(StockClient, OfNodeCallsAndReadsARefusal) {
  const char* modules = std::getenv("NODE_PATH");
  if (modules == nullptr || !fs::exists(fs::path(modules) / "@grpc/grpc-js")) {
    GTEST_SKIP() << "NODE_PATH names no folder with @grpc/grpc-js, so the client of Node was not "
                    "tested: infra/test installs it.";
  }
  const Outcome outcome = Shell(absl::StrCat("node infra/docs/examples/first_call.js ",
                                             deployment_.client_toml(), " ", Built("")));
  EXPECT_EQ(outcome.ending, kSuccess) << outcome.err;
  EXPECT_EQ(outcome.out, kExpected);
}

}  // namespace
}  // namespace parley::system_test
