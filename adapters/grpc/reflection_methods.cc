// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/reflection_methods.h"

#include "adapters/grpc/convert_reflection.h"
#include "adapters/grpc/part_pages.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

// Who of the team did what is not for the person's own app.
void WriteToPerson(DebtorId debtor, const Reflection& reflection, v1::Reflection& out) {
  WriteReflection(debtor, reflection, out);
  out.clear_actor();
  out.clear_decided_by();
}

auto WriterFor(const Incoming& in) { return in.call.by_person ? WriteToPerson : WriteReflection; }

}  // namespace

std::vector<UnaryMethod> ReflectionMethods::Methods() const {
  return {OnMutation("ReflectBack", this, &ReflectionMethods::ReflectBack),
          OnMutation("ConfirmReflection", this, &ReflectionMethods::Confirm),
          OnMutation("CorrectReflection", this, &ReflectionMethods::Correct),
          OnRead("GetReflection", this, &ReflectionMethods::Get),
          OnRead("ListReflections", this, &ReflectionMethods::List)};
}

absl::StatusOr<Answer> ReflectionMethods::ReflectBack(const Incoming& in,
                                                      const v1::ReflectBackRequest& request) const {
  const auto debtor = ReadDebtorName(request.parent(), "parent", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.reflections.Propose(in.call, *debtor,
                                                PartEncoder(*debtor, WriterFor(in)));
}

absl::StatusOr<Answer> ReflectionMethods::Confirm(
    const Incoming& in, const v1::ConfirmReflectionRequest& request) const {
  const auto word = ReadWord(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.reflections.Confirm(in.call, word,
                                                PartEncoder(word.reference.debtor, WriterFor(in)));
}

absl::StatusOr<Answer> ReflectionMethods::Correct(
    const Incoming& in, const v1::CorrectReflectionRequest& request) const {
  const auto word = ReadWord(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.reflections.Correct(in.call, word,
                                                PartEncoder(word.reference.debtor, WriterFor(in)));
}

absl::Status ReflectionMethods::Get(const Incoming& in, const v1::GetReflectionRequest& request,
                                    v1::Reflection& response) const {
  return OnePart<ReflectionId>(parts_, in, request, &DebtorRecord::reflections,
                               Reason::kReflectionNotFound, WriterFor(in), response);
}

absl::Status ReflectionMethods::List(const Incoming& in, const v1::ListReflectionsRequest& request,
                                     v1::ListReflectionsResponse& response) const {
  return PageOfParts<v1::ListReflectionsRequest, v1::ListReflectionsResponse, Reflection>(
      parts_, in, request, &DebtorRecord::reflections,
      [&](DebtorId debtor, const Reflection& one) {
        WriterFor(in)(debtor, one, *response.add_reflections());
      },
      response);
}

}  // namespace parley::grpc_api
