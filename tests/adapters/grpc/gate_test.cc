// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/gate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "absl/strings/str_cat.h"
#include "adapters/grpc/known_callers.h"
#include "adapters/grpc/tenant_limits.h"
#include "tests/adapters/grpc/served_world.h"
#include "tests/support/application/fakes.h"
#include "tests/support/domain/status_matchers.h"

namespace parley::grpc_api {
namespace {

class KnownCallersTest : public ::testing::Test {
 public:
  void GiveOut(const std::string& token, absl::Duration lifetime) {
    authenticator_.GiveOut(token, {.tenant = NumberedId<TenantId>(1),
                                   .principal = token,
                                   .scopes = {},
                                   .debtor = std::nullopt,
                                   .expires = clock_.Now() + lifetime});
  }

  FakeClock clock_;
  FakeFingerprints fingerprints_;
  FakeAuthenticator authenticator_;
  KnownCallers callers_{authenticator_, fingerprints_, clock_, 100};
};

TEST_F(KnownCallersTest, VerifyATokenOnceAMinute) {
  GiveOut("a", absl::Hours(1));
  for (int i = 0; i < 5; ++i) EXPECT_EQ((*callers_.Identify("a"))->principal, "a");
  EXPECT_EQ(authenticator_.verified(), 1);
  clock_.Advance(absl::Minutes(1));
  EXPECT_THAT(callers_.Identify("a"), IsOk());
  EXPECT_EQ(authenticator_.verified(), 2);
}

TEST_F(KnownCallersTest, VerifyATokenAnewWhenAllIsForgotten) {
  GiveOut("a", absl::Hours(1));
  EXPECT_THAT(callers_.Identify("a"), IsOk());
  authenticator_.TakeBack("a");
  EXPECT_THAT(callers_.Identify("a"), IsOk());
  callers_.Forget();
  EXPECT_THAT(callers_.Identify("a"), IsRefused(Reason::kCredentialsInvalid));
}

// Verifies by a key that is taken back meanwhile.
class Overtaken final : public Authenticator {
 public:
  absl::StatusOr<Caller> Verify(std::string_view, absl::Time now) const override {
    ++verified;
    callers->Forget();
    return Caller{.tenant = NumberedId<TenantId>(1),
                  .principal = "a",
                  .scopes = {},
                  .debtor = std::nullopt,
                  .expires = now + absl::Hours(1)};
  }

  KnownCallers* callers = nullptr;
  mutable int verified = 0;
};

TEST_F(KnownCallersTest, KeepNobodyWhoWasVerifiedWhileAllWasForgotten) {
  Overtaken authenticator;
  KnownCallers callers(authenticator, fingerprints_, clock_, 100);
  authenticator.callers = &callers;
  for (int i = 0; i < 2; ++i) EXPECT_THAT(callers.Identify("a"), IsOk());
  EXPECT_EQ(authenticator.verified, 2);
}

TEST_F(KnownCallersTest, TrustNoTokenBeyondItsEnd) {
  GiveOut("a", absl::Seconds(10));
  EXPECT_THAT(callers_.Identify("a"), IsOk());
  clock_.Advance(absl::Seconds(10));
  EXPECT_THAT(callers_.Identify("a"), IsRefused(Reason::kCredentialsInvalid));
}

TEST_F(KnownCallersTest, ForgetWhoHasNotCalledForLong) {
  for (int i = 0; i < 1'000; ++i) {
    const std::string token = absl::StrCat("t", i);
    GiveOut(token, absl::Hours(1));
    EXPECT_EQ((*callers_.Identify(token))->principal, token);
  }
  callers_.Identify("t999").IgnoreError();
  EXPECT_EQ(authenticator_.verified(), 1'000);
  callers_.Identify("t0").IgnoreError();
  EXPECT_EQ(authenticator_.verified(), 1'001);
}

TEST_F(KnownCallersTest, DoNotKeepWhoWasRefused) {
  for (int i = 0; i < 2; ++i) {
    EXPECT_THAT(callers_.Identify("x"), IsRefused(Reason::kCredentialsInvalid));
  }
  EXPECT_EQ(authenticator_.verified(), 2);
}

class TenantLimitsTest : public ::testing::Test {
 public:
  const TenantId busy_ = NumberedId<TenantId>(1);
  const TenantId quiet_ = NumberedId<TenantId>(2);
  const TenantLimits::Instant start_{std::chrono::hours(1)};
};

TEST_F(TenantLimitsTest, LetEverythingPassWhenThereIsNone) {
  TenantLimits limits({});
  for (int i = 0; i < 100; ++i) EXPECT_EQ(limits.Take(busy_, start_), absl::ZeroDuration());
}

TEST_F(TenantLimitsTest, TellHowLongToWait) {
  TenantLimits limits({.calls_per_second = 10, .burst = 3});
  for (int i = 0; i < 3; ++i) EXPECT_EQ(limits.Take(busy_, start_), absl::ZeroDuration());
  EXPECT_EQ(limits.Take(busy_, start_), absl::Milliseconds(100));
  EXPECT_EQ(limits.Take(quiet_, start_), absl::ZeroDuration());
  EXPECT_EQ(limits.Take(busy_, start_ + std::chrono::milliseconds(100)), absl::ZeroDuration());
  EXPECT_GT(limits.Take(busy_, start_ + std::chrono::milliseconds(100)), absl::ZeroDuration());
}

TEST_F(TenantLimitsTest, SaveNoMoreThanTheBurst) {
  TenantLimits limits({.calls_per_second = 10, .burst = 2});
  const auto later = start_ + std::chrono::hours(5);
  EXPECT_EQ(limits.Take(busy_, start_), absl::ZeroDuration());
  for (int i = 0; i < 2; ++i) EXPECT_EQ(limits.Take(busy_, later), absl::ZeroDuration());
  EXPECT_GT(limits.Take(busy_, later), absl::ZeroDuration());
}

}  // namespace
}  // namespace parley::grpc_api
