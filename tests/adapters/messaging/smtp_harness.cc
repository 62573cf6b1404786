// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/email/smtp_sender.h"
#include "tests/adapters/messaging/sender_harness.h"
#include "tests/support/application/fakes.h"
#include "tests/support/messaging/fake_relay.h"

namespace parley {
namespace {

class SmtpHarness final : public SenderHarness {
 public:
  SmtpHarness() : sender_(Settings(relay_.port()), clock_), lost_(Settings(UnusedPort()), clock_) {}

  static SmtpSettings Settings(int port) {
    SmtpSettings settings;
    settings.host = "127.0.0.1";
    settings.port = port;
    settings.security = SmtpSecurity::kNone;
    settings.from_name = "Example Lending";
    settings.from_address = "letters@lending.example";
    settings.return_path = "bounces@lending.example";
    settings.message_domain = "lending.example";
    return settings;
  }

  Sender& sender() override { return is_gone_ ? lost_ : sender_; }
  bool Can(ProviderDeed /*deed*/) const override { return true; }

  void Do(ProviderDeed deed) override {
    RelayMood mood;
    is_gone_ = deed == ProviderDeed::kIsGone;
    switch (deed) {
      case ProviderDeed::kTakes:
      case ProviderDeed::kIsGone:
        break;
      case ProviderDeed::kDropsUnread:
        mood.recipient = kCut;
        break;
      case ProviderDeed::kTakesAndDrops:
        mood.end = kCut;
        break;
      case ProviderDeed::kTakesAndStalls:
        mood.end = kStall;
        break;
      case ProviderDeed::kTakesAndBabbles:
        mood.end = "999 what?";
        break;
      case ProviderDeed::kRefusesForGood:
        mood.recipient = "550 5.1.1 No such user";
        break;
      case ProviderDeed::kRefusesForNow:
        mood.end = "451 4.3.0 Try again later";
        mood.takes = false;
        break;
    }
    relay_.Be(mood);
  }

  OutboundMessage Message(CommunicationId id) const override {
    EmailWords words;
    words.subject = SensitiveText("Your account");
    words.text = SensitiveText("Good day,\n\nwe have news for you.\n");
    words.html = SensitiveText("<p>Good day,<p>we have news for you.");
    return {id, SensitiveText("ada@person.example"), words};
  }

  int TimesSent(CommunicationId id) const override { return relay_.TimesTaken(id); }

 private:
  FakeClock clock_;
  FakeRelay relay_;
  SmtpSender sender_;
  SmtpSender lost_;
  bool is_gone_ = false;
};

}  // namespace

std::unique_ptr<SenderHarness> MakeSmtpHarness() { return std::make_unique<SmtpHarness>(); }

}  // namespace parley
