// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_rulebook.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <variant>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/filter_terms.h"
#include "adapters/grpc/names.h"

namespace parley::grpc_api {
namespace {

constexpr std::size_t kMostFailures = 100;

void WriteFailure(const CaseFailure& failure, v1::CaseFailure& out) {
  out.set_id(failure.id);
  out.set_title(failure.title);
  out.set_action(failure.action);
  for (const std::string& difference : failure.differences) out.add_differences(difference);
  out.set_given(failure.given);
  out.set_expected(failure.expected);
  out.set_answered(failure.answered);
}

}  // namespace

v1::RulebookLevel ReadRulebookFilter(const std::string& filter, Violations& violations) {
  const auto terms = ParseFilter(filter);
  if (terms.has_value() && terms->empty()) return v1::RULEBOOK_LEVEL_UNSPECIFIED;
  if (terms.has_value() && terms->size() == 1) {
    const FilterTerm& term = terms->front();
    const auto* const word = std::get_if<FilterWord>(&term.value);
    if (term.field == "level" && term.comparator == "=" && word != nullptr) {
      if (word->text == "SYSTEM") return v1::RULEBOOK_LEVEL_SYSTEM;
      if (word->text == "TENANT") return v1::RULEBOOK_LEVEL_TENANT;
    }
  }
  AddOnce(violations, "filter", Fault::kFilterInvalid);
  return v1::RULEBOOK_LEVEL_UNSPECIFIED;
}

v1::RulebookLevel LevelOf(const ShelvedRulebook& one) {
  return one.published.has_value() ? v1::RULEBOOK_LEVEL_TENANT : v1::RULEBOOK_LEVEL_SYSTEM;
}

void Write(const ShelvedRulebook& one, WithText with_text, v1::Rulebook& out) {
  const Rulebook& book = one.file.book;
  out.set_name(NameOf(RulebookName{book.id, book.version}));
  out.set_level(LevelOf(one));
  // The numbers are the domain's.
  out.set_status(static_cast<v1::RulebookStatus>(static_cast<int>(book.status)));
  out.set_title(book.title);
  out.set_authority_url(book.authority_url);
  out.set_effective_date(FormatDay(book.effective_from));
  if (book.effective_until.has_value()) out.set_until_date(FormatDay(*book.effective_until));
  out.set_rule_count(static_cast<std::int32_t>(book.rules.size()));
  if (with_text == WithText::kYes) out.set_text(one.file.text);
  if (one.published.has_value()) {
    out.set_actor(one.published->actor);
    Write(one.published->published_time, *out.mutable_create_time());
  }
  for (const std::string& calendar : one.calendars_ending) out.add_ending_calendars(calendar);
}

void Write(const CaseReport& report, v1::TestRulebookResponse& out) {
  out.set_passed_count(report.passed);
  out.set_failed_count(static_cast<std::int32_t>(report.failures.size()));
  out.set_skipped_count(report.skipped);
  for (std::size_t at = 0; at < std::min(report.failures.size(), kMostFailures); ++at) {
    WriteFailure(report.failures[at], *out.add_failures());
  }
}

}  // namespace parley::grpc_api
