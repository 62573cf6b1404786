// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/ledger/json_fields.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"

namespace parley::cli {
namespace {

// Where a reader of a JSON text is, and which fields it met in each object that is open.
class Trail {
 public:
  // A value begins: an element, when it is in a list.
  void Begin() {
    if (!open_.empty() && open_.back().is_list) ++open_.back().elements;
  }
  void Open(bool is_list) { open_.push_back({.is_list = is_list}); }
  void Close() { open_.pop_back(); }
  void Name(const std::string& name) {
    open_.back().name = name;
    if (!open_.back().names.insert(name).second) throw JsonFault{Path(), "is there twice"};
  }

 private:
  struct Level {
    bool is_list = false;
    std::size_t elements = 0;
    std::string name = {};
    std::set<std::string> names = {};
  };

  std::string Path() const {
    std::string path;
    for (const Level& level : open_) {
      if (level.is_list) {
        absl::StrAppend(&path, "[", level.elements - 1, "]");
      } else {
        absl::StrAppend(&path, path.empty() ? "" : ".", level.name);
      }
    }
    return path;
  }

  std::vector<Level> open_;
};

}  // namespace

nlohmann::json ParseJson(std::string_view text) {
  using Event = nlohmann::json::parse_event_t;
  Trail trail;
  return nlohmann::json::parse(text, [&](int, Event event, nlohmann::json& parsed) {
    switch (event) {
      case Event::object_start:
      case Event::array_start:
        trail.Begin();
        trail.Open(event == Event::array_start);
        break;
      case Event::object_end:
      case Event::array_end:
        trail.Close();
        break;
      case Event::key:
        trail.Name(parsed.get<std::string>());
        break;
      case Event::value:
        trail.Begin();
        break;
    }
    return true;
  });
}

JsonField JsonField::operator[](std::string_view name) const {
  const auto& fields = Object();
  const auto found = fields.find(std::string(name));
  const std::string path =
      path_.empty() ? std::string(name) : absl::StrCat(path_, ".", std::string(name));
  if (found == fields.end()) throw JsonFault{path, "is missing"};
  return {found->second, path};
}

bool JsonField::Has(std::string_view name) const {
  const auto& fields = Object();
  const auto found = fields.find(std::string(name));
  return found != fields.end() && !found->second.is_null();
}

void JsonField::Only(std::initializer_list<std::string_view> names) const {
  for (const auto& [name, value] : Object()) {
    const bool known = std::find(names.begin(), names.end(), name) != names.end();
    if (!known) throw JsonFault{absl::StrCat(path_, path_.empty() ? "" : ".", name), "is unknown"};
  }
}

std::string JsonField::Text() const {
  if (!value_.is_string()) Fail("is no text");
  return value_.get<std::string>();
}

std::int64_t JsonField::Integer() const {
  const bool fits = value_.is_number_integer() &&
                    (!value_.is_number_unsigned() ||
                     value_.get<std::uint64_t>() <= static_cast<std::uint64_t>(INT64_MAX));
  if (!fits) Fail("is no whole number of 64 bits");
  return value_.get<std::int64_t>();
}

bool JsonField::Boolean() const {
  if (!value_.is_boolean()) Fail("is neither true nor false");
  return value_.get<bool>();
}

const nlohmann::json::object_t& JsonField::Object() const {
  if (!value_.is_object()) Fail("is no object");
  return value_.get_ref<const nlohmann::json::object_t&>();
}

std::vector<JsonField> JsonField::Elements() const {
  if (!value_.is_array()) Fail("is no list");
  std::vector<JsonField> elements;
  for (const nlohmann::json& element : value_) {
    elements.emplace_back(element, absl::StrCat(path_, "[", elements.size(), "]"));
  }
  return elements;
}

}  // namespace parley::cli
