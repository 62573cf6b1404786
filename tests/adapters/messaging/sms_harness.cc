// SPDX-License-Identifier: Apache-2.0
#include "absl/strings/str_cat.h"
#include "adapters/messaging/sms/rest_sms_sender.h"
#include "tests/adapters/messaging/sender_harness.h"
#include "tests/support/messaging/fake_sms_provider.h"

namespace parley {
namespace {

class SmsHarness final : public SenderHarness {
 public:
  SmsHarness()
      : sender_(Settings(provider_.url())),
        lost_(Settings(absl::StrCat("http://127.0.0.1:", UnusedPort()))) {}

  static RestSmsSettings Settings(const std::string& url) {
    RestSmsSettings settings;
    settings.url = url;
    settings.user = "lending";
    settings.password = SensitiveText("not a secret");
    settings.from = "Lending";
    return settings;
  }

  Sender& sender() override { return is_gone_ ? lost_ : sender_; }
  bool Can(ProviderDeed /*deed*/) const override { return true; }

  void Do(ProviderDeed deed) override {
    SmsMood mood;
    is_gone_ = deed == ProviderDeed::kIsGone;
    switch (deed) {
      case ProviderDeed::kTakes:
      case ProviderDeed::kIsGone:
        break;
      case ProviderDeed::kDropsUnread:
        mood.is_read = false;
        break;
      case ProviderDeed::kTakesAndDrops:
        mood.ending = SmsMood::Ending::kCuts;
        break;
      case ProviderDeed::kTakesAndStalls:
        mood.ending = SmsMood::Ending::kStalls;
        break;
      case ProviderDeed::kTakesAndBabbles:
        mood.body = "<html>Welcome!</html>";
        mood.status = 200;
        break;
      case ProviderDeed::kRefusesForGood:
        mood.takes = false;
        mood.status = 422;
        mood.body = R"({"code":"invalid_number"})";
        break;
      case ProviderDeed::kRefusesForNow:
        mood.takes = false;
        mood.status = 503;
        break;
    }
    provider_.Be(mood);
  }

  OutboundMessage Message(CommunicationId id) const override {
    return {id, SensitiveText("+34600100200"), SmsWords{SensitiveText("Hay noticias. Example")}};
  }

  int TimesSent(CommunicationId id) const override { return provider_.TimesSent(id); }

 private:
  FakeSmsProvider provider_;
  RestSmsSender sender_;
  RestSmsSender lost_;
  bool is_gone_ = false;
};

}  // namespace

std::unique_ptr<SenderHarness> MakeSmsHarness() { return std::make_unique<SmsHarness>(); }

}  // namespace parley
