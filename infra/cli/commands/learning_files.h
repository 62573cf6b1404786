// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_COMMANDS_LEARNING_FILES_H_
#define PARLEY_INFRA_CLI_COMMANDS_LEARNING_FILES_H_

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "CLI/App.hpp"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "domain/common/status_macros.h"
#include "domain/language/language_code.h"
#include "infra/cli/files.h"

namespace parley::cli {

// What is learnt from, and where weights go.
struct LearningFiles {
  std::vector<std::string> labelled;
  std::string to;
  std::string lexicons;
};

// Asks for them; `page` says what the labelled files look like.
void AddLearningOptions(CLI::App& app, const std::string& page, LearningFiles& files);

// All labelled texts, by how those of one file are read. Errors: those of files and of `read`.
template <typename Read>
auto ReadLabelled(const LearningFiles& files, Read read) -> decltype(read(std::string())) {
  typename decltype(read(std::string()))::value_type texts;
  for (const std::string& file : files.labelled) {
    PARLEY_ASSIGN_OR_RETURN(const std::string lines, ReadFile(file));
    PARLEY_ASSIGN_OR_RETURN(auto more, read(lines));
    for (auto& text : more) texts.push_back(std::move(text));
  }
  return texts;
}

// As "tone_en_weights.lexicon". Errors: those of WriteFile.
absl::Status WriteWeights(const LearningFiles& files, std::string_view subject,
                          const std::map<language::LanguageCode, std::string>& weights);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_COMMANDS_LEARNING_FILES_H_
