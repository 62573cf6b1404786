// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_DUTIES_NOTICE_CONTENT_H_
#define PARLEY_DOMAIN_COMMUNICATION_DUTIES_NOTICE_CONTENT_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley {

// What a first notice is known to hold; what is not told of it is not judged.
struct NoticeContent {
  std::vector<std::string> known_name;  // Each part of the most complete name that is known.
  std::optional<std::string> name;
  std::vector<std::string> blank_fields;  // Fields that must be filled, and are not.
  bool itemised = true;
  bool statement_enclosed = false;   // A periodic statement instead of the itemisation,
  bool refers_to_statement = false;  // to which the notice points.
  bool is_mortgage = false;
  bool disclosures_on_reverse = false;
  bool front_points_to_reverse = false;
  std::optional<std::string> translation_source;
  std::vector<std::string> form_changes;  // Of the authority's model form.
};

// The name on a notice is the most complete that is known, and no field is blank.
bool HasSoundFields(const NoticeContent& content);
// Only a mortgage's statement may stand for the itemisation, and the notice points to it.
bool HasSoundStatement(const NoticeContent& content);
bool HasSoundReverse(const NoticeContent& content);
// A translation is the authority's own, or one that somebody answers for.
bool HasSoundTranslation(const NoticeContent& content);
// Changes of the model form that keep it safe: the authority names them.
bool KeepsSafeHarbour(const NoticeContent& content);

// A subject line tells the creditor and one thing more by which the person knows the debt; the
// amount is no such thing.
bool IsTellingSubject(std::string_view subject);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_DUTIES_NOTICE_CONTENT_H_
