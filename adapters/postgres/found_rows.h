// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_FOUND_ROWS_H_
#define PARLEY_ADAPTERS_POSTGRES_FOUND_ROWS_H_

#include <optional>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/common/reason.h"

namespace parley::postgres {

// What a read by key found: a record, or the reason for there being none.
template <typename Record>
class OneRow {
 public:
  explicit OneRow(Reason when_absent) : when_absent_(when_absent) {}

  absl::Status Take(absl::StatusOr<Record> record) {
    if (!record.ok()) return std::move(record).status();
    record_ = *std::move(record);
    return absl::OkStatus();
  }

  absl::StatusOr<Record> After(absl::Status read) {
    if (!read.ok()) return read;
    if (!record_.has_value()) return Refuse(when_absent_);
    return *std::move(record_);
  }

 private:
  Reason when_absent_;
  std::optional<Record> record_;
};

// The records that a read found.
template <typename Record>
class ManyRows {
 public:
  absl::Status Take(absl::StatusOr<Record> record) {
    if (!record.ok()) return std::move(record).status();
    records_.push_back(*std::move(record));
    return absl::OkStatus();
  }

  absl::StatusOr<std::vector<Record>> After(absl::Status read) {
    if (!read.ok()) return read;
    return std::move(records_);
  }

 private:
  std::vector<Record> records_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_FOUND_ROWS_H_
