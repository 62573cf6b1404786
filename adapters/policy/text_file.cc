// SPDX-License-Identifier: Apache-2.0
#include "adapters/policy/text_file.h"

#include <algorithm>
#include <charconv>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/io/tokenizer.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"

namespace parley::policy {
namespace {

namespace pb = google::protobuf;
using Tree = pb::TextFormat::ParseInfoTree;

// Lines and columns count from 1 to people, from 0 in protobuf.
std::string PlaceOf(const std::string& file, int line, int column) {
  return absl::StrCat(file, file.empty() ? "" : ":", line + 1, ":", column + 1, ": ");
}

class Collector final : public pb::io::ErrorCollector {
 public:
  Collector(const std::string& file, std::vector<std::string>& faults)
      : file_(file), faults_(faults) {}

  void AddError(int line, int column, const std::string& message) override {
    faults_.push_back(absl::StrCat(PlaceOf(file_, line, column), message));
  }

 private:
  const std::string& file_;
  std::vector<std::string>& faults_;
};

struct Step {
  std::string name;
  int index = -1;  // -1: no list.
};

std::vector<Step> StepsOf(std::string_view path) {
  std::vector<Step> steps;
  for (const absl::string_view part :
       absl::StrSplit(absl::string_view(path.data(), path.size()), '.', absl::SkipEmpty())) {
    const std::size_t bracket = part.find('[');
    Step step;
    step.name.assign(part.data(), part.substr(0, bracket).size());
    if (bracket != absl::string_view::npos) {
      std::from_chars(part.data() + bracket + 1, part.data() + part.size(), step.index);
    }
    steps.push_back(step);
  }
  return steps;
}

}  // namespace

void TextFile::Parse(std::string_view text, pb::Message& message) {
  message_ = &message;
  Collector collector(name_, faults_);
  pb::TextFormat::Parser parser;
  parser.RecordErrorsTo(&collector);
  parser.WriteLocationsTo(&places_);
  pb::io::ArrayInputStream stream(text.data(), static_cast<int>(text.size()));
  parser.Parse(&stream, &message);
}

void TextFile::Fault(std::string_view path, std::string_view what) {
  const pb::Descriptor* type = message_->GetDescriptor();
  const Tree* tree = &places_;
  pb::TextFormat::ParseLocation place(0, 0);
  for (const Step& step : StepsOf(path)) {
    const pb::FieldDescriptor* field = type->FindFieldByName(step.name);
    if (field == nullptr) break;
    // A list as a whole is where its first element is.
    const int index = field->is_repeated() ? std::max(step.index, 0) : -1;
    const pb::TextFormat::ParseLocation found = tree->GetLocation(field, index);
    if (found.line < 0) break;
    place = found;
    if (field->message_type() == nullptr) break;
    type = field->message_type();
    tree = tree->GetTreeForNested(field, index);
    if (tree == nullptr) break;
  }
  faults_.push_back(absl::StrCat(PlaceOf(name_, place.line, place.column),
                                 absl::string_view(path.data(), path.size()), ": ",
                                 absl::string_view(what.data(), what.size())));
}

absl::Status TextFile::ToStatus() const {
  if (faults_.empty()) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrJoin(faults_, "\n"));
}

}  // namespace parley::policy
