// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/letter/spool_files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstddef>
#include <thread>

namespace parley::messaging {
namespace {

constexpr mode_t kMode = 0640;
constexpr auto kPause = std::chrono::milliseconds(2);

bool WriteAll(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

OpenFile::OpenFile(const std::string& path, int flags)
    : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, kMode)) {}

OpenFile::~OpenFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool WriteDurably(const std::string& path, std::string_view content) {
  const OpenFile file(path, O_WRONLY | O_CREAT | O_TRUNC);
  return file.ok() && WriteAll(file.descriptor(), content) && ::fsync(file.descriptor()) == 0;
}

bool SyncFolder(const std::string& path) {
  const OpenFile folder(path, O_RDONLY | O_DIRECTORY);
  return folder.ok() && ::fsync(folder.descriptor()) == 0;
}

bool Exists(const std::string& path) { return ::access(path.c_str(), F_OK) == 0; }

SpoolLock::SpoolLock(const std::string& path, absl::Duration within)
    : file_(path, O_RDWR | O_CREAT) {
  const auto until = std::chrono::steady_clock::now() + absl::ToChronoNanoseconds(within);
  while (file_.ok() && !held_) {
    held_ = ::flock(file_.descriptor(), LOCK_EX | LOCK_NB) == 0;
    if (held_ || std::chrono::steady_clock::now() >= until) return;
    std::this_thread::sleep_for(kPause);
  }
}

}  // namespace parley::messaging
