// SPDX-License-Identifier: Apache-2.0
// In which language a message is, whose that is, and whose had to give way: kept with the message.
#include <gmock/gmock.h>

#include "tests/application/messages/message_fixture.h"

namespace parley {
namespace {

class MessageLanguage : public Messaging {
 protected:
  void Speak(const std::string& language, const std::vector<std::string>& preferred = {}) {
    Kept<Debtor> changed;
    EXPECT_THAT(world_.app.update_debtor.Handle(world_.ACall(),
                                                {.id = debtor_.id, .language = language}, changed),
                IsOk());
    ContactWishes::Liking liking;
    liking.preferences.languages = preferred;
    Kept<ContactWishes::Liking> liked;
    EXPECT_THAT(world_.app.contact_wishes.SetPreferences(world_.ACall(), debtor_.id, liking,
                                                         std::nullopt, liked),
                IsOk());
  }
  void CreditorWrites(const std::string& language) {
    Kept<Creditor> changed;
    EXPECT_THAT(world_.app.update_creditor.Handle(
                    world_.ACall(), {.id = debt_->creditor, .language = language}, changed),
                IsOk());
  }
  // A debt of the same person and creditor, agreed in that language.
  DebtId AgreedIn(const std::string& language) {
    PlaceDebt::Command placing = world_.APlacing(debtor_, "LOAN-2", 12'000);
    placing.placement.origin.language = language;
    Kept<Debt> placed;
    EXPECT_THAT(world_.app.place_debt.Handle(world_.ACall(), placing, placed), IsOk());
    return placed->id;
  }
  // Of a message that was handed over.
  ChosenLanguage Sent(const std::vector<DebtId>& about = {}) {
    SendMessage::Command reminder = AReminder();
    reminder.contact.debts = about;
    const SendMessage::Sent sent = ValueOf(Send(reminder));
    EXPECT_EQ(Round(), 1);
    return Reload(*sent.message).words.value_or(MessageWords()).language;
  }
};

TEST_F(MessageLanguage, IsTheFirstOfThePersonsThatIsWritten) {
  Speak("en", {"fi", "es-MX", "fr"});
  EXPECT_EQ(Sent(), (ChosenLanguage{"es", "es-MX", LanguageSource::kPerson, std::nullopt}));
}

TEST_F(MessageLanguage, IsThePersonsOwnWhereNoPreferredOneIsWritten) {
  Speak("fr", {"fi"});
  EXPECT_EQ(Sent(), (ChosenLanguage{"fr", "fr", LanguageSource::kPerson, std::nullopt}));
}

TEST_F(MessageLanguage, IsTheCreditorsWhereNoneOfThePersonsIsWritten) {
  Speak("fi", {"sv"});
  CreditorWrites("de-AT");
  EXPECT_EQ(Sent(),
            (ChosenLanguage{"de", "de-AT", LanguageSource::kCreditor, LanguageSource::kPerson}));
}

TEST_F(MessageLanguage, IsThePersonsBeforeTheCreditors) {
  CreditorWrites("de-AT");
  EXPECT_EQ(Sent(), (ChosenLanguage{"en", "en", LanguageSource::kPerson, std::nullopt}));
}

TEST_F(MessageLanguage, IsTheCreditorsWhereThePersonsIsUnknown) {
  Speak("");
  CreditorWrites("es");
  EXPECT_EQ(Sent(), (ChosenLanguage{"es", "es", LanguageSource::kCreditor, std::nullopt}));
}

TEST_F(MessageLanguage, IsThatOfTheDebtBeforeTheCreditors) {
  Speak("");
  CreditorWrites("de");
  const DebtId debt = AgreedIn("es-MX");
  EXPECT_EQ(Sent({debt}), (ChosenLanguage{"es", "es-MX", LanguageSource::kDebt, std::nullopt}));
}

TEST_F(MessageLanguage, IsThatOfTheDebtsThatItIsAbout) {
  Speak("fi");
  CreditorWrites("de");
  AgreedIn("es");
  EXPECT_EQ(Sent({debt_->id}),
            (ChosenLanguage{"de", "de", LanguageSource::kCreditor, LanguageSource::kPerson}));
}

TEST_F(MessageLanguage, IsTheSystemsWhereNobodysIsWritten) {
  Speak("fi", {"sv"});
  EXPECT_EQ(Sent(), (ChosenLanguage{"en", "en", LanguageSource::kSystem, LanguageSource::kPerson}));
}

}  // namespace
}  // namespace parley
