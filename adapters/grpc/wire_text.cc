// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/wire_text.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>

#include "adapters/grpc/field_path.h"
#include "domain/common/text.h"

namespace parley::grpc_api {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;

constexpr int kDeepest = 64;

bool IsUtf8(std::string_view text) {
  return CheckText(text, std::numeric_limits<std::size_t>::max()) != Fault::kNotUtf8;
}

// Passes the value that follows a tag. Returns the length of a text or message, which then lies
// just before, 0 for another value, and nothing when the bytes are no wire form.
std::optional<int> PassValue(CodedInputStream& in, std::uint32_t tag, int size) {
  if (tag == 0) return std::nullopt;
  if (WireFormatLite::GetTagWireType(tag) != WireFormatLite::WIRETYPE_LENGTH_DELIMITED) {
    return WireFormatLite::SkipField(&in, tag) ? std::optional(0) : std::nullopt;
  }
  std::uint32_t length = 0;
  if (!in.ReadVarint32(&length)) return std::nullopt;
  if (length > static_cast<std::uint32_t>(size - in.CurrentPosition())) return std::nullopt;
  const int passed = static_cast<int>(length);
  return in.Skip(passed) ? std::optional(passed) : std::nullopt;
}

// Walks the wire form of a message and makes every text in it ASCII that is not UTF-8.
class Mender {
 public:
  explicit Mender(Violations& violations) : violations_(violations) {}

  // False when the bytes are no wire form.
  bool Mend(const Descriptor& type, char* bytes, int size, const FieldPath* path, int depth) {
    CodedInputStream in(reinterpret_cast<const std::uint8_t*>(bytes), size);
    std::map<int, int> seen;
    while (in.CurrentPosition() < size) {
      const std::uint32_t tag = in.ReadTag();
      const std::optional<int> length = PassValue(in, tag, size);
      if (!length.has_value()) return false;
      const int number = WireFormatLite::GetTagFieldNumber(tag);
      const FieldDescriptor* field = type.FindFieldByNumber(number);
      if (field == nullptr) continue;
      const FieldPath here{path, field->name(), field->is_repeated() ? seen[number]++ : -1};
      char* const value = bytes + in.CurrentPosition() - *length;
      if (!MendField(*field, value, *length, here, depth)) return false;
    }
    return true;
  }

 private:
  bool MendField(const FieldDescriptor& field, char* bytes, int size, const FieldPath& path,
                 int depth) {
    if (field.type() == FieldDescriptor::TYPE_MESSAGE) {
      return depth < kDeepest && Mend(*field.message_type(), bytes, size, &path, depth + 1);
    }
    if (field.type() != FieldDescriptor::TYPE_STRING) return true;
    if (IsUtf8({bytes, static_cast<std::size_t>(size)})) return true;
    violations_.Add(path.ToString(), Fault::kNotUtf8);
    std::replace_if(
        bytes, bytes + size, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '?');
    return true;
  }

  Violations& violations_;
};

}  // namespace

bool ParseWire(std::string_view bytes, google::protobuf::Message& message, Violations& violations) {
  const int size = static_cast<int>(bytes.size());
  if (message.ParseFromArray(bytes.data(), size)) return true;
  std::string mended(bytes);
  Mender mender(violations);
  if (mender.Mend(*message.GetDescriptor(), mended.data(), size, nullptr, 0) &&
      message.ParseFromString(mended)) {
    return true;
  }
  if (violations.empty()) violations.Add("", Fault::kMalformed);
  return false;
}

}  // namespace parley::grpc_api
