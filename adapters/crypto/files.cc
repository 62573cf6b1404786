// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "domain/common/status_macros.h"

namespace parley {
namespace {

absl::Status SystemError(const std::string& path) { return absl::ErrnoToStatus(errno, path); }

class Descriptor {
 public:
  explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

absl::Status CheckFile(const std::string& path, const Descriptor& file, Secrecy secrecy) {
  struct stat facts {};
  if (::fstat(file.get(), &facts) != 0) return SystemError(path);
  if (!S_ISREG(facts.st_mode)) {
    return absl::FailedPreconditionError(path + ": not a regular file");
  }
  if (secrecy == Secrecy::kSecret && (facts.st_mode & S_IRWXO) != 0) {
    return absl::FailedPreconditionError(
        path + ": a secret key that others can reach; chmod it to 0600 or 0640");
  }
  return absl::OkStatus();
}

absl::Status WriteAll(const std::string& path, const Descriptor& file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(file.get(), content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return SystemError(path);
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(file.get()) == 0 ? absl::OkStatus() : SystemError(path);
}

absl::Status WriteOpened(const std::string& path, int flags, Secrecy secrecy,
                         std::string_view content) {
  const mode_t mode = secrecy == Secrecy::kSecret ? 0600 : 0644;
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | flags, mode));
  if (file.get() < 0) return SystemError(path);
  absl::Status written = WriteAll(path, file, content);
  if (!written.ok()) ::unlink(path.c_str());
  return written;
}

// What was made or renamed in a folder stays so when the folder is on the disk.
absl::Status SyncFolderOf(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  const bool synced = opened.get() >= 0 && ::fsync(opened.get()) == 0;
  return synced ? absl::OkStatus() : SystemError(folder);
}

}  // namespace

absl::StatusOr<std::string> ReadKeyMaterial(const std::string& path, Secrecy secrecy,
                                            std::size_t most) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return SystemError(path);
  PARLEY_RETURN_IF_ERROR(CheckFile(path, file, secrecy));
  std::string content(most + 1, '\0');
  std::size_t filled = 0;
  while (filled < content.size()) {
    const ssize_t got = ::read(file.get(), content.data() + filled, content.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return SystemError(path);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  if (filled > most) return absl::FailedPreconditionError(path + ": too large for a file of keys");
  content.resize(filled);
  return content;
}

absl::Status WriteNewFile(const std::string& path, std::string_view content, Secrecy secrecy) {
  PARLEY_RETURN_IF_ERROR(WriteOpened(path, O_EXCL, secrecy, content));
  return SyncFolderOf(path);
}

absl::Status ReplaceFile(const std::string& path, std::string_view content) {
  const std::string beside = path + ".new";
  PARLEY_RETURN_IF_ERROR(WriteOpened(beside, O_TRUNC, Secrecy::kPublic, content));
  if (std::rename(beside.c_str(), path.c_str()) != 0) return SystemError(path);
  return SyncFolderOf(path);
}

}  // namespace parley
