// SPDX-License-Identifier: Apache-2.0
#include "tests/system/support/files.h"

#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

namespace parley::system_test {

ScratchFolder::ScratchFolder() : path_("/tmp/parley-system.XXXXXX") {
  if (mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no folder could be made");
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string ScratchFolder::operator/(std::string_view name) const {
  return path_ + "/" + std::string(name);
}

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void WriteFile(const std::string& path, std::string_view content) {
  std::ofstream(path, std::ios::binary) << content;
  if (chmod(path.c_str(), S_IRUSR | S_IWUSR) != 0) {
    throw std::runtime_error("the file " + path + " could not be written");
  }
}

}  // namespace parley::system_test
