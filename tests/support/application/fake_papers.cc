// SPDX-License-Identifier: Apache-2.0
#include "tests/support/application/fake_papers.h"

#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace parley {
namespace {

std::string Told(const Money& money) {
  return absl::StrCat(money.ToDecimal(), " ", std::string(money.currency().code()));
}
std::string Told(const ExactNumber& number) { return number.digits; }
std::string Told(const ExactAmount& amount) {
  return absl::StrCat(amount.digits, " ", std::string(amount.currency.code()));
}
std::string Told(Day day) { return FormatDay(day); }
std::string Told(std::int64_t number) { return absl::StrCat(number); }
std::string Told(const std::string& text) { return text; }

std::string Lines(const PaperTerms& terms) {
  std::string lines;
  for (const PaperTerm& term : terms.terms) {
    absl::StrAppend(&lines, term.name, ": ", term.text, "\n");
  }
  return lines;
}
std::string Lines(const PaperFigure& figure) {
  return absl::StrCat(figure.name, ": ", figure.amount, "\n", figure.sentence, "\n");
}
std::string Lines(const PaperHeading& heading) { return absl::StrCat("# ", heading.text, "\n"); }
std::string Lines(const PaperParagraph& paragraph) { return absl::StrCat(paragraph.text, "\n"); }
std::string Lines(const PaperTable& table) {
  std::string lines;
  for (const PaperRow& row : table.rows) {
    absl::StrAppend(&lines, absl::StrJoin(row.cells, " | "), "\n");
    for (const std::string& note : row.notes) absl::StrAppend(&lines, "  ", note, "\n");
  }
  return lines;
}
std::string Lines(const PaperChart& chart) { return absl::StrCat(chart.sentence, "\n"); }
std::string Lines(const PaperSlip& slip) {
  return absl::StrCat(slip.title, "\n", slip.text, "\n", absl::StrJoin(slip.fields, "\n"), "\n");
}
std::string Lines(const PaperPageEnd& /*end*/) { return "\f"; }

}  // namespace

std::string KeyVoice::Say(std::string_view key, const WordArguments& arguments) const {
  std::vector<std::string> told;
  for (const WordArgument& argument : arguments) {
    told.push_back(
        absl::StrCat(std::string(argument.name), "=",
                     std::visit([](const auto& one) { return Told(one); }, argument.value)));
  }
  return absl::StrCat(std::string(key), told.empty() ? "" : "(", absl::StrJoin(told, ", "),
                      told.empty() ? "" : ")");
}

absl::StatusOr<std::string> FakeDocuments::Pdf(const Paper& paper) const {
  return absl::StrCat("%PDF\n", PlainText(paper));
}

std::string FakeDocuments::PlainText(const Paper& paper) const {
  std::string text = absl::StrCat(paper.title, "\n", paper.subtitle, "\n");
  for (const PaperBlock& block : paper.blocks) {
    text += std::visit([](const auto& one) { return Lines(one); }, block);
  }
  return text;
}

}  // namespace parley
