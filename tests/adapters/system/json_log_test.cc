// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/json_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "adapters/system/json_line.h"
#include "adapters/system/system_clock.h"

namespace parley {
namespace {

using nlohmann::json;

const absl::Time kNoon = absl::FromUnixMicros(1'790'000'000'000'001);

std::string Line(std::initializer_list<LogField> fields) {
  return JsonLine(kNoon, LogLevel::kWarning, "thing_happened", {fields.begin(), fields.size()});
}

TEST(JsonLine, HasTimeLevelAndEventFirst) {
  EXPECT_EQ(Line({}),
            R"({"time":"2026-09-21T14:13:20.000001Z","level":"warning","event":"thing_happened"})");
}

TEST(JsonLine, WritesEachKindOfValue) {
  const json line = json::parse(
      Line({{"text", "plain"}, {"most", INT64_MAX}, {"least", INT64_MIN}, {"yes", true}}));
  EXPECT_EQ(line["text"], "plain");
  EXPECT_EQ(line["most"], INT64_MAX);
  EXPECT_EQ(line["least"], INT64_MIN);
  EXPECT_EQ(line["yes"], true);
}

TEST(JsonLine, IsOneLineOfJsonWhateverTheTextIs) {
  std::string every_byte;
  for (int byte = 0; byte < 256; ++byte) every_byte.push_back(static_cast<char>(byte));
  for (const std::string& text :
       {every_byte, std::string(R"(","level":"error)"), std::string("a\nb\\"), std::string("\xc3"),
        std::string("ok: ü")}) {
    const std::string line = Line({{"text", text}});
    EXPECT_EQ(line.find('\n'), std::string::npos);
    const json parsed = json::parse(line);
    EXPECT_EQ(parsed.size(), 4U);
    EXPECT_EQ(parsed["level"], "warning");
  }
  EXPECT_EQ(json::parse(Line({{"text", "ü\n\""}}))["text"], "ü\n\"");
}

// A log's file that goes with the test.
struct LogFile {
  std::string path = (std::filesystem::temp_directory_path() /
                      ("parley-log-" + std::to_string(::getpid()) + ".jsonl"))
                         .string();
  SystemClock clock;
  LogFile() { std::filesystem::remove(path); }
  LogFile(const LogFile&) = delete;
  LogFile& operator=(const LogFile&) = delete;
  ~LogFile() { std::filesystem::remove(path); }

  std::unique_ptr<JsonLog> Open(JsonLogOptions options = {}) const {
    options.file = path;
    return *JsonLog::Open(options, clock);
  }
  std::vector<json> Lines() const {
    std::ifstream file(path);
    std::vector<json> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(json::parse(line));
    return lines;
  }
};

TEST(JsonLog, WritesWhatWaitsWhenItGoes) {
  LogFile file;
  auto log = file.Open();
  constexpr int kRecords = 5000;
  for (int i = 0; i < kRecords; ++i) log->Write(LogLevel::kInfo, "counted", {{"number", i}});
  log.reset();
  const std::vector<json> lines = file.Lines();
  ASSERT_EQ(lines.size(), kRecords);
  for (int i = 0; i < kRecords; ++i) EXPECT_EQ(lines[static_cast<std::size_t>(i)]["number"], i);
}

TEST(JsonLog, AppendsToWhatIsThere) {
  LogFile file;
  file.Open()->Write(LogLevel::kInfo, "first", {});
  file.Open()->Write(LogLevel::kInfo, "second", {});
  ASSERT_EQ(file.Lines().size(), 2U);
  EXPECT_EQ(file.Lines().back()["event"], "second");
}

TEST(JsonLog, ThrowsAwayWhatIsBelowItsLevel) {
  LogFile file;
  auto log = file.Open({.least = LogLevel::kWarning});
  EXPECT_FALSE(log->Takes(LogLevel::kInfo));
  EXPECT_TRUE(log->Takes(LogLevel::kError));
  log->Write(LogLevel::kInfo, "quiet", {});
  log->Write(LogLevel::kError, "loud", {});
  log.reset();
  ASSERT_EQ(file.Lines().size(), 1U);
  EXPECT_EQ(file.Lines().front()["event"], "loud");
}

TEST(JsonLog, IsReadableSoonAfterItWasWritten) {
  LogFile file;
  const auto log = file.Open();
  log->Write(LogLevel::kInfo, "counted", {});
  for (int tries = 0; tries < 500 && file.Lines().empty(); ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_EQ(file.Lines().size(), 1U);
}

TEST(JsonLog, DropsTheOldestWhenNobodyKeepsUpAndSaysHowMany) {
  LogFile file;
  auto log = file.Open({.most_waiting = 4});
  constexpr std::int64_t kRecords = 20'000;
  for (std::int64_t i = 0; i < kRecords; ++i) {
    log->Write(LogLevel::kInfo, "counted", {{"number", i}});
  }
  log.reset();
  std::int64_t written = 0;
  std::int64_t dropped = 0;
  for (const json& line : file.Lines()) {
    if (line["event"] == "counted") ++written;
    if (line["event"] == "records_dropped") dropped += line["count"].get<std::int64_t>();
  }
  EXPECT_GT(dropped, 0);
  EXPECT_EQ(written + dropped, kRecords);
}

TEST(JsonLog, TakesRecordsFromManyThreads) {
  LogFile file;
  auto log = file.Open({.most_waiting = 100'000});
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&log] {
      for (int i = 0; i < 1000; ++i) log->Write(LogLevel::kInfo, "counted", {{"number", i}});
    });
  }
  for (std::thread& thread : threads) thread.join();
  log.reset();
  EXPECT_EQ(file.Lines().size(), 4000U);
}

TEST(JsonLog, DoesNotOpenAFileThatCannotBe) {
  const SystemClock clock;
  const auto log = JsonLog::Open({.file = "/nowhere/log"}, clock);
  EXPECT_TRUE(absl::IsNotFound(log.status()));
  EXPECT_THAT(std::string(log.status().message()), testing::HasSubstr("/nowhere/log"));
}

}  // namespace
}  // namespace parley
