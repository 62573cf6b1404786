// SPDX-License-Identifier: Apache-2.0
#include "adapters/documents/pdf_update.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace parley::documents {
namespace {

using ::testing::HasSubstr;

TEST(PdfText, IsUtf16InHexadecimal) {
  EXPECT_EQ(PdfText("aé"), "<FEFF006100E9>");
  EXPECT_EQ(PdfText("😀"), "<FEFFD83DDE00>");
  EXPECT_EQ(PdfText(""), "<FEFF>");
}

TEST(AddAccessibility, RefusesWhatCairoDidNotWrite) {
  for (const std::string_view content :
       {"", "no PDF", "trailer startxref 999999999", "trailer /Root 1 0 R /Info 2 0 R startxref 0",
        "xref\n0 9\ntrailer /Root 1 0 R /Info 2 0 R startxref 0",
        "xref\n0 1\n0000000000 65535 f \ntrailer /Root 1 0 R /Info 2 0 R startxref 0"}) {
    EXPECT_EQ(AddAccessibility(std::string(content), {"en", {}}).status().code(),
              absl::StatusCode::kInternal)
        << content;
  }
}

TEST(AddAccessibility, MissesAFigureThatIsNotThere) {
  const std::string pdf =
      "1 0 obj\n<< /Type /Catalog\n>>\nendobj\nxref\n0 2\n0000000000 65535 f \n"
      "0000000000 00000 n \ntrailer << /Root 1 0 R /Info 1 0 R >>\nstartxref\n36\n%%EOF\n";
  EXPECT_THAT(AddAccessibility(pdf, {"en", {}}).value(), HasSubstr("/Lang <FEFF0065006E>"));
  EXPECT_EQ(AddAccessibility(pdf, {"en", {"a picture"}}).status().code(),
            absl::StatusCode::kInternal);
}

}  // namespace
}  // namespace parley::documents
