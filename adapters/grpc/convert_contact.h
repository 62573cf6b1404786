// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_CONTACT_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_CONTACT_H_

#include "application/communication/decide.h"
#include "application/communication/evaluate_contact.h"
#include "application/communication/record_call.h"
#include "application/communication/start_call.h"
#include "application/ports/plain_words.h"
#include "domain/common/violations.h"
#include "parley/v1/communication.pb.h"
#include "parley/v1/communication_service.pb.h"
#include "parley/v1/verdict.pb.h"

namespace parley::grpc_api {

// What is malformed is added to the violations, and its value is left empty.
EvaluateContact::Query ReadEvaluateContact(const v1::EvaluateContactRequest& request,
                                           TenantId tenant, Violations& violations);
StartCall::Command ReadStartCall(const v1::StartCallTaskRequest& request, Violations& violations);
// Whom a message is to, about which debts and in answer to what. Paths begin with "order.".
Contact ReadOrderContact(const v1::MessageOrder& order, DebtorId debtor, Violations& violations);
RecordCall::Command ReadRecordCall(const v1::RecordCallRequest& request, Violations& violations);

void Write(EvaluateContact::Result result, DebtorId debtor, const Voice& voice,
           v1::EvaluateContactResponse& out);
void Write(const Decided& decided, const Voice& voice, v1::CallTask& out);
void Write(const LoggedCommunication& communication, v1::Communication& out);
// With sentences.
void Write(const Answered& answer, DebtorId debtor, absl::TimeZone zone, const Voice& voice,
           v1::GateAnswer& out);
// Without sentences.
void Write(const StoredVerdict& verdict, v1::ContactVerdict& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_CONTACT_H_
