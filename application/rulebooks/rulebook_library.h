// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_RULEBOOKS_RULEBOOK_LIBRARY_H_
#define PARLEY_APPLICATION_RULEBOOKS_RULEBOOK_LIBRARY_H_

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "application/ports/published_rulebooks.h"
#include "application/ports/rulebook_reader.h"
#include "application/ports/rulebook_source.h"
#include "application/rulebooks/system_policy.h"

namespace parley {

// A version of a rulebook as it is shown: the system's, or a tenant's with its publication.
struct ShelvedRulebook {
  RulebookFile file;
  std::optional<PublishedRulebook> published;  // Without its text, which is the file's.
  // Calendars that it names and that end within 400 days; told when it is published.
  std::vector<std::string> calendars_ending;
};

// Compiles what a tenant published over the system's books, once an edition. Nobody reads a text to
// judge by it, and a publication binds every process at once, for the edition is read where a
// decision is made. Safe for threads.
class RulebookLibrary final : public RulebookSource {
 public:
  RulebookLibrary(const SystemPolicy& system, const RulebookReader& reader, RulebookShelf& shelf)
      : system_(system), reader_(reader), shelf_(shelf) {}

  absl::StatusOr<RulebooksRef> At(TenantId tenant, std::int64_t edition) override;
  absl::StatusOr<RulebooksRef> At(TenantId tenant, std::int64_t edition,
                                  PublishedRulebooks& published) override;

  // The system's books with these over them, in the order of their editions: what is in force.
  // Errors: RECORD_CORRUPT.
  absl::StatusOr<std::vector<Rulebook>> InForce(std::span<const PublishedRulebook> published) const;

  // Every version that there is: the system's by id and day, then the tenant's by edition.
  // Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
  absl::StatusOr<std::vector<ShelvedRulebook>> List(TenantId tenant) const;

  const SystemPolicy& system() const { return system_; }
  const RulebookReader& reader() const { return reader_; }

 private:
  using ReadShelf = absl::FunctionRef<absl::StatusOr<std::vector<PublishedRulebook>>()>;

  struct Kept {
    std::int64_t edition = 0;
    RulebooksRef set;
  };

  absl::StatusOr<RulebooksRef> Find(TenantId tenant, std::int64_t edition, ReadShelf read);
  absl::StatusOr<RulebooksRef> Compile(std::int64_t edition, ReadShelf read) const;

  const SystemPolicy& system_;
  const RulebookReader& reader_;
  RulebookShelf& shelf_;
  std::mutex mutex_;
  std::map<TenantId, Kept> kept_;  // The latest edition of each tenant that published any.
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_RULEBOOKS_RULEBOOK_LIBRARY_H_
