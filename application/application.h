// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_APPLICATION_H_
#define PARLEY_APPLICATION_APPLICATION_H_

#include "application/access_log.h"
#include "application/application_ports.h"
#include "application/cases/ask_callback.h"
#include "application/cases/open_complaint.h"
#include "application/cases/open_dispute.h"
#include "application/cases/record_promise.h"
#include "application/cases/reflect_back.h"
#include "application/communication/evaluate_contact.h"
#include "application/communication/record_call.h"
#include "application/communication/start_call.h"
#include "application/conversations/chat.h"
#include "application/conversations/keep_conversation.h"
#include "application/conversations/read_lines.h"
#include "application/creditors/create_creditor.h"
#include "application/creditors/explain_setting.h"
#include "application/creditors/update_creditor.h"
#include "application/debtors/ask_authority.h"
#include "application/debtors/circumstances.h"
#include "application/debtors/contact_points.h"
#include "application/debtors/contact_wishes.h"
#include "application/debtors/create_debtor.h"
#include "application/debtors/erase_debtor.h"
#include "application/debtors/look_up_debtors.h"
#include "application/debtors/permissions.h"
#include "application/debtors/representatives.h"
#include "application/debtors/show_right_party.h"
#include "application/debtors/support_needs.h"
#include "application/debtors/tell_timeline.h"
#include "application/debtors/update_debtor.h"
#include "application/debts/change_hold.h"
#include "application/debts/change_terms.h"
#include "application/debts/check_debts.h"
#include "application/debts/explain_debt.h"
#include "application/debts/import_debts.h"
#include "application/debts/life_cycle.h"
#include "application/debts/list_holds.h"
#include "application/debts/place_debt.h"
#include "application/debts/place_hold.h"
#include "application/debts/post_due_interest.h"
#include "application/debts/post_entries.h"
#include "application/debts/post_relief.h"
#include "application/debts/quote_payoff.h"
#include "application/debts/render_statement.h"
#include "application/debts/reverse_entry.h"
#include "application/debts/review_placement.h"
#include "application/debts/tell_debt.h"
#include "application/dispatch/take_reports.h"
#include "application/events/settle_dead_letters.h"
#include "application/inbound/acknowledge.h"
#include "application/inbound/judge_inbound.h"
#include "application/inbound/match_inbound.h"
#include "application/inbound/receive_inbound.h"
#include "application/messages/change_message.h"
#include "application/messages/preview_message.h"
#include "application/messages/release_text.h"
#include "application/messages/send_message.h"
#include "application/mutations.h"
#include "application/payments/announce_payment.h"
#include "application/payments/post_payment.h"
#include "application/payments/return_payment.h"
#include "application/payments/settle_payment.h"
#include "application/payments/suspense.h"
#include "application/rulebooks/publish_rulebook.h"
#include "application/rulebooks/rulebook_library.h"
#include "application/rulebooks/system_policy.h"
#include "application/rulebooks/test_rulebook.h"
#include "application/switches/engage_kill_switch.h"
#include "application/switches/release_kill_switch.h"
#include "application/templates/approve_template.h"
#include "application/templates/check_tone.h"
#include "application/templates/render_template.h"
#include "application/templates/template_libraries.h"
#include "application/templates/write_template.h"
#include "application/worklist/acts.h"
#include "application/worklist/claim_next_work.h"
#include "application/worklist/claim_work.h"
#include "application/worklist/complete_work.h"
#include "application/worklist/decide_act.h"
#include "application/worklist/tell_breaches.h"

namespace parley {

// Everything that this product does: its table of contents.
class Application {
 public:
  explicit Application(const Ports& ports)
      : mutations_(ports.store, ports.given_answers, ports.audit_seal, ports.clock, ports.ids),
        acts_(ports.ids, ports.time_zones),
        message_settings_(ports.messages),
        directory(ports.directory),
        portfolio(ports.portfolio),
        payment_book(ports.payment_book),
        work_list(ports.work_list),
        contact_log(ports.contact_log),
        switch_board(ports.switch_board),
        message_queue(ports.message_queue),
        inbound_desk(ports.inbound_desk),
        conversation_desk(ports.conversation_desk),
        rulebooks(ports.policy, ports.rulebook_reader, ports.rulebook_shelf),
        templates(ports.templates, ports.typesetter, ports.template_shelf),
        words(ports.words),
        addresses(ports.addresses),
        access_log(ports.store, ports.audit_seal, ports.clock),
        create_creditor(mutations_, ports.ids, ports.time_zones),
        update_creditor(mutations_, ports.time_zones),
        explain_setting(ports.portfolio, ports.directory),
        create_debtor(mutations_, ports.ids, ports.time_zones),
        update_debtor(mutations_, ports.time_zones),
        look_up_debtors(ports.directory, ports.addresses, ports.blind_index),
        erase_debtor(mutations_, rulebooks, ports.ids, ports.time_zones),
        tell_timeline(ports.directory, ports.timelines),
        contact_points(mutations_, ports.ids, ports.blind_index),
        permissions(mutations_, ports.ids, ports.blind_index),
        contact_wishes(mutations_, ports.ids, ports.time_zones),
        support_needs(mutations_, ports.ids, ports.time_zones),
        circumstances(mutations_, {ports.ids, ports.time_zones}),
        promises(mutations_, {ports.ids, ports.time_zones}),
        disputes(mutations_, {rulebooks, ports.ids, {ports.time_zones, ports.region_zones}}),
        complaints(mutations_, {rulebooks, ports.ids, {ports.time_zones, ports.region_zones}}),
        representatives(mutations_, ports.ids, ports.time_zones),
        show_right_party(mutations_),
        ask_authority(ports.directory, ports.portfolio, ports.clock, ports.time_zones),
        place_debt(mutations_, ports.portfolio, ports.fingerprints, ports.ids, ports.time_zones),
        activate_debt(mutations_, ports.ids),
        reject_placement(mutations_, ports.ids),
        change_terms(mutations_, ports.ids, ports.time_zones),
        import_debts({ports.store, ports.directory, ports.portfolio, create_creditor,
                      ports.fingerprints, ports.audit_seal, ports.clock, ports.ids,
                      ports.time_zones}),
        post_entries(mutations_, ports.fingerprints, ports.ids, ports.time_zones),
        reverse_entry(mutations_, ports.fingerprints, ports.ids, ports.time_zones),
        post_relief(mutations_, ports.fingerprints, ports.ids, ports.time_zones),
        announce_payment(mutations_, ports.fingerprints, ports.ids, ports.time_zones),
        settle_payment(mutations_, ports.ids, ports.time_zones),
        post_payment(mutations_, ports.fingerprints, ports.ids, ports.time_zones),
        return_payment(mutations_, ports.fingerprints, ports.ids, ports.time_zones),
        receive_unidentified_payment(mutations_, ports.fingerprints, ports.ids),
        assign_payment(mutations_, ports.fingerprints, ports.ids, ports.time_zones),
        close_debt(mutations_, {ports.ids, ports.time_zones}),
        recall_debt(mutations_, {ports.ids, ports.time_zones}),
        decide_debt(mutations_, {ports.ids, ports.time_zones}),
        reopen_debt(mutations_, {ports.ids, ports.time_zones}),
        place_hold(mutations_, {ports.ids, ports.time_zones}),
        end_hold(mutations_, {ports.ids, ports.time_zones}),
        extend_hold(mutations_, {ports.ids, ports.time_zones}),
        list_holds(ports.portfolio, ports.payment_book, ports.clock, ports.time_zones),
        post_due_interest({ports.store, ports.portfolio, ports.fingerprints, ports.audit_seal,
                           ports.clock, ports.ids, ports.time_zones}),
        quote_payoff(mutations_, ports.ids, ports.time_zones),
        itemise_debt(ports.portfolio, ports.clock, ports.time_zones),
        issue_statement(ports.portfolio, ports.clock, ports.time_zones),
        explain_debt({ports.portfolio, ports.payment_book, ports.directory}, ports.clock,
                     ports.time_zones),
        render_statement({issue_statement, explain_debt}, ports.directory, ports.words,
                         ports.documents),
        check_debts(ports.portfolio, ports.payment_book),
        evaluate_contact(ports.contact_log, rulebooks, ports.clock,
                         {ports.time_zones, ports.region_zones}),
        start_call(mutations_, {rulebooks, ports.ids, {ports.time_zones, ports.region_zones}}),
        record_call(mutations_, {rulebooks, ports.ids, {ports.time_zones, ports.region_zones}},
                    ports.blind_index),
        dispatching({ports.store, ports.message_queue, ports.template_shelf, ports.audit_seal,
                     ports.clock, ports.words, ToolsOf(ports), ports.dispatch}),
        send_message(mutations_, ports.template_shelf, ToolsOf(ports)),
        callbacks(mutations_, send_message,
                  {rulebooks, ports.ids, {ports.time_zones, ports.region_zones}}),
        reflections(mutations_, send_message, {ports.ids, ports.time_zones}),
        preview_message({ports.contact_log, ports.directory, ports.template_shelf,
                         ports.message_queue, ports.clock},
                        ToolsOf(ports)),
        cancel_message(mutations_, ports.ids),
        release_message(mutations_),
        release_text(mutations_, ports.tone, ports.fingerprints),
        delivery_reports(dispatching, ports.blind_index),
        receive_inbound(mutations_, {ports.directory, ports.message_queue, ports.inbound_desk},
                        InboundToolsOf(ports), send_message),
        match_inbound(mutations_, InboundToolsOf(ports), send_message),
        judge_inbound(mutations_, InboundToolsOf(ports)),
        keep_conversation(mutations_, ports.ids),
        chat({ports.directory, ports.conversation_desk, contact_points, receive_inbound,
              send_message}),
        read_lines({ports.conversation_desk, ports.inbound_desk, ports.message_queue}, ports.clock),
        claim_work(mutations_),
        claim_next_work(mutations_, ports.work_list, ports.clock),
        release_work(mutations_),
        complete_work(mutations_),
        approve(mutations_, acts_),
        reject(mutations_, acts_),
        tell_breaches({ports.store, ports.work_list, ports.fingerprints, ports.audit_seal,
                       ports.clock, ports.ids, ports.time_zones}),
        engage_kill_switch(mutations_, ports.ids),
        release_kill_switch(mutations_, ports.ids),
        publish_rulebook(mutations_, rulebooks, ports.worked_cases, ports.ids),
        test_rulebook(rulebooks, ports.rulebook_shelf, ports.worked_cases),
        write_template(mutations_, templates),
        approve_template(mutations_, templates, ports.tone, ports.ids),
        retire_template(mutations_, ports.ids),
        render_template(templates),
        check_tone(ports.tone),
        settle_dead_letters(mutations_) {}

 private:
  MessageTools ToolsOf(const Ports& ports) {
    return {{rulebooks, ports.ids, {ports.time_zones, ports.region_zones}},
            templates,
            ports.tone,
            ports.letterheads,
            ports.fingerprints,
            ports.seals,
            message_settings_};
  }

  InboundTools InboundToolsOf(const Ports& ports) {
    return {{rulebooks, ports.ids, {ports.time_zones, ports.region_zones}},
            ports.blind_index,
            ports.addresses,
            ports.fingerprints,
            ports.listener,
            ports.templates};
  }

  // The use cases below refer to these, so they are made before them.
  Mutations mutations_;
  Acts acts_;
  const MessageSettings message_settings_;

 public:
  // NOLINTBEGIN(misc-non-private-member-variables-in-classes): a use case is a member to be called.

  // Who is known: debtors and creditors, read as they are.
  Directory& directory;
  // What is owed: debts, read as they are.
  Portfolio& portfolio;
  // What came in: payments, read as they are.
  PaymentBook& payment_book;
  // What waits for the team, over all debtors.
  WorkList& work_list;
  // What was said to whom: communications and verdicts, read as they are.
  ContactLog& contact_log;
  // Which kill switches were engaged, read as they are.
  SwitchBoard& switch_board;
  // What waits to be sent, and what was, read as it is.
  MessageQueue& message_queue;
  // What people sent us, read as it is.
  InboundDesk& inbound_desk;
  // What belongs together of what people and we say, read as it is.
  ConversationDesk& conversation_desk;
  // By which rules of contact a tenant is judged, and where they come from.
  RulebookLibrary rulebooks;
  // By which words a tenant's messages are written, and where they come from.
  TemplateLibraries templates;
  // How it is said.
  const PlainWords& words;
  // How addresses are written.
  const Addresses& addresses;
  // Who looked at personal data.
  AccessLog access_log;

  // Creditors.
  const CreateCreditor create_creditor;
  const UpdateCreditor update_creditor;
  const ExplainSetting explain_setting;

  // Debtors.
  const CreateDebtor create_debtor;
  const UpdateDebtor update_debtor;
  const LookUpDebtors look_up_debtors;
  const EraseDebtor erase_debtor;
  const TellTimeline tell_timeline;

  // How, when and by whom a debtor may be reached, and who they are.
  const ContactPoints contact_points;
  const Permissions permissions;
  const ContactWishes contact_wishes;
  const SupportNeeds support_needs;
  // What they told of their life, what they promised, and what they raised.
  const LifeCircumstances circumstances;
  const RecordPromise promises;
  const OpenDispute disputes;
  const OpenComplaint complaints;
  const Representatives representatives;
  const ShowRightParty show_right_party;
  const AskAuthority ask_authority;

  // Debts: how they come to us, and whether they stay.
  const PlaceDebt place_debt;
  const ActivateDebt activate_debt;
  const RejectPlacement reject_placement;
  const ChangeTerms change_terms;
  const ImportDebts import_debts;

  // The ledger.
  const PostEntries post_entries;
  const ReverseEntry reverse_entry;
  const PostRelief post_relief;

  // Payments over all debts of a debtor, and money of nobody known yet.
  const AnnouncePayment announce_payment;
  const SettlePayment settle_payment;
  const PostPayment post_payment;
  const ReturnPayment return_payment;
  const ReceiveUnidentifiedPayment receive_unidentified_payment;
  const AssignPayment assign_payment;

  // What people and creditors decide about the life of a debt.
  const CloseDebt close_debt;
  const RecallDebt recall_debt;
  const DecideDebt decide_debt;
  const ReopenDebt reopen_debt;

  // What may not be done for a time.
  const PlaceHold place_hold;
  const EndHold end_hold;
  const ExtendHold extend_hold;
  const ListHolds list_holds;
  const PostDueInterest post_due_interest;
  const QuotePayoff quote_payoff;

  // What is owed, and why.
  const ItemiseDebt itemise_debt;
  const IssueStatement issue_statement;
  const ExplainDebt explain_debt;
  const RenderStatement render_statement;
  const CheckDebts check_debts;

  // May we speak, and what came of it.
  const EvaluateContact evaluate_contact;
  const StartCall start_call;
  const RecordCall record_call;

  // What is written to people: asked for, and handed over by dispatchers.
  const DispatchTools dispatching;
  const SendMessage send_message;
  // Calls that people wish for, and what we tell them that we understood.
  const AskCallback callbacks;
  const ReflectBack reflections;
  const PreviewMessage preview_message;
  const CancelMessage cancel_message;
  const ReleaseMessage release_message;
  const ReleaseText release_text;
  TakeReports delivery_reports;

  // What people send us: received, matched, heard, acted on, and answered.
  const ReceiveInbound receive_inbound;
  const MatchInbound match_inbound;
  const JudgeInbound judge_inbound;

  // What belongs together of what people and we say.
  const KeepConversation keep_conversation;
  const Chat chat;
  const ReadLines read_lines;

  // Work for people: what needs one, and what needs two.
  const ClaimWork claim_work;
  const ClaimNextWork claim_next_work;
  const ReleaseWork release_work;
  const CompleteWork complete_work;
  const Approve approve;
  const Reject reject;
  const TellBreaches tell_breaches;

  // What stops outbound contact at once.
  const EngageKillSwitch engage_kill_switch;
  const ReleaseKillSwitch release_kill_switch;

  // The rules of contact.
  const PublishRulebook publish_rulebook;
  const TestRulebook test_rulebook;

  // The words of messages.
  const WriteTemplate write_template;
  const ApproveTemplate approve_template;
  const RetireTemplate retire_template;
  const RenderTemplate render_template;
  const CheckTone check_tone;

  // Events that could not be published.
  const SettleDeadLetters settle_dead_letters;

  // NOLINTEND(misc-non-private-member-variables-in-classes)
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_APPLICATION_H_
