// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_MESSAGE_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_MESSAGE_H_

#include "application/messages/change_message.h"
#include "application/messages/preview_message.h"
#include "application/messages/release_text.h"
#include "application/messages/send_message.h"
#include "application/ports/plain_words.h"
#include "domain/common/violations.h"
#include "domain/communication/message/delivery_report.h"
#include "parley/v1/communication_service.pb.h"
#include "parley/v1/message.pb.h"

namespace parley::grpc_api {

// What is malformed is added to the violations, and its value is left empty.
SendMessage::Command ReadPreviewMessage(const v1::PreviewMessageRequest& request,
                                        Violations& violations);
SendMessage::Command ReadSendMessage(const v1::SendMessageRequest& request, Violations& violations);
ReleaseText::Command ReadReleaseText(const v1::ReleaseTextRequest& request, Violations& violations);
// Of the debtor and the id of the name; the provider is the caller's own gateway.
DeliveryReport ReadReportDelivery(const v1::ReportDeliveryRequest& request, absl::Time now,
                                  Violations& violations);

void Write(const PreviewMessage::Result& preview, DebtorId debtor, const Voice& voice,
           v1::PreviewMessageResponse& out);
void Write(const SendMessage::Sent& sent, const Voice& voice, v1::SendMessageResponse& out);
void Write(const Message& message, v1::Message& out);
void Write(const MessageWords& words, v1::MessageWords& out);
void Write(const ReleasedText& released, v1::ReleasedText& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_MESSAGE_H_
