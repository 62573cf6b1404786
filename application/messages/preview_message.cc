// SPDX-License-Identifier: Apache-2.0
#include "application/messages/preview_message.h"

#include <utility>
#include <vector>

#include "application/communication/gate_record.h"
#include "application/messages/choose_channel.h"
#include "application/messages/release_text.h"
#include "application/messages/writing.h"
#include "domain/common/status_macros.h"

namespace parley {

absl::StatusOr<PreviewMessage::Result> PreviewMessage::Handle(
    const Call& call, const SendMessage::Command& command) const {
  const TenantId tenant = call.tenant;
  Result result;
  result.judged = reads_.clock.Now();
  PARLEY_ASSIGN_OR_RETURN(const std::int64_t edition, reads_.shelf.Edition(tenant));
  PARLEY_ASSIGN_OR_RETURN(const TemplateLibraryRef templates, tools_.templates.At(tenant, edition));
  PARLEY_ASSIGN_OR_RETURN(const ContactRecord record,
                          ReadContactRecord(reads_.log, tenant, command.debtor, result.judged));
  PARLEY_ASSIGN_OR_RETURN(const RulebooksRef rulebooks,
                          tools_.contact.rulebooks.At(tenant, record.edition));
  const MessageAsk ask{command.order.template_key, command.channel, command.contact};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Contact> contacts,
                          ContactsFor(ask, *templates, tools_.settings.served, record.person));
  const GateView view{record, *rulebooks, tools_.contact.places, result.judged, ask.template_key};
  PARLEY_ASSIGN_OR_RETURN(const Contact best, BestOf(contacts, view));
  PARLEY_ASSIGN_OR_RETURN(const GateRecord gate,
                          GateRecord::Make(record, best, *rulebooks, tools_.contact.places,
                                           result.judged, ask.template_key));
  PARLEY_ASSIGN_OR_RETURN(Judged judged, gate.Judge(gate.asked(), result.judged));
  result.contact = std::move(judged.contact);
  result.answer = std::move(judged.answer);
  result.zone = gate.zone();
  if (result.answer.decision == GateDecision::kRefuse) return result;
  result.goes = result.answer.until.value_or(result.judged);
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Creditor> creditors,
                          CreditorsOf(record, result.contact.debts, [&](CreditorId id) {
                            return reads_.directory.GetCreditor(tenant, id);
                          }));
  const auto is_released = [&](const Fingerprint& text) -> absl::StatusOr<bool> {
    PARLEY_ASSIGN_OR_RETURN(const std::vector<ReleasedText> releases,
                            reads_.queue.ReleasesOf(tenant, command.debtor, text));
    result.was_released |= IsReleasedFor(call.principal, releases);
    return IsReleasedFor(call.principal, releases);
  };
  PARLEY_ASSIGN_OR_RETURN(WrittenMessage written, Write(tools_,
                                                        {.tenant = tenant,
                                                         .record = record,
                                                         .creditors = creditors,
                                                         .templates = *templates,
                                                         .contact = result.contact,
                                                         .order = command.order,
                                                         .answer = result.answer,
                                                         .id = {},
                                                         .now = *result.goes,
                                                         .zone = result.zone},
                                                        is_released));
  result.words = std::move(written.words);
  return result;
}

}  // namespace parley
