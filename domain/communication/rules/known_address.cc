// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "domain/communication/rules/judge.h"

namespace parley {
namespace {

// What happened to the address that the act would use, by now.
class History {
 public:
  History(const KnownAddress& kind, const Hearing& hearing) : kind_(kind), hearing_(hearing) {
    for (const AddressRecord& one : hearing.facts().addresses) {
      const bool here = !one.point.has_value() || one.point == hearing.act().point;
      if (here && (!one.day.has_value() || *one.day <= hearing.day())) all_.push_back(&one);
    }
  }

  bool Opens(AddressRoute route) const {
    switch (route) {
      case AddressRoute::kConsumer:
        return !OptedOut() && (Any(AddressAct::kConsumerUsed) || Consented() ||
                               Any(AddressAct::kTypedBesideNotice));
      case AddressRoute::kCreditorNotice:
        return !OptedOut() && NoticeRan() && !Any(AddressAct::kNonPublicDomain) &&
               !Any(AddressAct::kSaidEmployers);
      case AddressRoute::kPriorCollector:
        return !OptedOut() && Any(AddressAct::kObtainedProperly) &&
               LastOfPrior() == AddressAct::kUsed;
      case AddressRoute::kConsumerTexted:
        return !OptedOut() && Any(AddressAct::kTextedUs) && Fresh(AddressAct::kTextedUs);
      case AddressRoute::kTextConsent:
        return !OptedOut() && Consented() && Fresh(AddressAct::kConsumerConsented);
    }
    return false;
  }

  // What spoils an address by whatever route it came.
  bool Spoilt() const {
    return Any(AddressAct::kDisclosedToThirdParty) || Any(AddressAct::kNumberReassigned);
  }

 private:
  bool Any(AddressAct act) const {
    return std::any_of(all_.begin(), all_.end(),
                       [act](const AddressRecord* one) { return one->act == act; });
  }

  bool OptedOut() const {
    return std::any_of(all_.begin(), all_.end(),
                       [](const AddressRecord* one) { return one->opted_out; });
  }

  // Recorded among the address's own history, or among the person's consents.
  bool Consented() const {
    return Any(AddressAct::kConsumerConsented) || ConsentedSince(absl::InfinitePast());
  }

  bool ConsentedSince(absl::Time since) const {
    const auto& consents = hearing_.facts().consents;
    return std::any_of(consents.begin(), consents.end(), [&](const Consent& one) {
      return one.kind == ConsentKind::kUseAddress && one.given_to_us && one.received >= since &&
             hearing_.InForce(one) && one.point == hearing_.act().point &&
             one.channels.Admits(hearing_.act().channel) &&
             one.purposes.Admits(hearing_.act().purpose);
    });
  }

  // The creditor had it from the consumer, wrote about the account, and gave notice; the time to
  // opt out was long enough and is over.
  bool NoticeRan() const {
    const auto ran = [this](const AddressRecord* one) {
      return one->act == AddressAct::kOptOutNotice && one->sound && one->day.has_value() &&
             one->opt_out_by.has_value() && *one->opt_out_by - *one->day >= kind_.notice_days &&
             *one->opt_out_by < hearing_.day();
    };
    return Any(AddressAct::kObtainedFromConsumer) && Any(AddressAct::kSentAboutAccount) &&
           std::any_of(all_.begin(), all_.end(), ran);
  }

  // What the collector right before us did with it.
  std::optional<AddressAct> LastOfPrior() const {
    std::optional<AddressAct> last;
    for (const AddressRecord* one : all_) {
      const bool prior = one->act == AddressAct::kObtainedProperly ||
                         one->act == AddressAct::kUsed || one->act == AddressAct::kNotUsed;
      if (prior) last = one->act;
    }
    return last;
  }

  // Done, or checked anew, within the days that a number stays known. What bears no day of its own
  // is taken for new.
  bool Fresh(AddressAct act) const {
    const Day oldest = hearing_.day() - kind_.fresh_days;
    if (act == AddressAct::kConsumerConsented &&
        ConsentedSince(StartOfDay(oldest, hearing_.calendar_zone()))) {
      return true;
    }
    bool dated = false;
    for (const AddressRecord* one : all_) {
      if (one->act != act && one->act != AddressAct::kReassignmentCheck &&
          one->act != AddressAct::kTextedUs) {
        continue;
      }
      if (one->day.has_value() && *one->day >= oldest) return true;
      dated = dated || one->day.has_value();
    }
    return !dated && Any(act);
  }

  const KnownAddress& kind_;
  const Hearing& hearing_;
  std::vector<const AddressRecord*> all_;
};

constexpr auto kRoutes = {AddressRoute::kConsumer, AddressRoute::kCreditorNotice,
                          AddressRoute::kPriorCollector, AddressRoute::kConsumerTexted,
                          AddressRoute::kTextConsent};

bool Asks(const KnownAddress& kind, const Hearing& hearing) {
  const bool employers = hearing.point() != nullptr && hearing.point()->of_employer;
  return (!kind.employers_only || employers) &&
         (!kind.where_required || hearing.facts().policy.require_safe_harbour);
}

}  // namespace

Saying Judge(const KnownAddress& kind, const Rule& /*rule*/, const Hearing& hearing) {
  if (!Asks(kind, hearing)) return Permits();
  const History history(kind, hearing);
  const bool known =
      !history.Spoilt() && std::any_of(kRoutes.begin(), kRoutes.end(), [&](AddressRoute route) {
        return kind.routes.Has(route) && history.Opens(route);
      });
  if (kind.where_required && hearing.notes() != nullptr) hearing.notes()->safe_harbour = known;
  return known ? Permits() : Refuses();
}

}  // namespace parley
