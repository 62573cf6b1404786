// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_INTAKE_CSV_RECORD_H_
#define PARLEY_ADAPTERS_INTAKE_CSV_RECORD_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parley {

enum class CsvForm : std::uint8_t {
  kSound,
  kStrayQuote,     // A quote inside a plain field, or text after a closing quote.
  kUnclosedQuote,  // The text ended inside quotes.
};

// One record as RFC 4180 has it: fields parted by commas, quoted where they hold a comma, a line
// end or a (doubled) quote; ended by LF or CRLF. Of a record that is not sound, `fields` holds what
// came before the quote at fault.
struct CsvRecord {
  CsvForm form = CsvForm::kSound;
  std::vector<std::string> fields;
  std::size_t size = 0;     // Bytes taken from the text, the line end included.
  bool touches_end = true;  // No line end was met: more text might change the reading.
};

// Reads the record at the head of a text. `record` is reused for its memory.
void ParseCsvRecord(std::string_view text, CsvRecord& record);

// A field as it is written: quoted only where it must be.
std::string FormatCsvField(std::string_view field);

}  // namespace parley

#endif  // PARLEY_ADAPTERS_INTAKE_CSV_RECORD_H_
