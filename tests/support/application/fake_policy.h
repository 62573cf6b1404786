// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_APPLICATION_FAKE_POLICY_H_
#define PARLEY_TESTS_SUPPORT_APPLICATION_FAKE_POLICY_H_

#include <string>
#include <string_view>
#include <vector>

#include "application/ports/rulebook_reader.h"
#include "application/ports/worked_cases.h"
#include "application/rulebooks/system_policy.h"

namespace parley {

// A rulebook with one rule, a cap of so many calls a week, in the form that FakeRulebookReader
// reads: "TEST.HOUSE 1 2020-01-01 - 3".
std::string ABookText(std::string_view id, std::string_view version, std::string_view from,
                      std::string_view until = "-", int limit = 3);

// Reads "ID VERSION FROM UNTIL LIMIT [COMPANION]", with - for no end; anything else is unsound at
// 1:1. A limit of 0 is a fault.
class FakeRulebookReader final : public RulebookReader {
 public:
  absl::StatusOr<Rulebook> Read(std::string_view text) const override;
  absl::Status Refused(std::string_view text, const std::vector<BookFault>& faults) const override;
};

// One book, TEST.HOUSE in its version 1, in force since 2020.
SystemPolicy ASystemPolicy();

// Passes a case a book, and fails when asked for "fail".
class FakeCases final : public WorkedCases {
 public:
  absl::StatusOr<CaseReport> Play(std::string_view cases, const std::vector<Rulebook>& books,
                                  const std::vector<Calendar>& calendars) const override;
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_APPLICATION_FAKE_POLICY_H_
