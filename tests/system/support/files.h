// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SYSTEM_SUPPORT_FILES_H_
#define PARLEY_TESTS_SYSTEM_SUPPORT_FILES_H_

#include <string>
#include <string_view>

namespace parley::system_test {

// A folder of a test's own below /tmp, removed with what it holds. Its path is short enough for a
// unix socket in it.
class ScratchFolder {
 public:
  ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder();

  const std::string& path() const { return path_; }
  // The path of a file or folder in it.
  std::string operator/(std::string_view name) const;

 private:
  std::string path_;
};

// The content of a file; empty when there is none.
std::string ReadFile(const std::string& path);

// Writes a file that only its owner can read.
void WriteFile(const std::string& path, std::string_view content);

}  // namespace parley::system_test

#endif  // PARLEY_TESTS_SYSTEM_SUPPORT_FILES_H_
