// SPDX-License-Identifier: Apache-2.0
// What one tone check of a message of 150 words takes: nanoseconds of CPU, the median of many, a
// JSON line a language.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "infra/cli/tone/tone_checks.h"

namespace parley::bench {
namespace {

constexpr int kSamples = 5001;
constexpr std::uint32_t kWords = 150;

std::string ParagraphOf(language::LanguageCode code) {
  switch (code) {
    case language::LanguageCode::kEnglish:
      return "Dear Ms Pell, you asked how your balance was worked out. It is $640.00: $590.00 for "
             "purchases and $50.00 interest. If you would like to spread it, tell us what suits "
             "you. We will not contact your employer. ";
    case language::LanguageCode::kSpanish:
      return "Estimada clienta: su saldo es de 150,00 euros, que son 121,00 euros de luz y 29,00 "
             "euros de impuestos. Puede pagar de una vez o a plazos; para elegir, llame cuando le "
             "venga bien. No hablaremos con su familia. ";
    case language::LanguageCode::kFrench:
      return "Bonjour Madame, voici le détail que vous avez demandé : 380 € pour le canapé et 30 "
             "€ de livraison. Si votre budget est serré, dites-le-nous, et nous attendrons. Nous "
             "n'appelons jamais votre employeur. ";
    case language::LanguageCode::kGerman:
      return "Sehr geehrte Frau Ebers, es geht um 260 Euro: 240 Euro für das Fahrrad und 20 Euro "
             "Versand. Wenn es gerade eng ist, zahlen Sie bitte zuerst Miete und Strom. Wir "
             "sprechen nicht mit Ihrem Arbeitgeber. ";
  }
  return "";
}

std::int64_t CpuNanos() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

// The paragraph again and again, as far as so many words go.
std::string TextOf(const language::ToneCheck& check) {
  const std::string paragraph = ParagraphOf(check.language());
  std::string text;
  std::size_t at = 0;
  while (check.Check(text).readability.words < kWords) {
    const std::size_t next = paragraph.find(' ', at) + 1;
    text.append(paragraph, at, next - at);
    at = next % paragraph.size();
  }
  return text;
}

void Measure(const language::ToneCheck& check) {
  const std::string text = TextOf(check);
  std::vector<std::int64_t> samples;
  std::size_t findings = 0;
  for (int turn = 0; turn < kSamples; ++turn) {
    const std::int64_t begun = CpuNanos();
    findings += check.Check(text).findings.size();
    samples.push_back(CpuNanos() - begun);
  }
  std::nth_element(samples.begin(), samples.begin() + kSamples / 2, samples.end());
  std::printf(
      "{\"bench\":\"tone\",\"language\":\"%s\",\"words\":%u,\"median_ns\":%lld,"
      "\"findings\":%zu}\n",
      std::string(language::NameOf(check.language())).c_str(), check.Check(text).readability.words,
      static_cast<long long>(samples[kSamples / 2]), findings / kSamples);
}

}  // namespace
}  // namespace parley::bench

int main() {
  const auto checks = parley::cli::MakeToneChecks("");
  if (!checks.ok()) {
    std::fprintf(stderr, "%s\n", std::string(checks.status().message()).c_str());
    return EXIT_FAILURE;
  }
  for (const auto& [code, check] : *checks) parley::bench::Measure(check);
  return EXIT_SUCCESS;
}
