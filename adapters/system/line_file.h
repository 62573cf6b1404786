// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_SYSTEM_LINE_FILE_H_
#define PARLEY_ADAPTERS_SYSTEM_LINE_FILE_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace parley {

// A file of lines that only grows, of one process at a time: a record that is kept outside the
// database. A line that was cut short by a crash was never acknowledged, and is taken away when the
// file is opened.
class LineFile {
 public:
  // Makes the file, with mode 0640, when there is none. Errors: FAILED_PRECONDITION when another
  // process has it open or it is no regular file, else that of the system; each with the path.
  static absl::StatusOr<std::unique_ptr<LineFile>> Open(const std::string& path);

  LineFile(const LineFile&) = delete;
  LineFile& operator=(const LineFile&) = delete;
  ~LineFile();

  // The lines that were there when it was opened, without their ends.
  const std::vector<std::string>& lines() const { return lines_; }

  // Adds a line, which holds no line feed, and brings it to the disk: OK means that it is there.
  // After an error nothing of it is; where the system does not even let us take away what was
  // written, that stands as a line of its own, and never as a part of the next. Errors: that of the
  // system.
  absl::Status Append(std::string_view line);

 private:
  LineFile(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

  absl::Status Lock() const;
  absl::Status Load();
  absl::Status TruncateTo(std::size_t size) const;

  const std::string path_;
  const int descriptor_;
  std::size_t size_ = 0;  // Of what was acknowledged.
  bool torn_ = false;     // More than that is there.
  std::vector<std::string> lines_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_SYSTEM_LINE_FILE_H_
