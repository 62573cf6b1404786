// SPDX-License-Identifier: Apache-2.0
#include "tests/architecture/api_descriptors.h"

#include <gtest/gtest.h>

#include <fstream>

#include "google/protobuf/compiler/parser.h"
#include "google/protobuf/descriptor.pb.h"
#include "google/protobuf/io/tokenizer.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"

namespace parley::architecture {

namespace pb = google::protobuf;

namespace {

// Turns what the parser has to say into failures of the running test.
class FailingCollector : public pb::io::ErrorCollector {
 public:
  void AddError(int line, pb::io::ColumnNumber column, const std::string& message) override {
    ADD_FAILURE() << "line " << line + 1 << ", column " << column + 1 << ": " << message;
  }
};

bool IsOurs(std::string_view path) { return path.substr(0, 7) == "parley/"; }

void VisitNested(const pb::Descriptor& message,
                 const std::function<void(const pb::Descriptor&)>& visit) {
  if (message.options().map_entry()) return;
  visit(message);
  for (int at = 0; at < message.nested_type_count(); ++at) {
    VisitNested(*message.nested_type(at), visit);
  }
}

}  // namespace

ApiDescriptors::ApiDescriptors() {
  std::ifstream input(PARLEY_API_DESCRIPTORS, std::ios::binary);
  pb::FileDescriptorSet set;
  EXPECT_TRUE(set.ParseFromIstream(&input)) << PARLEY_API_DESCRIPTORS << " cannot be read";
  for (const pb::FileDescriptorProto& proto : set.file()) {
    const pb::FileDescriptor* file = pool_.BuildFile(proto);
    EXPECT_NE(file, nullptr) << proto.name();
    if (file != nullptr && IsOurs(proto.name())) files_.push_back(file);
  }
}

const pb::FileDescriptor* ApiDescriptors::Add(const std::string& path, std::string_view text) {
  pb::io::ArrayInputStream input(text.data(), static_cast<int>(text.size()));
  FailingCollector collector;
  pb::io::Tokenizer tokenizer(&input, &collector);
  pb::compiler::Parser parser;
  parser.RecordErrorsTo(&collector);
  pb::FileDescriptorProto proto;
  if (!parser.Parse(&tokenizer, &proto)) return nullptr;
  proto.set_name(path);
  const pb::FileDescriptor* file = pool_.BuildFile(proto);
  EXPECT_NE(file, nullptr) << path;
  return file;
}

void ForEachMessage(const pb::FileDescriptor& file,
                    const std::function<void(const pb::Descriptor&)>& visit) {
  for (int at = 0; at < file.message_type_count(); ++at) VisitNested(*file.message_type(at), visit);
}

void ForEachEnum(const pb::FileDescriptor& file,
                 const std::function<void(const pb::EnumDescriptor&)>& visit) {
  for (int at = 0; at < file.enum_type_count(); ++at) visit(*file.enum_type(at));
  ForEachMessage(file, [&](const pb::Descriptor& message) {
    for (int at = 0; at < message.enum_type_count(); ++at) visit(*message.enum_type(at));
  });
}

void ForEachField(const pb::FileDescriptor& file,
                  const std::function<void(const pb::FieldDescriptor&)>& visit) {
  ForEachMessage(file, [&](const pb::Descriptor& message) {
    for (int at = 0; at < message.field_count(); ++at) visit(*message.field(at));
  });
}

void ForEachMethod(const pb::FileDescriptor& file,
                   const std::function<void(const pb::MethodDescriptor&)>& visit) {
  for (int at = 0; at < file.service_count(); ++at) {
    const pb::ServiceDescriptor& service = *file.service(at);
    for (int method = 0; method < service.method_count(); ++method) visit(*service.method(method));
  }
}

const pb::FieldDescriptor* FieldAt(const pb::Descriptor& message, std::string_view path) {
  const std::size_t dot = path.find('.');
  const pb::FieldDescriptor* field = message.FindFieldByName(std::string(path.substr(0, dot)));
  if (field == nullptr || dot == std::string_view::npos) return field;
  if (field->message_type() == nullptr) return nullptr;
  return FieldAt(*field->message_type(), path.substr(dot + 1));
}

}  // namespace parley::architecture
