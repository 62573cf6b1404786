// SPDX-License-Identifier: Apache-2.0
#include "adapters/lexicons/lexicons.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "adapters/lexicons/built_in.h"
#include "domain/common/status_macros.h"

namespace parley::lexicons {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSuffix = ".lexicon";

std::vector<fs::path> FilesOf(const std::string& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == kSuffix) paths.push_back(at->path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string Content(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace

absl::Status Lexicons::Add(std::string_view name, std::string_view text) {
  PARLEY_ASSIGN_OR_RETURN(language::LexiconFile file, language::ReadLexiconFile(name, text));
  files_.push_back(std::move(file));
  return absl::OkStatus();
}

absl::StatusOr<Lexicons> Lexicons::BuiltIn() {
  Lexicons lexicons;
  for (const lexicons::BuiltIn& file : BuiltIns()) {
    const std::string name = std::string(file.name) + std::string(kSuffix);
    PARLEY_RETURN_IF_ERROR(lexicons.Add(name, file.content));
  }
  return lexicons;
}

absl::StatusOr<Lexicons> Lexicons::Folder(const std::string& folder) {
  const std::vector<fs::path> paths = FilesOf(folder);
  if (paths.empty()) {
    return absl::NotFoundError(absl::StrCat("no *.lexicon in the folder ", folder));
  }
  Lexicons lexicons;
  for (const fs::path& path : paths) {
    PARLEY_RETURN_IF_ERROR(lexicons.Add(path.filename().string(), Content(path)));
  }
  return lexicons;
}

std::vector<language::LexiconFile> Lexicons::Of(std::string_view subject,
                                                language::LanguageCode language) const {
  const std::string common = std::string(subject) + std::string(kSuffix);
  const std::string own =
      absl::StrCat(std::string(subject), "_", std::string(language::NameOf(language)));
  std::vector<language::LexiconFile> chosen;
  for (const language::LexiconFile& file : files_) {
    if (file.name == common) chosen.insert(chosen.begin(), file);
    if (absl::StartsWith(file.name, own + ".") || absl::StartsWith(file.name, own + "_")) {
      chosen.push_back(file);
    }
  }
  return chosen;
}

}  // namespace parley::lexicons
