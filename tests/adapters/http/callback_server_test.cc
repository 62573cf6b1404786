// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/callback_server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "adapters/http/callback_signature.h"
#include "application/communication/unsubscribe_link.h"
#include "domain/common/reason.h"
#include "tests/adapters/http/raw_http.h"
#include "tests/support/application/fakes.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

const CommunicationId kId(NumberedUuid(42));
constexpr const char* kSecret = "a secret of the provider and us";

// Takes what it is given, or fails as it is told.
class KeptReports final : public DeliveryReports {
 public:
  absl::Status Take(const DeliveryReport& report) override {
    const std::scoped_lock lock(mutex);
    if (failure.ok()) taken.push_back(report);
    return failure;
  }
  absl::Status Unsubscribe(const Unsubscription& asked) override {
    const std::scoped_lock lock(mutex);
    if (failure.ok()) unsubscribed.push_back(asked);
    return failure;
  }

  absl::Status failure;
  std::vector<DeliveryReport> taken;
  std::vector<Unsubscription> unsubscribed;
  std::mutex mutex;
};

// Its news are bodies such as "bounced EV-1"; "nothing" is sound and tells nothing.
class PlainReader final : public ReportReader {
 public:
  absl::StatusOr<std::optional<DeliveryReport>> Read(std::string_view body,
                                                     absl::Time now) const override {
    if (body == "nothing") return std::optional<DeliveryReport>();
    if (!body.starts_with("bounced ")) return Refuse(Reason::kFieldInvalid);
    DeliveryReport report;
    report.event_id = std::string(body.substr(8));
    report.communication = kId;
    report.news = {DeliveryEvent::kBounced, now};
    return std::optional(report);
  }
};

// What it takes is a body that begins with a number.
class PlainPosts final : public PostReader {
 public:
  absl::StatusOr<PostedInbound> Read(std::string_view body, absl::Time now) const override {
    if (body.empty()) return Refuse(Reason::kFieldInvalid);
    PostedInbound posted;
    posted.text = SensitiveText(std::string(body));
    posted.received = now;
    return posted;
  }
};

class KeptPosts final : public InboundPosts {
 public:
  absl::Status Take(TenantId tenant, std::string_view provider,
                    const PostedInbound& posted) override {
    const std::scoped_lock lock(mutex);
    if (failure.ok()) {
      taken.push_back(
          absl::StrCat(tenant.ToString(), " ", std::string(provider), " ", posted.text.Reveal()));
    }
    return failure;
  }

  absl::Status failure;
  std::vector<std::string> taken;
  std::mutex mutex;
};

class NoLog final : public Log {
 public:
  bool Takes(LogLevel /*level*/) const override { return true; }
  void Write(LogLevel /*level*/, std::string_view event,
             std::span<const LogField> fields) override {
    const std::scoped_lock lock(mutex);
    std::string line(event);
    for (const LogField& field : fields) {
      line += " " + std::string(std::get<std::string_view>(field.value));
    }
    lines.push_back(line);
  }

  std::vector<std::string> lines;
  std::mutex mutex;
};

class CallbackServers : public testing::Test {
 public:
  CallbackServers() {
    CallbackSettings settings;
    settings.longest_body = 10'000;
    auto started = CallbackServer::Start(
        settings, {reports_, seals_, clock_, log_, &posts_},
        {{"sms", SensitiveText(kSecret), reader_}},
        {{"sms", SensitiveText(kSecret), NumberedId<TenantId>(1), post_reader_}});
    EXPECT_TRUE(started.ok());
    server_ = *std::move(started);
  }

  std::string Stamped(const std::string& body, absl::Time at) const {
    const std::string timestamp = absl::StrCat(absl::ToUnixSeconds(at));
    return absl::StrCat("Parley-Timestamp: ", timestamp,
                        "\r\nParley-Signature: ", SignatureOf(kSecret, timestamp, body), "\r\n");
  }

  std::string Post(const std::string& path, const std::string& body, const std::string& headers) {
    return Answer(server_->port(),
                  absl::StrCat("POST ", path, " HTTP/1.1\r\nHost: localhost\r\n", headers,
                               "Content-Type: application/json\r\nContent-Length: ", body.size(),
                               "\r\nConnection: close\r\n\r\n", body));
  }
  std::string Callback(const std::string& body) {
    return Post("/callbacks/sms", body, Stamped(body, clock_.Now()));
  }
  std::string UnsubscribePath(absl::Time expires) const {
    return absl::StrCat("/unsubscribe/", SealUnsubscription(seals_, kAsked, expires));
  }

  const Unsubscription kAsked{TenantId(NumberedUuid(1)), DebtorId(NumberedUuid(2)), kId};
  KeptPosts posts_;
  PlainPosts post_reader_;
  KeptReports reports_;
  FakeSeals seals_;
  FakeClock clock_;
  NoLog log_;
  PlainReader reader_;
  std::unique_ptr<CallbackServer> server_;
};

TEST_F(CallbackServers, HandOnWhatAProviderSigned) {
  EXPECT_THAT(Callback("bounced EV-1"), StartsWith("HTTP/1.1 204"));
  ASSERT_EQ(reports_.taken.size(), 1U);
  EXPECT_EQ(reports_.taken[0].provider, "sms");
  EXPECT_EQ(reports_.taken[0].event_id, "EV-1");
  EXPECT_EQ(reports_.taken[0].news.at, clock_.Now());
}

TEST_F(CallbackServers, TakeNothingThatIsForged) {
  const std::string body = "bounced EV-1";
  const std::string good = Stamped(body, clock_.Now());
  EXPECT_THAT(Post("/callbacks/sms", body, ""), StartsWith("HTTP/1.1 401"));
  EXPECT_THAT(Post("/callbacks/sms", "bounced EV-2", good), StartsWith("HTTP/1.1 401"));
  EXPECT_THAT(Post("/callbacks/sms", body, "Parley-Timestamp: 1\r\nParley-Signature: 00\r\n"),
              StartsWith("HTTP/1.1 401"));
  std::string other = good;
  other[other.find("Signature: ") + 11] ^= 1;
  EXPECT_THAT(Post("/callbacks/sms", body, other), StartsWith("HTTP/1.1 401"));
  EXPECT_THAT(reports_.taken, IsEmpty());
  EXPECT_THAT(log_.lines, testing::Each("callback_refused sms signature"));
}

TEST_F(CallbackServers, TakeNothingThatIsTooOldOrFromTheFuture) {
  const std::string body = "bounced EV-1";
  for (const absl::Duration off : {absl::Minutes(6), -absl::Minutes(6)}) {
    EXPECT_THAT(Post("/callbacks/sms", body, Stamped(body, clock_.Now() + off)),
                StartsWith("HTTP/1.1 401"));
  }
  EXPECT_THAT(reports_.taken, IsEmpty());
  EXPECT_THAT(Post("/callbacks/sms", body, Stamped(body, clock_.Now() - absl::Minutes(4))),
              StartsWith("HTTP/1.1 204"));
}

TEST_F(CallbackServers, HandOnAnEventOnce) {
  for (int at = 0; at < 3; ++at) {
    EXPECT_THAT(Callback("bounced EV-1"), StartsWith("HTTP/1.1 204"));
  }
  Callback("bounced EV-2");
  EXPECT_EQ(reports_.taken.size(), 2U);
}

TEST_F(CallbackServers, AskToComeAgainWhenNothingCanBeKept) {
  reports_.failure = Refuse(Reason::kStoreUnavailable);
  const std::string answer = Callback("bounced EV-1");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 503"));
  EXPECT_THAT(answer, HasSubstr("Retry-After: 30"));
  reports_.failure = absl::OkStatus();
  EXPECT_THAT(Callback("bounced EV-1"), StartsWith("HTTP/1.1 204"));
  EXPECT_EQ(reports_.taken.size(), 1U) << "what was not taken is not remembered";
}

TEST_F(CallbackServers, SayWhatIsWrongByTheirStatusAlone) {
  EXPECT_THAT(Callback("what?"), StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(Callback("nothing"), StartsWith("HTTP/1.1 204"));
  EXPECT_THAT(Post("/callbacks/other", "x", ""), StartsWith("HTTP/1.1 404"));
  EXPECT_THAT(Get(server_->port(), "/callbacks/sms"), StartsWith("HTTP/1.1 404"));
  EXPECT_THAT(Get(server_->port(), "/"), StartsWith("HTTP/1.1 404"));
  reports_.failure = Refuse(Reason::kCommunicationNotFound);
  EXPECT_THAT(Callback("bounced EV-1"), StartsWith("HTTP/1.1 404"));
}

TEST_F(CallbackServers, ReadNoBodyWithoutEnd) {
  const std::string body(20'000, 'x');
  EXPECT_THAT(Post("/callbacks/sms", body, Stamped(body, clock_.Now())),
              StartsWith("HTTP/1.1 413"));
}

TEST_F(CallbackServers, UnsubscribeByOneClick) {
  const std::string answer =
      Post(UnsubscribePath(clock_.Now() + absl::Hours(1)), "List-Unsubscribe=One-Click", "");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(reports_.unsubscribed, ElementsAre(kAsked));
}

TEST_F(CallbackServers, ChangeNothingWhenALinkIsOnlyOpened) {
  const std::string path = UnsubscribePath(clock_.Now() + absl::Hours(1));
  const std::string page = Get(server_->port(), path);
  EXPECT_THAT(page, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(page, HasSubstr("<form method=\"post\">"));
  EXPECT_THAT(reports_.unsubscribed, IsEmpty());
}

TEST_F(CallbackServers, UnsubscribeNobodyByALinkThatIsForgedOrOld) {
  std::string forged = UnsubscribePath(clock_.Now() + absl::Hours(1));
  forged.back() = forged.back() == '0' ? '1' : '0';
  for (const std::string& path : {forged, UnsubscribePath(clock_.Now()),
                                  std::string("/unsubscribe/x"), std::string("/unsubscribe/")}) {
    EXPECT_THAT(Post(path, "List-Unsubscribe=One-Click", ""), StartsWith("HTTP/1.1 404"));
  }
  EXPECT_THAT(reports_.unsubscribed, IsEmpty());
}

TEST_F(CallbackServers, TellThePersonThatNothingIsDoneYet) {
  const std::string path = UnsubscribePath(clock_.Now() + absl::Hours(1));
  reports_.failure = Refuse(Reason::kStoreUnavailable);
  const std::string later = Post(path, "List-Unsubscribe=One-Click", "");
  EXPECT_THAT(later, StartsWith("HTTP/1.1 503"));
  EXPECT_THAT(later, HasSubstr("Retry-After: 30"));
  EXPECT_THAT(later, HasSubstr("please try again"));
  reports_.failure = Refuse(Reason::kCommunicationNotFound);
  const std::string past = Post(path, "List-Unsubscribe=One-Click", "");
  EXPECT_THAT(past, StartsWith("HTTP/1.1 404"));
  EXPECT_THAT(past, HasSubstr("no longer valid"));
}

// A proxy that keeps its connections open would take one thread after the other.
TEST_F(CallbackServers, KeepNoConnectionForAnotherRequest) {
  const std::string body = "bounced EV-1";
  const std::string answer =
      Answer(server_->port(), absl::StrCat("POST /callbacks/sms HTTP/1.1\r\nHost: localhost\r\n",
                                           Stamped(body, clock_.Now()),
                                           "Content-Length: ", body.size(), "\r\n\r\n", body));
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 204"));
  EXPECT_THAT(answer, HasSubstr("Connection: close"));
}

TEST(BoundedCallbackServers, AnswerAllWhenMoreComeThanMayWait) {
  KeptReports reports;
  FakeSeals seals;
  FakeClock clock;
  NoLog log;
  CallbackSettings settings;
  settings.threads = 1;
  settings.most_waiting = 1;
  const auto server = CallbackServer::Start(settings, {reports, seals, clock, log}, {});
  ASSERT_TRUE(server.ok());
  std::atomic<int> answered = 0;
  {
    std::vector<std::jthread> callers;
    for (int caller = 0; caller < 12; ++caller) {
      callers.emplace_back([&] {
        if (Get((*server)->port(), "/unsubscribe/x").starts_with("HTTP/1.1 200")) ++answered;
      });
    }
  }
  EXPECT_EQ(answered, 12);
}

TEST_F(CallbackServers, SayThatAPortIsTaken) {
  CallbackSettings settings;
  settings.host = "192.0.2.1";  // Of nobody (RFC 5737).
  const auto other = CallbackServer::Start(settings, {reports_, seals_, clock_, log_}, {});
  EXPECT_TRUE(absl::IsUnavailable(other.status()));
}

TEST(CallbackSignatures, AreHmacOverTimestampDotBody) {
  // By Python's hmac.
  EXPECT_EQ(SignatureOf("Jefe", "1790000000", "{}"),
            "d927a7192cf1342cbb06dac01a2b72995b9dec4d36dbae00ea48c5671b3f9751");
}

TEST(CallbackSignatures, AreNoneWithoutASecret) {
  EXPECT_FALSE(IsSignedBy("", {"1790000000", SignatureOf("", "1790000000", "{}")}, "{}",
                          absl::FromUnixSeconds(1'790'000'000), absl::Minutes(5)));
}

TEST(RecentEvents, ForgetTheOldAndTheTooMany) {
  RecentEvents recent(absl::Minutes(10), 2);
  const absl::Time start = absl::UnixEpoch();
  recent.Remember("a", start);
  EXPECT_TRUE(recent.Knows("a", start + absl::Minutes(10)));
  EXPECT_FALSE(recent.Knows("a", start + absl::Minutes(11)));
  recent.Remember("b", start);
  recent.Remember("c", start);
  recent.Remember("d", start);
  EXPECT_FALSE(recent.Knows("b", start));
  EXPECT_TRUE(recent.Knows("c", start));
  EXPECT_TRUE(recent.Knows("d", start));
}

TEST_F(CallbackServers, TakeWhatPeopleSendForTheTenantOfTheRoute) {
  const auto post = [this](const std::string& body) {
    return Post("/inbound/sms", body, Stamped(body, clock_.Now()));
  };
  EXPECT_THAT(post("STOP"), StartsWith("HTTP/1.1 204"));
  EXPECT_THAT(posts_.taken,
              ElementsAre(absl::StrCat(NumberedId<TenantId>(1).ToString(), " sms STOP")));
  EXPECT_THAT(post(""), StartsWith("HTTP/1.1 400"));
  posts_.failure = Refuse(Reason::kStoreUnavailable);
  EXPECT_THAT(post("STOP"), StartsWith("HTTP/1.1 503"));
  EXPECT_THAT(posts_.taken, testing::SizeIs(1));
}

TEST_F(CallbackServers, TakeNothingThatPeopleSendWithoutASignatureOrARoute) {
  EXPECT_THAT(Post("/inbound/sms", "STOP", ""), StartsWith("HTTP/1.1 401"));
  EXPECT_THAT(Post("/inbound/sms", "STOP", Stamped("STOP", clock_.Now() - absl::Minutes(6))),
              StartsWith("HTTP/1.1 401"));
  EXPECT_THAT(Post("/inbound/other", "STOP", Stamped("STOP", clock_.Now())),
              StartsWith("HTTP/1.1 404"));
  EXPECT_THAT(posts_.taken, IsEmpty());
}

}  // namespace
}  // namespace parley
