// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_RECORDS_H_
#define PARLEY_ADAPTERS_POSTGRES_RECORDS_H_

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "adapters/postgres/personal_codec.h"
#include "adapters/postgres/row_reader.h"
#include "adapters/postgres/sql_text.h"
#include "domain/common/id.h"
#include "domain/common/money.h"
#include "domain/debt/creditor.h"
#include "domain/debt/debt.h"
#include "domain/debt/entry.h"
#include "domain/debt/hold.h"
#include "domain/debt/payment.h"
#include "domain/debtor/debtor.h"

namespace parley::postgres {

// A column that holds something about a person, and the one that names its row.
struct PersonalColumn {
  std::string_view table;
  std::string_view column;
  std::string_view row;
  std::string_view when_erased = kErasedText;
};
inline constexpr PersonalColumn kDisplayName{"debtors", "display_name", "debtor_id"};
inline constexpr PersonalColumn kBirthDate{"debtors", "birth_date", "debtor_id", ""};
inline constexpr PersonalColumn kStatusReason{"debts", "status_reason", "debt_id"};
inline constexpr PersonalColumn kAgreementReference{"debts", "agreement_reference", "debt_id"};
inline constexpr PersonalColumn kEntryReason{"entries", "reason", "entry_id"};
inline constexpr PersonalColumn kPaymentMethod{"payments", "method", "payment_id"};
inline constexpr PersonalColumn kPaymentNote{"payments", "note", "payment_id"};
inline constexpr PersonalColumn kReturnReason{"payments", "return_reason", "payment_id"};
inline constexpr PersonalColumn kHoldSource{"holds", "source", "hold_id"};
inline constexpr PersonalColumn kHoldReason{"holds", "reason", "hold_id"};
inline constexpr PersonalColumn kHoldEndReason{"holds", "end_reason", "hold_id"};
inline constexpr PersonalColumn kWorkReason{"work_items", "reason", "work_item_id"};
inline constexpr PersonalColumn kWorkOutcome{"work_items", "outcome", "work_item_id"};
inline constexpr PersonalColumn kCommunicationNote{"communications", "note", "communication_id"};
inline constexpr PersonalColumn kMessageGiven{"messages", "given", "communication_id"};
inline constexpr PersonalColumn kMessageWords{"messages", "words", "communication_id"};
inline constexpr PersonalColumn kInboundContent{"inbound", "content", "communication_id"};
inline constexpr PersonalColumn kInboundHearing{"inbound", "hearing", "communication_id"};
inline constexpr PersonalColumn kConversationReason{"conversations", "reason", "conversation_id"};
inline constexpr PersonalColumn kConversationNote{"conversation_notes", "body", "note_id"};
inline constexpr PersonalColumn kFactContent{"record_facts", "content", "fact_id"};
inline constexpr PersonalColumn kPartContent{"record_parts", "content", "part_id"};
inline constexpr PersonalColumn kAnswer{"answers", "answer", "request_id"};
// All of them.
inline constexpr std::array kPersonalColumns = {
    kDisplayName,        kBirthDate,        kStatusReason,   kAgreementReference, kEntryReason,
    kPaymentMethod,      kPaymentNote,      kReturnReason,   kHoldSource,         kHoldReason,
    kHoldEndReason,      kWorkReason,       kWorkOutcome,    kCommunicationNote,  kMessageGiven,
    kMessageWords,       kInboundContent,   kInboundHearing, kFactContent,        kPartContent,
    kConversationReason, kConversationNote, kAnswer};

// Whose record a personal value belongs to.
struct PersonalOwner {
  DebtorId debtor;
  Uuid row;
};

// What it takes to understand a tenant's rows in one read or one transaction.
struct Records {
  Records(TenantId of, const DataKeys& keys) : tenant(of), codec(keys) {}
  Records(const Records&) = delete;
  Records& operator=(const Records&) = delete;
  ~Records() = default;

  const TenantId tenant;
  mutable PersonalCodec codec;  // Learns keys from the rows that are read.

  // Nothing is kept as nothing, so that an empty text stays cheap.
  std::string Encode(const PersonalColumn& column, const PersonalOwner& owner,
                     std::string_view text) const;
  // Reads the next column; what does not decode makes the row unsound.
  std::string Decode(const PersonalColumn& column, const PersonalOwner& owner,
                     RowReader& row) const;
  // The same; none for what was erased.
  std::optional<std::string> DecodeKept(const PersonalColumn& column, const PersonalOwner& owner,
                                        RowReader& row) const;
  // Reads the next column: the debtor's key, which comes with each row that holds personal values
  // but an entry's, which comes after its debt.
  void LearnKey(DebtorId debtor, RowReader& row) const;
};

// The columns that a query selects to read a record, for the tables `c`, `b`, `d`, `e`, `p` and
// `h`, and the record that they make. Errors of all: RECORD_CORRUPT.
inline constexpr std::string_view kCreditorColumns = R"sql(
c.creditor_id, c.code, c.display_name, c.time_zone, c.language, c.settings, c.revision,
micros(c.created_time), micros(c.updated_time))sql";
inline constexpr std::size_t kCreditorWidth = 9;
// Settings that not every reader asks for: NULL where nobody did.
CreditorSettings ReadAskedSettings(RowReader& row);
absl::StatusOr<Creditor> ReadCreditor(RowReader& row);

inline constexpr std::string_view kDebtorColumns = R"sql(
b.debtor_id, (select k.wrapped from data_keys k where k.tenant_id = b.tenant_id
  and k.debtor_id = b.debtor_id), b.kind, array_to_json(b.external_refs),
b.display_name, b.birth_date, b.language, b.region, b.time_zone, b.revision, b.record_revision,
micros(b.created_time), micros(b.updated_time))sql";
inline constexpr std::size_t kDebtorWidth = 13;
absl::StatusOr<Debtor> ReadDebtor(const Records& records, RowReader& row);

// What ReadLedger reads.
inline constexpr std::string_view kLedgerOfDebt = R"sql(
d.owed_principal, d.owed_interest, d.owed_fees, d.owed_costs, d.owed_penalty, d.credit,
d.written_off, d.recovered, d.allocation_order, d.interest_rule, d.interest_version,
d.interest_basis, d.interest_day_count, d.interest_base, d.interest_posting, d.interest_from,
d.interest_rates_from, d.interest_rates, d.interest_cap, d.interest_monthly_minimum,
d.freezes_from, d.freezes_to, d.base_since, d.accrued_common, d.accrued_leap, d.posted_through,
d.interest_posted, d.last_value_date, d.entry_count, d.order_level, d.interest_level,
d.payoff_quotes)sql";

inline constexpr std::string_view kDebtBeforeLedger = R"sql(
d.debtor_id, d.debt_id, (select k.wrapped from data_keys k where k.tenant_id = d.tenant_id
  and k.debtor_id = d.debtor_id), d.creditor_id, d.external_ref, d.currency, d.status,
d.status_reason, d.close_code, d.left_date, )sql";
inline constexpr std::string_view kDebtAfterLedger = R"sql(,
d.itemisation_kind, d.itemisation_date, d.origin, d.agreement_reference, d.co_debtors, d.content,
d.revision, timestamptz_send(d.created_time), timestamptz_send(d.updated_time))sql";
inline constexpr std::string_view kDebtColumns =
    kJoined<kDebtBeforeLedger, kLedgerOfDebt, kDebtAfterLedger>;
inline constexpr std::size_t kDebtWidth = 51;
absl::StatusOr<Debt> ReadDebt(const Records& records, RowReader& row);

// What LedgerAlone leaves of it.
inline constexpr std::string_view kAloneBeforeLedger = R"sql(
d.debtor_id, d.debt_id, d.creditor_id, d.currency, d.status, d.close_code, d.left_date, )sql";
inline constexpr std::string_view kAloneAfterLedger =
    ", d.revision, timestamptz_send(d.updated_time)";
inline constexpr std::string_view kLedgerAloneColumns =
    kJoined<kAloneBeforeLedger, kLedgerOfDebt, kAloneAfterLedger>;
inline constexpr std::size_t kLedgerAloneWidth = 41;
absl::StatusOr<Debt> ReadLedgerAlone(RowReader& row);

// Cells that may be empty: a bucket by the number of its receivable, an amount beside its currency.
std::optional<Bucket> ReadBucketOrNone(RowReader& row);
std::optional<Money> ReadMoneyOrNone(RowReader& row);

inline constexpr std::string_view kEntryColumns = R"sql(
e.entry_id, e.number, e.external_ref, e.kind, e.value_date,
timestamptz_send(e.booked_time), e.amount,
e.bucket, e.allocation_order, e.reason, e.actor, e.linked, e.content, e.accounts, e.amounts,
e.interest, e.fee, e.quote)sql";
inline constexpr std::size_t kEntryWidth = 18;
absl::StatusOr<Entry> ReadEntry(const Records& records, DebtorId debtor, RowReader& row);

inline constexpr std::string_view kPaymentColumns = R"sql(
p.debtor_id, p.payment_id, (select k.wrapped from data_keys k where k.tenant_id = p.tenant_id
  and k.debtor_id = p.debtor_id), p.currency, p.external_ref, p.state, p.amount, p.expected_date,
p.value_date, p.method, p.note, p.instructions, p.strategy, p.allocation_order, p.parts,
p.announced, micros(p.landed_time), p.returned_date, p.return_reason, p.claimed_for, p.actor,
p.content, p.revision, micros(p.created_time), micros(p.updated_time))sql";
inline constexpr std::size_t kPaymentWidth = 25;
absl::StatusOr<Payment> ReadPayment(const Records& records, RowReader& row);
inline constexpr std::string_view kHoldColumns = R"sql(
h.hold_id, h.debtor_id, (select k.wrapped from data_keys k where k.tenant_id = h.tenant_id
  and k.debtor_id = h.debtor_id), h.debt_id, h.type, h.state, h.disputed_amount,
h.disputed_currency, h.from_date, h.until_date, h.review_date, h.source, h.evidence, h.reason,
h.end_reason, h.actor, h.revision, micros(h.created_time), micros(h.updated_time))sql";
inline constexpr std::size_t kHoldWidth = 19;
absl::StatusOr<Hold> ReadHold(const Records& records, RowReader& row);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_RECORDS_H_
