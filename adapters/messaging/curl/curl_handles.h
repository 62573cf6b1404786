// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_CURL_CURL_HANDLES_H_
#define PARLEY_ADAPTERS_MESSAGING_CURL_CURL_HANDLES_H_

#include <curl/curl.h>

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "absl/time/time.h"

namespace parley::messaging {

struct FreeCurl {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using OwnedCurl = std::unique_ptr<CURL, FreeCurl>;

struct FreeCurlList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using OwnedCurlList = std::unique_ptr<curl_slist, FreeCurlList>;

// One list of one or more lines.
OwnedCurlList CurlList(const std::vector<std::string>& lines);

// Handles of libcurl that wait for their next transfer, each with the connection it has open. There
// are as many as were ever in use at once. It may be used by many threads at once.
class CurlHandles {
 public:
  CurlHandles();
  ~CurlHandles();
  CurlHandles(const CurlHandles&) = delete;
  CurlHandles& operator=(const CurlHandles&) = delete;

  // A handle for one transfer, with the settings that every transfer of ours has; afterwards it
  // waits again.
  class Lease {
   public:
    Lease(CurlHandles& handles, OwnedCurl handle) : handles_(handles), handle_(std::move(handle)) {}
    ~Lease() { handles_.Return(std::move(handle_)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    CURL* get() const { return handle_.get(); }

   private:
    CurlHandles& handles_;
    OwnedCurl handle_;
  };

  // `protocols` as libcurl names them: "https,http".
  Lease Take(const char* protocols, absl::Duration within);

 private:
  void Return(OwnedCurl handle);

  std::mutex mutex_;
  std::vector<OwnedCurl> waiting_;
};

// True when a transfer failed because the other side is not who it should be, or did not let us in.
bool IsNotAdmitted(CURLcode code);

}  // namespace parley::messaging

#endif  // PARLEY_ADAPTERS_MESSAGING_CURL_CURL_HANDLES_H_
