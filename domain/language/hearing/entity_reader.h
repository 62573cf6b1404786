// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_HEARING_ENTITY_READER_H_
#define PARLEY_DOMAIN_LANGUAGE_HEARING_ENTITY_READER_H_

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/language/concepts_found.h"
#include "domain/language/hearing/amounts.h"
#include "domain/language/hearing/dates.h"
#include "domain/language/hearing/heard.h"
#include "domain/language/hearing/named_numbers.h"
#include "domain/language/hearing/rule_listener.h"
#include "domain/language/lexicon.h"
#include "domain/language/lexicon_file.h"
#include "domain/language/passage.h"

namespace parley::language {

// Finds the amount, day, channel and hour that belong to what was heard: each to the first label
// that can have one.
class EntityReader {
 public:
  // From the concepts channel_* (channel_this_number gives "this_number"), time_of_day,
  // at_work, and those of DateReader. Errors: those of DateReader.
  static absl::StatusOr<EntityReader> Make(const Lexicon& lexicon,
                                           std::span<const LexiconFile> files);

  HeardEntities Read(const Passage& passage, const ConceptsFound& found,
                     const std::vector<RuleHeard>& heard, const HearingContext& context) const;

 private:
  friend class EntityChoice;

  explicit EntityReader(DateReader dates) : dates_(std::move(dates)) {}

  struct NamedChannel {
    ConceptId id = 0;
    std::string channel;
  };

  DateReader dates_;
  NamedNumbers numbers_;
  std::vector<NamedChannel> channels_;
  std::optional<ConceptId> whose_number_;  // "my mum's number": the owner's word leads.
  std::optional<ConceptId> time_of_day_;
  std::optional<ConceptId> at_work_;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_HEARING_ENTITY_READER_H_
