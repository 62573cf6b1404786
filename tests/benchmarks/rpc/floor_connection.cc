// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmarks/rpc/floor_connection.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace parley::bench {
namespace {

constexpr int kText = 0;
constexpr int kBinary = 1;

// PostgreSQL counts instants from 2000-01-01.
constexpr std::int64_t kMicrosTo2000 = 946'684'800'000'000;

std::int64_t FromNetwork(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char byte : bytes) number = number << 8U | static_cast<std::uint8_t>(byte);
  return static_cast<std::int64_t>(number);
}

std::string ToNetwork(std::int64_t number) {
  std::string bytes(8, '\0');
  auto rest = static_cast<std::uint64_t>(number);
  for (std::size_t at = bytes.size(); at-- > 0; rest >>= 8U) bytes[at] = static_cast<char>(rest);
  return bytes;
}

}  // namespace

Parameters& Parameters::Text(std::string_view text) { return Add(std::string(text), kText); }

Parameters& Parameters::Bytes(std::string_view bytes) { return Add(std::string(bytes), kBinary); }

Parameters& Parameters::Instant(std::int64_t micros) {
  return Add(ToNetwork(micros - kMicrosTo2000), kBinary);
}

Parameters& Parameters::Add(std::string value, int format) {
  values_.push_back(std::move(value));
  formats_.push_back(format);
  return *this;
}

std::string_view FloorRow::Bytes(int column) const {
  return {PQgetvalue(result_.get(), row_, column),
          static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
}

std::int64_t FloorRow::Number(int column) const { return FromNetwork(Bytes(column)); }

int FloorRow::Small(int column) const {
  return static_cast<std::int16_t>(FromNetwork(Bytes(column)));
}

std::int64_t FloorRow::Instant(int column) const { return Number(column) + kMicrosTo2000; }

std::string FloorRow::Uuid(int column) const {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  text.reserve(36);
  for (const char byte : Bytes(column)) {
    if (text.size() == 8 || text.size() == 13 || text.size() == 18 || text.size() == 23) {
      text += '-';
    }
    const auto number = static_cast<std::uint8_t>(byte);
    text += kDigits[number >> 4U];
    text += kDigits[number & 15U];
  }
  return text;
}

std::string_view FloorRow::Json(int column) const {
  // The first byte is the format's version.
  return Bytes(column).substr(1);
}

std::vector<std::int64_t> FloorRow::Numbers(int column) const {
  // Dimensions, flags, type, length and lower bound; then each element behind its size in bytes.
  constexpr std::size_t kHead = 20;
  constexpr std::size_t kSize = 4;
  std::vector<std::int64_t> numbers;
  std::string_view rest = Bytes(column);
  rest.remove_prefix(std::min(kHead, rest.size()));
  while (!rest.empty()) {
    const auto size = static_cast<std::size_t>(FromNetwork(rest.substr(0, kSize)));
    const std::int64_t number = FromNetwork(rest.substr(kSize, size));
    numbers.push_back(size == 2 ? static_cast<std::int16_t>(number) : number);
    rest.remove_prefix(kSize + size);
  }
  return numbers;
}

FloorConnection::FloorConnection(const std::string& address)
    : link_(PQconnectdb(address.c_str()), &PQfinish) {
  if (PQstatus(link_.get()) != CONNECTION_OK) Die("connecting");
  if (PQenterPipelineMode(link_.get()) != 1) Die("entering pipeline mode");
}

void FloorConnection::Prepare(const char* name, const char* sql) {
  if (PQsendPrepare(link_.get(), name, sql, 0, nullptr) != 1) Die(name);
  Sync();
  Next();
  EndOfSync();
}

void FloorConnection::Send(const char* statement, const Parameters& parameters) {
  std::vector<const char*> values;
  std::vector<int> lengths;
  values.reserve(parameters.values_.size());
  lengths.reserve(parameters.values_.size());
  for (const std::string& value : parameters.values_) {
    values.push_back(value.c_str());
    lengths.push_back(static_cast<int>(value.size()));
  }
  if (PQsendQueryPrepared(link_.get(), statement, static_cast<int>(values.size()), values.data(),
                          lengths.data(), parameters.formats_.data(), kBinary) != 1) {
    Die(statement);
  }
}

void FloorConnection::Sync() {
  if (PQpipelineSync(link_.get()) != 1) Die("sending");
}

FloorRow FloorConnection::Next() {
  PGresult* result = PQgetResult(link_.get());
  const ExecStatusType status = PQresultStatus(result);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) Die("executing");
  PQclear(PQgetResult(link_.get()));
  return FloorRow(result);
}

void FloorConnection::EndOfSync() {
  PGresult* result = PQgetResult(link_.get());
  const ExecStatusType status = PQresultStatus(result);
  PQclear(result);
  if (status != PGRES_PIPELINE_SYNC) Die("synchronising");
}

void FloorConnection::Die(const char* doing) const {
  std::fprintf(stderr, "floor: %s: %s\n", doing, PQerrorMessage(link_.get()));
  std::exit(1);
}

}  // namespace parley::bench
