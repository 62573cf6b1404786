// SPDX-License-Identifier: Apache-2.0
#include "tests/support/domain/contact_builders.h"

#include <cstdint>

namespace parley {
namespace {

std::uint64_t Unsigned(int number) { return static_cast<std::uint64_t>(number); }

Contact AContact() {
  Contact contact;
  contact.debts = {NumberedId<DebtId>(1)};
  return contact;
}

}  // namespace

Builder<StoredVerdict> AVerdict(int number) {
  StoredVerdict verdict;
  verdict.id = NumberedId<VerdictId>(Unsigned(number));
  verdict.debtor = NumberedId<DebtorId>(1);
  verdict.act = AContact();
  verdict.communication = NumberedId<CommunicationId>(Unsigned(number));
  verdict.answer.decision = GateDecision::kAllow;
  verdict.actor = "agent-1";
  verdict.judged_time = TestNow();
  return Builder<StoredVerdict>(verdict);
}

Builder<LoggedCommunication> ACall(int number) {
  LoggedCommunication call;
  call.id = NumberedId<CommunicationId>(Unsigned(number));
  call.debtor = NumberedId<DebtorId>(1);
  call.contact = AContact();
  call.dispatch_time = TestNow();
  call.verdict = NumberedId<VerdictId>(Unsigned(number));
  call.actor = "agent-1";
  call.created_time = TestNow();
  call.updated_time = TestNow();
  return Builder<LoggedCommunication>(call);
}

Builder<LoggedCommunication> AnInboundCall(int number) {
  return ACall(number)
      .With(&LoggedCommunication::direction, Direction::kInbound)
      .With(&LoggedCommunication::state, CommunicationState::kUsed)
      .With(&LoggedCommunication::outcome, Outcome::kConversation)
      .With(&LoggedCommunication::call_outcome, CallOutcome::kConversation)
      .With(&LoggedCommunication::verdict, std::nullopt);
}

CallReport AReport(const LoggedCommunication& call, CallOutcome outcome) {
  return {.outcome = outcome, .began = call.created_time + absl::Minutes(1)};
}

}  // namespace parley
