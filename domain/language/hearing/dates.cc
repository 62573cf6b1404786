// SPDX-License-Identifier: Apache-2.0
#include "domain/language/hearing/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "domain/common/status_macros.h"
#include "domain/language/characters.h"

namespace parley::language {
namespace {

using Kind = DateMention::Kind;

constexpr int kLastDay = 31;
constexpr int kLastMonth = 12;
constexpr int kDaysOfWeek = 7;

struct NamedOffset {
  std::string_view name;
  Kind kind;
  int value;
};
constexpr auto kOffsets =
    std::to_array<NamedOffset>({{"date_today", Kind::kOffset, 0},
                                {"date_tomorrow", Kind::kOffset, 1},
                                {"date_after_tomorrow", Kind::kOffset, 2},
                                {"date_yesterday", Kind::kOffset, -1},
                                {"date_before_yesterday", Kind::kOffset, -2},
                                {"date_week", Kind::kOffset, kDaysOfWeek},
                                {"date_fortnight", Kind::kOffset, 2 * kDaysOfWeek},
                                {"date_month_end", Kind::kMonthEnd, 0},
                                {"date_next_month_end", Kind::kMonthEnd, 1}});

constexpr auto kOrdinalEnds =
    std::to_array<std::string_view>({"st", "nd", "rd", "th", "er", "ero", "te", "ten"});
constexpr auto kDays = std::to_array<std::string_view>(
    {"day", "days", "dia", "dias", "jour", "jours", "tag", "tage", "tagen"});
constexpr auto kWeeks = std::to_array<std::string_view>(
    {"week", "weeks", "wk", "wks", "semana", "semanas", "semaine", "semaines", "woche", "wochen"});
constexpr auto kOfMonth =
    std::to_array<std::string_view>({"of", "de", "del", "st", "nd", "rd", "th", "er", "the"});

// A term that begins with something else: "within ten days of your letter".
constexpr auto kFrom = std::to_array<std::string_view>(
    {"of", "after", "from", "nach", "ab", "apres", "suivant", "despues", "tras", "desde"});
// What comes again and again is on no one day.
constexpr auto kEach = std::to_array<std::string_view>(
    {"every", "each", "cada", "chaque", "jede", "jeden", "jedes", "jeder", "alle", "other"});

template <std::size_t kSize>
bool Holds(const std::array<std::string_view, kSize>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsCivil(int year, int month, int day) {
  const absl::CivilDay made(year, month, day);
  return made.year() == year && made.month() == month && made.day() == day;
}

absl::CivilDay MonthEnd(absl::CivilDay day, int months) {
  return absl::CivilDay(absl::CivilMonth(day) + months + 1) - 1;
}

std::optional<absl::CivilDay> ResolveDayOfMonth(int day, absl::CivilDay received, bool past) {
  constexpr int kMonthsTried = 3;  // The 31st is in one of any two months.
  for (int step = 0; step < kMonthsTried; ++step) {
    const absl::CivilMonth month = absl::CivilMonth(received) + (past ? -step : step);
    if (!IsCivil(static_cast<int>(month.year()), month.month(), day)) continue;
    const absl::CivilDay candidate(month.year(), month.month(), day);
    if (past ? candidate < received : candidate > received) return candidate;
  }
  return std::nullopt;
}

std::optional<absl::CivilDay> ResolveMonthDay(const DateMention& mention, absl::CivilDay received,
                                              bool past) {
  const auto year = static_cast<int>(received.year());
  for (const int candidate : {year, past ? year - 1 : year + 1}) {
    if (!IsCivil(candidate, mention.month, mention.day)) continue;
    const absl::CivilDay day(candidate, mention.month, mention.day);
    if (past ? day <= received : day >= received) return day;
  }
  return std::nullopt;
}

}  // namespace

std::optional<absl::CivilDay> Resolve(const DateMention& mention, absl::CivilDay received,
                                      bool past) {
  switch (mention.kind) {
    case Kind::kOffset:
      return received + mention.value;
    case Kind::kMonthEnd:
      return MonthEnd(received, mention.value);
    case Kind::kWeekday: {
      const auto weekday = static_cast<absl::Weekday>(mention.value - 1);
      return past ? absl::PrevWeekday(received, weekday) : absl::NextWeekday(received, weekday);
    }
    case Kind::kDate:
      break;
  }
  if (mention.year > 0) {
    if (!IsCivil(mention.year, mention.month, mention.day)) return std::nullopt;
    return absl::CivilDay(mention.year, mention.month, mention.day);
  }
  return mention.month > 0 ? ResolveMonthDay(mention, received, past)
                           : ResolveDayOfMonth(mention.day, received, past);
}

// Reads one text from left to right.
class DateFinder {
 public:
  DateFinder(const DateReader& reader, const Passage& passage, const ConceptsFound& found,
             bool day_first)
      : reader_(reader), passage_(passage), found_(found), day_first_(day_first) {}

  std::vector<DateMention> Find() {
    for (const DateReader::Offset& offset : reader_.offsets_) {
      for (const WordRange& words : found_.Of(offset.id)) {
        Note({words, offset.kind, offset.value, 0, 0, 0});
      }
    }
    for (std::uint32_t at = 0; at < Size(); ++at) FindAt(at);
    std::sort(mentions_.begin(), mentions_.end(),
              [](const DateMention& a, const DateMention& b) { return a.words < b.words; });
    return std::move(mentions_);
  }

 private:
  std::uint32_t Size() const { return static_cast<std::uint32_t>(passage_.words().size()); }
  std::string_view WordAt(std::uint32_t at) const {
    return at < Size() ? passage_.FoldedWord(at) : std::string_view();
  }
  char ByteAfter(std::uint32_t at) const {
    const std::string_view text = passage_.text().folded();
    const std::size_t place = passage_.words()[at].end;
    return place < text.size() ? text[place] : ' ';
  }

  // A number of digits alone, or 0.
  int NumberAt(std::uint32_t at) const {
    constexpr std::size_t kLongest = 4;
    const std::string_view word = WordAt(at);
    int value = 0;
    if (word.empty() || word.size() > kLongest || passage_.words()[at].kind != WordKind::kNumber) {
      return 0;
    }
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc() && end == word.data() + word.size() ? value : 0;
  }

  int DayAt(std::uint32_t at) const {
    const int number = NumberAt(at);
    if (number > 0) return number <= kLastDay ? number : 0;
    return at < Size() ? reader_.ordinals_.ValueOf(WordAt(at)).value_or(0) : 0;
  }

  int MonthAt(std::uint32_t at) const { return reader_.months_.ValueOf(WordAt(at)).value_or(0); }

  void Note(const DateMention& mention) {
    for (const DateMention& noted : mentions_) {
      if (noted.words.Overlaps(mention.words)) return;
    }
    mentions_.push_back(mention);
  }

  void FindAt(std::uint32_t at) {
    if (FindNumeric(at) || FindDotted(at) || FindWithMonth(at) || FindInDays(at)) return;
    if (FindDayOfMonth(at)) return;
    const std::optional<int> weekday = reader_.weekdays_.ValueOf(WordAt(at));
    if (!weekday.has_value() || ComesAgain(at)) return;
    // "Friday the 5th" is the day that the number says.
    const std::uint32_t next =
        WordAt(at + 1) == "the" || WordAt(at + 1) == "den" || WordAt(at + 1) == "dem" ? at + 2
                                                                                      : at + 1;
    if (DayAt(next) > 0 && (FindNumeric(next) || FindDotted(next) || FindWithMonth(next) ||
                            FindDayOfMonth(next) || IsOrdinal(next))) {
      Note({{next, next + 1}, Kind::kDate, 0, DayAt(next), 0, 0});
      return;
    }
    Note({{at, at + 1}, Kind::kWeekday, *weekday, 0, 0, 0});
  }

  // "every Friday", "each 2nd Friday".
  bool ComesAgain(std::uint32_t at) const {
    constexpr std::uint32_t kNear = 3;
    for (std::uint32_t before = 1; before <= kNear && before <= at; ++before) {
      if (Holds(kEach, WordAt(at - before))) return true;
    }
    return false;
  }

  bool IsOrdinal(std::uint32_t at) const {
    return Holds(kOrdinalEnds, WordAt(at + 1)) ||
           (passage_.language() == LanguageCode::kGerman && ByteAfter(at) == '.');
  }

  // "6/20", "04/05/2025", "2025-03-15".
  bool FindNumeric(std::uint32_t at) {
    const int first = NumberAt(at);
    const int second = first > 0 ? NumberAt(at + 1) : 0;
    if (second == 0) return false;
    const char mark = ByteAfter(at);
    if (passage_.words()[at + 1].begin != passage_.words()[at].end + 1) return false;
    const int third = NumberAt(at + 2);
    const bool three = third > 0 && ByteAfter(at + 1) == mark;
    const std::uint32_t last = at + (three ? 3 : 2);
    if (mark == '-' && three && first > kLastDay) {
      Note({{at, last}, Kind::kDate, 0, third, second, first});
      return true;
    }
    if (mark != '/' && !(mark == '-' && three)) return false;
    const bool swap = (!day_first_ && first <= kLastMonth) || second > kLastMonth;
    const int day = swap ? second : first;
    const int month = swap ? first : second;
    if (day > kLastDay || month > kLastMonth) return false;
    Note({{at, last}, Kind::kDate, 0, day, month, three ? YearOf(third) : 0});
    return true;
  }

  static int YearOf(int number) {
    constexpr int kCentury = 100;
    constexpr int kThisOne = 2000;
    return number < kCentury ? kThisOne + number : number;
  }

  // "15.03.", "15.03.2025".
  bool FindDotted(std::uint32_t at) {
    const std::string_view word = WordAt(at);
    if (word.empty() || passage_.words()[at].kind != WordKind::kNumber) return false;
    std::array<int, 3> parts{};
    std::size_t count = 0;
    for (std::size_t begin = 0; begin <= word.size() && count < parts.size(); ++count) {
      const std::size_t end = std::min(word.find('.', begin), word.size());
      const auto [stop, error] =
          std::from_chars(word.data() + begin, word.data() + end, parts[count]);
      if (error != std::errc() || stop != word.data() + end) return false;
      begin = end + 1;
    }
    const bool german = passage_.language() == LanguageCode::kGerman;
    const bool ends = ByteAfter(at) == '.' || IsLedByDayMark(at);
    if (count < 2 || (count == 2 && !(german && ends))) return false;
    if (parts[0] < 1 || parts[0] > kLastDay || parts[1] < 1 || parts[1] > kLastMonth) return false;
    Note({{at, at + 1}, Kind::kDate, 0, parts[0], parts[1], count == 3 ? YearOf(parts[2]) : 0});
    return true;
  }

  // "5th of May 2025", "May 5", "1. Oktober", "5 de mayo".
  bool FindWithMonth(std::uint32_t at) {
    if (const int month = MonthAt(at); month > 0) {
      const std::uint32_t day_at = Holds(kOfMonth, WordAt(at + 1)) ? at + 2 : at + 1;
      const int day = passage_.language() == LanguageCode::kEnglish ? DayAt(day_at) : 0;
      if (day == 0) return false;
      const std::uint32_t end = Holds(kOrdinalEnds, WordAt(day_at + 1)) ? day_at + 2 : day_at + 1;
      return NoteWithYear(at, end, day, month);
    }
    const int day = DayAt(at);
    if (day == 0) return false;
    std::uint32_t next = at + 1;
    while (next < at + 3 && Holds(kOfMonth, WordAt(next))) ++next;
    const int month = next < Size() ? MonthAt(next) : 0;
    return month > 0 && NoteWithYear(at, next + 1, day, month);
  }

  bool NoteWithYear(std::uint32_t first, std::uint32_t end, int day, int month) {
    constexpr int kFirstYear = 1990;
    std::uint32_t at = end;
    if (WordAt(at) == "de" || WordAt(at) == "del") ++at;
    const int year = NumberAt(at);
    const bool named = year >= kFirstYear;
    Note({{first, named ? at + 1 : end}, Kind::kDate, 0, day, month, named ? year : 0});
    return true;
  }

  // "in 10 days", "3 days ago".
  bool FindInDays(std::uint32_t at) {
    int number = NumberAt(at);
    if (number == 0 && at < Size()) number = reader_.numbers_.ValueOf(WordAt(at)).value_or(0);
    if (number == 0) return false;
    const std::string_view unit = WordAt(at + 1);
    const bool weeks = Holds(kWeeks, unit);
    if (!weeks && !Holds(kDays, unit)) return false;
    const int days = number * (weeks ? kDaysOfWeek : 1);
    if (Stands(reader_.ago_, at, at + 2)) {
      Note({{at, at + 2}, Kind::kOffset, -days, 0, 0, 0});
    } else if (Stands(reader_.ahead_, at, at) && !Holds(kFrom, WordAt(at + 2))) {
      Note({{at, at + 2}, Kind::kOffset, days, 0, 0, 0});
    }
    return true;
  }

  // A concept that ends before a word, or begins at another.
  bool Stands(std::optional<ConceptId> id, std::uint32_t before, std::uint32_t after) const {
    if (!id.has_value()) return false;
    for (const WordRange& range : found_.Of(*id)) {
      if (range.last == before || (after > before && range.first == after)) return true;
    }
    return false;
  }

  bool IsLedByDayMark(std::uint32_t at) const { return Stands(reader_.day_of_month_, at, at); }

  // "the 5th", "el 5", "am 5."
  bool FindDayOfMonth(std::uint32_t at) {
    const int day = DayAt(at);
    if (day == 0 || (at > 0 && Holds(kEach, WordAt(at - 1)))) return false;
    const bool ordinal = NumberAt(at) > 0 && IsOrdinal(at);
    const bool spoken = NumberAt(at) == 0;
    const bool english = passage_.language() == LanguageCode::kEnglish;
    const bool german = passage_.language() == LanguageCode::kGerman;
    const bool led = IsLedByDayMark(at);
    if (spoken ? !(led && IsLast(at)) : !(ordinal || (led && !german && !english && IsLast(at)))) {
      return false;
    }
    Note({{at, at + (Holds(kOrdinalEnds, WordAt(at + 1)) ? 2U : 1U)}, Kind::kDate, 0, day, 0, 0});
    return true;
  }

  // Whether a number stands alone: no count, percentage or time.
  bool IsLast(std::uint32_t at) const {
    if (ByteAfter(at) == '%' || at + 1 >= Size()) return ByteAfter(at) != '%';
    const bool touches = passage_.words()[at].end == passage_.words()[at + 1].begin;
    if (touches) return false;
    static constexpr auto kAfter = std::to_array<std::string_view>(
        {"time",  "person", "one",   "thing",   "letter", "call", "month",  "week",
         "party", "floor",  "fois",  "mois",    "tiers",  "vez",  "mes",    "piso",
         "mal",   "brief",  "euros", "dolares", "pesos",  "h",    "heures", "horas"});
    return !Holds(kAfter, WordAt(at + 1));
  }

  const DateReader& reader_;
  const Passage& passage_;
  const ConceptsFound& found_;
  bool day_first_;
  std::vector<DateMention> mentions_;
};

absl::StatusOr<DateReader> DateReader::Make(const Lexicon& lexicon,
                                            std::span<const LexiconFile> files) {
  DateReader reader;
  PARLEY_ASSIGN_OR_RETURN(reader.numbers_, NamedNumbers::Make("numbers", files));
  PARLEY_ASSIGN_OR_RETURN(reader.ordinals_, NamedNumbers::Make("ordinals", files));
  PARLEY_ASSIGN_OR_RETURN(reader.months_, NamedNumbers::Make("months", files));
  PARLEY_ASSIGN_OR_RETURN(reader.weekdays_, NamedNumbers::Make("weekdays", files));
  for (const NamedOffset& named : kOffsets) {
    if (const auto id = lexicon.Find(named.name); id.has_value()) {
      reader.offsets_.push_back({*id, named.kind, named.value});
    }
  }
  reader.day_of_month_ = lexicon.Find("date_day_mark");
  reader.ahead_ = lexicon.Find("date_ahead");
  reader.ago_ = lexicon.Find("date_ago");
  return reader;
}

std::vector<DateMention> DateReader::DatesIn(const Passage& passage, const ConceptsFound& found,
                                             bool day_first) const {
  return DateFinder(*this, passage, found, day_first).Find();
}

}  // namespace parley::language
