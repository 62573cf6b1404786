// SPDX-License-Identifier: Apache-2.0
// What the database keeps of people, looked at past the ports.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "adapters/postgres/key_keeping.h"
#include "adapters/postgres/records.h"
#include "tests/support/application/person.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/postgres/old_records.h"
#include "tests/support/postgres/postgres_fixture.h"

namespace parley {
namespace {

using postgres::KeyKeeping;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

SecretKey KeyOfBytes(std::uint8_t value) {
  SecretKey::Bytes bytes{};
  bytes.fill(value);
  return SecretKey(bytes);
}

class PersonalData : public PostgresFixture {
 public:
  void SetUp() override {
    PostgresFixture::SetUp();
    if (IsSkipped()) return;
    ASSERT_THAT(world_->store.Run(tenant_, std::array{kDesk},
                                  [](UnitOfWork& unit) {
                                    unit.creditors().Add(ACreditor());
                                    return absl::OkStatus();
                                  }),
                IsOk());
  }

  void Have(const MarkedPerson& person) {
    ASSERT_THAT(world_->store.Run(tenant_, std::array{person.debtor.id},
                                  [&](UnitOfWork& unit) {
                                    AddTo(unit, person);
                                    return absl::OkStatus();
                                  }),
                IsOk());
    ASSERT_THAT(world_->store.Run(tenant_, std::array{person.debtor.id},
                                  [&](UnitOfWork& unit) {
                                    HandOver(unit, person, "CANARY");
                                    return absl::OkStatus();
                                  }),
                IsOk());
  }

  // Every row of every table, as text.
  std::string Dump() {
    std::string dump;
    for (const auto& row : sql().Run(
             "select table_name from information_schema.tables where table_schema = 'parley'")) {
      absl::StrAppend(&dump,
                      sql().Value("select string_agg(t::text, ' ') from " + row.front() + " t"));
    }
    return dump;
  }

  absl::StatusOr<Debtor> ReadDebtor(int number = 1) {
    return world_->directory.GetDebtor(tenant_,
                                       NumberedId<DebtorId>(static_cast<std::uint64_t>(number)));
  }

  // Debtor 1 as the first release kept it.
  OldRecords HaveOld() {
    OldRecords old{ACreditor(2), ADebtor(), ADebt(), {AnOpening()}};
    old.debtor.display_name = Secret("CANARY Name");
    old.debt.creditor = old.creditor.id;
    old.debt.revision = 1;
    old.entries.front().reason = Secret("CANARY reason");
    WriteFirstRelease(sql(), tenant_, old);
    return old;
  }
};

TEST_F(PersonalData, IsInNoRowOfTheDatabase) {
  Have(APerson("CANARY"));
  const std::string dump = Dump();
  EXPECT_THAT(dump, HasSubstr("DEBTOR-1"));
  EXPECT_THAT(dump, Not(HasSubstr("CANARY")));
  EXPECT_THAT(dump, Not(HasSubstr(absl::BytesToHexString("CANARY"))));
  EXPECT_THAT(dump, Not(HasSubstr(absl::BytesToHexString("1981"))));
}

TEST_F(PersonalData, IsAllInColumnsThatTheKeysKnow) {
  std::set<std::string> known = {"data_keys.wrapped"};
  for (const postgres::PersonalColumn& column : postgres::kPersonalColumns) {
    known.insert(absl::StrCat(std::string(column.table), ".", std::string(column.column)));
  }
  std::set<std::string> kept;
  for (const auto& row :
       sql().Run("select table_name || '.' || column_name from information_schema.columns "
                 "where table_schema = 'parley' and data_type = 'bytea' and domain_name is null")) {
    kept.insert(row.front());
  }
  EXPECT_EQ(kept, known);
}

TEST_F(PersonalData, DoesNotDecodeInAnotherRowOrColumn) {
  Have(APerson("CANARY", 1));
  Have(APerson("WREN", 2));
  ASSERT_THAT(ReadDebtor(), IsOk());
  sql().Run("update debtors set birth_date = display_name where kind <> 'DESK'");
  EXPECT_THAT(ReadDebtor(), IsRefused(Reason::kRecordCorrupt));
  sql().Run(
      "update debtors t set birth_date = '', display_name = o.display_name from debtors o "
      "where t.kind <> 'DESK' and o.kind <> 'DESK' and o.debtor_id <> t.debtor_id");
  EXPECT_THAT(ReadDebtor(), IsRefused(Reason::kRecordCorrupt));
}

TEST_F(PersonalData, IsNeitherReadNorWrittenUnderAnotherPersonalKey) {
  Have(APerson("CANARY"));
  const WrappedDataKeys strange(KeyOfBytes(9));
  postgres::PostgresDirectory directory(world_->pool, strange);
  EXPECT_THAT(directory.GetDebtor(tenant_, NumberedId<DebtorId>(1)),
              IsRefused(Reason::kRecordCorrupt));
  postgres::PostgresStore store(world_->pool, strange);
  EXPECT_THAT(store.Run(tenant_, std::array{NumberedId<DebtorId>(1)},
                        [](UnitOfWork& unit) {
                          unit.debtors().Replace(ADebtor(1).With(&Debtor::record_revision, 2));
                          return absl::OkStatus();
                        }),
              IsRefused(Reason::kRecordCorrupt));
}

TEST_F(PersonalData, TellsItsKeysFromStrangeOnes) {
  const WrappedDataKeys strange(KeyOfBytes(9));
  EXPECT_THAT(postgres::CheckKeys(world_->pool, strange), IsOk());
  Have(APerson("CANARY"));
  EXPECT_EQ(postgres::CheckKeys(world_->pool, strange).code(),
            absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(postgres::CheckKeys(world_->pool, world_->keys), IsOk());
  const WrappedDataKeys both(KeyOfBytes(9), {WrappingKeyOfTests()});
  EXPECT_THAT(postgres::CheckKeys(world_->pool, both), IsOk());
}

TEST_F(PersonalData, OfAnErasedDebtorIsReadByNobodyAtOnce) {
  const MarkedPerson person = APerson("CANARY");
  Have(person);
  PostgresWorld other_process(database_->PoolOf());
  ASSERT_THAT(other_process.directory.GetDebtor(tenant_, person.debtor.id), IsOk());
  ASSERT_THAT(world_->store.Run(tenant_, std::array{person.debtor.id},
                                [&](UnitOfWork& unit) {
                                  unit.debtors().EraseTexts(person.debtor.id);
                                  return absl::OkStatus();
                                }),
              IsOk());
  const auto read = other_process.directory.GetDebtor(tenant_, person.debtor.id);
  ASSERT_THAT(read, IsOk());
  EXPECT_EQ(read->display_name.Reveal(), kErasedText);
  EXPECT_EQ(sql().Value("select length(wrapped) from data_keys where wrapped = ''"), "0");
}

TEST_F(PersonalData, FromBeforeTheKeysIsReadAndThenSealed) {
  const OldRecords old = HaveOld();
  EXPECT_THAT(ReadDebtor(), IsOkAnd(testing::Eq(old.debtor)));
  postgres::SessionPool pool({.connection = database_->Admin()});
  KeyKeeping keeping(pool, world_->keys);
  EXPECT_THAT(ValueOf(keeping.FindClear(tenant_)), Not(IsEmpty()));
  EXPECT_GT(ValueOf(keeping.SealAll(tenant_)), 1);
  EXPECT_THAT(ValueOf(keeping.FindClear(tenant_)), IsEmpty());
  EXPECT_EQ(ValueOf(keeping.SealAll(tenant_)), 0);
  EXPECT_THAT(Dump(), Not(HasSubstr(absl::BytesToHexString("CANARY"))));
  EXPECT_THAT(ReadDebtor(), IsOkAnd(testing::Eq(old.debtor)));
  const auto journal = world_->portfolio.GetJournal(tenant_, old.debtor.id, old.debt.id);
  ASSERT_THAT(journal, IsOk());
  EXPECT_EQ(journal->entries, old.entries);
}

TEST_F(PersonalData, OfEveryColumnIsSealed) {
  const MarkedPerson person = APerson("WREN");
  Have(person);
  for (const postgres::PersonalColumn& column : postgres::kPersonalColumns) {
    const std::string table(column.table);
    const std::string desk = table == "debtors" ? " where kind <> 'DESK'" : "";
    sql().Run(
        absl::StrCat("update ", table, " set ", std::string(column.column), " = 'CANARY'", desk));
  }
  postgres::SessionPool pool({.connection = database_->Admin()});
  KeyKeeping keeping(pool, world_->keys);
  const std::int64_t columns = postgres::kPersonalColumns.size();
  EXPECT_EQ(ValueOf(keeping.FindClear(tenant_)).size(), postgres::kPersonalColumns.size());
  // Two of the communications: a message's slot is one as well.
  EXPECT_EQ(ValueOf(keeping.SealAll(tenant_)), columns + 1);
  EXPECT_THAT(ValueOf(keeping.FindClear(tenant_)), IsEmpty());
  EXPECT_THAT(Dump(), Not(HasSubstr(absl::BytesToHexString("CANARY"))));
  // What stood there is no text of a record.
  EXPECT_THAT(world_->directory.GetRecord(tenant_, person.debtor.id),
              IsRefused(Reason::kRecordCorrupt));
  const Payment payment =
      ValueOf(world_->payment_book.GetPayment(tenant_, person.debtor.id, person.payment.id));
  EXPECT_EQ(payment.method, "CANARY");
  EXPECT_EQ(payment.note, Secret("CANARY"));
}

TEST_F(PersonalData, FromBeforeTheKeysIsWrittenToMeanwhile) {
  OldRecords old = HaveOld();
  old.debtor.display_name = Secret("WREN Name");
  old.debtor.record_revision = old.debtor.revision + 1;
  ASSERT_THAT(world_->store.Run(tenant_, std::array{old.debtor.id},
                                [&](UnitOfWork& unit) {
                                  unit.debtors().Replace(old.debtor);
                                  return absl::OkStatus();
                                }),
              IsOk());
  EXPECT_EQ(ValueOf(ReadDebtor()).display_name, old.debtor.display_name);
  EXPECT_THAT(Dump(), Not(HasSubstr(absl::BytesToHexString("WREN"))));
  postgres::SessionPool pool({.connection = database_->Admin()});
  EXPECT_GT(ValueOf(KeyKeeping(pool, world_->keys).SealAll(tenant_)), 0);
  EXPECT_EQ(sql().Value("select count(*) from data_keys"), "1");
}

TEST_F(PersonalData, AnswersFromBeforeTheKeysAreSealedToo) {
  const MarkedPerson person = APerson("CANARY");
  Have(person);
  sql().Run("update answers set answer = 'in clear'");
  postgres::SessionPool pool({.connection = database_->Admin()});
  EXPECT_EQ(ValueOf(KeyKeeping(pool, world_->keys).SealAll(tenant_)), 1);
  const auto answer = world_->given_answers.Find(tenant_, person.answer.key);
  ASSERT_THAT(answer, IsOk());
  EXPECT_EQ((*answer)->bytes, "in clear");
}

TEST_F(PersonalData, KeysAreWrappedAnewOnce) {
  Have(APerson("CANARY", 1));
  Have(APerson("WREN", 2));
  const std::string sealed =
      sql().Value("select display_name from debtors order by debtor_id desc");
  postgres::SessionPool pool({.connection = database_->Admin()});
  const WrappedDataKeys both(KeyOfBytes(9), {WrappingKeyOfTests()});
  EXPECT_EQ(ValueOf(KeyKeeping(pool, both).RewrapAll(tenant_)), 2);
  EXPECT_EQ(ValueOf(KeyKeeping(pool, both).RewrapAll(tenant_)), 0);
  EXPECT_EQ(sql().Value("select display_name from debtors order by debtor_id desc"), sealed);
  const WrappedDataKeys next(KeyOfBytes(9));
  postgres::PostgresDirectory directory(world_->pool, next);
  EXPECT_THAT(directory.GetDebtor(tenant_, NumberedId<DebtorId>(1)), IsOk());
  EXPECT_THAT(ReadDebtor(), IsRefused(Reason::kRecordCorrupt));
}

}  // namespace
}  // namespace parley
