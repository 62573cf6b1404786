// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_INTAKE_CSV_HEADER_H_
#define PARLEY_ADAPTERS_INTAKE_CSV_HEADER_H_

#include <string>
#include <vector>

#include "absl/status/status.h"

namespace parley {

// Holds a file's column names against those that it must and may have. Errors: FIELD_INVALID with a
// sentence that names every column that is missing, unknown or there twice.
absl::Status CheckHeader(const std::vector<std::string>& header,
                         const std::vector<std::string>& required,
                         const std::vector<std::string>& optional);

}  // namespace parley

#endif  // PARLEY_ADAPTERS_INTAKE_CSV_HEADER_H_
