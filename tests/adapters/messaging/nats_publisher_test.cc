// SPDX-License-Identifier: Apache-2.0
// Events as a real nats-server takes them.
#include "adapters/messaging/nats/nats_publisher.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "adapters/crypto/development_certificates.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/messaging/nats_server.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

constexpr auto kTenant = NumberedId<TenantId>(1);

ToldEvent Told(int number, EventType type = EventType::kPaymentPosted) {
  return {AnEvent(number).With(&Event::type, type), number, {}};
}

std::string IdOf(int number) { return Told(number).event.id.ToString(); }

NatsPublisher PublisherTo(const std::string& url, const std::string& ca_file = "") {
  return {{.url = url, .ca_file = ca_file},
          [](const ToldEvent& told) { return absl::StrCat("event ", told.revision); }};
}

std::vector<std::string> IdsIn(const NatsServer& server) {
  std::vector<std::string> ids;
  for (const StreamMessage& message : server.Kept()) ids.push_back(message.id);
  return ids;
}

TEST(NatsPublisher, PublishesByTenantAndTypeWithTheIdOfTheEvent) {
  NatsServer server;
  server.KeepEvents();
  NatsPublisher publisher = PublisherTo(server.url());
  EXPECT_EQ(publisher.Publish(kTenant, Told(1)), PublishOutcome::kStored);
  EXPECT_EQ(publisher.Publish(kTenant, Told(2, EventType::kClosed)), PublishOutcome::kStored);
  const std::vector<StreamMessage> kept = server.Kept();
  ASSERT_THAT(kept, SizeIs(2));
  EXPECT_EQ(kept[0].subject,
            absl::StrCat("parley.events.", kTenant.ToString(), ".ledger.payment_posted"));
  EXPECT_EQ(kept[0].id, IdOf(1));
  EXPECT_EQ(kept[0].body, "event 1");
  EXPECT_EQ(kept[1].subject, absl::StrCat("parley.events.", kTenant.ToString(), ".debt.closed"));
}

TEST(NatsPublisher, IsUnderstoodOnceHoweverOftenItRepeatsItself) {
  NatsServer server;
  server.KeepEvents();
  for (int life = 0; life < 2; ++life) {
    NatsPublisher publisher = PublisherTo(server.url());
    EXPECT_EQ(publisher.Publish(kTenant, Told(1)), PublishOutcome::kStored);
    EXPECT_EQ(publisher.Publish(kTenant, Told(1)), PublishOutcome::kStored);
  }
  EXPECT_THAT(IdsIn(server), ElementsAre(IdOf(1)));
}

TEST(NatsPublisher, GoesOnWhereTheServerWasGoneInBetween) {
  NatsServer server;
  server.KeepEvents();
  NatsPublisher publisher = PublisherTo(server.url());
  EXPECT_EQ(publisher.Publish(kTenant, Told(1)), PublishOutcome::kStored);
  server.Stop();
  EXPECT_EQ(publisher.Publish(kTenant, Told(2)), PublishOutcome::kUnavailable);
  EXPECT_EQ(publisher.Publish(kTenant, Told(2)), PublishOutcome::kUnavailable);
  server.Start();
  EXPECT_EQ(publisher.Publish(kTenant, Told(2)), PublishOutcome::kStored);
  EXPECT_THAT(IdsIn(server), ElementsAre(IdOf(1), IdOf(2)));
}

TEST(NatsPublisher, SaysWhenNobodyKeepsEvents) {
  const NatsServer server;
  EXPECT_EQ(PublisherTo(server.url()).Publish(kTenant, Told(1)), PublishOutcome::kNobodyKeeps);
}

TEST(NatsPublisher, SaysWhatIsTooLargeForTheStreamOrTheServer) {
  NatsServer server;
  server.KeepEvents(/*most_bytes=*/1000);
  for (const std::size_t size : {std::size_t{2000}, std::size_t{2} << 20U}) {
    NatsPublisher publisher({.url = server.url()},
                            [&](const ToldEvent&) { return std::string(size, 'x'); });
    EXPECT_EQ(publisher.Publish(kTenant, Told(1)), PublishOutcome::kTooLarge) << size;
  }
  // The connection bears it.
  EXPECT_EQ(PublisherTo(server.url()).Publish(kTenant, Told(2)), PublishOutcome::kStored);
  EXPECT_THAT(IdsIn(server), ElementsAre(IdOf(2)));
}

TEST(NatsPublisher, TrustsAServerOfItsAuthorityUnderItsOwnNameAlone) {
  const std::string made = testing::TempDir() + absl::StrCat("nats", ::getpid());
  const std::string other = made + "-other";
  for (const std::string& folder : {made, other}) {
    std::filesystem::create_directories(folder);
    ASSERT_THAT(MakeDevelopmentCertificates(folder, absl::Now()), IsOk());
  }
  const NatsServer server({"--addr", "0.0.0.0", "--tls", "--tlscert", made + "/server.pem",
                           "--tlskey", made + "/server-key.pem"});
  const auto outcome = [&](const std::string& host, const std::string& folder) {
    return PublisherTo(absl::StrCat("tls://", host, ":", server.port()), folder + "/ca.pem")
        .Publish(kTenant, Told(1));
  };
  EXPECT_EQ(outcome("localhost", made), PublishOutcome::kNobodyKeeps);
  EXPECT_EQ(outcome("localhost", other), PublishOutcome::kUnavailable);
  EXPECT_EQ(outcome("127.0.0.2", made), PublishOutcome::kUnavailable);
  for (const std::string& folder : {made, other}) std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace parley
