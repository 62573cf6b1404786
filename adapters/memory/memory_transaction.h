// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_TRANSACTION_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_TRANSACTION_H_

#include <functional>
#include <utility>
#include <vector>

namespace parley {

// Changes of containers that are undone unless they are committed. The containers' nodes must stay
// where they are (maps and sets), and nobody else may see them meanwhile.
class MemoryTransaction {
 public:
  MemoryTransaction() = default;
  MemoryTransaction(const MemoryTransaction&) = delete;
  MemoryTransaction& operator=(const MemoryTransaction&) = delete;
  ~MemoryTransaction() {
    for (; !undo_.empty(); undo_.pop_back()) undo_.back()();
  }

  void Commit() { undo_.clear(); }

  // False when the key is taken.
  template <typename Map>
  bool Insert(Map& map, const typename Map::key_type& key, typename Map::mapped_type value) {
    if (!map.try_emplace(key, std::move(value)).second) return false;
    undo_.push_back([&map, key] { map.erase(key); });
    return true;
  }

  // False when the set has it.
  template <typename Set>
  bool Insert(Set& set, const typename Set::key_type& key) {
    if (!set.insert(key).second) return false;
    undo_.push_back([&set, key] { set.erase(key); });
    return true;
  }

  template <typename Map>
  void Erase(Map& map, const typename Map::key_type& key) {
    const auto found = map.find(key);
    if (found == map.end()) return;
    undo_.push_back([&map, entry = *found] { map.insert(entry); });
    map.erase(found);
  }

  template <typename Value>
  void Assign(Value& target, Value value) {
    Value before = std::exchange(target, std::move(value));
    undo_.push_back([&target, before = std::move(before)] { target = before; });
  }

  template <typename Value>
  void PushBack(std::vector<Value>& target, Value value) {
    target.push_back(std::move(value));
    undo_.push_back([&target] { target.pop_back(); });
  }

 private:
  std::vector<std::function<void()>> undo_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_TRANSACTION_H_
