// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_BENCHMARKS_RPC_FLOOR_CONNECTION_H_
#define PARLEY_TESTS_BENCHMARKS_RPC_FLOOR_CONNECTION_H_

#include <libpq-fe.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace parley::bench {

// The parameters of one prepared statement. Numbers go as text, which PostgreSQL reads fast; bytes
// and instants in binary.
class Parameters {
 public:
  Parameters& Text(std::string_view text);
  Parameters& Number(std::int64_t number) { return Text(std::to_string(number)); }
  Parameters& Bytes(std::string_view bytes);
  // Microseconds since 1970.
  Parameters& Instant(std::int64_t micros);

 private:
  friend class FloorConnection;
  Parameters& Add(std::string value, int format);

  std::vector<std::string> values_;
  std::vector<int> formats_;
};

// A result in binary, of which one row is looked at: the first, until another is gone to.
class FloorRow {
 public:
  explicit FloorRow(PGresult* result) : result_(result, &PQclear) {}

  bool found() const { return rows() == 1; }
  int rows() const { return PQntuples(result_.get()); }
  void GoTo(int row) { row_ = row; }
  std::string_view Bytes(int column) const;
  std::int64_t Number(int column) const;  // Of a bigint.
  int Small(int column) const;            // Of a smallint.
  std::int64_t Instant(int column) const;
  std::string Uuid(int column) const;
  std::string_view Json(int column) const;              // Of a jsonb.
  std::vector<std::int64_t> Numbers(int column) const;  // Of an array of smallint or bigint.

 private:
  std::unique_ptr<PGresult, void (*)(PGresult*)> result_;
  int row_ = 0;
};

// One raw connection. Whatever goes wrong ends the program: a floor has no error handling.
class FloorConnection {
 public:
  explicit FloorConnection(const std::string& address);

  void Prepare(const char* name, const char* sql);

  // Statements are sent as they are added, and answered in order after Sync.
  void Send(const char* statement, const Parameters& parameters = {});
  void Sync();
  FloorRow Next();
  void EndOfSync();

 private:
  [[noreturn]] void Die(const char* doing) const;

  std::unique_ptr<PGconn, void (*)(PGconn*)> link_;
};

}  // namespace parley::bench

#endif  // PARLEY_TESTS_BENCHMARKS_RPC_FLOOR_CONNECTION_H_
