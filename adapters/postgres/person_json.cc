// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/person_json.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <type_traits>
#include <vector>

#include "adapters/postgres/case_fields.h"
#include "adapters/postgres/person_kinds.h"

namespace parley::postgres {
namespace {

using Json = nlohmann::json;

// The fields of a record, told to who writes and to who reads it: `field(key, value)`.
template <typename T, typename Record>
concept Of = std::same_as<std::remove_const_t<T>, Record>;

void Describe(auto& field, Of<Provenance> auto& provenance) {
  field("source", provenance.source);
  field("actor", provenance.actor);
  field("told", provenance.told);
  field("recorded", provenance.recorded);
}

void Describe(auto& field, Of<ContactScope> auto& scope) {
  field("point", scope.point);
  field("channel", scope.channel);
  field("purpose", scope.purpose);
}

void Describe(auto& field, Of<Period> auto& period) {
  field("from", period.from);
  field("to", period.to);
}

void Describe(auto& field, Of<DayWindow> auto& window) {
  field("days", window.days);
  field("from", window.from);
  field("to", window.to);
  field("within", window.within);
}

void Describe(auto& field, Of<ConsentFact> auto& fact) {
  field("kind", fact.kind);
  field("state", fact.state);
  field("scope", fact.scope);
  field("given_to_us", fact.given_to_us);
  field("how", fact.how);
  field("wording_version", fact.wording_version);
  field("evidence", fact.evidence);
  field("expires", fact.expires);
  field("only_days", fact.only_days);
  field("hours", fact.hours);
  field("provenance", fact.provenance);
}

void Describe(auto& field, Of<Location> auto& location) {
  field("source", location.source);
  field("time_zones", location.time_zones);
  field("region", location.region);
  field("place", location.place);
  field("until", location.until);
  field("provenance", location.provenance);
}

void Describe(auto& field, Of<VerificationTry> auto& attempt) {
  field("at", attempt.at);
  field("passed", attempt.passed);
  field("point", attempt.point);
  field("actor", attempt.actor);
}

void Describe(auto& field, Of<ChannelRanking> auto& ranking) {
  field("purpose", ranking.purpose);
  field("ranked", ranking.ranked);
}

void Describe(auto& field, Of<Preferences> auto& preferences) {
  field("channels", preferences.channels);
  field("languages", preferences.languages);
  field("formats", preferences.formats);
}

void Describe(auto& field, Of<KnownPoint> auto& point) {
  field("representative", point.representative);
  field("type", point.type);
  field("kind", point.kind);
  field("place", point.place);
  field("address", point.address);
  field("postal_code", point.postal_code);
  field("region", point.region);
  field("shared", point.shared);
  field("of_employer", point.of_employer);
  field("state", point.state);
  field("cause", point.cause);
  field("cause_time", point.cause_time);
  field("last_success", point.last_success);
  field("last_failure", point.last_failure);
  field("failures", point.failures);
  field("provenance", point.provenance);
  field("revision", point.revision);
  field("updated", point.updated_time);
}

void Describe(auto& field, Of<OptOut> auto& opt_out) {
  field("scope", opt_out.scope);
  field("how", opt_out.how);
  field("words", opt_out.words);
  field("lifted", opt_out.lifted);
  field("lift_source", opt_out.lift_source);
  field("provenance", opt_out.provenance);
}

void Describe(auto& field, Of<Inconvenience> auto& inconvenience) {
  field("kind", inconvenience.kind);
  field("closed", inconvenience.closed);
  field("place", inconvenience.place);
  field("point", inconvenience.point);
  field("words", inconvenience.words);
  field("confirmed", inconvenience.confirmed_in_writing);
  field("until", inconvenience.until);
  field("provenance", inconvenience.provenance);
}

void Describe(auto& field, Of<ExplicitConsent> auto& consent) {
  field("wording_version", consent.wording_version);
  field("given", consent.given);
  field("withdrawn", consent.withdrawn);
}

void Describe(auto& field, Of<Vulnerability> auto& vulnerability) {
  field("driver", vulnerability.driver);
  field("description", vulnerability.description);
  field("consent", vulnerability.consent);
}

void Describe(auto& field, Of<SupportNeed> auto& need) {
  field("adjustment", need.adjustment);
  field("note", need.note);
  field("vulnerability", need.vulnerability);
  field("review", need.review);
  field("until", need.until);
  field("provenance", need.provenance);
}

void Describe(auto& field, Of<Representative> auto& representative) {
  field("role", representative.role);
  field("name", representative.name);
  field("organisation", representative.organisation);
  field("powers", representative.powers);
  field("debts", representative.debts);
  field("from", representative.from);
  field("until", representative.until);
  field("state", representative.state);
  field("document", representative.document);
  field("provenance", representative.provenance);
  field("revision", representative.revision);
  field("updated", representative.updated_time);
}

// How a value of a type stands in JSON. What is not to be understood throws, as the library does.
template <typename T>
struct Form;

template <typename T>
bool IsNothing(const T& value) {
  if constexpr (requires { value.has_value(); }) {
    return !value.has_value();
  } else if constexpr (requires { value.empty(); }) {
    return value.empty();
  } else {
    return false;
  }
}

struct FieldWriter {
  template <typename T>
  void operator()(const char* key, const T& value) {
    if (!IsNothing(value)) json[key] = Form<T>::Write(value);
  }
  Json json = Json::object();
};

struct FieldReader {
  template <typename T>
  void operator()(const char* key, T& value) {
    if (const auto found = json.find(key); found != json.end()) value = Form<T>::Read(*found);
  }
  const Json& json;
};

// A record.
template <typename T>
struct Form {
  static Json Write(const T& record) {
    FieldWriter fields;
    Describe(fields, record);
    return std::move(fields.json);
  }
  static T Read(const Json& json) {
    T record;
    FieldReader fields{json};
    Describe(fields, record);
    return record;
  }
};

template <typename T>
requires std::integral<T> || std::same_as<T, std::string>
struct Form<T> {
  static Json Write(const T& value) { return value; }
  static T Read(const Json& json) { return json.get<T>(); }
};

template <>
struct Form<SensitiveText> {
  static Json Write(const SensitiveText& text) { return text.Reveal(); }
  static SensitiveText Read(const Json& json) { return SensitiveText(json.get<std::string>()); }
};

template <>
struct Form<absl::Time> {
  static Json Write(absl::Time time) { return absl::ToUnixMicros(time); }
  static absl::Time Read(const Json& json) {
    return absl::FromUnixMicros(json.get<std::int64_t>());
  }
};

template <typename T>
T Known(std::optional<T> value) {
  if (!value.has_value()) throw std::invalid_argument("value");
  return *std::move(value);
}

template <>
struct Form<Day> {
  static Json Write(Day day) { return FormatDay(day); }
  static Day Read(const Json& json) { return Known(ParseDay(json.get<std::string>())); }
};

// [minor units, code].
template <>
struct Form<Money> {
  static Json Write(const Money& money) {
    return Json::array({money.minor_units(), std::string(Currency(money.currency()).code())});
  }
  static Money Read(const Json& json) {
    return {json.at(0).get<std::int64_t>(), Known(Currency::Find(json.at(1).get<std::string>()))};
  }
};

template <typename Tag>
struct Form<Id<Tag>> {
  static Json Write(const Id<Tag>& id) { return id.ToString(); }
  static Id<Tag> Read(const Json& json) { return Known(Id<Tag>::Parse(json.get<std::string>())); }
};

template <>
struct Form<Uuid> {
  static Json Write(const Uuid& id) { return id.ToString(); }
  static Uuid Read(const Json& json) { return Known(Uuid::Parse(json.get<std::string>())); }
};

template <typename E>
requires std::is_enum_v<E>
struct Form<E> {
  static Json Write(E value) { return static_cast<int>(value); }
  static E Read(const Json& json) {
    const auto number = json.get<std::size_t>();
    if (!IsOne(number)) throw std::invalid_argument("number");
    return static_cast<E>(number);
  }

 private:
  static bool IsOne(std::size_t number) {
    if constexpr (std::same_as<E, absl::Weekday>) {
      return number <= static_cast<std::size_t>(absl::Weekday::sunday);
    } else {
      const std::span<const std::string_view> words = WordsOf<E>();
      return number < words.size() && !words[number].empty();
    }
  }
};

template <typename E>
struct Form<EnumSet<E>> {
  static Json Write(const EnumSet<E>& set) {
    constexpr int kMost = 64;
    Json json = Json::array();
    for (int number = 0; number < kMost; ++number) {
      if (set.Has(static_cast<E>(number))) json.push_back(number);
    }
    return json;
  }
  static EnumSet<E> Read(const Json& json) {
    EnumSet<E> set;
    for (const Json& each : json) set.Add(Form<E>::Read(each));
    return set;
  }
};

template <typename T>
struct Form<std::optional<T>> {
  static Json Write(const std::optional<T>& value) { return Form<T>::Write(*value); }
  static std::optional<T> Read(const Json& json) { return Form<T>::Read(json); }
};

template <typename T>
struct Form<std::vector<T>> {
  static Json Write(const std::vector<T>& list) {
    Json json = Json::array();
    for (const T& each : list) json.push_back(Form<T>::Write(each));
    return json;
  }
  static std::vector<T> Read(const Json& json) {
    std::vector<T> list;
    for (const Json& each : json) list.push_back(Form<T>::Read(each));
    return list;
  }
};

template <typename Variant>
int NumberOf(const Variant& variant) {
  return std::visit([]<typename T>(const T&) { return kKind<T>; }, variant);
}

template <typename Variant>
std::string TextOf(const Variant& variant) {
  return std::visit([]<typename T>(const T& value) { return Form<T>::Write(value).dump(); },
                    variant);
}

// What is read as the alternative that has the number; none when none has.
template <typename Variant, std::size_t at = 0>
std::optional<Variant> ReadKind(int kind, const Json& json) {
  if constexpr (at == std::variant_size_v<Variant>) {
    return std::nullopt;
  } else {
    using T = std::variant_alternative_t<at, Variant>;
    return kind == kKind<T> ? Variant(Form<T>::Read(json)) : ReadKind<Variant, at + 1>(kind, json);
  }
}

template <typename Variant>
std::optional<Variant> ParsedKind(int kind, std::string_view text) {
  try {
    return ReadKind<Variant>(kind, Json::parse(text));
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace

int KindOf(const RecordFact& fact) { return NumberOf(fact); }
int KindOf(const KeptPart& part) { return NumberOf(part); }

std::string JsonOf(const RecordFact& fact) { return TextOf(fact); }
std::string JsonOf(const KeptPart& part) { return TextOf(part); }

std::optional<RecordFact> FactFromJson(int kind, std::string_view json) {
  return ParsedKind<RecordFact>(kind, json);
}

std::optional<KeptPart> PartFromJson(int kind, std::string_view json) {
  return ParsedKind<KeptPart>(kind, json);
}

}  // namespace parley::postgres
