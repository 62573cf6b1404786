// SPDX-License-Identifier: Apache-2.0
// Whoever owns the database can change the audit trail, and cannot hide it.
#include <gmock/gmock.h>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "adapters/crypto/hmac_audit_seal.h"
#include "adapters/crypto/secret_key.h"
#include "adapters/postgres/audit_records.h"
#include "adapters/postgres/session_pool.h"
#include "application/audit/chain.h"
#include "infra/cli/keys.h"
#include "tests/system/support/audit.h"
#include "tests/system/support/deployment.h"
#include "tests/system/support/requests.h"

namespace parley::system_test {
namespace {

using testing::HasSubstr;

// The seals that rewrite a row and those after it, as the key's owner can make them.
std::string Hex(const Fingerprint& mac) {
  // NOLINTNEXTLINE(google-readability-casting): bytes as characters.
  return absl::BytesToHexString({reinterpret_cast<const char*>(mac.data()), mac.size()});
}

class AuditVerify : public testing::Test {
 public:
  // A chain of six rows, anchored when the server stopped.
  void SetUp() override {
    if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
    deployment_.emplace(StoreKind::kPostgres);
    const Connection caller = deployment_->Connect();
    const PlacedDebt placed = Place(caller, "1");
    for (const char* ref : {"A", "B", "C", "D"}) {
      Must(caller.Call<v1::PostEntriesResponse>("DebtService/PostEntries",
                                                Posting(placed.debt.name(), ACharge(ref, 5))));
    }
    debtor_ = placed.debtor.name().substr(placed.debtor.name().find('/') + 1);
    deployment_->Stop();
  }

  void Sql(const std::string& sql) const {
    deployment_->database().Query("set search_path = parley; " + sql);
  }
  // A condition on rows of the chain.
  std::string Row(int number) const {
    return absl::StrCat(" where debtor_id = '", debtor_, "' and number = ", number);
  }

  Outcome Verify() const { return deployment_->RunCli(AuditVerifyArguments(*deployment_)); }
  void ExpectFinding(const std::string& finding) const {
    const Outcome outcome = Verify();
    EXPECT_EQ(outcome.ending, Ending{.exit_code = 1}) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr(finding));
  }
  std::string Spot(int number) const { return absl::StrCat("debtor ", debtor_, " row ", number); }

  // Another actor in row 2, and every seal made anew with the key.
  void RewriteTheChainWithItsKey() const {
    const HmacAuditSeal seal(Must(LoadKeyFile(deployment_->Key(cli::kAuditKeyFile))));
    const TenantId tenant = *TenantId::Parse(kTenant);
    postgres::SessionPool pool({.connection = {.address = deployment_->database().OwnerAddress()}});
    postgres::PostgresAuditRecords records(pool);
    AuditHead head;
    for (AuditChain& chain : Must(records.ChainsAfter(tenant, {}, 10))) {
      if (chain.debtor.ToString() != debtor_) continue;
      for (AuditRow& row : chain.rows) {
        if (row.number == 2) row.actor = "nobody";
        head = {row.number, MacOf(tenant, row, head.mac, seal)};
        Sql(absl::StrCat("update audit set actor = '", row.actor, "', mac = decode('",
                         Hex(head.mac), "', 'hex')", Row(static_cast<int>(row.number))));
      }
    }
    Sql(absl::StrCat("update debtors set audit_mac = decode('", Hex(head.mac),
                     "', 'hex') where debtor_id = '", debtor_, "'"));
  }

  std::optional<Deployment> deployment_;
  std::string debtor_;
};

TEST_F(AuditVerify, FindsNothingInATrailThatIsWhole) {
  const Outcome outcome = Verify();
  EXPECT_EQ(outcome.ending, kSuccess) << outcome.out << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr(" 0 findings"));
}

TEST_F(AuditVerify, NamesARowOfWhichABitWasFlipped) {
  Sql("update audit set content = set_bit(content, 5, 1 - get_bit(content, 5))" + Row(3));
  ExpectFinding(Spot(3) + ": changed");
}

TEST_F(AuditVerify, NamesARowThatWasDeleted) {
  Sql("delete from audit" + Row(3));
  ExpectFinding(Spot(3) + ": missing");
}

TEST_F(AuditVerify, NamesRowsThatChangedPlaces) {
  Sql("update audit set number = 1000" + Row(2));
  Sql("update audit set number = 2" + Row(3));
  Sql("update audit set number = 3" + Row(1000));
  ExpectFinding(Spot(2) + ": changed");
}

TEST_F(AuditVerify, NamesTheEndOfAChainThatWasCutOff) {
  Sql("delete from audit" + Row(6));
  ExpectFinding(Spot(6) + ": the chain does not end");
}

TEST_F(AuditVerify, FindsByTheAnchorAChainThatWasCutOffWithItsHead) {
  Sql("delete from audit" + Row(6));
  Sql("update debtors set audit_number = 5, audit_mac = (select mac from audit" + Row(5) +
      ") where debtor_id = '" + debtor_ + "'");
  ExpectFinding("anchor line 1: the chains of that moment are not what they were");
}

TEST_F(AuditVerify, FindsByTheAnchorAChainThatWasRewrittenWithItsKey) {
  RewriteTheChainWithItsKey();
  ExpectFinding(", 1 findings");
  ExpectFinding("anchor line 1: the chains of that moment are not what they were");
}

TEST_F(AuditVerify, NamesAnAnchorThatWasChanged) {
  std::string anchors = ReadFile(deployment_->anchors());
  char& digit = anchors.at(anchors.find('\n') - 1);
  digit = digit == '0' ? '1' : '0';
  WriteFile(deployment_->anchors(), anchors);
  ExpectFinding("anchor line 1: changed");
}

TEST_F(AuditVerify, FindsNothingWhenTheTrailOnlyGrew) {
  deployment_->Start();
  Place(deployment_->Connect(), "2");
  deployment_->Kill();
  EXPECT_EQ(Verify().ending, kSuccess);
}

}  // namespace
}  // namespace parley::system_test
