// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_ARCHITECTURE_API_DESCRIPTORS_H_
#define PARLEY_TESTS_ARCHITECTURE_API_DESCRIPTORS_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "google/protobuf/descriptor.h"

namespace parley::architecture {

// The protos of the API as the build described them, comments included.
class ApiDescriptors {
 public:
  // Reads the descriptor set that the build writes; a failure fails the running test.
  ApiDescriptors();

  // Adds a proto given as text, as if it lay in api/ under `path`. Null, and a failed test, when it
  // is no valid proto.
  const google::protobuf::FileDescriptor* Add(const std::string& path, std::string_view text);

  // Our own files, without Google's.
  const std::vector<const google::protobuf::FileDescriptor*>& files() const { return files_; }

 private:
  google::protobuf::DescriptorPool pool_;
  std::vector<const google::protobuf::FileDescriptor*> files_;
};

// Each visits what a file declares, nested declarations included.
void ForEachMessage(const google::protobuf::FileDescriptor& file,
                    const std::function<void(const google::protobuf::Descriptor&)>& visit);
void ForEachEnum(const google::protobuf::FileDescriptor& file,
                 const std::function<void(const google::protobuf::EnumDescriptor&)>& visit);
void ForEachField(const google::protobuf::FileDescriptor& file,
                  const std::function<void(const google::protobuf::FieldDescriptor&)>& visit);
void ForEachMethod(const google::protobuf::FileDescriptor& file,
                   const std::function<void(const google::protobuf::MethodDescriptor&)>& visit);

// The field that a path such as `debtor.name` leads to; null when there is none.
const google::protobuf::FieldDescriptor* FieldAt(const google::protobuf::Descriptor& message,
                                                 std::string_view path);

// The comment above a declaration; empty when there is none.
template <typename Declaration>
std::string CommentOf(const Declaration& declaration) {
  google::protobuf::SourceLocation location;
  return declaration.GetSourceLocation(&location) ? location.leading_comments : std::string();
}

}  // namespace parley::architecture

#endif  // PARLEY_TESTS_ARCHITECTURE_API_DESCRIPTORS_H_
