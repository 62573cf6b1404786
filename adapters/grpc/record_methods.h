// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_RECORD_METHODS_H_
#define PARLEY_ADAPTERS_GRPC_RECORD_METHODS_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "parley/v1/debtor_service.pb.h"

namespace parley::grpc_api {

// Serves the methods of parley.v1.DebtorService that are about how, when and where a debtor may be
// reached, and what they need.
class RecordMethods {
 public:
  explicit RecordMethods(const ServiceParts& parts) : parts_(parts) {}

  // They refer to this object.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::Status Get(const Incoming& in, const v1::GetDebtorRecordRequest& request,
                   v1::DebtorRecord& response) const;
  absl::StatusOr<Answer> AddPoint(const Incoming& in,
                                  const v1::AddContactPointRequest& request) const;
  absl::StatusOr<Answer> UpdatePoint(const Incoming& in,
                                     const v1::UpdateContactPointRequest& request) const;
  absl::StatusOr<Answer> VerifyPoint(const Incoming& in,
                                     const v1::VerifyContactPointRequest& request) const;
  absl::StatusOr<Answer> RetirePoint(const Incoming& in,
                                     const v1::RetireContactPointRequest& request) const;
  absl::StatusOr<Answer> ReportWrong(const Incoming& in,
                                     const v1::ReportWrongPersonRequest& request) const;
  absl::StatusOr<Answer> Consent(const Incoming& in, const v1::RecordConsentRequest& request) const;
  absl::Status ListConsents(const Incoming& in, const v1::ListConsentsRequest& request,
                            v1::ListConsentsResponse& response) const;
  absl::StatusOr<Answer> OptOutOf(const Incoming& in, const v1::RecordOptOutRequest& request) const;
  absl::StatusOr<Answer> Lift(const Incoming& in, const v1::LiftOptOutRequest& request) const;
  absl::StatusOr<Answer> Prefer(const Incoming& in, const v1::SetPreferencesRequest& request) const;
  absl::StatusOr<Answer> AddInconvenience(const Incoming& in,
                                          const v1::RecordInconvenienceRequest& request) const;
  absl::StatusOr<Answer> EndInconvenience(const Incoming& in,
                                          const v1::EndInconvenienceRequest& request) const;
  absl::StatusOr<Answer> Locate(const Incoming& in, const v1::RecordLocationRequest& request) const;
  absl::StatusOr<Answer> Need(const Incoming& in,
                              const v1::RecordSupportNeedRequest& request) const;
  absl::StatusOr<Answer> EndNeed(const Incoming& in,
                                 const v1::EndSupportNeedRequest& request) const;

  ServiceParts parts_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_RECORD_METHODS_H_
