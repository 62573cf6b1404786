// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_PAYMENT_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_PAYMENT_H_

#include <optional>
#include <vector>

#include "application/payments/announce_payment.h"
#include "application/payments/post_payment.h"
#include "application/payments/return_payment.h"
#include "application/payments/settle_payment.h"
#include "application/payments/suspense.h"
#include "domain/common/days.h"
#include "domain/common/violations.h"
#include "domain/debt/payment.h"
#include "parley/v1/payment.pb.h"
#include "parley/v1/payment_requests.pb.h"

namespace parley::grpc_api {

// `latest_today` is the latest day that it is anywhere. None when there is no command to be made of
// the request; then there are violations.
std::optional<AnnouncePayment::Command> ReadAnnounce(const v1::AnnouncePaymentRequest& request,
                                                     Day latest_today, Violations& violations);
std::optional<PostPayment::Command> ReadPost(const v1::PostPaymentRequest& request,
                                             Day latest_today, Violations& violations);
std::optional<SettlePayment::Command> ReadSettle(const v1::SettlePaymentRequest& request,
                                                 Day latest_today, Violations& violations);
std::optional<ReturnPayment::Command> ReadReturn(const v1::ReturnPaymentRequest& request,
                                                 Violations& violations);
std::optional<ReceiveUnidentifiedPayment::Command> ReadReceive(
    const v1::ReceiveUnidentifiedPaymentRequest& request, Day latest_today, Violations& violations);
std::optional<AssignPayment::Command> ReadAssign(const v1::AssignPaymentRequest& request,
                                                 Violations& violations);

// None for the unspecified one.
std::optional<PaymentState> ReadPaymentState(v1::PaymentState state);

void Write(const Payment& payment, v1::Payment& out);
// What would have been: without names of what is not there, and without an etag.
void WriteRehearsal(const Payment& payment, v1::Payment& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_PAYMENT_H_
