// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_CASES_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_CASES_H_

#include <optional>
#include <string>

#include "application/cases/open_complaint.h"
#include "application/cases/open_dispute.h"
#include "application/cases/record_promise.h"
#include "domain/common/violations.h"
#include "parley/v1/complaint.pb.h"
#include "parley/v1/dispute.pb.h"
#include "parley/v1/promise.pb.h"

namespace parley::grpc_api {

// The communication in which something was said; none for an empty name. One of another debtor is
// a fault.
std::optional<CommunicationId> ReadToldIn(DebtorId debtor, const std::string& text,
                                          const std::string& field, Violations& violations);
std::string ToldInName(DebtorId debtor, const std::optional<CommunicationId>& told_in);

Promise ReadPromise(DebtorId debtor, const v1::Promise& in, Violations& violations);
RecordPromise::Cancel ReadCancelPromise(const v1::CancelPromiseRequest& request,
                                        Violations& violations);
void WritePromise(DebtorId debtor, const Promise& promise, v1::Promise& out);

DebtDispute ReadDispute(DebtorId debtor, const v1::Dispute& in, Violations& violations);
OpenDispute::Reply ReadAnswerDispute(const v1::AnswerDisputeRequest& request,
                                     Violations& violations);
OpenDispute::Ending ReadCloseDispute(const v1::CloseDisputeRequest& request,
                                     Violations& violations);
void WriteDispute(DebtorId debtor, const DebtDispute& dispute, v1::Dispute& out);

Complaint ReadComplaint(DebtorId debtor, const v1::Complaint& in, Violations& violations);
OpenComplaint::Reply ReadAnswerComplaint(const v1::AnswerComplaintRequest& request,
                                         Violations& violations);
OpenComplaint::Ending ReadCloseComplaint(const v1::CloseComplaintRequest& request,
                                         Violations& violations);
void WriteComplaint(DebtorId debtor, const Complaint& complaint, v1::Complaint& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_CASES_H_
