// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/import/verdict_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <sstream>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "adapters/intake/csv_reader.h"
#include "domain/common/status_macros.h"
#include "infra/cli/files.h"

namespace parley::cli {
namespace {

constexpr const char* kMagic = "# parley import";
constexpr const char* kColumns =
    "row,file,line,external_ref,entry_ref,outcome,name,reason,message,details\n";

CsvColumns Columns() {
  return {{"row", "file", "line", "external_ref", "entry_ref", "outcome", "name", "reason",
           "message", "details"},
          {}};
}

std::string FirstLine(const ImportIdentity& identity) {
  return absl::StrCat(kMagic, " inputs=", identity.inputs, " options=", identity.options,
                      " server=", identity.server, "\n");
}

// The word behind "key=" in a first line.
std::string WordOf(const std::string& line, const std::string& key) {
  const std::size_t at = line.find(absl::StrCat(" ", key, "="));
  if (at == std::string::npos) return "";
  const std::size_t begin = at + key.size() + 2;
  return line.substr(begin, line.find_first_of(" \n", begin) - begin);
}

absl::Status CompareIdentity(const std::string& path, const std::string& line,
                             const ImportIdentity& identity) {
  std::string differs;
  if (WordOf(line, "server") != identity.server) differs = "is of another server";
  if (WordOf(line, "options") != identity.options) differs = "was made with other options";
  if (WordOf(line, "inputs") != identity.inputs) differs = "is of other input files";
  if (differs.empty()) return absl::OkStatus();
  return absl::FailedPreconditionError(absl::StrCat(
      "the verdict file ", path, " ", differs,
      "; --restart starts over (what was imported before is then a duplicate), --verdicts names "
      "another file"));
}

std::string LineOf(const Verdict& verdict) {
  const std::vector<std::string> cells = {absl::StrCat(verdict.row),
                                          FormatCsvField(verdict.file),
                                          absl::StrCat(verdict.line),
                                          FormatCsvField(verdict.external_ref),
                                          FormatCsvField(verdict.entry_ref),
                                          verdict.outcome,
                                          verdict.name,
                                          verdict.reason,
                                          FormatCsvField(verdict.message),
                                          FormatCsvField(verdict.details)};
  return absl::StrCat(absl::StrJoin(cells, ","), "\n");
}

}  // namespace

absl::StatusOr<VerdictFile> VerdictFile::Open(const std::string& path,
                                              const ImportIdentity& identity, Start start) {
  const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_APPEND, 0644);
  VerdictFile file(path, descriptor);
  if (descriptor < 0) return file.SystemError("be opened");
  PARLEY_RETURN_IF_ERROR(file.Lock());
  if (start == Start::kAfresh) {
    PARLEY_RETURN_IF_ERROR(file.Begin(identity));
  } else {
    PARLEY_RETURN_IF_ERROR(file.Load(identity));
  }
  return file;
}

VerdictFile::VerdictFile(VerdictFile&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      has_(std::move(other.has_)),
      tally_(other.tally_) {}

VerdictFile::~VerdictFile() {
  if (descriptor_ >= 0) close(descriptor_);
}

bool VerdictFile::Has(std::int64_t row) const { return has_.contains(row); }

absl::Status VerdictFile::Append(std::span<const Verdict> verdicts) {
  std::string text;
  for (const Verdict& verdict : verdicts) text += LineOf(verdict);
  PARLEY_RETURN_IF_ERROR(Write(text));
  for (const Verdict& verdict : verdicts) Count(verdict.row, verdict.outcome);
  return absl::OkStatus();
}

absl::Status VerdictFile::Lock() const {
  if (flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return absl::OkStatus();
  return absl::FailedPreconditionError(
      absl::StrCat("the verdict file ", path_, " is in use by another import"));
}

absl::Status VerdictFile::Load(const ImportIdentity& identity) {
  PARLEY_ASSIGN_OR_RETURN(std::string content, ReadFile(path_));
  const std::size_t end_of_first = content.find('\n');
  const bool ours = content.compare(0, std::strlen(kMagic), kMagic) == 0;
  if (!content.empty() && !ours) {
    return absl::FailedPreconditionError(
        absl::StrCat(path_, " is there and is no verdict file; --verdicts names another"));
  }
  if (end_of_first == std::string::npos) return Begin(identity);
  const std::string first = content.substr(0, end_of_first + 1);
  PARLEY_RETURN_IF_ERROR(CompareIdentity(path_, first, identity));
  content.resize(content.rfind('\n') + 1);
  if (content.size() < first.size() + std::strlen(kColumns)) return Begin(identity);
  PARLEY_RETURN_IF_ERROR(LoadVerdicts(std::string_view(content).substr(first.size())));
  return Truncate(content.size());
}

absl::Status VerdictFile::LoadVerdicts(std::string_view content) {
  std::istringstream stream{std::string(content)};
  PARLEY_ASSIGN_OR_RETURN(CsvReader reader, CsvReader::Open(stream, Columns()));
  CsvRow row;
  while (reader.Next(row)) {
    std::int64_t number = 0;
    if (!row.problems.empty() || !absl::SimpleAtoi(row.fields[0], &number) || number < 1) {
      return absl::FailedPreconditionError(absl::StrCat("the verdict file ", path_,
                                                        " is damaged at line ", row.line + 1,
                                                        "; --restart starts over"));
    }
    Count(number, row.fields[*reader.Find("outcome")]);
  }
  return absl::OkStatus();
}

absl::Status VerdictFile::Begin(const ImportIdentity& identity) {
  PARLEY_RETURN_IF_ERROR(Truncate(0));
  return Write(FirstLine(identity) + kColumns);
}

absl::Status VerdictFile::Truncate(std::size_t size) const {
  if (ftruncate(descriptor_, static_cast<off_t>(size)) == 0) return absl::OkStatus();
  return SystemError("be shortened");
}

absl::Status VerdictFile::Write(std::string_view text) const {
  while (!text.empty()) {
    const ssize_t written = write(descriptor_, text.data(), text.size());
    if (written < 0 && errno != EINTR) return SystemError("be written");
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
  return absl::OkStatus();
}

absl::Status VerdictFile::SystemError(const std::string& what) const {
  const int error = errno;
  return absl::ErrnoToStatus(error, absl::StrCat("the verdict file ", path_, " cannot ", what));
}

void VerdictFile::Count(std::int64_t row, const std::string& outcome) {
  if (has_.insert(row).second) tally_.Count(outcome);
}

}  // namespace parley::cli
