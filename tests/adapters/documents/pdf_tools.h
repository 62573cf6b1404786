// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_ADAPTERS_DOCUMENTS_PDF_TOOLS_H_
#define PARLEY_TESTS_ADAPTERS_DOCUMENTS_PDF_TOOLS_H_

#include <string>
#include <string_view>
#include <vector>

namespace parley {

// A PDF in a file, for as long as it lives, and what poppler's tools find in it.
class PdfFile {
 public:
  explicit PdfFile(const std::string& content);
  ~PdfFile();
  PdfFile(const PdfFile&) = delete;
  PdfFile& operator=(const PdfFile&) = delete;

  std::string Info() const;       // Of pdfinfo: title, tags, pages.
  std::string Structure() const;  // The tags with their texts, as a screen reader goes by them.
  std::string Fonts() const;
  std::string Images() const;
  std::string Text() const;  // In the order in which it was drawn.

  struct Word {
    int page = 0;
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    std::string text;
  };
  std::vector<Word> Words() const;  // In points from the upper left corner.

  // A page as a PNG file, in grey.
  std::string Page(int number, int dots_per_inch) const;

 private:
  std::string Run(const std::string& command) const;

  std::string path_;
};

// A grey picture, row by row.
struct Picture {
  int width = 0;
  int height = 0;
  std::string grey;
};
Picture ReadPng(std::string_view png);

}  // namespace parley

#endif  // PARLEY_TESTS_ADAPTERS_DOCUMENTS_PDF_TOOLS_H_
