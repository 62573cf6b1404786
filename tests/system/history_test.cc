// SPDX-License-Identifier: Apache-2.0
// The checker of histories is only worth what it finds.
#include "tests/system/support/history.h"

#include <gmock/gmock.h>

namespace parley::system_test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(HistoryChecker, LetsARightHistoryPass) {
  History history(100);
  const std::size_t write = history.BeginWrite("A", 5);
  history.EndRead(history.BeginRead(), 100);
  const std::size_t read = history.BeginRead();
  history.EndWrite(write, Known::kOk);
  history.EndRead(read, 105);
  history.EndRead(history.BeginRead(), 105);
  EXPECT_THAT(history.Findings({{"A", 5}}), IsEmpty());
}

TEST(HistoryChecker, LetsWhatNobodyKnowsGoEitherWay) {
  History history(0);
  history.EndWrite(history.BeginWrite("A", 5), Known::kUnknown);
  history.BeginWrite("B", 7);
  EXPECT_THAT(history.Findings({{"A", 5}}), IsEmpty());
  EXPECT_THAT(history.Findings({{"B", 7}}), IsEmpty());
}

TEST(HistoryChecker, FindsALostEntry) {
  History history(0);
  history.EndWrite(history.BeginWrite("A", 5), Known::kOk);
  EXPECT_THAT(history.Findings({}), ElementsAre("A was acknowledged and is lost"));
}

TEST(HistoryChecker, FindsADoubledEntry) {
  History history(0);
  history.EndWrite(history.BeginWrite("A", 5), Known::kUnknown);
  EXPECT_THAT(history.Findings({{"A", 5}, {"A", 5}}), ElementsAre("A is there twice"));
}

TEST(HistoryChecker, FindsAFailureThatHadAnEffect) {
  History history(0);
  history.EndWrite(history.BeginWrite("A", 5), Known::kFailed);
  EXPECT_THAT(history.Findings({{"A", 5}}), ElementsAre("A failed and is there"));
}

TEST(HistoryChecker, FindsWhatNobodySentOrSentOtherwise) {
  History history(0);
  history.EndWrite(history.BeginWrite("A", 5), Known::kOk);
  EXPECT_THAT(history.Findings({{"A", 6}, {"B", 1}}),
              ElementsAre("A has another amount than was sent", "B was sent by nobody"));
}

TEST(HistoryChecker, FindsAReadThatMissesWhatWasAcknowledged) {
  History history(100);
  history.EndWrite(history.BeginWrite("A", 5), Known::kOk);
  history.EndRead(history.BeginRead(), 100);
  EXPECT_THAT(history.Findings({{"A", 5}}),
              ElementsAre("a read saw 100, which is not between 105 and 105"));
}

TEST(HistoryChecker, FindsAReadThatSawWhatLaterWasGone) {
  History history(100);
  const std::size_t write = history.BeginWrite("A", 5);
  history.EndRead(history.BeginRead(), 105);
  history.EndRead(history.BeginRead(), 100);
  history.EndWrite(write, Known::kUnknown);
  EXPECT_THAT(history.Findings({}),
              ElementsAre("a read saw 100, which is not between 105 and 105"));
}

}  // namespace
}  // namespace parley::system_test
