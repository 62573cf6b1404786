// SPDX-License-Identifier: Apache-2.0
#include "tests/system/support/history.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"

namespace parley::system_test {

std::size_t History::BeginWrite(std::string ref, std::int64_t units) {
  const std::lock_guard lock(mutex_);
  writes_.push_back({.ref = std::move(ref), .units = units, .began = ++now_});
  return writes_.size() - 1;
}

void History::EndWrite(std::size_t write, Known known) {
  const std::lock_guard lock(mutex_);
  writes_.at(write).ended = ++now_;
  writes_.at(write).known = known;
}

std::size_t History::BeginRead() {
  const std::lock_guard lock(mutex_);
  reads_.push_back({.began = ++now_});
  return reads_.size() - 1;
}

void History::EndRead(std::size_t read, std::int64_t balance) {
  const std::lock_guard lock(mutex_);
  reads_.at(read).ended = ++now_;
  reads_.at(read).balance = balance;
}

std::size_t History::writes() const {
  const std::lock_guard lock(mutex_);
  return writes_.size();
}

std::size_t History::acknowledged() const {
  const std::lock_guard lock(mutex_);
  return static_cast<std::size_t>(
      std::count_if(writes_.begin(), writes_.end(),
                    [](const Write& write) { return write.known == Known::kOk; }));
}

std::vector<std::string> History::Findings(const std::vector<KeptEntry>& kept) const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> findings;
  CheckWrites(kept, findings);
  CheckReads(findings);
  return findings;
}

void History::CheckWrites(const std::vector<KeptEntry>& kept,
                          std::vector<std::string>& findings) const {
  std::map<std::string, std::vector<std::int64_t>> found;
  for (const KeptEntry& entry : kept) found[entry.ref].push_back(entry.units);
  for (const Write& write : writes_) {
    const std::vector<std::int64_t> units = found[write.ref];
    found.erase(write.ref);
    if (units.size() > 1) findings.push_back(absl::StrCat(write.ref, " is there twice"));
    if (units.empty() && write.known == Known::kOk) {
      findings.push_back(absl::StrCat(write.ref, " was acknowledged and is lost"));
    }
    if (!units.empty() && write.known == Known::kFailed) {
      findings.push_back(absl::StrCat(write.ref, " failed and is there"));
    }
    if (!units.empty() && units.front() != write.units) {
      findings.push_back(absl::StrCat(write.ref, " has another amount than was sent"));
    }
  }
  for (const auto& [ref, units] : found) {
    findings.push_back(absl::StrCat(ref, " was sent by nobody"));
  }
}

void History::CheckReads(std::vector<std::string>& findings) const {
  for (const Read& read : reads_) {
    if (read.ended != kNever) CheckRead(read, findings);
  }
}

void History::CheckRead(const Read& read, std::vector<std::string>& findings) const {
  std::int64_t least = opening_;
  std::int64_t most = opening_;
  for (const Write& write : writes_) {
    if (write.known == Known::kOk && write.ended < read.began) least += write.units;
    if (write.known != Known::kFailed && write.began < read.ended) most += write.units;
  }
  for (const Read& earlier : reads_) {
    if (earlier.ended < read.began) least = std::max(least, earlier.balance);
  }
  if (read.balance < least || read.balance > most) {
    findings.push_back(
        absl::StrCat("a read saw ", read.balance, ", which is not between ", least, " and ", most));
  }
}

}  // namespace parley::system_test
