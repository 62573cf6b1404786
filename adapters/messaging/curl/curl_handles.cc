// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/curl/curl_handles.h"

#include <sys/socket.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace parley::messaging {
namespace {

// A connection that waited longer may have been given up by the other side without our noticing.
constexpr long kLongestIdleSeconds = 20;  // NOLINT(google-runtime-int): libcurl's type.

OwnedCurl NewHandle() { return OwnedCurl(curl_easy_init()); }

}  // namespace

OwnedCurlList CurlList(const std::vector<std::string>& lines) {
  OwnedCurlList list;
  for (const std::string& line : lines) {
    curl_slist* longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) return nullptr;
    static_cast<void>(list.release());
    list.reset(longer);
  }
  return list;
}

CurlHandles::CurlHandles() {
  static const CURLcode kReady = curl_global_init(CURL_GLOBAL_DEFAULT);
  static_cast<void>(kReady);
}

// libcurl says goodbye on each connection, and would wait minutes for the answer of one whose other
// side fell silent.
CurlHandles::~CurlHandles() {
  for (const OwnedCurl& handle : waiting_) {
    curl_socket_t socket = CURL_SOCKET_BAD;
    curl_easy_getinfo(handle.get(), CURLINFO_ACTIVESOCKET, &socket);
    if (socket != CURL_SOCKET_BAD) ::shutdown(socket, SHUT_RD);
  }
}

CurlHandles::Lease CurlHandles::Take(const char* protocols, absl::Duration within) {
  OwnedCurl handle;
  {
    const std::scoped_lock lock(mutex_);
    if (!waiting_.empty()) {
      handle = std::move(waiting_.back());
      waiting_.pop_back();
    }
  }
  if (handle == nullptr) handle = NewHandle();
  curl_easy_reset(handle.get());
  // NOLINTNEXTLINE(google-runtime-int): libcurl's type.
  const auto millis = static_cast<long>(std::max<std::int64_t>(
      1, std::min(absl::ToInt64Milliseconds(within), absl::ToInt64Milliseconds(absl::Hours(1)))));
  curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT_MS, millis);
  curl_easy_setopt(handle.get(), CURLOPT_SERVER_RESPONSE_TIMEOUT, millis / 1000 + 1);
  curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, protocols);
  curl_easy_setopt(handle.get(), CURLOPT_MAXAGE_CONN, kLongestIdleSeconds);
  // A proxy of the environment would read along.
  curl_easy_setopt(handle.get(), CURLOPT_PROXY, "");
  return {*this, std::move(handle)};
}

void CurlHandles::Return(OwnedCurl handle) {
  const std::scoped_lock lock(mutex_);
  waiting_.push_back(std::move(handle));
}

bool IsNotAdmitted(CURLcode code) {
  switch (code) {
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_LOGIN_DENIED:
    case CURLE_AUTH_ERROR:
      return true;
    default:
      return false;
  }
}

}  // namespace parley::messaging
