// SPDX-License-Identifier: Apache-2.0
#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>
#include <grpcpp/support/validate_service_config.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "domain/common/reason.h"
#include "domain/common/violations.h"
#include "tests/architecture/api_descriptors.h"

// What is written beside the protos must be as true as the protos.
namespace parley::architecture {
namespace {

std::string ReadText(const std::string& path) {
  std::ifstream input(path);
  EXPECT_TRUE(input.is_open()) << path;
  std::ostringstream text;
  text << input.rdbuf();
  return text.str();
}

// Compares the lines between the two marks of a section of the README with what they must be; with
// PARLEY_WRITE_README set it writes them instead.
void ExpectSection(const std::string& name, const std::string& expected) {
  const std::string path = "api/README.md";
  const std::string begin = "<!-- " + name + " -->\n";
  std::string text = ReadText(path);
  const std::size_t mark = text.find(begin);
  const std::size_t end = text.find("<!-- end of " + name + " -->");
  ASSERT_TRUE(mark != std::string::npos && end != std::string::npos) << name;
  const std::size_t from = mark + begin.size();
  if (std::getenv("PARLEY_WRITE_README") != nullptr) {
    std::ofstream(path) << text.replace(from, end - from, expected);
    return;
  }
  EXPECT_EQ(text.substr(from, end - from), expected);
}

std::string TableOfReasons() {
  std::string table = "| reason | code | meaning |\n|---|---|---|\n";
  for (const ReasonRow& row : ReasonTable()) {
    absl::StrAppend(&table, "| ", std::string(row.name), " | ", absl::StatusCodeToString(row.code),
                    " | ", std::string(row.text), " ", std::string(row.documentation), " |\n");
  }
  return table;
}

std::string TableOfFaults() {
  std::string table = "| field's reason | meaning |\n|---|---|\n";
  for (const FaultRow& row : FaultTable()) {
    absl::StrAppend(&table, "| ", std::string(row.name), " | ", std::string(row.text), " |\n");
  }
  return table;
}

TEST(ApiReadme, ListsEveryReason) { ExpectSection("reasons", TableOfReasons()); }

TEST(ApiReadme, ListsEveryReasonOfAField) { ExpectSection("field reasons", TableOfFaults()); }

// The words of capitals, joined by underscores.
std::set<std::string> NamesIn(const std::string& text) {
  std::set<std::string> names;
  std::string word;
  for (const char letter : text + " ") {
    if ((letter >= 'A' && letter <= 'Z') || letter == '_') {
      word.push_back(letter);
    } else {
      if (word.find('_') != std::string::npos) names.insert(word);
      word.clear();
    }
  }
  return names;
}

// Those that a comment gives after "Errors".
std::set<std::string> ReasonsIn(const std::string& comment) {
  const std::size_t errors = comment.find("Errors");
  return errors == std::string::npos ? std::set<std::string>() : NamesIn(comment.substr(errors));
}

// Those that stand in the first column of a page's last table, which tells what is refused.
std::set<std::string> RefusalsIn(const std::string& page) {
  std::istringstream rest(page.substr(page.rfind("\n## What is refused\n") + 1));
  std::set<std::string> names;
  for (std::string line; std::getline(rest, line);) {
    if (line.rfind("| ", 0) == 0) names.merge(NamesIn(line.substr(0, line.find('|', 2))));
  }
  return names;
}

TEST(ApiComments, NameOnlyReasonsThatExist) {
  const ApiDescriptors api;
  std::set<std::string> named;
  for (const google::protobuf::FileDescriptor* file : api.files()) {
    ForEachMethod(*file, [&](const google::protobuf::MethodDescriptor& method) {
      named.merge(ReasonsIn(CommentOf(method)));
    });
  }
  EXPECT_GT(named.size(), 10U);
  for (const std::string& reason : named) EXPECT_TRUE(ReasonNamed(reason).has_value()) << reason;
}

TEST(Pages, NameOnlyReasonsThatExist) {
  std::set<std::string> faults;
  for (const FaultRow& row : FaultTable()) faults.emplace(row.name);
  for (const char* page : {"payments", "holds", "work_and_approval", "telling"}) {
    const auto refusals = RefusalsIn(ReadText(absl::StrCat("infra/docs/", page, ".md")));
    EXPECT_GT(refusals.size(), 3U) << page;
    for (const std::string& name : refusals) {
      EXPECT_TRUE(ReasonNamed(name).has_value() || faults.contains(name)) << page << ": " << name;
    }
  }
}

TEST(ServiceConfig, IsOneThatGrpcTakes) {
  EXPECT_EQ(grpc::experimental::ValidateServiceConfigJSON(ReadText("api/service_config.json")), "");
}

TEST(ServiceConfig, CoversEveryServiceAndRetriesOnlyWhatIsUnavailable) {
  google::protobuf::Struct config;
  ASSERT_TRUE(
      google::protobuf::util::JsonStringToMessage(ReadText("api/service_config.json"), &config)
          .ok());
  EXPECT_TRUE(config.fields().contains("retryThrottling"));
  std::set<std::string> covered;
  for (const auto& part : config.fields().at("methodConfig").list_value().values()) {
    const auto& fields = part.struct_value().fields();
    for (const auto& name : fields.at("name").list_value().values()) {
      covered.insert(name.struct_value().fields().at("service").string_value());
    }
    if (!fields.contains("retryPolicy")) continue;
    const auto& codes =
        fields.at("retryPolicy").struct_value().fields().at("retryableStatusCodes").list_value();
    ASSERT_EQ(codes.values_size(), 1);
    EXPECT_EQ(codes.values(0).string_value(), "UNAVAILABLE");
  }
  const ApiDescriptors api;
  for (const google::protobuf::FileDescriptor* file : api.files()) {
    for (int at = 0; at < file->service_count(); ++at) {
      EXPECT_EQ(covered.count(file->service(at)->full_name()), 1U);
    }
  }
}

}  // namespace
}  // namespace parley::architecture
