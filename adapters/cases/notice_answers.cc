// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/cases/case_words.h"
#include "adapters/cases/duty_case.h"
#include "domain/communication/duties/first_notice.h"
#include "domain/communication/duties/notice_content.h"

namespace parley::cases {
namespace {

// What was mailed, less what came back after it.
void ReadMail(const Json& given, NoticeFacts& facts) {
  for (const Json& piece : Member(given, "mail")) {
    const std::string type = TextOf(piece, "type");
    if (type == "undeliverable") {
      facts.returned = true;
      facts.sent.reset();
    } else {
      facts.sent = DayAt(piece, "at");
    }
  }
}

NoticeFacts ReadNotice(const DutyCase& one) {
  NoticeFacts facts;
  facts.first_communication = FirstCommunication(one.record(), one.debts(), one.now());
  for (const Json& payment : Member(one.given(), "payments")) {
    if (TextOf(payment, "amount") == "full") facts.paid = DayAt(payment, "at");
  }
  const Json& validation = Member(one.given(), "validation");
  if (Has(validation, "provided_on")) facts.sent = DayAt(validation, "provided_on");
  ReadMail(one.given(), facts);
  return facts;
}

void TellDuty(const DutyCase& one, DutyAnswer& answer) {
  const Rule* const rule = one.rules().Due(Duty::kFirstNotice);
  if (rule == nullptr) throw CaseFault{"no rulebook in play has a rule for it"};
  const NoticeState state = StateOf(*DutyBook::Get<Deadline>(*rule), ReadNotice(one), one.today());
  answer.SayIf(rule, IsBreach(state));
  answer.Say(one.rules().Looks(Aspect::kNoticePaid), Word::kPermits);
  answer.SayIf(one.rules().Looks(Aspect::kNoticeActual), state == NoticeState::kReturned);
  answer["breach"] = IsBreach(state);
}

bool AgreedToElectronic(const DutyCase& one) {
  if (IsFalse(one.when(), "esign_consent")) return false;
  const auto& all = one.facts().consents;
  return IsTrue(one.when(), "esign_consent") ||
         std::any_of(all.begin(), all.end(), [&](const Consent& consent) {
           return consent.kind == ConsentKind::kElectronicDelivery && consent.received <= one.now();
         });
}

NoticeSending ReadSending(const DutyCase& one) {
  const std::uint8_t person = one.names().Person(TextOf(one.when(), "person"));
  const Json& recipient = one.given().at("persons").at(person);
  const Channel channel = ChannelNamed(TextOf(one.when(), "channel"));
  const std::string moved_from = TextOf(recipient, "moved_from");
  NoticeSending sending;
  sending.debtor_is_dead = one.facts().persons[one.facts().debtor].deceased;
  sending.recipient_is_named = Has(recipient, "name");
  sending.recipient = one.facts().persons[person].relation;
  sending.address_known_wrong = !moved_from.empty() && moved_from == TextOf(one.when(), "point");
  sending.electronic = channel != Channel::kLetter && channel != Channel::kVisit;
  sending.within_first_communication =
      !FirstCommunication(one.record(), one.debts(), one.now()).has_value();
  sending.agreed_to_electronic = AgreedToElectronic(one);
  return sending;
}

// A notice is a contact, too: the gate hears it as what the law asks for.
void TellSending(const DutyCase& one, DutyAnswer& answer) {
  const NoticeObjection objection = ObjectionTo(ReadSending(one));
  answer.SayIf(one.rules().Looks(Aspect::kNoticeEstate),
               objection == NoticeObjection::kNobodyNamed);
  answer.SayIf(one.rules().Looks(Aspect::kNoticeActual),
               objection == NoticeObjection::kAddressKnownWrong);
  const bool unwritten = objection == NoticeObjection::kNoElectronicConsent;
  answer.SayIf(one.rules().Looks(Aspect::kNoticeElectronic), unwritten);
  if (unwritten) answer["alternative_channel"] = "letter";
  Json contact = one.when();
  contact["purpose"] = "required_disclosure";
  answer.Add(AnswerContact(one.given(), contact, one.books()));
}

NoticeContent ReadContent(const DutyCase& one) {
  const Json& fields = Member(one.when(), "fields");
  const std::uint8_t person = one.names().Person(TextOf(one.when(), "person"));
  NoticeContent content;
  for (const Json& part : Member(one.given().at("persons").at(person), "known_name")) {
    content.known_name.push_back(part.get<std::string>());
  }
  if (Has(fields, "name")) content.name = TextOf(fields, "name");
  for (const auto& [field, value] : fields.items()) {
    if (value.is_string() && value.get<std::string>().empty()) {
      content.blank_fields.push_back(field);
    }
  }
  content.itemised = !fields.contains("itemisation") || Has(fields, "itemisation");
  content.statement_enclosed = IsTrue(fields, "periodic_statement_enclosed");
  content.refers_to_statement = IsTrue(fields, "refers_to_statement");
  const Json& debts = Member(one.given(), "debts");
  content.is_mortgage = std::any_of(debts.begin(), debts.end(), [](const Json& debt) {
    return TextOf(debt, "type") == "mortgage";
  });
  content.disclosures_on_reverse = !Member(fields, "reverse_disclosures").empty();
  content.front_points_to_reverse = Has(fields, "front_pointer");
  const std::string language = TextOf(one.when(), "language");
  if (!language.empty() && language != "en") {
    content.translation_source = TextOf(one.when(), "translation_source");
  }
  for (const Json& change : Member(one.when(), "changes")) {
    content.form_changes.push_back(change.get<std::string>());
  }
  return content;
}

void TellContent(const DutyCase& one, DutyAnswer& answer) {
  const NoticeContent content = ReadContent(one);
  const DutyBook& rules = one.rules();
  answer.SayIf(rules.Looks(Aspect::kNoticeFields), !HasSoundFields(content));
  answer.SayIf(rules.Looks(Aspect::kNoticeStatementInstead), !HasSoundStatement(content));
  answer.SayIf(rules.Looks(Aspect::kNoticeReverse), !HasSoundReverse(content));
  answer.SayIf(rules.Looks(Aspect::kNoticeTranslation), !HasSoundTranslation(content));
  answer.Say(rules.Looks(Aspect::kNoticeForm), Word::kPermits);
  answer.Say(rules.Looks(Aspect::kNoticeOptional), Word::kPermits);
  answer["safe_harbour"] = KeepsSafeHarbour(content) && HasSoundFields(content);
}

void TellSubject(const DutyCase& one, DutyAnswer& answer) {
  answer.SayIf(one.rules().Looks(Aspect::kNoticeActual),
               !IsTellingSubject(TextOf(one.when(), "subject")));
}

// Bounces must be taken in, watched and acted on, and the sender be one that people know.
void TellSender(const DutyCase& one, DutyAnswer& answer) {
  constexpr auto kNeeded = std::to_array<std::string_view>(
      {"accepts_bounces", "monitors_bounces", "acts_on_bounces", "recognisable_sender"});
  const bool lacks = std::any_of(kNeeded.begin(), kNeeded.end(),
                                 [&](std::string_view name) { return IsFalse(one.when(), name); });
  answer.SayIf(one.rules().Looks(Aspect::kNoticeActual), lacks);
}

}  // namespace

bool AnswerNotice(const std::string& action, const DutyCase& one, DutyAnswer& answer) {
  if (action == "check_validation_duty") {
    TellDuty(one, answer);
  } else if (action == "send_validation_notice") {
    TellSending(one, answer);
  } else if (action == "render_validation_notice") {
    TellContent(one, answer);
  } else if (action == "check_subject_line") {
    TellSubject(one, answer);
  } else if (action == "check_sender_setup") {
    TellSender(one, answer);
  } else {
    return false;
  }
  return true;
}

}  // namespace parley::cases
