// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/import/import_source.h"

#include <algorithm>
#include <filesystem>

#include "absl/strings/str_cat.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "infra/cli/files.h"

namespace parley::cli {
namespace {

std::string FileName(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

// A cell of a row whose fields stand where the header says; empty when it is one of the problems.
std::string SoundCell(const CsvRow& row, std::optional<std::size_t> index,
                      const std::string& column) {
  const bool broken =
      std::any_of(row.problems.begin(), row.problems.end(), [&column](const CsvProblem& problem) {
        return problem.column.empty() || problem.column == column;
      });
  if (broken || !index.has_value() || *index >= row.fields.size()) return "";
  return row.fields[*index];
}

}  // namespace

absl::StatusOr<ImportSource> ImportSource::Open(const std::string& debts_file,
                                                const std::string& entries_file,
                                                const std::string& creditor_code) {
  ImportSource source(creditor_code);
  PARLEY_RETURN_IF_ERROR(source.Add(debts_file, Kind::kDebts));
  if (!entries_file.empty()) PARLEY_RETURN_IF_ERROR(source.Add(entries_file, Kind::kEntries));
  return source;
}

absl::Status ImportSource::Add(const std::string& path, Kind kind) {
  PARLEY_ASSIGN_OR_RETURN(std::ifstream opened, OpenFile(path));
  auto stream = std::make_unique<std::ifstream>(std::move(opened));
  const std::vector<Column>& columns = kind == Kind::kDebts ? DebtColumns() : EntryColumns();
  absl::StatusOr<CsvReader> reader = CsvReader::Open(*stream, NamesOf(columns));
  if (!reader.ok()) {
    return Refuse(Reason::kFieldInvalid,
                  absl::StrCat(path, ": ", std::string(reader.status().message())));
  }
  if (reader->Find("debtor_birth_year").has_value() &&
      reader->Find("debtor_birth_date").has_value()) {
    return Refuse(Reason::kFieldInvalid,
                  absl::StrCat(path, ": has both debtor_birth_year and debtor_birth_date"));
  }
  File file{.kind = kind,
            .name = FileName(path),
            .stream = std::move(stream),
            .reader = *std::move(reader)};
  for (const Column& column : columns) {
    const std::optional<std::size_t> index = file.reader.Find(column.name);
    if (index.has_value()) file.setters.emplace_back(*index, FieldSetter(column));
  }
  file.external_ref = file.reader.Find("external_ref").value_or(0);
  file.entry_ref = file.reader.Find("entry_ref");
  files_.push_back(std::move(file));
  return absl::OkStatus();
}

bool ImportSource::Next(SourceRow& row) {
  while (current_ < files_.size()) {
    File& file = files_[current_];
    if (file.reader.Next(read_)) {
      row.number = ++number_;
      row.message.Clear();
      row.message.set_row_number(row.number);
      Fill(file, row);
      return true;
    }
    if (!file.reader.status().ok()) return false;
    ++current_;
  }
  return false;
}

void ImportSource::Fill(const File& file, SourceRow& row) {
  row.file = file.name;
  row.line = read_.line;
  row.external_ref = SoundCell(read_, file.external_ref, "external_ref");
  row.entry_ref = SoundCell(read_, file.entry_ref, "entry_ref");
  row.problems = read_.problems;
  if (!row.problems.empty()) return;
  for (const auto& [index, setter] : file.setters) {
    std::string& cell = read_.fields[index];
    if (cell.empty()) continue;
    const std::optional<Fault> fault = setter.Set(std::move(cell), row.message);
    if (fault.has_value()) row.problems.push_back({file.reader.ColumnAt(index), *fault});
  }
  AddCreditor(file.kind, row.message);
}

void ImportSource::AddCreditor(Kind kind, v1::ImportRow& message) const {
  std::string& code = kind == Kind::kDebts ? *message.mutable_debt()->mutable_creditor_code()
                                           : *message.mutable_entry()->mutable_creditor_code();
  if (code.empty()) code = creditor_code_;
}

std::int64_t ImportSource::bytes_read() const {
  std::int64_t bytes = 0;
  for (const File& file : files_) bytes += file.reader.bytes_read();
  return bytes;
}

absl::Status ImportSource::status() const {
  for (const File& file : files_) {
    const absl::Status status = file.reader.status();
    if (!status.ok()) {
      return absl::DataLossError(absl::StrCat(file.name, ": ", std::string(status.message())));
    }
  }
  return absl::OkStatus();
}

}  // namespace parley::cli
