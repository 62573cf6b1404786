// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/record_methods.h"

#include <cstddef>
#include <string>
#include <string_view>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_contact_point.h"
#include "adapters/grpc/convert_permission.h"
#include "adapters/grpc/convert_record.h"
#include "adapters/grpc/convert_record_words.h"
#include "adapters/grpc/convert_support_need.h"
#include "adapters/grpc/convert_wishes.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

std::string EncodedPoint(const KnownPoint& point) {
  v1::ContactPoint out;
  WriteContactPoint(point, out);
  return out.SerializeAsString();
}

// The contact point that would have been added: it has no name and no etag.
std::string EncodedRehearsal(const KnownPoint& point) {
  v1::ContactPoint out;
  WriteContactPoint(point, out);
  out.clear_name();
  out.clear_etag();
  return out.SerializeAsString();
}

// Encodes a part of a debtor's record, which does not know whose it is.
template <typename Message, typename Part>
auto Encoder(DebtorId debtor, void (*write)(DebtorId, const Part&, Message&)) {
  return [debtor, write](const Part& part) {
    Message out;
    write(debtor, part, out);
    return out.SerializeAsString();
  };
}

std::string EncodedLiking(const ContactWishes::Liking& liking) {
  v1::Preferences out;
  WriteLiking(liking, out);
  return out.SerializeAsString();
}

std::string EncodedLocation(const Location& location) {
  v1::Location out;
  WriteLocation(location, out);
  return out.SerializeAsString();
}

}  // namespace

std::vector<UnaryMethod> RecordMethods::Methods() const {
  return {OnRead("GetDebtorRecord", this, &RecordMethods::Get),
          OnMutation("AddContactPoint", this, &RecordMethods::AddPoint),
          OnMutation("UpdateContactPoint", this, &RecordMethods::UpdatePoint),
          OnMutation("VerifyContactPoint", this, &RecordMethods::VerifyPoint),
          OnMutation("RetireContactPoint", this, &RecordMethods::RetirePoint),
          OnMutation("ReportWrongPerson", this, &RecordMethods::ReportWrong),
          OnMutation("RecordConsent", this, &RecordMethods::Consent),
          OnRead("ListConsents", this, &RecordMethods::ListConsents),
          OnMutation("RecordOptOut", this, &RecordMethods::OptOutOf),
          OnMutation("LiftOptOut", this, &RecordMethods::Lift),
          OnMutation("SetPreferences", this, &RecordMethods::Prefer),
          OnMutation("RecordInconvenience", this, &RecordMethods::AddInconvenience),
          OnMutation("EndInconvenience", this, &RecordMethods::EndInconvenience),
          OnMutation("RecordLocation", this, &RecordMethods::Locate),
          OnMutation("RecordSupportNeed", this, &RecordMethods::Need),
          OnMutation("EndSupportNeed", this, &RecordMethods::EndNeed)};
}

absl::Status RecordMethods::Get(const Incoming& in, const v1::GetDebtorRecordRequest& request,
                                v1::DebtorRecord& response) const {
  const auto id = ReadDebtorName(request.name(), "name", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record,
                          parts_.application.directory.GetRecord(in.call.tenant, *id));
  WriteRecord(record, parts_.zones, parts_.clock.Now(), response);
  return absl::OkStatus();
}

absl::StatusOr<Answer> RecordMethods::AddPoint(const Incoming& in,
                                               const v1::AddContactPointRequest& request) const {
  const auto addition =
      ReadAddContactPoint(request, parts_.application.addresses, parts_.clock.Now(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.contact_points.Add(
      in.call, addition, in.call.validate_only ? EncodedRehearsal : EncodedPoint);
}

absl::StatusOr<Answer> RecordMethods::UpdatePoint(
    const Incoming& in, const v1::UpdateContactPointRequest& request) const {
  const auto change = ReadUpdateContactPoint(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.contact_points.Update(in.call, change, EncodedPoint);
}

absl::StatusOr<Answer> RecordMethods::VerifyPoint(
    const Incoming& in, const v1::VerifyContactPointRequest& request) const {
  const auto reference = ReadPoint(request.name(), request.etag(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.contact_points.Verify(in.call, reference, EncodedPoint);
}

absl::StatusOr<Answer> RecordMethods::RetirePoint(
    const Incoming& in, const v1::RetireContactPointRequest& request) const {
  const auto reference = ReadPoint(request.name(), request.etag(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.contact_points.Retire(in.call, reference, EncodedPoint);
}

absl::StatusOr<Answer> RecordMethods::ReportWrong(
    const Incoming& in, const v1::ReportWrongPersonRequest& request) const {
  const auto reference = ReadPoint(request.name(), request.etag(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.contact_points.Unlink(in.call, reference, EncodedPoint);
}

absl::StatusOr<Answer> RecordMethods::Consent(const Incoming& in,
                                              const v1::RecordConsentRequest& request) const {
  const DebtorId debtor =
      ReadDebtorName(request.parent(), "parent", in.violations).value_or(DebtorId());
  const auto fact = ReadConsent(debtor, request.consent(), parts_.clock.Now(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.permissions.RecordConsent(in.call, debtor, fact,
                                                      Encoder(debtor, WriteConsent));
}

absl::Status RecordMethods::ListConsents(const Incoming& in, const v1::ListConsentsRequest& request,
                                         v1::ListConsentsResponse& response) const {
  const auto debtor = ReadDebtorName(request.parent(), "parent", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const std::vector<std::string_view> arguments = {request.parent()};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Uuid> after,
                          parts_.pages.Open(in.call, arguments, request.page_token(), 1));
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record,
                          parts_.application.directory.GetRecord(in.call.tenant, *debtor));
  const int size = ReadPageSize(request.page_size());
  for (const ConsentFact& fact : record.consents) {
    if (fact.id <= ConsentId(after.front())) continue;
    if (response.consents_size() == size) {
      const auto last = ParsePartName<ConsentId>(response.consents(size - 1).name());
      response.set_next_page_token(parts_.pages.Seal(in.call, arguments, {last->part.uuid()}));
      break;
    }
    WriteConsent(*debtor, fact, *response.add_consents());
  }
  return absl::OkStatus();
}

absl::StatusOr<Answer> RecordMethods::OptOutOf(const Incoming& in,
                                               const v1::RecordOptOutRequest& request) const {
  const DebtorId debtor =
      ReadDebtorName(request.parent(), "parent", in.violations).value_or(DebtorId());
  const auto opt_out = ReadOptOut(debtor, request.opt_out(), parts_.clock.Now(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.permissions.RecordOptOut(in.call, debtor, opt_out,
                                                     Encoder(debtor, WriteOptOut));
}

absl::StatusOr<Answer> RecordMethods::Lift(const Incoming& in,
                                           const v1::LiftOptOutRequest& request) const {
  const auto lift = ReadLift(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.permissions.LiftOptOut(in.call, lift,
                                                   Encoder(lift.reference.debtor, WriteOptOut));
}

absl::StatusOr<Answer> RecordMethods::Prefer(const Incoming& in,
                                             const v1::SetPreferencesRequest& request) const {
  const DebtorId debtor =
      ReadDebtorName(request.name(), "name", in.violations).value_or(DebtorId());
  const auto liking = ReadLiking(request.preferences(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.contact_wishes.SetPreferences(in.call, debtor, liking,
                                                          ReadEtag(request.etag()), EncodedLiking);
}

absl::StatusOr<Answer> RecordMethods::AddInconvenience(
    const Incoming& in, const v1::RecordInconvenienceRequest& request) const {
  const DebtorId debtor =
      ReadDebtorName(request.parent(), "parent", in.violations).value_or(DebtorId());
  const auto inconvenience =
      ReadInconvenience(debtor, request.inconvenience(), parts_.clock.Now(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.contact_wishes.RecordInconvenience(in.call, debtor, inconvenience,
                                                               Encoder(debtor, WriteInconvenience));
}

absl::StatusOr<Answer> RecordMethods::EndInconvenience(
    const Incoming& in, const v1::EndInconvenienceRequest& request) const {
  const auto reference = ReadPart<InconvenienceId>(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.contact_wishes.EndInconvenience(
      in.call, reference, Encoder(reference.debtor, WriteInconvenience));
}

absl::StatusOr<Answer> RecordMethods::Locate(const Incoming& in,
                                             const v1::RecordLocationRequest& request) const {
  const auto debtor = ReadDebtorName(request.parent(), "parent", in.violations);
  const auto location =
      ReadLocation(request.location(), parts_.zones, parts_.clock.Now(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.contact_wishes.RecordLocation(in.call, *debtor, location,
                                                          EncodedLocation);
}

absl::StatusOr<Answer> RecordMethods::Need(const Incoming& in,
                                           const v1::RecordSupportNeedRequest& request) const {
  const DebtorId debtor =
      ReadDebtorName(request.parent(), "parent", in.violations).value_or(DebtorId());
  const auto need = ReadSupportNeed(request.support_need(), parts_.clock.Now(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.support_needs.Record(in.call, debtor, need,
                                                 Encoder(debtor, WriteSupportNeed));
}

absl::StatusOr<Answer> RecordMethods::EndNeed(const Incoming& in,
                                              const v1::EndSupportNeedRequest& request) const {
  const auto end = ReadEndSupportNeed(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.support_needs.Finish(in.call, end,
                                                 Encoder(end.reference.debtor, WriteSupportNeed));
}

}  // namespace parley::grpc_api
