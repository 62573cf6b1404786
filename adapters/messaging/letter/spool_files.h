// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_LETTER_SPOOL_FILES_H_
#define PARLEY_ADAPTERS_MESSAGING_LETTER_SPOOL_FILES_H_

#include <string>
#include <string_view>

#include "absl/time/time.h"

namespace parley::messaging {

// An open file, closed at the end.
class OpenFile {
 public:
  OpenFile(const std::string& path, int flags);
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int descriptor() const { return descriptor_; }
  bool ok() const { return descriptor_ >= 0; }

 private:
  int descriptor_;
};

// True when the file is there, holds that and is on the disk. What was there is replaced.
bool WriteDurably(const std::string& path, std::string_view content);
// True when the entries of a folder are on the disk.
bool SyncFolder(const std::string& path);
bool Exists(const std::string& path);

// The right to change a spool, which one holds at a time, in all processes; given back at the end,
// also that of the process.
class SpoolLock {
 public:
  // Waits at most so long.
  SpoolLock(const std::string& path, absl::Duration within);

  bool held() const { return held_; }

 private:
  OpenFile file_;
  bool held_ = false;
};

}  // namespace parley::messaging

#endif  // PARLEY_ADAPTERS_MESSAGING_LETTER_SPOOL_FILES_H_
