// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmarks/send/seed.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/time.h"
#include "domain/communication/log/stored_verdict.h"

namespace parley::bench {
namespace {

constexpr const char* kActor = "bench";

// What is queued for one debtor.
struct Queued {
  KnownPoint point;
  Fingerprint key{};  // By which the address is found again: any that is nobody else's.
  StoredVerdict verdict;
  LoggedCommunication slot;
  Message message;
};

class Seed {
 public:
  Seed(House& house, Channel channel) : house_(house), channel_(channel) {}

  Queued About(DebtorId debtor, DebtId debt) {
    Queued queued;
    queued.point = PointOf(debtor);
    for (std::size_t at = 0; at < sizeof(number_); ++at) {
      queued.key.at(at) = static_cast<std::uint8_t>(number_ >> (8 * at));
    }
    queued.key.back() = static_cast<std::uint8_t>(channel_);
    queued.slot = SlotOf(queued.point, debt);
    queued.verdict.id = *queued.slot.verdict;
    queued.verdict.debtor = debtor;
    queued.verdict.act = queued.slot.contact;
    queued.verdict.communication = queued.slot.id;
    queued.verdict.answer.decision = GateDecision::kAllow;
    queued.verdict.actor = kActor;
    queued.verdict.judged_time = now_;
    queued.message = MessageOf(queued.slot);
    ++number_;
    return queued;
  }

 private:
  KnownPoint PointOf(DebtorId debtor) {
    KnownPoint point;
    point.id = ContactPointId(house_.ids.Next());
    point.debtor = debtor;
    point.state = PointState::kVerified;
    point.provenance = {SensitiveText("the debtor"), std::string(kActor), now_, now_};
    point.updated_time = now_;
    point.type = channel_ == Channel::kSms ? PointType::kPhone : PointType::kEmail;
    point.kind = PointClass::kPersonal;
    point.address =
        SensitiveText(channel_ == Channel::kSms ? absl::StrFormat("+4915550%06d", number_)
                                                : absl::StrCat("person-", number_, "@example.com"));
    return point;
  }

  LoggedCommunication SlotOf(const KnownPoint& point, DebtId debt) {
    LoggedCommunication slot;
    slot.id = CommunicationId(house_.ids.Next());
    slot.debtor = point.debtor;
    slot.contact.channel = channel_;
    slot.contact.purpose = Purpose::kRequested;
    if (channel_ == Channel::kSms) slot.contact.technology = Technology::kAutodialed;
    slot.contact.point = point.id;
    slot.contact.debts = {debt};
    slot.dispatch_time = now_;
    slot.verdict = VerdictId(house_.ids.Next());
    slot.actor = kActor;
    slot.created_time = now_;
    slot.updated_time = now_;
    return slot;
  }

  Message MessageOf(const LoggedCommunication& slot) const {
    Message message;
    message.id = slot.id;
    message.debtor = slot.debtor;
    message.channel = channel_;
    message.purpose = slot.contact.purpose;
    message.point = *slot.contact.point;
    message.order.template_key = "callback_confirmed";
    message.order.values = {
        {"day", Day(2027, 3, 1)}, {"from_time", MinuteOfDay{600}}, {"to_time", MinuteOfDay{660}}};
    message.asked_by = kActor;
    message.not_before = now_;
    message.created_time = now_;
    message.updated_time = now_;
    return message;
  }

  House& house_;
  const Channel channel_;
  const absl::Time now_ = house_.clock.Now();
  std::uint32_t number_ = 1;
};

void Write(House& house, std::vector<Queued>& all) {
  std::vector<DebtorId> debtors;
  for (const Queued& one : all) debtors.push_back(one.slot.debtor);
  std::sort(debtors.begin(), debtors.end());
  Must(house.store.Run(house.tenant, debtors, [&](UnitOfWork& unit) {
    for (Queued& one : all) {
      const std::int64_t revision = unit.Head(one.slot.debtor).revision + 1;
      one.point.revision = revision;
      one.slot.revision = revision;
      one.message.revision = revision;
      unit.person_records().Add(one.point, one.key);
      unit.verdicts().Append(one.verdict);
      unit.communications().Add(one.slot);
      unit.messages().Add(one.message);
    }
    return absl::OkStatus();
  }));
  all.clear();
}

}  // namespace

int QueueMessages(House& house, Channel channel, std::istream& debts) {
  Seed seed(house, channel);
  std::vector<Queued> waiting;
  int count = 0;
  for (std::string debtor, debt; debts >> debtor >> debt; ++count) {
    waiting.push_back(seed.About(*DebtorId::Parse(debtor), *DebtId::Parse(debt)));
    if (waiting.size() == Store::kMostDebtors) Write(house, waiting);
  }
  if (!waiting.empty()) Write(house, waiting);
  return count;
}

}  // namespace parley::bench
