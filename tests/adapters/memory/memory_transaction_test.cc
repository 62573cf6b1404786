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
 public:
  // One change of every kind, some of them on top of each other.
  void ChangeEverything(MemoryTransaction& transaction) {
    EXPECT_TRUE(transaction.Insert(map, 2, "two"));
    transaction.Assign(map.at(2), std::string("two again"));
    transaction.Assign(map.at(1), std::string("one again"));
    transaction.Erase(map, 1);
    EXPECT_TRUE(transaction.Insert(map, 1, "new one"));
    EXPECT_TRUE(transaction.Insert(set, 8));
    transaction.PushBack(list, 20);
    transaction.PushBack(list, 30);
  }

  std::map<int, std::string> map = {{1, "one"}};
  std::set<int> set = {7};
  std::vector<int> list = {10};
};

TEST_F(MemoryTransactionTest, UndoesEverythingByDefault) {
  {
    MemoryTransaction transaction;
    ChangeEverything(transaction);
  }
  EXPECT_THAT(map, ElementsAre(Pair(1, "one")));
  EXPECT_THAT(set, ElementsAre(7));
  EXPECT_THAT(list, ElementsAre(10));
}

TEST_F(MemoryTransactionTest, KeepsEverythingThatIsCommitted) {
  {
    MemoryTransaction transaction;
    ChangeEverything(transaction);
    transaction.Commit();
  }
  EXPECT_THAT(map, ElementsAre(Pair(1, "new one"), Pair(2, "two again")));
  EXPECT_THAT(set, ElementsAre(7, 8));
  EXPECT_THAT(list, ElementsAre(10, 20, 30));
}

TEST_F(MemoryTransactionTest, LeavesWhatItRefused) {
  {
    MemoryTransaction transaction;
    EXPECT_FALSE(transaction.Insert(map, 1, "another one"));
    EXPECT_FALSE(transaction.Insert(set, 7));
    transaction.Erase(map, 9);
  }
  EXPECT_THAT(map, ElementsAre(Pair(1, "one")));
  EXPECT_THAT(set, ElementsAre(7));
}

}  // namespace
}  // namespace parley
