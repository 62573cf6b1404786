// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_DOCUMENTS_H_
#define PARLEY_APPLICATION_PORTS_DOCUMENTS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace parley {

// A paper for a person to read: its words, ready in the reader's language, and the order in which
// they are read. How it is set is for who makes the document. It is about a person, so none of it
// belongs into a log.

struct PaperTerm {
  std::string name;
  std::string text;
};

// What the paper is about at a glance: "Debt ... Owed to ...".
struct PaperTerms {
  std::vector<PaperTerm> terms;
};

// The one number for which the paper is opened, with what it means.
struct PaperFigure {
  std::string name;
  std::string amount;
  std::string sentence;
};

struct PaperHeading {
  std::string text;
};

struct PaperParagraph {
  std::string text;
};

// What a column of a table holds.
enum class PaperColumnKind : std::uint8_t {
  kDay,     // As narrow as its texts.
  kAmount,  // As narrow as its texts, and lined up at its end.
  kText,    // What is left of the width; long texts are broken over lines.
};

struct PaperColumn {
  std::string title;
  PaperColumnKind kind = PaperColumnKind::kText;
};

enum class PaperRowKind : std::uint8_t {
  kPlain,
  kStrong,  // A sum, or where a balance starts and ends.
};

struct PaperRow {
  std::vector<std::string> cells;  // One a column.
  std::vector<std::string> notes;  // Said more quietly below the cell of text, a line each.
  PaperRowKind kind = PaperRowKind::kPlain;
};

struct PaperTable {
  std::vector<PaperColumn> columns;  // One of them of text.
  std::vector<PaperRow> rows;
};

// A mark on an axis.
struct PaperMark {
  std::int64_t at = 0;
  std::string text;
};

// From a day on, the level is this.
struct PaperStep {
  std::int64_t at = 0;
  std::int64_t level = 0;
};

// A line of steps, and the sentence that says the same to who does not see it. Days and levels are
// any whole numbers.
struct PaperChart {
  std::string sentence;
  std::vector<PaperStep> steps;   // By day; one at least.
  std::int64_t until = 0;         // The day on which the line ends.
  std::vector<PaperMark> days;    // Along the bottom, within the line's days.
  std::vector<PaperMark> levels;  // Along the side, by level; two at least, around every step.
};

// A slip to fill in, tear off and send back; it stands at the foot of its page.
struct PaperSlip {
  std::string title;
  std::string text;
  std::vector<std::string> fields;  // Each with a line to write on.
};

// What follows begins a page.
struct PaperPageEnd {};

using PaperBlock = std::variant<PaperTerms, PaperFigure, PaperHeading, PaperParagraph, PaperTable,
                                PaperChart, PaperSlip, PaperPageEnd>;

// What shows through the window of an envelope (DIN 5008, form B; a DL window shows it, too).
struct PaperWindow {
  std::string return_line;         // Where it goes to when it cannot be delivered.
  std::vector<std::string> lines;  // Of the address; eight at most.
};

struct Paper {
  std::string language_code;  // Of its words, as BCP 47 has it.
  std::string author;         // Who writes.
  std::string addressee;      // For whom.
  std::string title;
  std::string subtitle;
  absl::Time made;  // The instant that it is dated by; not necessarily the one at which it is made.
  std::string foot;       // Said again on each page: what the paper is about.
  std::string page_text;  // "Page {page} of {pages}".
  std::vector<PaperBlock> blocks;
  std::optional<PaperWindow> window;  // Of a letter.
  bool large_print = false;           // For whom reads small letters with difficulty.
};

// Makes documents of papers. The same paper makes the same bytes. It may be used by many threads at
// once.
class Documents {
 public:
  virtual ~Documents() = default;
  Documents(const Documents&) = delete;
  Documents& operator=(const Documents&) = delete;

  // A PDF of A4 pages that a screen reader can read. Errors: INTERNAL.
  virtual absl::StatusOr<std::string> Pdf(const Paper& paper) const = 0;

  // Lines of at most 80 columns, in UTF-8. Only a word that is longer is.
  virtual std::string PlainText(const Paper& paper) const = 0;

 protected:
  Documents() = default;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_DOCUMENTS_H_
