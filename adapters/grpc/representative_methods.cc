// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/representative_methods.h"

#include <string>

#include "adapters/grpc/convert_authority.h"
#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_record_words.h"
#include "adapters/grpc/convert_representative.h"
#include "domain/common/status_macros.h"
#include "domain/common/text.h"

namespace parley::grpc_api {
namespace {

auto Encoder(DebtorId debtor) {
  return [debtor](const RepresentativeToday& told) {
    v1::Representative out;
    WriteRepresentative(debtor, told.representative, told.today, out);
    return out.SerializeAsString();
  };
}

// The one that would have been added: it has no name and no etag.
std::string EncodedRehearsal(const RepresentativeToday& told) {
  v1::Representative out;
  WriteRepresentative({}, told.representative, told.today, out);
  out.clear_name();
  out.clear_etag();
  return out.SerializeAsString();
}

std::string EncodedTry(const ShowRightParty::Result& result) {
  v1::VerifyRightPartyResponse out;
  WriteTry(result, out);
  return out.SerializeAsString();
}

}  // namespace

std::vector<UnaryMethod> RepresentativeMethods::Methods() const {
  return {OnMutation("AddRepresentative", this, &RepresentativeMethods::Add),
          OnMutation("DocumentRepresentative", this, &RepresentativeMethods::Document),
          OnMutation("ActivateRepresentative", this, &RepresentativeMethods::Activate),
          OnMutation("EndRepresentative", this, &RepresentativeMethods::End),
          OnRead("CheckAuthority", this, &RepresentativeMethods::Check),
          OnMutation("VerifyRightParty", this, &RepresentativeMethods::Verify)};
}

absl::StatusOr<Answer> RepresentativeMethods::Add(
    const Incoming& in, const v1::AddRepresentativeRequest& request) const {
  const auto addition = ReadAddRepresentative(request, parts_.clock.Now(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const Representatives& representatives = parts_.application.representatives;
  if (in.call.validate_only) return representatives.Add(in.call, addition, EncodedRehearsal);
  return representatives.Add(in.call, addition, Encoder(addition.debtor));
}

absl::StatusOr<Answer> RepresentativeMethods::Document(
    const Incoming& in, const v1::DocumentRepresentativeRequest& request) const {
  const auto reference = ReadPart<RepresentativeId>(request, in.violations);
  Violations more;
  RequireText(more, "document", request.document(), kLongestReason);
  AddOnce(in.violations, more);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.representatives.Document(
      in.call, reference, SensitiveText(request.document()), Encoder(reference.debtor));
}

absl::StatusOr<Answer> RepresentativeMethods::Activate(
    const Incoming& in, const v1::ActivateRepresentativeRequest& request) const {
  const auto reference = ReadPart<RepresentativeId>(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.representatives.Activate(in.call, reference, Encoder(reference.debtor));
}

absl::StatusOr<Answer> RepresentativeMethods::End(
    const Incoming& in, const v1::EndRepresentativeRequest& request) const {
  const auto reference = ReadPart<RepresentativeId>(request, in.violations);
  const auto last = ReadDay(request.until_date(), "until_date", in.violations);
  if (last > LatestToday(parts_.clock.Now())) {
    AddOnce(in.violations, "until_date", Fault::kDateInFuture);
  }
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.representatives.End(in.call, reference, last,
                                                Encoder(reference.debtor));
}

absl::Status RepresentativeMethods::Check(const Incoming& in,
                                          const v1::CheckAuthorityRequest& request,
                                          v1::CheckAuthorityResponse& response) const {
  const auto query = ReadCheckAuthority(request, in.call.tenant, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const Authority authority,
                          parts_.application.ask_authority.Handle(query));
  WriteAuthority(authority, parts_.application.words.In(request.language_code()), response);
  return absl::OkStatus();
}

absl::StatusOr<Answer> RepresentativeMethods::Verify(
    const Incoming& in, const v1::VerifyRightPartyRequest& request) const {
  const auto command = ReadVerifyRightParty(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.show_right_party.Handle(in.call, command, EncodedTry);
}

}  // namespace parley::grpc_api
