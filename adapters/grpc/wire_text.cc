// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/wire_text.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>

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
      if (tag == 0) return false;
      if (WireFormatLite::GetTagWireType(tag) != WireFormatLite::WIRETYPE_LENGTH_DELIMITED) {
        if (!WireFormatLite::SkipField(&in, tag)) return false;
        continue;
      }
      std::uint32_t length = 0;
      if (!in.ReadVarint32(&length)) return false;
      const int start = in.CurrentPosition();
      if (length > static_cast<std::uint32_t>(size - start)) return false;
      const int number = WireFormatLite::GetTagFieldNumber(tag);
      if (const FieldDescriptor* field = type.FindFieldByNumber(number)) {
        const FieldPath here{path, field->name(), field->is_repeated() ? seen[number]++ : -1};
        if (!MendField(*field, bytes + start, static_cast<int>(length), here, depth)) return false;
      }
      if (!in.Skip(static_cast<int>(length))) return false;
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
