// SPDX-License-Identifier: Apache-2.0
#include "application/rulebooks/rulebook_library.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/communication/supersede.h"

namespace parley {
namespace {

// What was judged at its publication reads again, unless somebody changed what is stored.
absl::StatusOr<Rulebook> ReadAgain(const RulebookReader& reader, const PublishedRulebook& one) {
  absl::StatusOr<Rulebook> book = reader.Read(one.text);
  if (!book.ok()) return Refuse(Reason::kRecordCorrupt);
  return book;
}

bool ComesFirst(const RulebookFile& left, const RulebookFile& right) {
  return std::tie(left.book.id, left.book.effective_from) <
         std::tie(right.book.id, right.book.effective_from);
}

}  // namespace

absl::StatusOr<RulebooksRef> RulebookLibrary::At(TenantId tenant, std::int64_t edition) {
  return Find(tenant, edition, [&] { return shelf_.ListPublished(tenant); });
}

absl::StatusOr<RulebooksRef> RulebookLibrary::At(TenantId tenant, std::int64_t edition,
                                                 PublishedRulebooks& published) {
  return Find(tenant, edition, [&] { return published.All(); });
}

absl::StatusOr<RulebooksRef> RulebookLibrary::Find(TenantId tenant, std::int64_t edition,
                                                   ReadShelf read) {
  if (edition == 0) return system_.compiled();
  {
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(tenant);
    if (found != kept_.end() && found->second.edition == edition) return found->second.set;
  }
  PARLEY_ASSIGN_OR_RETURN(RulebooksRef set, Compile(edition, read));
  const std::lock_guard lock(mutex_);
  Kept& kept = kept_[tenant];
  if (kept.edition < edition) kept = {edition, set};
  return set;
}

absl::StatusOr<RulebooksRef> RulebookLibrary::Compile(std::int64_t edition, ReadShelf read) const {
  PARLEY_ASSIGN_OR_RETURN(std::vector<PublishedRulebook> published, read());
  std::erase_if(published, [&](const PublishedRulebook& one) { return one.edition > edition; });
  PARLEY_ASSIGN_OR_RETURN(std::vector<Rulebook> books, InForce(published));
  absl::StatusOr<Rulebooks> compiled = Rulebooks::Make(std::move(books), system_.calendars());
  if (!compiled.ok()) return Refuse(Reason::kRecordCorrupt);
  return std::make_shared<const Rulebooks>(*std::move(compiled));
}

absl::StatusOr<std::vector<Rulebook>> RulebookLibrary::InForce(
    std::span<const PublishedRulebook> published) const {
  std::vector<Rulebook> books = system_.Books();
  for (const PublishedRulebook& one : published) {
    PARLEY_ASSIGN_OR_RETURN(const Rulebook book, ReadAgain(reader_, one));
    Supersede(books, book);
  }
  return books;
}

absl::StatusOr<std::vector<ShelvedRulebook>> RulebookLibrary::List(TenantId tenant) const {
  std::vector<RulebookFile> files = system_.files();
  std::sort(files.begin(), files.end(), ComesFirst);
  std::vector<ShelvedRulebook> all;
  for (RulebookFile& file : files) all.push_back({.file = std::move(file)});
  PARLEY_ASSIGN_OR_RETURN(std::vector<PublishedRulebook> published, shelf_.ListPublished(tenant));
  for (PublishedRulebook& one : published) {
    ShelvedRulebook& shelved = all.emplace_back();
    PARLEY_ASSIGN_OR_RETURN(shelved.file.book, ReadAgain(reader_, one));
    shelved.file.text = std::exchange(one.text, {});
    shelved.published = std::move(one);
  }
  return all;
}

}  // namespace parley
