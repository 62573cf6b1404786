// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmarks/send/sinks.h"

#include <cstddef>
#include <optional>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace parley::bench {
namespace {

// True once the dot came that ends a mail.
bool ReadMail(LoopbackConnection& link) {
  for (;;) {
    const std::optional<std::string> line = link.ReadLine();
    if (!line.has_value()) return false;
    if (*line == ".") return true;
  }
}

struct Head {
  std::size_t length = 0;
  std::string key;
};

// The head of a request; none once the other side is gone.
std::optional<Head> ReadHead(LoopbackConnection& link) {
  Head head;
  for (;;) {
    const std::optional<std::string> line = link.ReadLine();
    if (!line.has_value()) return std::nullopt;
    if (line->empty()) return head;
    const std::size_t colon = line->find(": ");
    if (colon == std::string::npos) continue;
    const std::string value = line->substr(colon + 2);
    if (absl::StartsWithIgnoreCase(*line, "content-length:")) {
      if (!absl::SimpleAtoi(value, &head.length)) return std::nullopt;
    }
    if (absl::StartsWithIgnoreCase(*line, "idempotency-key:")) head.key = value;
  }
}

}  // namespace

void Sinks::TakeMails(LoopbackConnection& link) {
  link.Write("220 sink ESMTP\r\n");
  while (const std::optional<std::string> line = link.ReadLine()) {
    const std::string verb = absl::AsciiStrToUpper(line->substr(0, 4));
    if (verb == "EHLO") {
      link.Write("250-sink\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES\r\n");
    } else if (verb == "DATA") {
      link.Write("354 Go on\r\n");
      if (!ReadMail(link)) return;
      link.Write(absl::StrCat("250 2.0.0 Ok: queued as ", ++mails_, "\r\n"));
    } else if (verb == "QUIT") {
      link.Write("221 2.0.0 Bye\r\n");
      return;
    } else {
      link.Write("250 2.0.0 Ok\r\n");
    }
  }
}

void Sinks::TakeTexts(LoopbackConnection& link) {
  while (const std::optional<Head> head = ReadHead(link)) {
    if (!link.ReadBytes(head->length).has_value()) return;
    const std::string body = absl::StrCat(R"({"id":"SM-)", ++texts_, R"(","key":")", head->key,
                                          R"(","state":"queued"})");
    link.Write(absl::StrCat("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n",
                            "Content-Length: ", body.size(), "\r\n\r\n", body));
  }
}

}  // namespace parley::bench
