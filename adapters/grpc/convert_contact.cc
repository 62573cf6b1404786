// SPDX-License-Identifier: Apache-2.0
// The numbers of the domain's words are those of the API.
#include "adapters/grpc/convert_contact.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/names.h"
#include "application/words/contact_words.h"
#include "domain/communication/facts.h"

namespace parley::grpc_api {
namespace {

using Texts = google::protobuf::RepeatedPtrField<std::string>;

// Debts of one debtor; what is another's is a fault of its own.
std::vector<DebtId> ReadDebts(const Texts& names, const std::string& field, DebtorId debtor,
                              Violations& violations) {
  std::vector<DebtId> debts;
  for (int at = 0; at < names.size(); ++at) {
    const std::string path = absl::StrCat(field, "[", at, "]");
    const std::optional<DebtName> name = ReadDebtName(names.Get(at), path, violations);
    if (!name.has_value()) continue;
    if (name->debtor != debtor) AddOnce(violations, path, Fault::kReferenceUnknown);
    debts.push_back(name->debt);
  }
  if (debts.size() > kMostDebts) AddOnce(violations, field, Fault::kTooLong);
  return debts;
}

// None for an empty name; what is another debtor's is a fault.
template <typename Name>
std::optional<Name> OfDebtor(std::optional<Name> name, const std::string& field, DebtorId debtor,
                             Violations& violations) {
  if (!name.has_value() || name->debtor == debtor) return name;
  AddOnce(violations, field, Fault::kReferenceUnknown);
  return std::nullopt;
}

std::optional<ContactPointId> ReadPoint(const std::string& text, DebtorId debtor,
                                        Violations& violations,
                                        const std::string& field = "contact_point") {
  if (text.empty()) return std::nullopt;
  const auto name =
      OfDebtor(ReadContactPointName(text, field, violations), field, debtor, violations);
  return name.has_value() ? std::optional(name->point) : std::nullopt;
}

std::optional<CommunicationId> ReadCommunication(const std::string& text, const std::string& field,
                                                 DebtorId debtor, Violations& violations) {
  if (text.empty()) return std::nullopt;
  const auto name =
      OfDebtor(ReadCommunicationName(text, field, violations), field, debtor, violations);
  return name.has_value() ? std::optional(name->communication) : std::nullopt;
}

// What requests for a contact have in common.
template <typename Request>
Contact ReadContact(const Request& request, DebtorId debtor, Violations& violations) {
  Contact contact;
  contact.debts = ReadDebts(request.debts(), "debts", debtor, violations);
  if (request.purpose() != v1::PURPOSE_UNSPECIFIED) {
    contact.purpose = static_cast<Purpose>(request.purpose());
  }
  contact.statutory = static_cast<StatutoryKind>(request.statutory_kind());
  const bool is_statutory = contact.purpose == Purpose::kStatutory;
  if (contact.statutory != StatutoryKind::kNone && !is_statutory) {
    AddOnce(violations, "statutory_kind", Fault::kUnknownValue);
  }
  contact.point = ReadPoint(request.contact_point(), debtor, violations);
  contact.in_reply_to = ReadCommunication(request.in_reply_to(), "in_reply_to", debtor, violations);
  CheckLanguageCode(request.language_code(), violations);
  return contact;
}

void WriteDebts(const std::vector<DebtId>& debts, DebtorId debtor, Texts& out) {
  for (const DebtId debt : debts) out.Add(NameOf(DebtName{debtor, debt}));
}

void WriteTexts(const std::vector<std::string>& texts, Texts& out) {
  out.Assign(texts.begin(), texts.end());
}

std::string NameOfBasis(const Basis& basis, DebtorId debtor) {
  switch (basis.kind) {
    case BasisKind::kHold:
      return NameOf(HoldName{debtor, HoldId(basis.id)});
    case BasisKind::kOptOut:
      return NameOf(PartName<OptOutId>{debtor, OptOutId(basis.id)});
    case BasisKind::kConsent:
      return NameOf(PartName<ConsentId>{debtor, ConsentId(basis.id)});
    case BasisKind::kCommunication:
      return NameOf(CommunicationName{debtor, CommunicationId(basis.id)});
    case BasisKind::kKillSwitch:
      return NameOf(KillSwitchId(basis.id));
    case BasisKind::kContactPoint:
      return NameOf(ContactPointName{debtor, ContactPointId(basis.id)});
    case BasisKind::kInconvenience:
      return NameOf(PartName<InconvenienceId>{debtor, InconvenienceId(basis.id)});
    case BasisKind::kRepresentative:
      return NameOf(PartName<RepresentativeId>{debtor, RepresentativeId(basis.id)});
  }
  return {};
}

void WriteRule(ToldRule told, DebtorId debtor, v1::RuleFinding& out) {
  out.set_rulebook(std::move(told.book));
  out.set_version(std::move(told.version));
  out.set_rule(std::move(told.rule));
  out.set_cite(std::move(told.cite));
  out.set_word(static_cast<v1::RuleWord>(told.word));
  if (told.until.has_value()) Write(*told.until, *out.mutable_until_time());
  if (told.count.has_value()) out.set_count(*told.count);
  if (told.limit.has_value()) out.set_limit(*told.limit);
  for (const Basis& basis : told.rests_on) out.add_rests_on(NameOfBasis(basis, debtor));
}

void WriteCap(const TakenCap& cap, DebtorId debtor, v1::CapUse& out) {
  out.set_rule(cap.rule);
  if (cap.debt.has_value()) out.set_debt(NameOf(DebtName{debtor, *cap.debt}));
  out.set_before(cap.before);
  out.set_after(cap.after);
  out.set_limit(cap.limit);
}

void WriteAnswer(Answered answer, DebtorId debtor, v1::GateAnswer& out) {
  out.set_decision(static_cast<v1::GateDecision>(static_cast<int>(answer.decision) + 1));
  if (answer.until.has_value()) Write(*answer.until, *out.mutable_until_time());
  out.mutable_findings()->Reserve(static_cast<int>(answer.rules.size()));
  for (ToldRule& told : answer.rules) WriteRule(std::move(told), debtor, *out.add_findings());
  if (answer.deciding.has_value()) out.set_deciding_finding(*answer.deciding);
  for (const TakenCap& cap : answer.caps) WriteCap(cap, debtor, *out.add_caps());
  WriteTexts(answer.disclosures, *out.mutable_disclosures());
  WriteTexts(answer.records, *out.mutable_records());
  WriteTexts(answer.routing, *out.mutable_routing());
  WriteTexts(answer.warnings, *out.mutable_warnings());
  out.set_variant(static_cast<v1::MessageVariant>(static_cast<int>(answer.variant) + 1));
  for (const JudgedZone& zone : answer.zones) {
    v1::JudgedZone& added = *out.add_zones();
    added.set_time_zone(zone.name);
    added.set_learnt_from(static_cast<v1::LocationSource>(zone.source));
  }
}

// Tells what rules said in sentences, each of them once: most say the same about every channel. The
// rules outlive it.
class Sentences {
 public:
  Sentences(absl::TimeZone zone, const Voice& voice) : zone_(zone), voice_(voice) {}

  // That of the whole answer first, then one for each of its rules.
  std::vector<std::string> Of(const Answered& answer) {
    std::vector<std::string> sentences;
    sentences.reserve(answer.rules.size() + 1);
    sentences.push_back(TellAnswer(answer, zone_, voice_));
    for (const ToldRule& told : answer.rules) sentences.push_back(Of(told));
    return sentences;
  }

 private:
  // What makes the difference between two sentences.
  using Said = std::tuple<Word, std::string_view, std::optional<int>, std::optional<int>,
                          std::optional<absl::Time>, std::string_view>;

  const std::string& Of(const ToldRule& told) {
    const Said said(told.word, told.rule, told.count, told.limit, told.until, told.cite);
    const auto [found, is_new] = told_.try_emplace(said);
    if (is_new) found->second = TellRule(told, zone_, voice_);
    return found->second;
  }

  absl::TimeZone zone_;
  const Voice& voice_;
  std::map<Said, std::string> told_;
};

void WriteSentences(std::vector<std::string> sentences, v1::GateAnswer& out) {
  out.set_sentence(std::move(sentences.front()));
  for (std::size_t at = 1; at < sentences.size(); ++at) {
    out.mutable_findings(static_cast<int>(at - 1))->set_sentence(std::move(sentences[at]));
  }
}

void WriteWishes(const Decided& decided, v1::CallTask& out) {
  for (const SupportNeed& need : decided.needs) {
    v1::CallNeed& added = *out.add_needs();
    added.set_adjustment(static_cast<v1::Adjustment>(need.adjustment));
    added.set_note(need.note.Reveal());
  }
  WriteTexts(decided.preferences.languages, *out.mutable_language_codes());
  for (std::size_t at = 1; at < WordsOf<AccessibleFormat>().size(); ++at) {
    if (!decided.preferences.formats.Has(static_cast<AccessibleFormat>(at))) continue;
    out.add_formats(static_cast<v1::AccessibleFormat>(at));
  }
}

}  // namespace

EvaluateContact::Query ReadEvaluateContact(const v1::EvaluateContactRequest& request,
                                           TenantId tenant, Violations& violations) {
  EvaluateContact::Query query;
  query.tenant = tenant;
  query.debtor = ReadDebtorName(request.parent(), "parent", violations).value_or(DebtorId());
  query.contact = ReadContact(request, query.debtor, violations);
  if (request.channel() != v1::CHANNEL_UNSPECIFIED) {
    query.channel = static_cast<Channel>(request.channel());
  }
  query.at = ReadTime(request.has_at_time(), request.at_time(), "at_time", violations);
  return query;
}

StartCall::Command ReadStartCall(const v1::StartCallTaskRequest& request, Violations& violations) {
  StartCall::Command command;
  command.debtor = ReadDebtorName(request.parent(), "parent", violations).value_or(DebtorId());
  command.contact = ReadContact(request, command.debtor, violations);
  return command;
}

Contact ReadOrderContact(const v1::MessageOrder& order, DebtorId debtor, Violations& violations) {
  Contact contact;
  contact.debts = ReadDebts(order.debts(), "order.debts", debtor, violations);
  contact.point = ReadPoint(order.contact_point(), debtor, violations, "order.contact_point");
  contact.in_reply_to =
      ReadCommunication(order.in_reply_to(), "order.in_reply_to", debtor, violations);
  return contact;
}

RecordCall::Command ReadRecordCall(const v1::RecordCallRequest& request, Violations& violations) {
  RecordCall::Command command;
  command.debtor = ReadDebtorName(request.parent(), "parent", violations).value_or(DebtorId());
  command.id =
      ReadCommunication(request.communication(), "communication", command.debtor, violations);
  command.contact.debts = ReadDebts(request.debts(), "debts", command.debtor, violations);
  command.contact.point = ReadPoint(request.contact_point(), command.debtor, violations);
  if (command.id.has_value() && !command.contact.debts.empty()) {
    AddOnce(violations, "debts", Fault::kImmutable);
  }
  command.report.outcome = static_cast<CallOutcome>(request.outcome());
  command.report.began =
      ReadTime(request.has_began_time(), request.began_time(), "began_time", violations)
          .value_or(absl::UnixEpoch());
  command.report.talked_about =
      ReadDebts(request.talked_about(), "talked_about", command.debtor, violations);
  command.report.note = SensitiveText(request.note());
  return command;
}

void Write(EvaluateContact::Result result, DebtorId debtor, const Voice& voice,
           v1::EvaluateContactResponse& out) {
  Write(result.judged, *out.mutable_judged_time());
  WriteDebts(result.debts, debtor, *out.mutable_debts());
  out.set_time_zone(result.zone.name());
  std::vector<std::vector<std::string>> told;
  Sentences sentences(result.zone, voice);
  for (const EvaluateContact::OfChannel& one : result.channels) {
    told.push_back(sentences.Of(one.answer));
  }
  for (std::size_t at = 0; at < result.channels.size(); ++at) {
    EvaluateContact::OfChannel& one = result.channels[at];
    v1::ChannelVerdict& added = *out.add_channels();
    added.set_channel(static_cast<v1::Channel>(one.channel));
    added.set_allowed(one.answer.allows());
    if (one.point.has_value()) {
      added.set_contact_point(NameOf(ContactPointName{debtor, *one.point}));
    }
    if (one.answer.allows()) Write(result.judged, *added.mutable_next_time());
    if (one.answer.until.has_value()) Write(*one.answer.until, *added.mutable_next_time());
    WriteAnswer(std::move(one.answer), debtor, *added.mutable_answer());
    WriteSentences(std::move(told[at]), *added.mutable_answer());
  }
}

void Write(const Decided& decided, const Voice& voice, v1::CallTask& out) {
  Write(decided.verdict, *out.mutable_verdict());
  WriteSentences(Sentences(decided.zone, voice).Of(decided.verdict.answer),
                 *out.mutable_verdict()->mutable_answer());
  WriteWishes(decided, out);
  if (!decided.reserved.has_value()) return;
  Write(*decided.reserved, *out.mutable_communication());
  Write(decided.holds_until, *out.mutable_dial_before_time());
  out.set_voicemail(LimitedVoicemail(voice));
  if (decided.point.has_value()) out.set_number(decided.point->address.Reveal());
}

void Write(const Answered& answer, DebtorId debtor, absl::TimeZone zone, const Voice& voice,
           v1::GateAnswer& out) {
  WriteAnswer(answer, debtor, out);
  WriteSentences(Sentences(zone, voice).Of(answer), out);
}

void Write(const LoggedCommunication& communication, v1::Communication& out) {
  const DebtorId debtor = communication.debtor;
  const Contact& contact = communication.contact;
  out.set_name(NameOf(CommunicationName{debtor, communication.id}));
  out.set_etag(WriteEtag(communication.revision));
  out.set_direction(static_cast<v1::CommunicationDirection>(communication.direction));
  out.set_channel(static_cast<v1::Channel>(contact.channel));
  // What somebody contacts us for is theirs to say.
  if (communication.direction == Direction::kOutbound) {
    out.set_purpose(static_cast<v1::Purpose>(contact.purpose));
  }
  if (contact.point.has_value()) {
    out.set_contact_point(NameOf(ContactPointName{debtor, *contact.point}));
  }
  WriteDebts(contact.debts, debtor, *out.mutable_debts());
  WriteDebts(communication.talked_about, debtor, *out.mutable_talked_about());
  out.set_state(static_cast<v1::CommunicationState>(communication.state));
  if (communication.call_outcome.has_value()) {
    out.set_call_outcome(static_cast<v1::CallOutcome>(*communication.call_outcome));
  }
  Write(communication.dispatch_time, *out.mutable_dispatch_time());
  if (contact.in_reply_to.has_value()) {
    out.set_in_reply_to(NameOf(CommunicationName{debtor, *contact.in_reply_to}));
  }
  if (communication.verdict.has_value()) {
    out.set_verdict(NameOf(VerdictName{debtor, *communication.verdict}));
  }
  out.set_actor(communication.actor);
  out.set_note(communication.note.Reveal());
  Write(communication.created_time, *out.mutable_create_time());
  Write(communication.updated_time, *out.mutable_update_time());
}

void Write(const StoredVerdict& verdict, v1::ContactVerdict& out) {
  const DebtorId debtor = verdict.debtor;
  out.set_name(NameOf(VerdictName{debtor, verdict.id}));
  if (verdict.communication.has_value()) {
    out.set_communication(NameOf(CommunicationName{debtor, *verdict.communication}));
  }
  out.set_moment(static_cast<v1::VerdictMoment>(verdict.moment));
  Write(verdict.judged_time, *out.mutable_judged_time());
  out.set_actor(verdict.actor);
  out.set_channel(static_cast<v1::Channel>(verdict.act.channel));
  out.set_purpose(static_cast<v1::Purpose>(verdict.act.purpose));
  WriteDebts(verdict.act.debts, debtor, *out.mutable_debts());
  WriteAnswer(verdict.answer, debtor, *out.mutable_answer());
}

}  // namespace parley::grpc_api
