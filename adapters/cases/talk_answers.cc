// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/match.h"
#include "adapters/cases/case_words.h"
#include "adapters/cases/duty_case.h"
#include "domain/communication/duties/first_notice.h"
#include "domain/communication/duties/voicemail.h"

namespace parley::cases {
namespace {

const Check& CheckOf(const Rule* rule) {
  if (rule == nullptr) throw CaseFault{"no rulebook in play has a rule for it"};
  return *DutyBook::Get<Check>(*rule);
}

// Only a voicemail, and only one that is left for the person who owes, can be of limited content.
bool MayBeLimited(const DutyCase& one) {
  const std::uint8_t person = one.names().Person(TextOf(one.when(), "person"));
  return ChannelNamed(TextOf(one.when(), "channel")) == Channel::kCall &&
         one.facts().persons[person].relation == Relation::kConsumer;
}

void TellVoicemail(const DutyCase& one, DutyAnswer& answer) {
  const Rule* const rule = one.rules().Looks(Aspect::kVoicemailLimited);
  const VoicemailContent content =
      MayBeLimited(one) ? ClassifyVoicemail(TextOf(Member(one.when(), "content"), "text"))
                        : VoicemailContent::kTellsDebt;
  answer["is_limited_content"] = content == VoicemailContent::kLimited;
  if (content == VoicemailContent::kLimited) return answer.Say(rule, Word::kPermits);
  answer.Say(rule, Word::kRequires);
  const std::size_t which = content == VoicemailContent::kTellsDebt ? 0 : 1;
  answer.Attach(CheckOf(rule).disclosures.at(which));
}

// No rule of contact objects to a talk that is under way.
void PermitAll(const DutyCase& one, DutyAnswer& answer) {
  for (const Rulebooks::Entry& entry : one.books().contact_rules()) {
    answer.Say(entry.rule, Word::kPermits);
  }
}

// In a talk the disclosure is that of a first communication, or that of a later one, in each of the
// languages that are spoken.
void TellTalk(const DutyCase& one, DutyAnswer& answer) {
  const Rule* const rule = one.rules().Looks(Aspect::kDisclosure);
  const bool first =
      Has(one.when(), "initial")
          ? IsTrue(one.when(), "initial")
          : !FirstCommunication(one.record(), one.debts(), one.now() - absl::Microseconds(1))
                 .has_value();
  const std::string disclosure = CheckOf(rule).disclosures.at(first ? 0 : 1);
  answer.Say(rule, Word::kRequires);
  const Json& languages = Member(one.when(), "languages");
  for (const Json& language : languages) {
    answer.Attach(disclosure + ":" + language.get<std::string>());
  }
  if (languages.empty()) {
    answer.Attach(disclosure);
  } else {
    answer.Say(one.rules().Looks(Aspect::kDisclosureLanguage), Word::kRequires);
  }
  PermitAll(one, answer);
  Json& starts = answer["starts"] = Json::array();
  if (first) starts.push_back("validation_5_day_clock");
  starts.push_back("conversation_7_day_clock");
}

void TellQuestion(const DutyCase& one, DutyAnswer& answer) {
  const std::string question = TextOf(Member(one.when(), "content"), "ask");
  answer.SayIf(one.rules().Looks(Aspect::kAskToContinue), absl::StrContains(question, "continue"));
  PermitAll(one, answer);
}

void TellMessage(const DutyCase& one, DutyAnswer& answer) {
  const Json& content = Member(one.when(), "content");
  constexpr auto kAbuses =
      std::to_array<std::string_view>({"obscene", "profane", "abusive", "threat"});
  const bool abusive = std::any_of(kAbuses.begin(), kAbuses.end(),
                                   [&](std::string_view abuse) { return IsTrue(content, abuse); });
  answer.SayIf(one.rules().Forbids(Feature::kAbusive), abusive);
  if (Has(content, "text")) TellVoicemail(one, answer);
}

// To ask a person in difficulty for all of it at once, and offer nothing else.
void TellDemand(const DutyCase& one, DutyAnswer& answer) {
  const Json& options = Member(Member(one.when(), "content"), "options");
  const bool all_at_once =
      !options.empty() && std::all_of(options.begin(), options.end(), [](const Json& option) {
        const std::string word = option.get<std::string>();
        return absl::StrContains(word, "full_payment") || absl::StrContains(word, "borrow") ||
               absl::StrContains(word, "sell");
      });
  const auto hard = [&](const Noted& fact) {
    return fact.at <= one.now() && (fact.what == Circumstance::kFinancialDifficulty ||
                                    fact.what == Circumstance::kVulnerable);
  };
  const bool difficulty = std::any_of(one.facts().noted.begin(), one.facts().noted.end(), hard);
  answer.SayIf(one.rules().Looks(Aspect::kPressure), all_at_once && difficulty);
}

// What a debt is, is told to somebody who has shown who they are.
void TellDebt(const DutyCase& one, DutyAnswer& answer) {
  answer.SayIf(one.rules().Looks(Aspect::kIdentity), !IsTrue(one.when(), "identity_verified"));
}

}  // namespace

bool AnswerTalk(const std::string& action, const DutyCase& one, DutyAnswer& answer) {
  if (action == "classify_voicemail") {
    TellVoicemail(one, answer);
  } else if (action == "converse") {
    TellTalk(one, answer);
  } else if (action == "ask") {
    TellQuestion(one, answer);
  } else if (action == "leave_voicemail") {
    TellMessage(one, answer);
  } else if (action == "make_demand") {
    TellDemand(one, answer);
  } else if (action == "disclose_debt") {
    TellDebt(one, answer);
  } else {
    return false;
  }
  return true;
}

}  // namespace parley::cases
