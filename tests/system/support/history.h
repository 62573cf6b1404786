// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SYSTEM_SUPPORT_HISTORY_H_
#define PARLEY_TESTS_SYSTEM_SUPPORT_HISTORY_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <mutex>
#include <string>
#include <vector>

namespace parley::system_test {

// What a client knows of a request after its last attempt.
enum class Known : std::uint8_t {
  kOk,       // It was acknowledged.
  kFailed,   // It was refused, and no attempt before left a doubt.
  kUnknown,  // Nobody knows.
};

// An entry as the database has it in the end.
struct KeptEntry {
  std::string ref;
  std::int64_t units = 0;
};

// What clients did to one debt, and learnt of it, in the order in which it happened. Writes are
// charges, each with a reference of its own. Safe for threads.
class History {
 public:
  explicit History(std::int64_t opening) : opening_(opening) {}

  // A write under one request id begins, and ends after its last attempt.
  std::size_t BeginWrite(std::string ref, std::int64_t units);
  void EndWrite(std::size_t write, Known known);

  // A read of the balance begins, and ends with what it saw. One that failed never ends.
  std::size_t BeginRead();
  void EndRead(std::size_t read, std::int64_t balance);

  std::size_t writes() const;
  std::size_t acknowledged() const;

  // What cannot have happened, a sentence each; none is the good answer. No entry was lost that was
  // acknowledged, none is there that failed, none twice, none that nobody sent; and each read saw
  // every charge acknowledged before it began, and none that began after it ended.
  std::vector<std::string> Findings(const std::vector<KeptEntry>& kept) const;

 private:
  static constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

  struct Write {
    std::string ref;
    std::int64_t units = 0;
    std::int64_t began = 0;
    std::int64_t ended = kNever;
    Known known = Known::kUnknown;
  };
  struct Read {
    std::int64_t began = 0;
    std::int64_t ended = kNever;
    std::int64_t balance = 0;
  };

  void CheckWrites(const std::vector<KeptEntry>& kept, std::vector<std::string>& findings) const;
  void CheckReads(std::vector<std::string>& findings) const;
  void CheckRead(const Read& read, std::vector<std::string>& findings) const;

  const std::int64_t opening_;
  mutable std::mutex mutex_;
  std::int64_t now_ = 0;  // Counts what happened.
  std::vector<Write> writes_;
  std::vector<Read> reads_;
};

}  // namespace parley::system_test

#endif  // PARLEY_TESTS_SYSTEM_SUPPORT_HISTORY_H_
