// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/conversations.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/array_text.h"
#include "adapters/postgres/conversation_records.h"
#include "adapters/postgres/found_rows.h"
#include "adapters/postgres/sql_text.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

constexpr std::string_view kSelect = "select ";
constexpr std::string_view kOfId = R"sql(
from conversations v
where v.tenant_id = :tenant and v.debtor_id = :debtor and v.conversation_id = :id)sql";
constexpr Query kFind{kJoined<kSelect, kConversationColumns, kOfId>, kConversationWidth};

constexpr std::string_view kOfDebtor = R"sql(
from conversations v
where v.tenant_id = :tenant and v.debtor_id = :debtor
order by v.updated_time desc, v.conversation_id desc
limit :most::bigint)sql";
constexpr Query kAllOf{kJoined<kSelect, kConversationColumns, kOfDebtor>, kConversationWidth};

constexpr Query kWhereIs{R"sql(
select l.conversation_id
from conversation_links l
where l.tenant_id = :tenant and l.debtor_id = :debtor and l.communication_id = :id)sql",
                         1};

// A list's statement is put together from the parts of its filter; each combination is prepared
// once a session.
constexpr std::string_view kListed = R"sql(
from conversations v
where v.tenant_id = :tenant and v.conversation_id > :after::uuid)sql";
constexpr std::string_view kList = kJoined<kSelect, kConversationColumns, kListed>;
constexpr std::string_view kInState = " and v.state = :state::smallint";
constexpr std::string_view kOfPrincipal = " and v.assigned_to = :assigned_to";
constexpr std::string_view kOfPerson = " and v.debtor_id = :debtor";
constexpr std::string_view kInOrder = R"sql(
order by v.conversation_id
limit :most::bigint)sql";

constexpr std::string_view kLinked = R"sql(
from conversation_links l
where l.tenant_id = :tenant and l.debtor_id = :debtor and l.conversation_id = :id
  and l.line > :after::bigint
order by l.line
limit :most::bigint)sql";
constexpr std::string_view kLinkedSince = R"sql(
from unnest(:debtors::uuid[], :lines::bigint[]) as k(debtor_id, line), lateral (
  select l.* from conversation_links l
  where l.tenant_id = :tenant and l.debtor_id = k.debtor_id and l.line > k.line
  order by l.line
  limit :most::bigint
) as l
order by l.debtor_id, l.line)sql";
constexpr Query kLinksSince{kJoined<kSelect, kConversationLinkColumns, kLinkedSince>,
                            kConversationLinkWidth};
constexpr Query kLinks{kJoined<kSelect, kConversationLinkColumns, kLinked>, kConversationLinkWidth};

constexpr std::string_view kNoted = R"sql(
from conversation_notes n
where n.tenant_id = :tenant and n.debtor_id = :debtor and n.conversation_id = :id
  and n.note_id > :after::uuid
order by n.note_id
limit :most::bigint)sql";
constexpr Query kNotes{kJoined<kSelect, kConversationNoteColumns, kNoted>, kConversationNoteWidth};

std::array<Argument, 3> ArgumentsOf(TenantId tenant, DebtorId debtor, const Uuid& id) {
  return {{{"tenant", tenant.ToString()}, {"debtor", debtor.ToString()}, {"id", id.ToString()}}};
}

std::array<Argument, 5> PageOf(TenantId tenant, DebtorId debtor, ConversationId id,
                               std::string after, int most) {
  return {{{"tenant", tenant.ToString()},
           {"debtor", debtor.ToString()},
           {"id", id.ToString()},
           {"after", std::move(after)},
           {"most", absl::StrCat(most)}}};
}

absl::StatusOr<ConversationId> ReadPlace(RowReader& row) {
  const auto id = row.ReadId<ConversationId>();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return id;
}

}  // namespace

absl::StatusOr<Conversation> PostgresConversations::Find(DebtorId debtor, ConversationId id) {
  OneRow<Conversation> one(Reason::kConversationNotFound);
  return one.After(
      session_.Select(kFind, ArgumentsOf(records_.tenant, debtor, id.uuid()),
                      [&](RowReader& row) { return one.Take(ReadConversation(records_, row)); }));
}

absl::StatusOr<std::vector<Conversation>> PostgresConversations::Of(DebtorId debtor) {
  ManyRows<Conversation> all;
  return all.After(
      session_.Select(kAllOf,
                      {{"tenant", records_.tenant.ToString()},
                       {"debtor", debtor.ToString()},
                       {"most", absl::StrCat(kMostConversations)}},
                      [&](RowReader& row) { return all.Take(ReadConversation(records_, row)); }));
}

absl::StatusOr<std::optional<ConversationId>> PostgresConversations::WhereIs(DebtorId debtor,
                                                                             CommunicationId id) {
  ManyRows<ConversationId> found;
  PARLEY_ASSIGN_OR_RETURN(
      const std::vector<ConversationId> those,
      found.After(session_.Select(kWhereIs, ArgumentsOf(records_.tenant, debtor, id.uuid()),
                                  [&](RowReader& row) { return found.Take(ReadPlace(row)); })));
  return those.empty() ? std::nullopt : std::optional(those.front());
}

absl::StatusOr<Conversation> PostgresConversationDesk::GetConversation(TenantId tenant,
                                                                       DebtorId debtor,
                                                                       ConversationId id) {
  const Records records{tenant, keys_};
  OneRow<Conversation> one(Reason::kConversationNotFound);
  return one.After(
      pool_.Read(tenant, kFind, ArgumentsOf(tenant, debtor, id.uuid()),
                 [&](RowReader& row) { return one.Take(ReadConversation(records, row)); }));
}

absl::StatusOr<std::vector<Conversation>> PostgresConversationDesk::ListConversations(
    TenantId tenant, const ConversationFilter& filter, ConversationId after, int most) {
  const Records records{tenant, keys_};
  std::string sql(kList);
  std::vector<Argument> arguments = {{"tenant", tenant.ToString()}, {"after", after.ToString()}};
  if (filter.state.has_value()) {
    sql += kInState;
    arguments.push_back({"state", absl::StrCat(static_cast<int>(*filter.state))});
  }
  if (filter.assigned_to.has_value()) {
    sql += kOfPrincipal;
    arguments.push_back({"assigned_to", *filter.assigned_to});
  }
  if (filter.debtor.has_value()) {
    sql += kOfPerson;
    arguments.push_back({"debtor", filter.debtor->ToString()});
  }
  sql += kInOrder;
  arguments.push_back({"most", absl::StrCat(most)});
  ManyRows<Conversation> page;
  return page.After(
      pool_.Read(tenant, Query{sql, kConversationWidth}, arguments,
                 [&](RowReader& row) { return page.Take(ReadConversation(records, row)); }));
}

absl::StatusOr<std::vector<ConversationLink>> PostgresConversationDesk::ListLinks(
    TenantId tenant, DebtorId debtor, ConversationId id, std::int64_t after, int most) {
  ManyRows<ConversationLink> page;
  return page.After(
      pool_.Read(tenant, kLinks, PageOf(tenant, debtor, id, absl::StrCat(after), most),
                 [&](RowReader& row) { return page.Take(ReadConversationLink(row)); }));
}

absl::StatusOr<std::vector<ConversationLink>> PostgresConversationDesk::ListLinksSince(
    TenantId tenant, std::span<const LinePosition> positions, int most) {
  std::vector<DebtorId> debtors;
  std::vector<std::int64_t> lines;
  for (const LinePosition& position : positions) {
    debtors.push_back(position.debtor);
    lines.push_back(position.line);
  }
  const std::array<Argument, 4> arguments = {
      {{"tenant", tenant.ToString()},
       {"debtors", ArrayText(std::span<const DebtorId>(debtors))},
       {"lines", ArrayText(std::span<const std::int64_t>(lines))},
       {"most", absl::StrCat(most)}}};
  ManyRows<ConversationLink> found;
  return found.After(pool_.Read(tenant, kLinksSince, arguments, [&](RowReader& row) {
    return found.Take(ReadConversationLink(row));
  }));
}

absl::StatusOr<std::vector<ConversationNote>> PostgresConversationDesk::ListNotes(
    TenantId tenant, DebtorId debtor, ConversationId id, ConversationNoteId after, int most) {
  const Records records{tenant, keys_};
  ManyRows<ConversationNote> page;
  return page.After(
      pool_.Read(tenant, kNotes, PageOf(tenant, debtor, id, after.ToString(), most),
                 [&](RowReader& row) { return page.Take(ReadConversationNote(records, row)); }));
}

}  // namespace parley::postgres
