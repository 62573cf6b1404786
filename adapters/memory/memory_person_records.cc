// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_person_records.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "adapters/memory/lookups.h"
#include "adapters/memory/memory_unit_of_work.h"
#include "domain/common/reason.h"

namespace parley {
namespace {

// Where each kind of what has an id stands.
auto& ListOf(DebtorRecord& record, const KnownPoint&) { return record.points; }
auto& ListOf(DebtorRecord& record, const ConsentFact&) { return record.consents; }
auto& ListOf(DebtorRecord& record, const OptOut&) { return record.opt_outs; }
auto& ListOf(DebtorRecord& record, const Inconvenience&) { return record.inconveniences; }
auto& ListOf(DebtorRecord& record, const SupportNeed&) { return record.needs; }
auto& ListOf(DebtorRecord& record, const Representative&) { return record.representatives; }
auto& ListOf(DebtorRecord& record, const LifeCircumstance&) { return record.circumstances; }
auto& ListOf(DebtorRecord& record, const Promise&) { return record.promises; }
auto& ListOf(DebtorRecord& record, const DebtDispute&) { return record.disputes; }
auto& ListOf(DebtorRecord& record, const Complaint&) { return record.complaints; }
auto& ListOf(DebtorRecord& record, const CallbackRequest&) { return record.callbacks; }
auto& ListOf(DebtorRecord& record, const Reflection&) { return record.reflections; }

// The first that comes not before it.
template <typename Kept>
auto PlaceOf(std::vector<Kept>& list, const Kept& one) {
  return std::lower_bound(list.begin(), list.end(), one,
                          [](const Kept& left, const Kept& right) { return left.id < right.id; });
}

template <typename Kept>
absl::Status Insert(DebtorRecord& record, const Kept& added) {
  auto& list = ListOf(record, added);
  const auto place = PlaceOf(list, added);
  if (place != list.end() && place->id == added.id) return Refuse(Reason::kWriteConflict);
  list.insert(place, added);
  return absl::OkStatus();
}

template <typename Kept>
absl::Status Exchange(DebtorRecord& record, const Kept& changed) {
  auto& list = ListOf(record, changed);
  const auto place = PlaceOf(list, changed);
  bool stale = place == list.end() || place->id != changed.id;
  if constexpr (requires { changed.revision; }) {
    stale = stale || place->revision >= changed.revision;
  }
  if (stale) return Refuse(Reason::kWriteConflict);
  *place = changed;
  return absl::OkStatus();
}

struct FactPutter {
  absl::Status operator()(const ConsentFact& fact) { return Insert(record, fact); }
  absl::Status operator()(const Location& location) {
    record.locations.push_back(location);
    return absl::OkStatus();
  }
  absl::Status operator()(const VerificationTry& one) {
    record.verifications.push_back(one);
    return absl::OkStatus();
  }
  absl::Status operator()(const Preferences& preferences) {
    record.preferences = preferences;
    return absl::OkStatus();
  }
  absl::Status operator()(const WorkHours& hours) {
    record.work_hours = hours;
    return absl::OkStatus();
  }

  DebtorRecord& record;
};

absl::Status PutBarred(DebtorRecord& record, const BarredAddress& address) {
  const auto before = [](const BarredAddress& left, const BarredAddress& right) {
    return std::tie(left.key, left.cause) < std::tie(right.key, right.cause);
  };
  auto& barred = record.barred;
  const auto place = std::lower_bound(barred.begin(), barred.end(), address, before);
  if (place == barred.end() || before(address, *place)) barred.insert(place, address);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<DebtorRecord> MemoryPersonRecords::Find(DebtorId debtor) {
  return scope_.database.Read(scope_.tenant,
                              [&](const auto& tables) { return RecordOf(tables, debtor); });
}

void MemoryPersonRecords::Note(MemoryRecordChange change) {
  scope_.writes.changed.insert(change.debtor);
  scope_.writes.record_changes.push_back(std::move(change));
}

void MemoryPersonRecords::Append(DebtorId debtor, const RecordFact& fact) {
  Note({debtor, [fact](DebtorRecord& record) { return std::visit(FactPutter{record}, fact); }});
}

void MemoryPersonRecords::Add(DebtorId debtor, const RecordPart& part) {
  Note({debtor, [part](DebtorRecord& record) {
          return std::visit([&](const auto& added) { return Insert(record, added); }, part);
        }});
}

void MemoryPersonRecords::Replace(DebtorId debtor, const RecordPart& part) {
  Note({debtor, [part](DebtorRecord& record) {
          return std::visit([&](const auto& changed) { return Exchange(record, changed); }, part);
        }});
}

void MemoryPersonRecords::Add(const KnownPoint& point, const Fingerprint& key) {
  Note({point.debtor, [point](DebtorRecord& record) { return Insert(record, point); },
        MemoryContactKey{key, point.debtor, point.id}});
}

void MemoryPersonRecords::Replace(const KnownPoint& point) {
  Note({point.debtor, [point](DebtorRecord& record) { return Exchange(record, point); }});
}

void MemoryPersonRecords::Bar(DebtorId debtor, const BarredAddress& address) {
  Note({debtor, [address](DebtorRecord& record) { return PutBarred(record, address); }});
}

}  // namespace parley
