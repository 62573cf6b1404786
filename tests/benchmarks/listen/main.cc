// SPDX-License-Identifier: Apache-2.0
// What it takes to hear a message of 100 words with all languages loaded: nanoseconds of CPU, the
// median of many, a JSON line a language.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "infra/cli/hearing/make_hearing.h"

namespace parley::bench {
namespace {

constexpr int kSamples = 5001;
constexpr int kWords = 100;

std::string ParagraphOf(language::LanguageCode code) {
  switch (code) {
    case language::LanguageCode::kEnglish:
      return "Hello, I lost my job in March and my hours were cut before that, so money is tight. "
             "Please don't call me at work. I can pay $40 on the 3rd of each month. ";
    case language::LanguageCode::kSpanish:
      return "Hola, perdí el trabajo en marzo y antes me quitaron horas, no me alcanza. Por favor "
             "no me llamen al trabajo. Puedo pagar 40 € el día 3 de cada mes. ";
    case language::LanguageCode::kFrench:
      return "Bonjour, j'ai perdu mon emploi en mars et avant cela mes heures, je n'y arrive plus. "
             "Ne m'appelez pas au travail. Je peux verser 40 € le 3 de chaque mois. ";
    case language::LanguageCode::kGerman:
      return "Guten Tag, ich habe im März meine Arbeit verloren, es reicht hinten und vorne nicht. "
             "Rufen Sie mich nicht auf der Arbeit an. Ich kann 40 € am 3. im Monat zahlen. ";
  }
  return "";
}

std::string MessageOf(language::LanguageCode code) {
  std::string text;
  for (int words = 0; words < kWords;) {
    const std::string paragraph = ParagraphOf(code);
    words += static_cast<int>(std::count(paragraph.begin(), paragraph.end(), ' '));
    text += paragraph;
  }
  return text;
}

std::int64_t CpuNanos() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

void Measure(const language::Hearing& hearing, language::LanguageCode code) {
  const std::string text = MessageOf(code);
  language::HearingContext context;
  context.received = absl::CivilSecond(2025, 5, 12, 18, 0, 0);
  std::vector<std::int64_t> samples;
  std::size_t labels = 0;
  for (int turn = 0; turn < kSamples; ++turn) {
    const std::int64_t begun = CpuNanos();
    labels += hearing.Hear(text, context).labels.size();
    samples.push_back(CpuNanos() - begun);
  }
  std::nth_element(samples.begin(), samples.begin() + kSamples / 2, samples.end());
  std::printf(
      "{\"bench\":\"listen\",\"language\":\"%s\",\"words\":%d,\"median_ns\":%lld,"
      "\"labels\":%zu}\n",
      std::string(language::NameOf(code)).c_str(),
      static_cast<int>(std::count(text.begin(), text.end(), ' ')),
      static_cast<long long>(samples[kSamples / 2]), labels / kSamples);
}

}  // namespace
}  // namespace parley::bench

int main() {
  const auto hearing = parley::cli::MakeHearing("");
  if (!hearing.ok()) {
    std::fprintf(stderr, "%s\n", std::string(hearing.status().message()).c_str());
    return EXIT_FAILURE;
  }
  for (const auto code : parley::language::kLanguages) parley::bench::Measure(*hearing, code);
  return EXIT_SUCCESS;
}
