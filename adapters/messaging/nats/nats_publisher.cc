// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/nats/nats_publisher.h"

#include <nats/nats.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace parley {
namespace {

using OwnedOptions = std::unique_ptr<natsOptions, decltype(&natsOptions_Destroy)>;
using OwnedConnection = std::unique_ptr<natsConnection, decltype(&natsConnection_Destroy)>;
using OwnedStreams = std::unique_ptr<jsCtx, decltype(&jsCtx_Destroy)>;

// What a stream says to an event that is larger than it takes, and to its headers.
constexpr std::array kTooLarge = {10054, 10097};

// What a server says that cannot keep anything now, whatever it is.
constexpr std::array kNotNow = {int{JSAccountResourcesExceededErr},
                                int{JSClusterNotAvailErr},
                                int{JSClusterNotLeaderErr},
                                int{JSInsufficientResourcesErr},
                                int{JSMemoryResourcesExceededErr},
                                int{JSNotEnabledForAccountErr},
                                int{JSStorageResourcesExceededErr},
                                int{JSStreamGeneralError},
                                int{JSNotEnabledErr},
                                int{JSStreamStoreFailedErr},
                                int{JSStreamSealedErr},
                                int{JSStreamOfflineErr}};

template <std::size_t count>
bool IsOneOf(const std::array<int, count>& codes, int code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

PublishOutcome OutcomeOf(natsStatus status, jsErrCode code) {
  if (status == NATS_OK) return PublishOutcome::kStored;
  if (status == NATS_MAX_PAYLOAD || IsOneOf(kTooLarge, code)) return PublishOutcome::kTooLarge;
  if (status == NATS_NO_RESPONDERS) return PublishOutcome::kNobodyKeeps;
  const bool said_no = code != 0 && !IsOneOf(kNotNow, code);
  return said_no ? PublishOutcome::kRefused : PublishOutcome::kUnavailable;
}

natsStatus Configure(const NatsSettings& settings, natsOptions* options) {
  const std::vector<std::string> urls = absl::StrSplit(settings.url, ',');
  std::vector<const char*> servers;
  bool secure = false;
  for (const std::string& url : urls) {
    servers.push_back(url.c_str());
    secure = secure || url.compare(0, 4, "tls:") == 0;
  }
  natsStatus status =
      natsOptions_SetServers(options, servers.data(), static_cast<int>(servers.size()));
  if (status == NATS_OK) status = natsOptions_SetAllowReconnect(options, false);
  if (status == NATS_OK) status = natsOptions_SetName(options, "parley");
  if (status == NATS_OK) {
    status = natsOptions_SetTimeout(options, absl::ToInt64Milliseconds(settings.wait));
  }
  if (status == NATS_OK && secure) status = natsOptions_SetSecure(options, true);
  if (status == NATS_OK && !settings.ca_file.empty()) {
    status = natsOptions_LoadCATrustedCertificates(options, settings.ca_file.c_str());
  }
  if (status == NATS_OK && !settings.credentials.empty()) {
    status =
        natsOptions_SetUserCredentialsFromFiles(options, settings.credentials.c_str(), nullptr);
  }
  return status;
}

}  // namespace

class NatsPublisher::Link {
 public:
  // None when nobody is there.
  static std::unique_ptr<Link> Open(const NatsSettings& settings) {
    natsOptions* made = nullptr;
    if (natsOptions_Create(&made) != NATS_OK) return nullptr;
    const OwnedOptions options(made, &natsOptions_Destroy);
    if (Configure(settings, made) != NATS_OK) return nullptr;
    natsConnection* connected = nullptr;
    if (natsConnection_Connect(&connected, made) != NATS_OK) return nullptr;
    OwnedConnection connection(connected, &natsConnection_Destroy);
    jsCtx* streams = nullptr;
    if (natsConnection_JetStream(&streams, connected, nullptr) != NATS_OK) return nullptr;
    return std::unique_ptr<Link>(
        new Link(std::move(connection), OwnedStreams(streams, &jsCtx_Destroy)));
  }

  PublishOutcome Publish(const std::string& subject, const std::string& id, const std::string& body,
                         absl::Duration wait) {
    jsPubOptions options;
    jsPubOptions_Init(&options);
    options.MaxWait = absl::ToInt64Milliseconds(wait);
    options.MsgId = id.c_str();
    auto code = static_cast<jsErrCode>(0);
    // Without a place for it, the answer is looked at and thrown away.
    const natsStatus status = js_Publish(nullptr, streams_.get(), subject.c_str(), body.data(),
                                         static_cast<int>(body.size()), &options, &code);
    return OutcomeOf(status, code);
  }

 private:
  Link(OwnedConnection connection, OwnedStreams streams)
      : connection_(std::move(connection)), streams_(std::move(streams)) {}

  OwnedConnection connection_;
  OwnedStreams streams_;  // Goes before its connection.
};

NatsPublisher::NatsPublisher(NatsSettings settings, Encode encode)
    : settings_(std::move(settings)), encode_(std::move(encode)) {}

NatsPublisher::~NatsPublisher() = default;

PublishOutcome NatsPublisher::Publish(TenantId tenant, const ToldEvent& told) {
  if (!Connect()) return PublishOutcome::kUnavailable;
  const std::string_view type = NameOf(told.event.type);
  const std::string subject =
      absl::StrCat("parley.events.", tenant.ToString(), ".", std::string(type));
  const PublishOutcome outcome =
      link_->Publish(subject, told.event.id.ToString(), encode_(told), settings_.wait);
  if (outcome == PublishOutcome::kUnavailable) link_.reset();
  return outcome;
}

bool NatsPublisher::Connect() {
  if (link_ == nullptr) link_ = Link::Open(settings_);
  return link_ != nullptr;
}

}  // namespace parley
