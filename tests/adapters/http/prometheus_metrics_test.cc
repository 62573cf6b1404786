// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/prometheus_metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <prometheus/text_serializer.h>

#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "adapters/http/metrics_server.h"
#include "tests/adapters/http/raw_http.h"

namespace parley {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string Show(const PrometheusMetrics& metrics) {
  std::string text = prometheus::TextSerializer().Serialize(metrics.registry()->Collect());
  return text + prometheus::TextSerializer().Serialize(metrics.read_values()->Collect());
}

FinishedCall Ended(std::string_view method, absl::StatusCode code = absl::StatusCode::kOk,
                   std::string_view reason = {}) {
  return {method, code, reason, absl::Milliseconds(3)};
}

TEST(PrometheusMetrics, CountsCallsByMethodCodeAndReason) {
  PrometheusMetrics metrics("1.2.3");
  for (int i = 0; i < 3; ++i) {
    metrics.OnStarted();
    metrics.OnFinished(Ended("parley.v1.DebtService/GetDebt"));
  }
  metrics.OnStarted();
  metrics.OnFinished(
      Ended("parley.v1.DebtService/GetDebt", absl::StatusCode::kNotFound, "DEBT_NOT_FOUND"));
  const std::string text = Show(metrics);
  EXPECT_THAT(text, HasSubstr("parley_calls_total{code=\"OK\","
                              "method=\"parley.v1.DebtService/GetDebt\",reason=\"\"} 3"));
  EXPECT_THAT(text, HasSubstr("parley_calls_total{code=\"NOT_FOUND\","
                              "method=\"parley.v1.DebtService/GetDebt\","
                              "reason=\"DEBT_NOT_FOUND\"} 1"));
  EXPECT_THAT(text, HasSubstr("parley_build_info{version=\"1.2.3\"} 1"));
}

TEST(PrometheusMetrics, TellsAValueOfEachLabelUnderOneName) {
  PrometheusMetrics metrics("1");
  for (const char* const channel : {"email", "sms"}) {
    metrics.Add({"parley_dispatch_due",
                 "Messages.",
                 ReadKind::kGauge,
                 [] { return 2.0; },
                 {{"channel", channel}}});
  }
  EXPECT_THAT(Show(metrics), HasSubstr("# TYPE parley_dispatch_due gauge\n"
                                       "parley_dispatch_due{channel=\"email\"} 2\n"
                                       "parley_dispatch_due{channel=\"sms\"} 2\n"));
}

TEST(PrometheusMetrics, MeasuresLatencyInSeconds) {
  PrometheusMetrics metrics("1");
  metrics.OnFinished(Ended("m"));
  const std::string text = Show(metrics);
  EXPECT_THAT(text, HasSubstr("parley_call_duration_seconds_count{method=\"m\"} 1"));
  EXPECT_THAT(text, HasSubstr("parley_call_duration_seconds_sum{method=\"m\"} 0.003"));
  EXPECT_THAT(text, HasSubstr("parley_call_duration_seconds_bucket{method=\"m\",le=\"0.0025\"} 0"));
  EXPECT_THAT(text, HasSubstr("parley_call_duration_seconds_bucket{method=\"m\",le=\"0.005\"} 1"));
}

TEST(PrometheusMetrics, KnowsHowManyCallsRun) {
  PrometheusMetrics metrics("1");
  metrics.OnStarted();
  metrics.OnStarted();
  metrics.OnFinished(Ended("m"));
  EXPECT_THAT(Show(metrics), HasSubstr("parley_calls_running 1"));
}

TEST(PrometheusMetrics, MakesNoLabelOfAReasonThatIsNotInTheTable) {
  PrometheusMetrics metrics("1");
  metrics.OnFinished(Ended("m", absl::StatusCode::kInternal, "Ada Example, Taipei"));
  EXPECT_THAT(Show(metrics), Not(HasSubstr("Ada")));
  EXPECT_THAT(Show(metrics), HasSubstr("code=\"INTERNAL\",method=\"m\",reason=\"\"} 1"));
}

TEST(PrometheusMetrics, CountsMethodsBeyondALimitTogether) {
  PrometheusMetrics metrics("1");
  for (std::size_t i = 0; i < PrometheusMetrics::kMostMethods + 100; ++i) {
    metrics.OnFinished(Ended("method" + std::to_string(i)));
  }
  EXPECT_THAT(Show(metrics),
              HasSubstr("parley_calls_total{code=\"OK\",method=\"other\",reason=\"\"} 100"));
}

void Serve5000(PrometheusMetrics& metrics) {
  for (int i = 0; i < 5000; ++i) {
    metrics.OnStarted();
    metrics.OnFinished(Ended(i % 2 == 0 ? "even" : "odd"));
  }
}

TEST(PrometheusMetrics, LosesNoCallAmongThreads) {
  PrometheusMetrics metrics("1");
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back(Serve5000, std::ref(metrics));
  }
  for (std::thread& thread : threads) thread.join();
  const std::string text = Show(metrics);
  EXPECT_THAT(text, HasSubstr("method=\"even\",reason=\"\"} 10000"));
  EXPECT_THAT(text, HasSubstr("method=\"odd\",reason=\"\"} 10000"));
  EXPECT_THAT(text, HasSubstr("parley_calls_running 0"));
}

TEST(PrometheusMetrics, ReadsValuesWhenTheyAreAskedFor) {
  PrometheusMetrics metrics("1");
  double open = 2;
  metrics.Add({"parley_sessions_open", "Sessions.", ReadKind::kGauge, [&open] { return open; }});
  metrics.Add({"parley_lost_total", "Losses.", ReadKind::kCounter, [] { return 7.0; }});
  open = 5;
  const std::string text = Show(metrics);
  EXPECT_THAT(text, HasSubstr("# TYPE parley_sessions_open gauge\nparley_sessions_open 5"));
  EXPECT_THAT(text, HasSubstr("# TYPE parley_lost_total counter\nparley_lost_total 7"));
}

TEST(MetricsServer, ShowsMetricsAndNothingElse) {
  PrometheusMetrics metrics("1.2.3");
  metrics.Add({"parley_sessions_open", "Sessions.", ReadKind::kGauge, [] { return 4.0; }});
  const auto server = MetricsServer::Start("127.0.0.1:0", metrics);
  ASSERT_TRUE(server.ok()) << server.status();
  const std::string answer = Get((*server)->port(), "/metrics");
  EXPECT_THAT(answer, HasSubstr("200 OK"));
  EXPECT_THAT(answer, HasSubstr("parley_build_info{version=\"1.2.3\"} 1"));
  EXPECT_THAT(answer, HasSubstr("parley_sessions_open 4"));
  for (const std::string path : {"/", "/CMakeLists.txt", "/../../etc/passwd"}) {
    EXPECT_THAT(Get((*server)->port(), path), Not(HasSubstr("200 OK"))) << path;
  }
}

TEST(MetricsServer, SaysThatAPortIsTaken) {
  const PrometheusMetrics metrics("1");
  const auto first = MetricsServer::Start("127.0.0.1:0", metrics);
  ASSERT_TRUE(first.ok());
  const std::string address = "127.0.0.1:" + std::to_string((*first)->port());
  const auto second = MetricsServer::Start(address, metrics);
  EXPECT_TRUE(absl::IsUnavailable(second.status()));
  EXPECT_THAT(std::string(second.status().message()), HasSubstr(address));
}

}  // namespace
}  // namespace parley
