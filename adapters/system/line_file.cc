// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/line_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>

#include "domain/common/status_macros.h"

namespace parley {
namespace {

constexpr mode_t kMode = 0640;

absl::Status SystemError(const std::string& path) { return absl::ErrnoToStatus(errno, path); }

// A file that was just made is on the disk when its folder's entry is.
absl::Status SyncFolderOf(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return SystemError(folder);
  absl::Status synced = ::fsync(descriptor) == 0 ? absl::OkStatus() : SystemError(folder);
  ::close(descriptor);
  return synced;
}

bool WriteAll(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

absl::StatusOr<std::unique_ptr<LineFile>> LineFile::Open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, kMode);
  if (descriptor < 0) return SystemError(path);
  std::unique_ptr<LineFile> file(new LineFile(path, descriptor));
  PARLEY_RETURN_IF_ERROR(file->Lock());
  PARLEY_RETURN_IF_ERROR(SyncFolderOf(path));
  PARLEY_RETURN_IF_ERROR(file->Load());
  return file;
}

LineFile::~LineFile() { ::close(descriptor_); }

absl::Status LineFile::Append(std::string_view line) {
  if (torn_) torn_ = !TruncateTo(size_).ok();
  std::string text(torn_ ? "\n" : "");
  text.append(line) += '\n';
  const bool written = WriteAll(descriptor_, text) && ::fsync(descriptor_) == 0;
  const off_t end = written ? ::lseek(descriptor_, 0, SEEK_END) : -1;
  if (end >= 0) {
    size_ = static_cast<std::size_t>(end);
    torn_ = false;
    return absl::OkStatus();
  }
  absl::Status failed = SystemError(path_);
  torn_ = !TruncateTo(size_).ok();
  return failed;
}

absl::Status LineFile::Lock() const {
  struct stat facts {};
  if (::fstat(descriptor_, &facts) != 0) return SystemError(path_);
  if (!S_ISREG(facts.st_mode)) {
    return absl::FailedPreconditionError(path_ + ": not a regular file");
  }
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return absl::OkStatus();
  if (errno != EWOULDBLOCK) return SystemError(path_);
  return absl::FailedPreconditionError(path_ + ": another process has it open");
}

absl::Status LineFile::Load() {
  std::string text;
  std::array<char, 1U << 16U> part{};
  ssize_t got = 0;
  while ((got = ::read(descriptor_, part.data(), part.size())) > 0) {
    text.append(part.data(), static_cast<std::size_t>(got));
  }
  if (got < 0) return SystemError(path_);
  std::size_t end = 0;
  while ((end = text.find('\n', size_)) != std::string::npos) {
    lines_.push_back(text.substr(size_, end - size_));
    size_ = end + 1;
  }
  return size_ == text.size() ? absl::OkStatus() : TruncateTo(size_);
}

absl::Status LineFile::TruncateTo(std::size_t size) const {
  const bool done = ::ftruncate(descriptor_, static_cast<off_t>(size)) == 0;
  return done && ::fsync(descriptor_) == 0 ? absl::OkStatus() : SystemError(path_);
}

}  // namespace parley
