// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_IMPORT_COLUMNS_H_
#define PARLEY_INFRA_CLI_IMPORT_COLUMNS_H_

#include <string>
#include <string_view>
#include <vector>

#include "adapters/intake/csv_reader.h"
#include "parley/v1/common.pb.h"
#include "parley/v1/debt_import.pb.h"

namespace parley::cli {

enum class Presence : bool { kOptional, kRequired };

// A column of a file, and the field of an ImportRow that its cells go to.
struct Column {
  std::string name;
  std::string path;  // As verdicts name the field: "debt.transfers[0].from_party".
  Presence presence;
  // For an amount of the opening: the bucket. Such a cell becomes one more element of `opening`.
  v1::Bucket bucket = v1::BUCKET_UNSPECIFIED;
};

// What debts.csv and entries.csv may hold; infra/docs/import.md describes each column.
const std::vector<Column>& DebtColumns();
const std::vector<Column>& EntryColumns();

CsvColumns NamesOf(const std::vector<Column>& columns);

// The column that a field of a row came from; empty when no column is known for it.
std::string ColumnOf(std::string_view path, const v1::ImportRow& row);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_IMPORT_COLUMNS_H_
