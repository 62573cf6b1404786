// SPDX-License-Identifier: Apache-2.0
#include "adapters/intake/csv_reader.h"

#include <algorithm>
#include <utility>

#include "adapters/intake/csv_header.h"
#include "domain/common/reason.h"
#include "domain/common/text.h"

namespace parley {
namespace {

constexpr std::size_t kChunk = 65536;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Only what could not be sent at all: all else is the server's to judge.
std::optional<Fault> CheckField(std::string_view field) {
  if (field.find('\0') != std::string_view::npos) return Fault::kControlCharacter;
  if (IsAscii(field)) return std::nullopt;
  const std::optional<Fault> fault = CheckText(field, field.size(), Lines::kMany);
  return fault == Fault::kNotUtf8 ? fault : std::nullopt;
}

bool HasUnsendableField(const std::vector<std::string>& fields) {
  return std::any_of(fields.begin(), fields.end(),
                     [](const std::string& field) { return CheckField(field).has_value(); });
}

}  // namespace

absl::StatusOr<CsvReader> CsvReader::Open(std::istream& in, const CsvColumns& columns) {
  CsvReader reader(in);
  reader.Fill();
  if (reader.rest().substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    reader.Consume(kByteOrderMark.size());
  }
  if (!reader.NextRecord()) return Refuse(Reason::kFieldInvalid, "the file is empty");
  if (reader.record_fault_.has_value()) {
    return Refuse(Reason::kFieldInvalid, "the header is not a line of comma-separated names");
  }
  if (HasUnsendableField(reader.record_.fields)) {
    return Refuse(Reason::kFieldInvalid, "the file is not UTF-8 text");
  }
  if (absl::Status status = CheckHeader(reader.record_.fields, columns.required, columns.optional);
      !status.ok()) {
    return status;
  }
  reader.SetHeader(reader.record_.fields);
  return reader;
}

bool CsvReader::Next(CsvRow& row) {
  row.problems.clear();
  if (!NextRecord()) return false;
  row.line = record_line_;
  if (record_fault_.has_value()) {
    const bool quotes = *record_fault_ == Fault::kMalformed;
    row.problems.push_back({quotes ? ColumnAt(record_.fields.size()) : "", *record_fault_});
    row.fields.clear();
  } else {
    std::swap(row.fields, record_.fields);
    CheckFields(row);
  }
  return true;
}

std::optional<std::size_t> CsvReader::Find(std::string_view column) const {
  const auto found = index_.find(std::string(column));
  return found == index_.end() ? std::nullopt : std::optional<std::size_t>(found->second);
}

absl::Status CsvReader::status() const {
  return in_->bad() ? absl::DataLossError("the file could not be read to its end")
                    : absl::OkStatus();
}

// Sets record_ to the next one; false at the end of the file.
bool CsvReader::NextRecord() {
  if (!SkipBlankLines()) return false;
  record_line_ = line_;
  ParseCsvRecord(rest(), record_);
  while (record_.touches_end && !at_end_ && rest().size() <= kLongestRow) {
    Fill();
    ParseCsvRecord(rest(), record_);
  }
  record_fault_.reset();
  if (record_.form == CsvForm::kSound && record_.size > kLongestRow) {
    record_fault_ = Fault::kTooLong;
  } else if (record_.form != CsvForm::kSound) {
    record_fault_ = Fault::kMalformed;
  }
  // A row whose end is not known is taken to be one line; the last one ends with the file.
  const bool ends = !record_.touches_end || at_end_;
  if (record_.form != CsvForm::kSound || !ends) {
    ConsumeLine();
  } else {
    Consume(record_.size);
  }
  return true;
}

bool CsvReader::SkipBlankLines() {
  while (true) {
    if (rest().size() < 2) Fill();
    if (rest().empty()) return false;
    if (rest().front() == '\n') {
      Consume(1);
    } else if (rest().substr(0, 2) == "\r\n") {
      Consume(2);
    } else {
      return true;
    }
  }
}

bool CsvReader::Fill() {
  if (at_end_) return false;
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t held = buffer_.size();
  buffer_.resize(held + kChunk);
  in_->read(buffer_.data() + held, static_cast<std::streamsize>(kChunk));
  buffer_.resize(held + static_cast<std::size_t>(in_->gcount()));
  bytes_read_ += in_->gcount();
  at_end_ = !in_->good();
  return buffer_.size() > held;
}

void CsvReader::Consume(std::size_t size) {
  const std::string_view taken = rest().substr(0, size);
  line_ += std::count(taken.begin(), taken.end(), '\n');
  begin_ += taken.size();
}

void CsvReader::ConsumeLine() {
  std::size_t end = rest().find('\n');
  while (end == std::string_view::npos) {
    Consume(rest().size());
    if (!Fill()) return;
    end = rest().find('\n');
  }
  Consume(end + 1);
}

void CsvReader::SetHeader(std::vector<std::string> names) {
  header_ = std::move(names);
  for (std::size_t at = 0; at < header_.size(); ++at) index_[header_[at]] = at;
}

void CsvReader::CheckFields(CsvRow& row) const {
  if (row.fields.size() != header_.size()) {
    row.problems.push_back({"", Fault::kRowWidth});
  }
  for (std::size_t at = 0; at < row.fields.size(); ++at) {
    const std::optional<Fault> fault = CheckField(row.fields[at]);
    if (fault.has_value()) row.problems.push_back({ColumnAt(at), *fault});
  }
}

std::string CsvReader::ColumnAt(std::size_t index) const {
  return index < header_.size() ? header_[index] : "";
}

}  // namespace parley
