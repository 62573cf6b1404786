// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/money_methods.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_payment.h"
#include "adapters/grpc/convert_relief.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

std::string Encoded(const Payment& payment) {
  v1::Payment out;
  Write(payment, out);
  return out.SerializeAsString();
}

std::string EncodedRehearsal(const Payment& payment) {
  v1::Payment out;
  WriteRehearsal(payment, out);
  return out.SerializeAsString();
}

Encode<Payment> EncoderFor(const Call& call) {
  return call.validate_only ? EncodedRehearsal : Encoded;
}

// One more than the page holds tells that there is another page.
std::vector<Payment> TakePage(std::vector<Payment> found, int size, const PageTokens& pages,
                              const Call& call, const std::vector<std::string_view>& arguments,
                              std::string& next_page_token) {
  if (found.size() <= static_cast<std::size_t>(size)) return found;
  found.pop_back();
  next_page_token = pages.Seal(call, arguments, {found.back().id.uuid()});
  return found;
}

}  // namespace

std::vector<UnaryMethod> MoneyMethods::Methods() const {
  return {OnMutation("Waive", this, &MoneyMethods::Relieve<v1::WaiveRequest>),
          OnMutation("WriteOff", this, &MoneyMethods::Relieve<v1::WriteOffRequest>),
          OnMutation("RefundCredit", this, &MoneyMethods::Relieve<v1::RefundCreditRequest>),
          OnMutation("AnnouncePayment", this, &MoneyMethods::Announce),
          OnMutation("PostPayment", this, &MoneyMethods::Post),
          OnMutation("SettlePayment", this, &MoneyMethods::Settle),
          OnMutation("ReturnPayment", this, &MoneyMethods::Return),
          OnMutation("ReceiveUnidentifiedPayment", this, &MoneyMethods::Receive),
          OnMutation("AssignPayment", this, &MoneyMethods::Assign),
          OnRead("GetPayment", this, &MoneyMethods::Get),
          OnRead("ListPayments", this, &MoneyMethods::List),
          OnRead("ListSuspense", this, &MoneyMethods::ListSuspense)};
}

Day MoneyMethods::LatestToday() const { return grpc_api::LatestToday(parts_.clock.Now()); }

template <typename Request>
absl::StatusOr<Answer> MoneyMethods::Relieve(const Incoming& in, const Request& request) const {
  const auto command = ReadRelief(request, LatestToday(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const bool rehearsal = in.call.validate_only;
  const Voice* voice = parts_.VoiceFor(request.language_code());
  return parts_.application.post_relief.Handle(in.call, *command,
                                               [=](const PostRelief::Result& result) {
                                                 v1::PostedEntry out;
                                                 Write(result, voice, rehearsal, out);
                                                 return out.SerializeAsString();
                                               });
}

absl::StatusOr<Answer> MoneyMethods::Announce(const Incoming& in,
                                              const v1::AnnouncePaymentRequest& request) const {
  const auto command = ReadAnnounce(request, LatestToday(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.announce_payment.Handle(in.call, *command, EncoderFor(in.call));
}

absl::StatusOr<Answer> MoneyMethods::Post(const Incoming& in,
                                          const v1::PostPaymentRequest& request) const {
  const auto command = ReadPost(request, LatestToday(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.post_payment.Handle(in.call, *command, EncoderFor(in.call));
}

absl::StatusOr<Answer> MoneyMethods::Settle(const Incoming& in,
                                            const v1::SettlePaymentRequest& request) const {
  const auto command = ReadSettle(request, LatestToday(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.settle_payment.Handle(in.call, *command, EncoderFor(in.call));
}

absl::StatusOr<Answer> MoneyMethods::Return(const Incoming& in,
                                            const v1::ReturnPaymentRequest& request) const {
  const auto command = ReadReturn(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.return_payment.Handle(in.call, *command, EncoderFor(in.call));
}

absl::StatusOr<Answer> MoneyMethods::Receive(
    const Incoming& in, const v1::ReceiveUnidentifiedPaymentRequest& request) const {
  const auto command = ReadReceive(request, LatestToday(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.receive_unidentified_payment.Handle(in.call, *command,
                                                                EncoderFor(in.call));
}

absl::StatusOr<Answer> MoneyMethods::Assign(const Incoming& in,
                                            const v1::AssignPaymentRequest& request) const {
  const auto command = ReadAssign(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.assign_payment.Handle(in.call, *command, EncoderFor(in.call));
}

absl::Status MoneyMethods::Get(const Incoming& in, const v1::GetPaymentRequest& request,
                               v1::Payment& response) const {
  const auto name = ReadPaymentName(request.name(), "name", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const Payment payment, parts_.application.payment_book.GetPayment(
                                                     in.call.tenant, name->debtor, name->payment));
  Write(payment, response);
  return absl::OkStatus();
}

absl::Status MoneyMethods::List(const Incoming& in, const v1::ListPaymentsRequest& request,
                                v1::ListPaymentsResponse& response) const {
  const auto debtor = ReadDebtorName(request.parent(), "parent", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const std::vector<std::string_view> arguments = {request.parent(),
                                                   v1::PaymentState_Name(request.state())};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Uuid> after,
                          parts_.pages.Open(in.call, arguments, request.page_token(), 1));
  const int size = ReadPageSize(request.page_size());
  PARLEY_ASSIGN_OR_RETURN(std::vector<Payment> found,
                          parts_.application.payment_book.ListPayments(
                              in.call.tenant, {*debtor, ReadPaymentState(request.state())},
                              PaymentId(after.front()), size + 1));
  for (const Payment& payment : TakePage(std::move(found), size, parts_.pages, in.call, arguments,
                                         *response.mutable_next_page_token())) {
    Write(payment, *response.add_payments());
  }
  return absl::OkStatus();
}

absl::Status MoneyMethods::ListSuspense(const Incoming& in, const v1::ListSuspenseRequest& request,
                                        v1::ListSuspenseResponse& response) const {
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const std::vector<std::string_view> arguments = {};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Uuid> after,
                          parts_.pages.Open(in.call, arguments, request.page_token(), 1));
  const int size = ReadPageSize(request.page_size());
  PARLEY_ASSIGN_OR_RETURN(std::vector<Payment> found,
                          parts_.application.payment_book.ListPayments(
                              in.call.tenant, {kDesk, PaymentState::kUnidentified},
                              PaymentId(after.front()), size + 1));
  for (const Payment& payment : TakePage(std::move(found), size, parts_.pages, in.call, arguments,
                                         *response.mutable_next_page_token())) {
    Write(payment, *response.add_payments());
  }
  return absl::OkStatus();
}

}  // namespace parley::grpc_api
