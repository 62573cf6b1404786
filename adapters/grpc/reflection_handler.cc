// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/reflection_handler.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/unknown_field_set.h>
#include <grpcpp/support/slice.h>

#include <set>

#include "domain/common/violations.h"

namespace parley::grpc_api {
namespace {

using google::protobuf::DescriptorPool;
using google::protobuf::FileDescriptor;
using google::protobuf::UnknownField;
using google::protobuf::UnknownFieldSet;

// The fields of grpc.reflection.v1alpha's (and v1's) messages, read and written by their numbers,
// for no header of theirs is in the distribution.
enum RequestField : int { kFileByFilename = 3, kFileContainingSymbol = 4, kListServices = 7 };
enum ResponseField : int {
  kOriginalRequest = 2,
  kFileDescriptorResponse = 4,
  kListServicesResponse = 6,
  kErrorResponse = 7
};
constexpr int kFileDescriptorProto = 1;
constexpr int kService = 1;
constexpr int kServiceName = 1;
constexpr int kErrorCode = 1;
constexpr int kErrorMessage = 2;

void Add(UnknownFieldSet& out, int number, const UnknownFieldSet& message) {
  std::string bytes;
  message.SerializeToString(&bytes);
  out.AddLengthDelimited(number, bytes);
}

// A file and all that it imports, each once, so that a caller need not ask again.
void AddFile(const FileDescriptor& file, std::set<const FileDescriptor*>& seen,
             UnknownFieldSet& out) {
  if (!seen.insert(&file).second) return;
  google::protobuf::FileDescriptorProto proto;
  file.CopyTo(&proto);
  out.AddLengthDelimited(kFileDescriptorProto, proto.SerializeAsString());
  for (int i = 0; i < file.dependency_count(); ++i) AddFile(*file.dependency(i), seen, out);
}

void AddError(UnknownFieldSet& out, grpc::StatusCode code, const char* text) {
  UnknownFieldSet error;
  error.AddVarint(kErrorCode, static_cast<std::uint64_t>(code));
  error.AddLengthDelimited(kErrorMessage, text);
  Add(out, kErrorResponse, error);
}

void Answer(const UnknownField& question, const std::vector<std::string>& services,
            UnknownFieldSet& response) {
  const DescriptorPool& pool = *DescriptorPool::generated_pool();
  UnknownFieldSet answer;
  if (question.number() == kListServices) {
    for (const std::string& name : services) {
      UnknownFieldSet service;
      service.AddLengthDelimited(kServiceName, name);
      Add(answer, kService, service);
    }
    return Add(response, kListServicesResponse, answer);
  }
  const FileDescriptor* file = nullptr;
  if (question.number() == kFileByFilename) {
    file = pool.FindFileByName(question.length_delimited());
  } else if (question.number() == kFileContainingSymbol) {
    file = pool.FindFileContainingSymbol(question.length_delimited());
  } else {
    return AddError(response, grpc::StatusCode::UNIMPLEMENTED, "Extensions are not told.");
  }
  if (file == nullptr) {
    return AddError(response, grpc::StatusCode::NOT_FOUND, "Not found.");
  }
  std::set<const FileDescriptor*> seen;
  AddFile(*file, seen, answer);
  Add(response, kFileDescriptorResponse, answer);
}

}  // namespace

absl::StatusOr<std::optional<grpc::ByteBuffer>> ReflectionHandler::Take(
    const grpc::ByteBuffer& message) {
  grpc::Slice slice;
  UnknownFieldSet request;
  if (!message.DumpToSingleSlice(&slice).ok() ||
      !request.ParseFromArray(slice.begin(), static_cast<int>(slice.size()))) {
    Violations violations;
    violations.Add("", Fault::kMalformed);
    return violations.ToStatus();
  }
  UnknownFieldSet response;
  Add(response, kOriginalRequest, request);
  for (int i = 0; i < request.field_count(); ++i) {
    const UnknownField& field = request.field(i);
    const bool question = field.number() >= kFileByFilename && field.number() <= kListServices &&
                          field.type() == UnknownField::TYPE_LENGTH_DELIMITED;
    if (!question) continue;
    Answer(field, services_, response);
    break;
  }
  std::string bytes;
  response.SerializeToString(&bytes);
  const grpc::Slice out(bytes);
  return grpc::ByteBuffer(&out, 1);
}

}  // namespace parley::grpc_api
