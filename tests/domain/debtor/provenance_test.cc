// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/provenance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/domain/debtor/record_facts.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

TEST(CheckProvenance, AsksWhoSaidSo) {
  EXPECT_THAT(FaultsOf(CheckProvenance, ToldBefore()), ::testing::IsEmpty());
  Provenance provenance = ToldBefore();
  provenance.source = Secret("");
  EXPECT_EQ(FaultsOf(CheckProvenance, provenance), (Faults{{"it.source", Fault::kRequired}}));
}

TEST(CheckProvenance, RefusesWhatNobodyHasSaidYet) {
  Provenance provenance = ToldAt(TestNow());
  provenance.told += absl::Microseconds(1);
  EXPECT_EQ(FaultsOf(CheckProvenance, provenance),
            (Faults{{"it.told_time", Fault::kDateInFuture}}));
}

}  // namespace
}  // namespace parley
