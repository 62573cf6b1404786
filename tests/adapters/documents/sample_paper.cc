// SPDX-License-Identifier: Apache-2.0
#include "tests/adapters/documents/sample_paper.h"

#include "absl/strings/str_cat.h"

namespace parley {
namespace {

constexpr auto kAmount = PaperColumnKind::kAmount;

PaperTable Parts() {
  return {.columns = {{"Part"}, {"31 Dec 2025", kAmount}, {"30 Jun 2026", kAmount}},
          .rows = {{.cells = {"Principal", "1,200.00", "900.00"}},
                   {.cells = {"Interest", "0.00", "24.31"}},
                   {.cells = {"Balance (EUR)", "1,200.00", "924.31"},
                    .notes = {},
                    .kind = PaperRowKind::kStrong}}};
}

PaperChart Chart() {
  return {.sentence = "The balance went from €1,200.00 down to €924.31.",
          .steps = {{0, 120000}, {31, 121019}, {50, 90000}, {120, 92431}},
          .until = 181,
          .days = {{1, "Jan 2026"}, {60, "Mar 2026"}, {121, "May 2026"}},
          .levels = {{0, "0"}, {50000, "500"}, {100000, "1,000"}, {150000, "1,500"}}};
}

}  // namespace

PaperTable ALongTable(int rows) {
  PaperTable table{.columns = {{"Date", PaperColumnKind::kDay},
                               {"What happened"},
                               {"Change", kAmount},
                               {"Balance (EUR)", kAmount}},
                   .rows = {}};
  for (int row = 1; row <= rows; ++row) {
    table.rows.push_back({.cells = {"31 Jan 2026", absl::StrCat("Payment ", row), "-1.00",
                                    absl::StrCat(rows - row, ".00")}});
    if (row % 3 == 0) table.rows.back().notes = {"Money received by bank transfer."};
  }
  return table;
}

Paper ASamplePaper() {
  return {
      .language_code = "en",
      .author = "Example Lending",
      .addressee = "Erika Erfunden",
      .title = "Account statement",
      .subtitle = "1 January 2026 to 30 June 2026",
      .made = absl::FromCivil(absl::CivilSecond(2026, 7, 1, 9, 30, 0), absl::UTCTimeZone()),
      .foot = "Example Lending · reference LOAN-4711",
      .page_text = "Page {page} of {pages}",
      .blocks = {PaperTerms{{{"For", "Erika Erfunden"},
                             {"Owed to", "Example Lending"},
                             {"Reference", "LOAN-4711"}}},
                 PaperFigure{"Balance on 30 June 2026", "€924.31",
                             "This is what you owe. It is €275.69 less than on 1 January."},
                 PaperHeading{"What it is made of"}, Parts(), PaperHeading{"The balance over time"},
                 Chart(), PaperHeading{"What happened"}, ALongTable(2), PaperHeading{"Your rights"},
                 PaperParagraph{"You may ask where any line comes from."}}};
}

}  // namespace parley
