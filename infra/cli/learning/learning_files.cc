// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/learning/learning_files.h"

#include "absl/strings/str_cat.h"

namespace parley::cli {

void AddLearningOptions(CLI::App& app, const std::string& page, LearningFiles& files) {
  app.add_option("files", files.labelled, "JSON Lines: " + page)
      ->required()
      ->type_name("FILE.jsonl...");
  app.add_option("--to", files.to, "The folder of lexicons to write weights of each language to")
      ->required()
      ->type_name("DIR");
  app.add_option("--lexicons", files.lexicons, "A folder of *.lexicon instead of the built-in")
      ->type_name("DIR");
  app.footer("Needs no server. The same files in the same order give the same weights.");
}

absl::Status WriteWeights(const LearningFiles& files, std::string_view subject,
                          const std::map<language::LanguageCode, std::string>& weights) {
  for (const auto& [code, lines] : weights) {
    const std::string name = absl::StrCat(files.to, "/", std::string(subject), "_",
                                          std::string(language::NameOf(code)), "_weights.lexicon");
    PARLEY_RETURN_IF_ERROR(WriteFile(name, lines));
  }
  return absl::OkStatus();
}

}  // namespace parley::cli
