// SPDX-License-Identifier: Apache-2.0
#include "application/rulebooks/publish_rulebook.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "domain/common/event.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/communication/check_rulebook.h"
#include "domain/communication/supersede.h"

namespace parley {
namespace {

bool IsVersionOf(const Rulebook& book, const std::string& id, const std::string& version) {
  return book.id == id && book.version == version;
}

// Whether the system or the tenant has this version.
bool IsTaken(const Rulebook& book, const SystemPolicy& system,
             const std::vector<PublishedRulebook>& published) {
  const auto& files = system.files();
  return std::any_of(files.begin(), files.end(),
                     [&](const RulebookFile& file) {
                       return IsVersionOf(book, file.book.id, file.book.version);
                     }) ||
         std::any_of(published.begin(), published.end(), [&](const PublishedRulebook& one) {
           return IsVersionOf(book, one.id, one.version);
         });
}

// What the book gets wrong beside the others: companions, calendars, days without a version.
std::vector<BookFault> FaultsAmong(const Rulebook& book, const std::vector<Rulebook>& all,
                                   const std::vector<Calendar>& calendars) {
  std::vector<BookFault> faults = CheckCompanions(book, all);
  const absl::Status made = Rulebooks::Make(all, calendars).status();
  if (!made.ok()) faults.push_back({"id", std::string(made.message())});
  return faults;
}

std::vector<std::string> EndingCalendars(const Rulebook& book,
                                         const std::vector<Calendar>& calendars, Day today) {
  std::vector<std::string> ending = CalendarsOf(book);
  std::erase_if(ending, [&](const std::string& id) {
    return std::none_of(calendars.begin(), calendars.end(),
                        [&](const Calendar& one) { return one.id == id && EndsSoon(one, today); });
  });
  return ending;
}

void TellPublished(Work& work, Ids& ids) {
  Event event;
  event.id = EventId(ids.Next());
  event.type = EventType::kPolicyPublished;
  event.debtor = kDesk;
  event.occurred_time = work.now;
  work.store.outbox().Append(event);
}

}  // namespace

absl::StatusOr<Answer> PublishRulebook::Handle(const Call& call, const Command& command,
                                               Encode<ShelvedRulebook> encode) const {
  const auto decide = [&](Work& work) { return Publish(work, command); };
  return mutations_.Run<ShelvedRulebook>(call, kDesk, decide, encode);
}

absl::StatusOr<ShelvedRulebook> PublishRulebook::Publish(Work& work, const Command& command) const {
  const SystemPolicy& system = library_.system();
  PARLEY_ASSIGN_OR_RETURN(const Rulebook book, library_.reader().Read(command.text));
  PARLEY_ASSIGN_OR_RETURN(const std::vector<PublishedRulebook> published,
                          work.store.rulebooks().All());
  if (IsTaken(book, system, published)) return Refuse(Reason::kRulebookAlreadyPublished);
  PARLEY_ASSIGN_OR_RETURN(std::vector<Rulebook> all, library_.InForce(published));
  Supersede(all, book);
  const auto faults = FaultsAmong(book, all, system.calendars());
  if (!faults.empty()) return library_.reader().Refused(command.text, faults);
  PARLEY_RETURN_IF_ERROR(CheckCases(command.cases, all));
  PublishedRulebook record{.edition = static_cast<std::int64_t>(published.size()) + 1,
                           .id = book.id,
                           .version = book.version,
                           .text = command.text,
                           .actor = work.call.principal,
                           .published_time = work.now};
  work.store.rulebooks().Publish(record);
  TellPublished(work, ids_);
  record.text.clear();
  const Day today(absl::ToCivilDay(work.now, absl::UTCTimeZone()));
  return ShelvedRulebook{
      {book, command.text}, std::move(record), EndingCalendars(book, system.calendars(), today)};
}

absl::Status PublishRulebook::CheckCases(const std::string& cases,
                                         const std::vector<Rulebook>& books) const {
  if (cases.empty()) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(const CaseReport report,
                          cases_.Play(cases, books, library_.system().calendars()));
  if (report.failures.empty()) return absl::OkStatus();
  const std::string faults =
      absl::StrJoin(report.failures, "\n", [](std::string* line, const CaseFailure& failure) {
        absl::StrAppend(line, "case ", failure.id, ": ", absl::StrJoin(failure.differences, "; "));
      });
  return Refuse(Reason::kRulebookUnsound, {}, {{"faults", faults}});
}

}  // namespace parley
