// SPDX-License-Identifier: Apache-2.0
#include "application/events/publish_events.h"

#include <cstdint>
#include <utility>
#include <vector>

#include "domain/common/status_macros.h"

namespace parley {
namespace {

// Why this very event was not taken; none when it is not about the event.
std::optional<DeadLetterCause> CauseOf(PublishOutcome outcome) {
  switch (outcome) {
    case PublishOutcome::kTooLarge:
      return DeadLetterCause::kTooLarge;
    case PublishOutcome::kRefused:
      return DeadLetterCause::kRefused;
    case PublishOutcome::kStored:
    case PublishOutcome::kNobodyKeeps:
    case PublishOutcome::kUnavailable:
      break;
  }
  return std::nullopt;
}

}  // namespace

absl::StatusOr<PublishedRound> PublishEvents::Round(TenantId tenant,
                                                    absl::FunctionRef<bool()> goes_on) {
  PublishedRound round;
  PARLEY_ASSIGN_OR_RETURN(const PublishedUpTo stand, parts_.publications.Find(tenant));
  PARLEY_ASSIGN_OR_RETURN(const std::vector<ToldEvent> page,
                          parts_.feed.Read(tenant, stand.position, rules_.page));
  if (page.empty() && stand.asked.empty()) return round;
  PARLEY_ASSIGN_OR_RETURN(const std::optional<std::int64_t> token,
                          parts_.publications.Take(tenant, stand.position, rules_.turn));
  if (!token.has_value()) return round;
  PublishedTurn turn;
  turn.token = *token;
  turn.position = stand.position;
  const auto may_go_on = [&] { return !round.stopped_by.has_value() && goes_on(); };
  for (const DeadLetter& letter : stand.asked) {
    if (may_go_on()) TryAgain(tenant, letter, turn, round);
  }
  for (const ToldEvent& told : page) {
    if (!may_go_on()) break;
    PublishNext(tenant, told, turn, round);
  }
  PARLEY_ASSIGN_OR_RETURN(const bool kept, parts_.publications.Complete(tenant, turn));
  // Whoever has the turn now publishes it all again.
  if (!kept) return PublishedRound{};
  return round;
}

void PublishEvents::TryAgain(TenantId tenant, const DeadLetter& letter, PublishedTurn& turn,
                             PublishedRound& round) {
  const PublishOutcome outcome = parts_.publisher.Publish(tenant, letter.told);
  if (outcome == PublishOutcome::kStored) {
    turn.published_again.push_back(letter.told.event.id);
    ++round.published;
    return;
  }
  const std::optional<DeadLetterCause> cause = CauseOf(outcome);
  if (!cause.has_value()) {
    round.stopped_by = outcome;
    return;
  }
  turn.refused_again.push_back(
      {letter.told, *cause, letter.tries + 1, parts_.clock.Now(), /*retry_asked=*/false});
  ++round.put_aside;
}

void PublishEvents::PublishNext(TenantId tenant, const ToldEvent& told, PublishedTurn& turn,
                                PublishedRound& round) {
  const PublishOutcome outcome = parts_.publisher.Publish(tenant, told);
  const std::optional<DeadLetterCause> cause = CauseOf(outcome);
  if (outcome == PublishOutcome::kStored) {
    ++round.published;
  } else if (!cause.has_value()) {
    round.stopped_by = outcome;
    return;
  } else {
    const int tries = CountRefusal(tenant, told.event.id);
    // What is too large does not shrink.
    if (*cause != DeadLetterCause::kTooLarge && tries < rules_.tries) {
      round.stopped_by = outcome;
      return;
    }
    turn.put_aside.push_back({told, *cause, tries, parts_.clock.Now(), /*retry_asked=*/false});
    ++round.put_aside;
  }
  turn.position = told.position;
}

int PublishEvents::CountRefusal(TenantId tenant, EventId event) {
  Refusal& refusal = refusals_[tenant];
  if (refusal.event != event) refusal = {event, 0};
  return ++refusal.tries;
}

}  // namespace parley
