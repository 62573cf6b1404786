// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_ADAPTERS_DOCUMENTS_SAMPLE_PAPER_H_
#define PARLEY_TESTS_ADAPTERS_DOCUMENTS_SAMPLE_PAPER_H_

#include "application/ports/documents.h"

namespace parley {

// A paper with a block of every kind, on one page.
Paper ASamplePaper();

// A table of movements with so many rows.
PaperTable ALongTable(int rows);

}  // namespace parley

#endif  // PARLEY_TESTS_ADAPTERS_DOCUMENTS_SAMPLE_PAPER_H_
