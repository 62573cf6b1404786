// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/sql_failure.h"

#include <array>
#include <utility>

#include "absl/strings/str_cat.h"

namespace parley::postgres {
namespace {

constexpr std::string_view kUniqueViolation = "23505";

struct Meaning {
  std::string_view key;
  Reason reason;
};

// What is taken when a constraint refuses a row. Numbers run on within a debtor, so one that is
// taken was counted from a stale copy.
constexpr auto kTaken = std::to_array<Meaning>({
    {"answers_pkey", Reason::kRequestIdReused},
    {"creditors_pkey", Reason::kCreditorAlreadyExists},
    {"creditors_code_key", Reason::kCreditorAlreadyExists},
    {"debtors_pkey", Reason::kDebtorAlreadyExists},
    {"debtor_references_pkey", Reason::kDebtorAlreadyExists},
    {"data_keys_pkey", Reason::kWriteConflict},
    {"record_facts_pkey", Reason::kWriteConflict},
    {"record_parts_pkey", Reason::kWriteConflict},
    {"publications_pkey", Reason::kWriteConflict},
    {"dead_letters_pkey", Reason::kWriteConflict},
    {"contact_index_pkey", Reason::kWriteConflict},
    {"barred_addresses_pkey", Reason::kWriteConflict},
    {"debts_pkey", Reason::kDebtAlreadyPlaced},
    {"debt_references_pkey", Reason::kDebtAlreadyPlaced},
    {"entries_pkey", Reason::kEntryAlreadyPosted},
    {"notices_pkey", Reason::kWriteConflict},
    {"holds_pkey", Reason::kHoldAlreadyExists},
    {"entries_external_ref_key", Reason::kEntryAlreadyPosted},
    {"entries_fee_cause_key", Reason::kFeeAlreadyCharged},
    {"payments_pkey", Reason::kPaymentAlreadyPosted},
    {"payments_external_ref_key", Reason::kPaymentAlreadyPosted},
    {"entries_number_key", Reason::kWriteConflict},
    {"work_items_pkey", Reason::kWriteConflict},
    {"verdicts_pkey", Reason::kWriteConflict},
    {"communications_pkey", Reason::kWriteConflict},
    {"messages_pkey", Reason::kWriteConflict},
    {"inbound_pkey", Reason::kWriteConflict},
    {"conversations_pkey", Reason::kWriteConflict},
    {"conversation_links_pkey", Reason::kWriteConflict},
    {"conversation_notes_pkey", Reason::kWriteConflict},
    {"inbound_references_pkey", Reason::kInboundAlreadyReceived},
    {"messages_occasion_key", Reason::kMessageAlreadyQueued},
    {"message_templates_pkey", Reason::kTemplateAlreadyExists},
    {"released_texts_pkey", Reason::kWriteConflict},
    {"rulebooks_pkey", Reason::kWriteConflict},
    {"rulebooks_version_key", Reason::kRulebookAlreadyPublished},
    {"kill_switches_pkey", Reason::kKillSwitchAlreadyExists},
    {"kill_switch_releases_pkey", Reason::kKillSwitchAlreadyReleased},
    {"audit_pkey", Reason::kWriteConflict},
    {"outbox_pkey", Reason::kWriteConflict},
});

// SQLSTATEs, or their two-character classes; the first that begins the code counts.
constexpr auto kCodes = std::to_array<Meaning>({
    {"PAR01", Reason::kWriteConflict},     // Our own expect_rows().
    {"40001", Reason::kWriteConflict},     // serialization_failure
    {"40P01", Reason::kWriteConflict},     // deadlock_detected
    {"55P03", Reason::kWriteConflict},     // lock_not_available: lock_timeout
    {"57014", Reason::kDeadlineExceeded},  // query_canceled: statement_timeout
    {"57P", Reason::kStoreUnavailable},    // The server goes down, or is not up yet.
    {"25P03", Reason::kStoreUnavailable},  // idle_in_transaction_session_timeout
    {"25006", Reason::kStoreUnavailable},  // read_only_sql_transaction: a standby
    {"0A000", Reason::kStoreUnavailable},  // A cached plan outlived its table's shape.
    {"26000", Reason::kStoreUnavailable},  // A prepared statement is gone.
    {"08", Reason::kStoreUnavailable},     // Connection exceptions.
    {"28", Reason::kStoreUnavailable},     // The database does not let us in.
    {"3D", Reason::kStoreUnavailable},     // There is no such database.
    {"53", Reason::kStoreUnavailable},     // No memory, disk or connection left.
    {"58", Reason::kStoreUnavailable},     // The server's own system failed.
    {"XX001", Reason::kRecordCorrupt},     // data_corrupted
    {"XX002", Reason::kRecordCorrupt},     // index_corrupted
});

}  // namespace

Reason MeaningOf(const SqlFailure& failure) {
  if (failure.sqlstate.empty()) return Reason::kStoreUnavailable;
  if (failure.sqlstate == kUniqueViolation) {
    for (const Meaning& taken : kTaken) {
      if (taken.key == failure.constraint) return taken.reason;
    }
  }
  for (const Meaning& code : kCodes) {
    if (failure.sqlstate.starts_with(code.key)) return code.reason;
  }
  return Reason::kInternal;
}

absl::Status StatusOf(const SqlFailure& failure) {
  const Reason reason = MeaningOf(failure);
  if (reason != Reason::kInternal) return Refuse(reason);
  return Refuse(reason, absl::StrCat("The database refused a statement: SQLSTATE ",
                                     failure.sqlstate, " ", failure.constraint));
}

bool MayRunAgain(const SqlFailure& failure) {
  return failure.sqlstate == "40001" || failure.sqlstate == "40P01";
}

bool SpoilsSession(const SqlFailure& failure) {
  return failure.sqlstate == "26000" || failure.sqlstate == "0A000";
}

}  // namespace parley::postgres
