// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SYSTEM_SUPPORT_CONNECTION_H_
#define PARLEY_TESTS_SYSTEM_SUPPORT_CONNECTION_H_

#include <gmock/gmock.h>
#include <google/protobuf/message.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "infra/cli/client/rpc_error.h"
#include "parley/v1/debt_import.pb.h"

namespace parley::system_test {

// Where a server is, and what certifies it (PEM; empty without TLS).
struct ServerAddress {
  std::string target;
  std::string ca;
};

// A client that does nothing by itself: no retries, and messages as the bytes that they are. Safe
// for threads. Errors of calls are the server's, with their details (see WireReason).
class Connection {
 public:
  // Without a token, calls go without credentials.
  Connection(const ServerAddress& server, std::string token);
  ~Connection();

  // A method is named as "DebtService/GetDebt", or with its package.
  absl::StatusOr<std::string> CallBytes(std::string_view method, const std::string& request,
                                        absl::Duration longest = absl::Seconds(20)) const;

  template <typename Response>
  absl::StatusOr<Response> Call(std::string_view method, const google::protobuf::Message& request,
                                absl::Duration longest = absl::Seconds(20)) const {
    const absl::StatusOr<std::string> bytes =
        CallBytes(method, request.SerializeAsString(), longest);
    if (!bytes.ok()) return bytes.status();
    Response response;
    if (!response.ParseFromString(*bytes)) return absl::DataLossError("the answer is no message");
    return response;
  }

  // One import: every row in one message, and its verdicts.
  absl::StatusOr<std::vector<v1::RowVerdict>> Import(const v1::ImportDebtsRequest& request) const;

  // True when the health service says that it serves; asked without credentials.
  bool IsServing() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

// The reason that callers see in a refusal's ErrorInfo; empty when it has none.
std::string WireReason(const absl::Status& status);

// The malformed fields of a refusal: "entries[0].amount.currency_code CURRENCY_UNKNOWN".
std::vector<std::string> WireFaults(const absl::Status& status);

inline const absl::Status& StatusOf(const absl::Status& status) { return status; }
template <typename T>
const absl::Status& StatusOf(const absl::StatusOr<T>& result) {
  return result.status();
}

// EXPECT_THAT(answer, IsRefusedAs("DEBT_NOT_FOUND"));
MATCHER_P(IsRefusedAs, reason, std::string("is refused as ") + reason) {
  *result_listener << StatusOf(arg).ToString();
  return WireReason(StatusOf(arg)) == reason;
}

// EXPECT_THAT(answer, HasFaults("name REQUIRED", "page_size NEGATIVE"));
template <typename... Faults>
auto HasFaults(Faults... faults) {
  return testing::ResultOf([](const auto& answer) { return WireFaults(StatusOf(answer)); },
                           testing::UnorderedElementsAre(faults...));
}

}  // namespace parley::system_test

#endif  // PARLEY_TESTS_SYSTEM_SUPPORT_CONNECTION_H_
