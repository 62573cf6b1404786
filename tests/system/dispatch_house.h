// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SYSTEM_DISPATCH_HOUSE_H_
#define PARLEY_TESTS_SYSTEM_DISPATCH_HOUSE_H_

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/communication/vocabulary.h"
#include "tests/support/messaging/fake_relay.h"
#include "tests/support/messaging/fake_sms_provider.h"
#include "tests/system/support/deployment.h"

namespace parley::system_test {

// What the servers that are started are told by their environment while this lives.
class Variable {
 public:
  Variable(const char* name, const std::string& value);
  ~Variable();
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
};

// A server over PostgreSQL whose e-mails, text messages and letters go to fakes that count, and
// people to write to.
class DispatchHouse : public testing::Test {
 protected:
  // Serves calls, and sends nothing yet.
  void Open(const std::string& lease = "3s");
  // With the roles, and ended or frozen by itself at a point; see PARLEY_CRASH_AT.
  void Serve(const std::string& roles, const char* variable = "PARLEY_CRASH_AT",
             const std::string& point = "");

  void AddPersons(int count);
  // A confirmation that nobody has to wait for, to so many of them, by one channel.
  void SendTo(int count, Channel channel);

  // The answer to a call, which goes well.
  std::string Call(const std::string& method, const std::string& json);
  std::int64_t Count(const std::string& of) const;
  // How often the provider sent it, or has it.
  int TimesSent(Channel channel, CommunicationId id) const;
  // Nothing is lost, nothing came twice: each of those that were sent is SENT, and went once;
  // FAILED, and never went; or UNKNOWN where no provider can be asked.
  void CheckEachIsOnceOrUnknown();
  // Somebody takes away the letters that are there, so that one that comes again is seen.
  void PrintLetters();
  // All have come to an end, or are UNKNOWN for good.
  bool AreSettled() const;

  const Deployment& deployment() const { return *deployment_; }
  Deployment& deployment() { return *deployment_; }
  const std::vector<std::string>& persons() const { return persons_; }
  FakeRelay& relay() { return relay_; }

 private:
  void AddPoint(const std::string& person, const std::string& type, const std::string& address);

  ScratchFolder spool_;
  FakeRelay relay_;
  FakeSmsProvider provider_;
  std::optional<Deployment> deployment_;
  std::vector<std::string> persons_;
  std::size_t sent_ = 0;
  std::multiset<std::string> printed_;
};

}  // namespace parley::system_test

#endif  // PARLEY_TESTS_SYSTEM_DISPATCH_HOUSE_H_
