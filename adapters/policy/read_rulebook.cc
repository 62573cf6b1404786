// SPDX-License-Identifier: Apache-2.0
#include "adapters/policy/read_rulebook.h"

#include <algorithm>
#include <optional>

#include "absl/strings/str_cat.h"
#include "adapters/policy/convert_rules.h"
#include "adapters/policy/text_file.h"
#include "adapters/policy/words.h"
#include "domain/common/days.h"
#include "domain/communication/check_rulebook.h"
#include "parley/policy/v1/calendar.pb.h"
#include "parley/policy/v1/rulebook.pb.h"

namespace parley::policy {
namespace {

namespace pb = parley::policy::v1;

Day ReadDay(const std::string& text, const std::string& path, TextFile& file) {
  const std::optional<Day> day = ParseDay(text);
  if (!day.has_value()) file.Fault(path, "is no day such as 2026-11-22");
  return day.value_or(Day(kFirstYear, 1, 1));
}

Concern ReadConcern(const pb::Concern& proto) {
  return {.channels = ReadWords<Channel, parley::v1::Channel>(proto.channels()),
          .purposes = ReadWords<Purpose, parley::v1::Purpose>(proto.purposes()),
          .except_purposes = ReadWords<Purpose, parley::v1::Purpose>(proto.except_purposes()),
          .except_statutory =
              ReadWords<StatutoryKind, parley::v1::StatutoryKind>(proto.except_statutory()),
          .relations = ReadWords<Relation, pb::Relation>(proto.relations()),
          .except_relations = ReadWords<Relation, pb::Relation>(proto.except_relations()),
          .places = ReadWords<Place, parley::v1::Place>(proto.places()),
          .except_places = ReadWords<Place, parley::v1::Place>(proto.except_places()),
          .classes = ReadWords<PointClass, parley::v1::PointClass>(proto.classes()),
          .technologies = ReadWords<Technology, pb::Technology>(proto.technologies())};
}

Applies ReadApplies(const pb::Applies& proto) {
  return {.country = proto.country(),
          .regions = {proto.region().begin(), proto.region().end()},
          .roles = ReadWords<ActorRole, pb::ActorRole>(proto.roles()),
          .roles_by_purpose = ReadWords<ActorRole, pb::ActorRole>(proto.roles_by_purpose()),
          .classes = ReadWords<DebtClass, pb::DebtClass>(proto.classes()),
          .natural_persons = proto.natural_persons()};
}

Rulebook ReadBook(const pb::Rulebook& proto, FindZone find_zone, TextFile& file) {
  Rulebook book{.id = proto.id(),
                .version = proto.version(),
                .title = proto.title(),
                .authority_url = proto.authority_url(),
                .text_read = proto.text_read(),
                .status = ReadWordOr(proto.status(), BookStatus::kLive),
                .effective_from = ReadDay(proto.effective_date(), "effective_date", file),
                .applies = ReadApplies(proto.applies())};
  if (!proto.until_date().empty()) {
    book.effective_until = ReadDay(proto.until_date(), "until_date", file);
  }
  book.companions.assign(proto.companions().begin(), proto.companions().end());
  const Force force = ReadWordOr(proto.force(), Force::kProhibition);
  for (int at = 0; at < proto.rules_size(); ++at) {
    const pb::Rule& rule = proto.rules(at);
    book.rules.push_back(
        {.id = rule.id(),
         .cite = rule.cite(),
         .force = ReadWordOr(rule.force(), force),
         .concern = ReadConcern(rule.concern()),
         .kind = ReadKind(rule, absl::StrCat("rules[", at, "]"), find_zone, file)});
  }
  return book;
}

void AddFaults(const std::vector<BookFault>& faults, TextFile& file) {
  for (const BookFault& fault : faults) file.Fault(fault.path, fault.what);
}

}  // namespace

absl::StatusOr<Rulebook> ReadRulebook(std::string_view file, std::string_view text,
                                      FindZone find_zone) {
  TextFile source(file);
  pb::Rulebook proto;
  source.Parse(text, proto);
  if (!source.sound()) return source.ToStatus();
  Rulebook book = ReadBook(proto, find_zone, source);
  AddFaults(CheckRulebook(book), source);
  if (!source.sound()) return source.ToStatus();
  return book;
}

std::string PlacesOf(std::string_view file, std::string_view text,
                     const std::vector<BookFault>& faults) {
  TextFile source(file);
  pb::Rulebook proto;
  source.Parse(text, proto);
  AddFaults(faults, source);
  const absl::Status status = source.ToStatus();
  return std::string(status.message());
}

absl::StatusOr<Calendar> ReadCalendar(std::string_view file, std::string_view text) {
  TextFile source(file);
  pb::Calendar proto;
  source.Parse(text, proto);
  if (!source.sound()) return source.ToStatus();
  Calendar calendar{.id = proto.id(), .version = proto.version(), .source = proto.source_url()};
  calendar.covers = {ReadDay(proto.first_date(), "first_date", source),
                     ReadDay(proto.last_date(), "last_date", source)};
  for (int at = 0; at < proto.holidays_size(); ++at) {
    const Day day =
        ReadDay(proto.holidays(at).date(), absl::StrCat("holidays[", at, "].date"), source);
    (proto.holidays(at).observed() ? calendar.observed : calendar.holidays).push_back(day);
  }
  AddFaults(CheckCalendar(calendar), source);
  if (!source.sound()) return source.ToStatus();
  return calendar;
}

}  // namespace parley::policy
