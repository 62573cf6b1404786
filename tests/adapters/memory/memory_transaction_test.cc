// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_transaction.h"

#include <gmock/gmock.h>

#include <map>
#include <set>
#include <string>

namespace parley {
namespace {

using testing::ElementsAre;
using testing::Pair;

class MemoryTransactionTest : public testing::Test {
 protected:
  // One change of every kind, some of them on top of each other.
  void ChangeEverything(MemoryTransaction& transaction) {
    EXPECT_TRUE(transaction.Insert(map_, 2, "two"));
    transaction.Assign(map_.at(2), std::string("two again"));
    transaction.Assign(map_.at(1), std::string("one again"));
    transaction.Erase(map_, 1);
    EXPECT_TRUE(transaction.Insert(map_, 1, "new one"));
    EXPECT_TRUE(transaction.Insert(set_, 8));
    transaction.PushBack(list_, 20);
    transaction.PushBack(list_, 30);
  }

  std::map<int, std::string> map_ = {{1, "one"}};
  std::set<int> set_ = {7};
  std::vector<int> list_ = {10};
};

TEST_F(MemoryTransactionTest, UndoesEverythingByDefault) {
  {
    MemoryTransaction transaction;
    ChangeEverything(transaction);
  }
  EXPECT_THAT(map_, ElementsAre(Pair(1, "one")));
  EXPECT_THAT(set_, ElementsAre(7));
  EXPECT_THAT(list_, ElementsAre(10));
}

TEST_F(MemoryTransactionTest, KeepsEverythingThatIsCommitted) {
  {
    MemoryTransaction transaction;
    ChangeEverything(transaction);
    transaction.Commit();
  }
  EXPECT_THAT(map_, ElementsAre(Pair(1, "new one"), Pair(2, "two again")));
  EXPECT_THAT(set_, ElementsAre(7, 8));
  EXPECT_THAT(list_, ElementsAre(10, 20, 30));
}

TEST_F(MemoryTransactionTest, LeavesWhatItRefused) {
  {
    MemoryTransaction transaction;
    EXPECT_FALSE(transaction.Insert(map_, 1, "another one"));
    EXPECT_FALSE(transaction.Insert(set_, 7));
    transaction.Erase(map_, 9);
  }
  EXPECT_THAT(map_, ElementsAre(Pair(1, "one")));
  EXPECT_THAT(set_, ElementsAre(7));
}

}  // namespace
}  // namespace parley
