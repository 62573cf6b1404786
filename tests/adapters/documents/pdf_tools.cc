// SPDX-License-Identifier: Apache-2.0
#include "tests/adapters/documents/pdf_tools.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <regex>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "adapters/documents/owned.h"

namespace parley {
namespace {

std::string Output(const std::string& command) {
  struct Close {
    void operator()(FILE* pipe) const { pclose(pipe); }
  };
  const std::unique_ptr<FILE, Close> pipe(popen(command.c_str(), "r"));
  std::string output;
  std::array<char, 65536> block{};
  for (;;) {
    const std::size_t read = std::fread(block.data(), 1, block.size(), pipe.get());
    if (read == 0) return output;
    output.append(block.data(), read);
  }
}

}  // namespace

PdfFile::PdfFile(const std::string& content) : path_(testing::TempDir() + "/parley-XXXXXX") {
  const int file = mkstemp(path_.data());
  EXPECT_GE(file, 0);
  close(file);
  std::ofstream(path_, std::ios::binary) << content;
}

PdfFile::~PdfFile() { unlink(path_.c_str()); }

std::string PdfFile::Run(const std::string& command) const {
  return Output(absl::StrCat(command, " ", path_));
}

std::string PdfFile::Info() const { return Run("pdfinfo -isodates"); }
std::string PdfFile::Structure() const { return Run("pdfinfo -struct-text"); }
std::string PdfFile::Fonts() const { return Run("pdffonts"); }
std::string PdfFile::Images() const { return Run("pdfimages -list"); }
std::string PdfFile::Text() const { return Output(absl::StrCat("pdftotext -raw ", path_, " -")); }

std::vector<PdfFile::Word> PdfFile::Words() const {
  const std::regex word(
      "<word xMin=\"(.*)\" yMin=\"(.*)\" xMax=\"(.*)\" yMax=\"(.*)\">(.*)</word>");
  std::vector<Word> words;
  int page = 0;
  std::istringstream lines(Output(absl::StrCat("pdftotext -bbox ", path_, " -")));
  for (std::string line; std::getline(lines, line);) {
    std::smatch parts;
    if (line.find("<page ") != std::string::npos) ++page;
    if (!std::regex_search(line, parts, word)) continue;
    words.push_back({page, std::stod(parts[1]), std::stod(parts[2]), std::stod(parts[3]),
                     std::stod(parts[4]), parts[5]});
  }
  return words;
}

std::string PdfFile::Page(int number, int dots_per_inch) const {
  return Output(absl::StrCat("pdftoppm -gray -png -singlefile -r ", dots_per_inch, " -f ", number,
                             " ", path_));
}

Picture ReadPng(std::string_view png) {
  const auto read = [](void* rest, unsigned char* block, unsigned int length) {
    auto& unread = *static_cast<std::string_view*>(rest);
    if (unread.size() < length) return CAIRO_STATUS_READ_ERROR;
    std::copy_n(unread.begin(), length, block);
    unread.remove_prefix(length);
    return CAIRO_STATUS_SUCCESS;
  };
  const documents::OwnedSurface image(cairo_image_surface_create_from_png_stream(read, &png));
  EXPECT_EQ(cairo_surface_status(image.get()), CAIRO_STATUS_SUCCESS);
  Picture picture{
      cairo_image_surface_get_width(image.get()), cairo_image_surface_get_height(image.get()), {}};
  const unsigned char* const data = cairo_image_surface_get_data(image.get());
  const int stride = cairo_image_surface_get_stride(image.get());
  for (int y = 0; y < picture.height; ++y) {
    // Each of the three colours of a grey point says the same.
    for (int x = 0; x < picture.width; ++x) {
      picture.grey += static_cast<char>(data[y * stride + 4 * x]);
    }
  }
  return picture;
}

}  // namespace parley
