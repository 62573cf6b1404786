// SPDX-License-Identifier: Apache-2.0
// Statements as people get them: in every language, with all the words of the catalogue.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "adapters/documents/cairo_documents.h"
#include "adapters/documents/typeface.h"
#include "adapters/text/catalogue.h"
#include "application/debts/statement_paper.h"
#include "tests/adapters/documents/pdf_tools.h"
#include "tests/support/application/sample_statement.h"

namespace parley {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr int kDotsPerInch = 60;
constexpr const char* kPictures = "tests/adapters/documents/pictures/";

class StatementPages : public ::testing::Test {
 public:
  Paper PaperOf(const SampleStatement& sample, std::string_view language) const {
    return StatementPaper(sample.view(), words_->In(language));
  }
  std::string Pdf(const SampleStatement& sample, std::string_view language) const {
    return documents_.Pdf(PaperOf(sample, language)).value();
  }
  std::string Text(const SampleStatement& sample, std::string_view language) const {
    return documents_.PlainText(PaperOf(sample, language));
  }

 private:
  std::unique_ptr<text::Catalogue> words_ = text::Catalogue::Load().value();
  CairoDocuments documents_{documents::Typeface::Open(documents::Typeface::DefaultFiles()).value()};
};

// How far apart two pictures are: the mean difference of their points, of 255.
double Difference(const Picture& left, const Picture& right) {
  if (left.width != right.width || left.height != right.height) return 255;
  double sum = 0;
  for (std::size_t at = 0; at < left.grey.size(); ++at) {
    const int difference = static_cast<unsigned char>(left.grey.at(at)) -
                           static_cast<unsigned char>(right.grey.at(at));
    sum += std::abs(difference);
  }
  return sum / static_cast<double>(left.grey.size());
}

std::string Kept(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class StatementPictures : public StatementPages,
                          public ::testing::WithParamInterface<const char*> {};

// After a change of the design: look at the new pictures, which the test leaves, and keep them.
TEST_P(StatementPictures, LookAsPeopleHaveSeenThem) {
  const std::string language = GetParam();
  const PdfFile pdf(Pdf(AStatementOfHalfAYear(), language));
  const std::string page = pdf.Page(1, kDotsPerInch);
  const std::string path = absl::StrCat(kPictures, "statement-", language, ".png");
  const std::string kept = Kept(path);
  const double difference = kept.empty() ? 255 : Difference(ReadPng(page), ReadPng(kept));
  EXPECT_LT(difference, 1.0);
  if (difference >= 1.0) {
    const std::string seen = absl::StrCat(testing::TempDir(), "/statement-", language, ".png");
    std::ofstream(seen, std::ios::binary) << page;
    ADD_FAILURE() << "the page as it is now: " << seen << ", to be compared with " << path;
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, StatementPictures, ::testing::Values("en", "es", "fr", "de"));

TEST_F(StatementPages, SpeakTheLanguageThatTheySayTheyDo) {
  const SampleStatement sample = AStatementOfHalfAYear();
  EXPECT_THAT(Text(sample, "en"), AllOf(HasSubstr("Account statement"), HasSubstr("1,200.00")));
  EXPECT_THAT(Text(sample, "es"), AllOf(HasSubstr("Estado de cuenta"), HasSubstr("1200,00")));
  EXPECT_THAT(Text(sample, "fr"), AllOf(HasSubstr("Relevé de compte"), HasSubstr("Intérêts")));
  EXPECT_THAT(Text(sample, "de"), AllOf(HasSubstr("Forderungsübersicht"), HasSubstr("1.200,00")));
}

TEST_F(StatementPages, LeaveNoKeyAndNoBlankOpen) {
  for (const char* language : {"en", "es", "fr", "de"}) {
    for (const SampleStatement& sample :
         {AStatementOfHalfAYear(), AStatementOfPayments(1),
          ForPeriod(AStatementOfHalfAYear(), {Day(2026, 2, 1), Day(2026, 2, 9)})}) {
      EXPECT_THAT(Text(sample, language),
                  AllOf(Not(HasSubstr("statement.")), Not(HasSubstr("{")), Not(HasSubstr("}"))))
          << language;
    }
  }
}

TEST_F(StatementPages, TellEveryMovementHoweverMany) {
  const PdfFile pdf(Pdf(AStatementOfPayments(400), "en"));
  int movements = 0;
  for (const PdfFile::Word& word : pdf.Words()) {
    if (word.text == "-1.00") ++movements;
  }
  EXPECT_EQ(movements, 400);
}

TEST_F(StatementPages, HaveTheDecimalsOfTheirCurrency) {
  EXPECT_THAT(Text(AStatementOfPayments(1, "JPY"), "en"), HasSubstr("123,455"));
  EXPECT_THAT(Text(AStatementOfPayments(1, "KWD"), "en"), HasSubstr("123,455.007"));
}

TEST_F(StatementPages, AreTheSameBytesWhenTheyAreIssuedAgain) {
  EXPECT_EQ(Pdf(AStatementOfHalfAYear(), "fr"), Pdf(AStatementOfHalfAYear(), "fr"));
}

}  // namespace
}  // namespace parley
