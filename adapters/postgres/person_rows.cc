// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/person_rows.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>

namespace parley::postgres {
namespace {

// Later places come after earlier ones.
Uuid RowOf(const FactPlace& place) {
  Uuid::Bytes bytes{};
  const auto put = [&](std::size_t at, std::int64_t number) {
    auto rest = static_cast<std::uint64_t>(number);
    for (std::size_t left = sizeof(rest); left-- > 0; rest >>= 8U) {
      bytes.at(at + left) = static_cast<std::uint8_t>(rest & 0xFFU);
    }
  };
  put(0, place.revision);
  put(sizeof(std::int64_t), place.number);
  return Uuid(bytes);
}

// By when something is owed to the person: the one thing that is not sealed, to be found by.
template <typename Part>
std::optional<Day> DueOf(const Part& part) {
  if constexpr (requires { RunsOut(part); }) {
    return RunsOut(part);
  } else {
    return std::nullopt;
  }
}

}  // namespace

void AddFact(const Records& records, DebtorId debtor, const FactPlace& place,
             const RecordFact& fact, WriteArrays& rows) {
  const auto* const consent = std::get_if<ConsentFact>(&fact);
  const Uuid row = consent == nullptr ? RowOf(place) : consent->id.uuid();
  const std::string content = records.Encode(kFactContent, {debtor, row}, JsonOf(fact));
  rows.Add(debtor, KindOf(fact), row, Bytes{content}, place.revision);
}

void AddPart(const Records& records, DebtorId debtor, std::int64_t revision, const KeptPart& part,
             WriteArrays& rows) {
  const auto add = [&](const auto& value) {
    if constexpr (requires { value.revision; }) revision = value.revision;
    const Uuid row = value.id.uuid();
    const std::string content = records.Encode(kPartContent, {debtor, row}, JsonOf(part));
    rows.Add(debtor, KindOf(part), row, Bytes{content}, revision, DueOf(value));
  };
  std::visit(add, part);
}

}  // namespace parley::postgres
