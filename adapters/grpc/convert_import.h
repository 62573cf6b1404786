// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_IMPORT_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_IMPORT_H_

#include "adapters/grpc/shape.h"
#include "application/debts/import_debts.h"
#include "domain/common/violations.h"
#include "parley/v1/debt_import.pb.h"

namespace parley::grpc_api {

ImportDebts::Options ReadImportOptions(const v1::ImportOptions& options);

// Reads a row. What is malformed, in the row's shape or in what `known` holds already, goes with
// the row, by paths that begin with `debt` or `entry`, and is its verdict.
ImportRow ReadImportRow(const v1::ImportRow& in, const Shape& shape, const Violations& known);

void Write(const RowVerdict& verdict, v1::RowVerdict& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_IMPORT_H_
