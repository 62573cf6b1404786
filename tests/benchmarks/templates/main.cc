// SPDX-License-Identifier: Apache-2.0
// What setting one message takes: microseconds of CPU (the median of many) for an e-mail with its
// HTML, for a text message and for a plan of twelve instalments, from the templates that the
// program carries, as JSON lines.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/policy/read_templates.h"
#include "adapters/text/mustache_typesetter.h"

namespace parley::bench {
namespace {

constexpr int kSamples = 20'001;

template <typename T>
T Must(absl::StatusOr<T> result) {
  if (result.ok()) return *std::move(result);
  std::fprintf(stderr, "%s\n", std::string(result.status().message()).c_str());
  std::exit(1);
}

std::int64_t CpuNanos() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

Money Euros(std::int64_t cents) { return {cents, *Currency::Find("EUR")}; }

TemplateValues ReminderByMail() {
  return {{"name", SensitiveText("Ana Ejemplo")},
          {"firm", SensitiveText("Acme Servicing")},
          {"creditor", SensitiveText("Example Bank")},
          {"reference", SensitiveText("EX-2041")},
          {"accounts", std::int64_t{1}},
          {"amount", Euros(12'050)},
          {"due", Day(2026, 12, 1)},
          {"phone", SensitiveText("+44 20 7946 0000")},
          {"payment_link", SensitiveText("https://parley.example/pay/EX-2041")},
          {"opt_out_link", SensitiveText("https://parley.example/stop/1")},
          {"advice", std::vector<ValueRow>{{{"organisation", SensitiveText("Example Advice")},
                                            {"link", SensitiveText("https://advice.example")}}}}};
}

TemplateValues ReminderByText() {
  return {{"firm", SensitiveText("Acme Servicing")},
          {"creditor", SensitiveText("Example Bank")},
          {"amount", Euros(12'050)},
          {"due", Day(2026, 12, 1)},
          {"payment_link", SensitiveText("https://parley.example/pay/EX-2041")}};
}

TemplateValues PlanOfAYear() {
  std::vector<ValueRow> rows;
  for (int month = 1; month <= 12; ++month) {
    rows.push_back({{"due", Day(2027, month, 1)}, {"amount", Euros(5'000)}});
  }
  return {{"name", SensitiveText("Ana Ejemplo")},
          {"firm", SensitiveText("Acme Servicing")},
          {"reference", SensitiveText("EX-2041")},
          {"accounts", std::int64_t{1}},
          {"count", std::int64_t{12}},
          {"total", Euros(60'000)},
          {"instalments", rows},
          {"phone", SensitiveText("+44 20 7946 0000")},
          {"plan_link", SensitiveText("https://parley.example/plan/1")},
          {"opt_out_link", SensitiveText("https://parley.example/stop/1")}};
}

class Bench {
 public:
  Bench()
      : words_(Must(text::Catalogue::Load())),
        typesetter_(*words_),
        templates_(Must(policy::ReadBuiltInTemplates(typesetter_))) {}

  void Measure(std::string_view key, Channel channel, std::string_view language,
               const TemplateValues& values) const {
    const auto found = std::find_if(
        templates_.templates.begin(), templates_.templates.end(), [&](const Template& one) {
          return one.key == key && one.channel == channel && one.language == language;
        });
    if (found == templates_.templates.end()) std::exit(1);
    const auto set = Must(typesetter_.Set(*found, templates_.BlocksFor(*found)));
    std::vector<std::int64_t> samples;
    std::size_t bytes = 0;
    for (int turn = 0; turn < kSamples; ++turn) {
      const std::int64_t begun = CpuNanos();
      const std::vector<SetPart> parts = Must(set->Fill(values, {language, {}}));
      samples.push_back(CpuNanos() - begun);
      bytes = parts.back().text.Reveal().size();
    }
    std::nth_element(samples.begin(), samples.begin() + kSamples / 2, samples.end());
    std::printf(
        "{\"bench\":\"templates\",\"name\":\"%s %s %s\",\"median_us\":%.1f,\"bytes\":%zu}\n",
        std::string(key).c_str(), std::string(WordFor(channel)).c_str(),
        std::string(language).c_str(), static_cast<double>(samples[kSamples / 2]) / 1000, bytes);
  }

 private:
  std::unique_ptr<text::Catalogue> words_;
  text::MustacheTypesetter typesetter_;
  TemplateCatalogue templates_;
};

}  // namespace
}  // namespace parley::bench

int main() {
  using namespace parley;
  const bench::Bench bench;
  for (const char* language : {"en", "fr"}) {
    bench.Measure("payment_reminder", Channel::kEmail, language, bench::ReminderByMail());
    bench.Measure("payment_reminder", Channel::kSms, language, bench::ReminderByText());
    bench.Measure("plan_agreed", Channel::kEmail, language, bench::PlanOfAYear());
  }
  return 0;
}
