// SPDX-License-Identifier: Apache-2.0
#include "domain/language/hearing/amounts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "domain/language/characters.h"

namespace parley::language {
namespace {

constexpr std::int64_t kHundredths = 100;
constexpr std::int64_t kThousand = 1000;
constexpr std::int64_t kHighest = 100'000'000;  // Of a sum in whole units.

struct NamedCurrency {
  std::string_view word;
  std::string_view code;
};
constexpr auto kCurrencies = std::to_array<NamedCurrency>(
    {{"$", "USD"},    {"usd", "USD"},     {"dollar", "USD"}, {"dollars", "USD"}, {"bucks", "USD"},
     {"buck", "USD"}, {"dolares", "USD"}, {"dolar", "USD"},  {"dls", "USD"},     {"\u00A3", "GBP"},
     {"gbp", "GBP"},  {"pound", "GBP"},   {"pounds", "GBP"}, {"quid", "GBP"},    {"\u20AC", "EUR"},
     {"eur", "EUR"},  {"euro", "EUR"},    {"euros", "EUR"},  {"balles", "EUR"},  {"pavos", "EUR"},
     {"chf", "CHF"},  {"franken", "CHF"}, {"fr", "CHF"},     {"pesos", "MXN"},   {"mxn", "MXN"}});

// Words after a number that is no sum of money.
constexpr auto kCounted = std::to_array<std::string_view>(
    {"th",     "st",       "nd",       "rd",          "er",           "eme",       "h",
     "hr",     "hrs",      "hour",     "hours",       "min",          "mins",      "minutes",
     "am",     "pm",       "a.m",      "p.m",         "day",          "days",      "week",
     "weeks",  "wks",      "wk",       "month",       "months",       "mo",        "mos",
     "year",   "years",    "yr",       "yrs",         "yo",           "times",     "x",
     "kids",   "children", "payments", "instalments", "installments", "letters",   "calls",
     "people", "percent",  "dias",     "dia",         "semanas",      "semana",    "mes",
     "meses",  "anos",     "ano",      "horas",       "hora",         "veces",     "vez",
     "hijos",  "ninos",    "cuotas",   "pagos",       "plazos",       "cartas",    "llamadas",
     "jours",  "jour",     "semaines", "semaine",     "mois",         "ans",       "an",
     "heures", "heure",    "fois",     "enfants",     "mensualites",  "echeances", "lettres",
     "appels", "uhr",      "tage",     "tagen",       "tag",          "wochen",    "woche",
     "monate", "monaten",  "monat",    "jahre",       "jahren",       "jahr",      "stunden",
     "stunde", "minuten",  "mal",      "kinder",      "kindern",      "raten",     "briefe",
     "anrufe", "prozent",  "kwh",      "kw",          "km",           "kg",        "gb",
     "litres", "litros",   "liter",    "miles",       "metres",       "metros",    "meter"});

// What a sum is paid each time: "50/mo".
constexpr auto kPeriods =
    std::to_array<std::string_view>({"mo", "mth", "month", "m", "wk", "week", "w", "mes", "mois",
                                     "monat", "semana", "semaine", "woche", "paycheck", "payday"});

// Words before a number that names something: a house, a law's chapter, a file.
constexpr auto kNaming = std::to_array<std::string_view>(
    {"ref",      "reference", "number",       "no",    "nr",       "num",        "chapter",
     "ch",       "bk",        "apt",          "unit",  "room",     "flat",       "case",
     "account",  "acct",      "step",         "phase", "numero",   "expediente", "capitulo",
     "dossier",  "numero",    "aktenzeichen", "az",    "nummer",   "paragraph",  "article",
     "articulo", "at",        "um",           "gegen", "vers",     "las",        "since",
     "desde",    "seit",      "depuis",       "part",  "question", "option",     "age",
     "aged",     "iphone"});

template <std::size_t kSize>
bool Holds(const std::array<std::string_view, kSize>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view CurrencyOf(std::string_view word) {
  for (const NamedCurrency& named : kCurrencies) {
    if (named.word == word) return named.code;
  }
  return "";
}

// "1.234,50", "42.50", "2,500": the last mark is a decimal one where one or two digits follow.
std::optional<std::int64_t> MinorUnitsOf(std::string_view digits) {
  std::int64_t whole = 0;
  std::int64_t fraction = 0;
  const std::size_t mark = digits.find_last_of(".,");
  const std::size_t after = mark == std::string_view::npos ? 0 : digits.size() - mark - 1;
  const bool decimal = after == 1 || after == 2;
  for (const char byte : decimal ? digits.substr(0, mark) : digits) {
    if (!IsDigit(byte)) continue;
    whole = whole * 10 + (byte - '0');
    if (whole > kHighest) return std::nullopt;
  }
  if (decimal) {
    for (const char byte : digits.substr(mark + 1)) fraction = fraction * 10 + (byte - '0');
    if (after == 1) fraction *= 10;
  }
  return whole * kHundredths + fraction;
}

class AmountReader {
 public:
  AmountReader(const Passage& passage, const NamedNumbers& numbers,
               const std::vector<WordRange>& taken)
      : passage_(passage), numbers_(numbers), taken_(taken) {}

  std::vector<AmountMention> Read() {
    const auto size = static_cast<std::uint32_t>(passage_.words().size());
    for (std::uint32_t at = 0; at < size;) {
      const std::uint32_t next = ReadAt(at);
      at = std::max(next, at + 1);
    }
    return std::move(mentions_);
  }

 private:
  std::string_view WordAt(std::uint32_t at) const {
    return at < passage_.words().size() ? passage_.FoldedWord(at) : std::string_view();
  }

  WordKind KindAt(std::uint32_t at) const {
    return at < passage_.words().size() ? passage_.words()[at].kind : WordKind::kWord;
  }

  bool Touches(std::uint32_t at) const {
    return at + 1 < passage_.words().size() &&
           passage_.words()[at].end == passage_.words()[at + 1].begin;
  }

  char ByteAfter(std::uint32_t at, std::size_t offset = 0) const {
    const std::string_view text = passage_.text().folded();
    const std::size_t place = passage_.words()[at].end + offset;
    return place < text.size() ? text[place] : ' ';
  }

  bool IsTaken(std::uint32_t at) const {
    return std::any_of(taken_.begin(), taken_.end(), [at](const WordRange& range) {
      return range.first <= at && at < range.last;
    });
  }

  // The word after what was read; 0 for nothing.
  std::uint32_t ReadAt(std::uint32_t at) {
    if (IsTaken(at)) return 0;
    const WordKind kind = KindAt(at);
    if (kind == WordKind::kNumber || kind == WordKind::kMoney) return ReadDigits(at);
    if (kind != WordKind::kWord) return 0;
    const bool follows = at > 0 && KindAt(at - 1) == WordKind::kNumber;
    return follows && IsTimes(WordAt(at)) ? ReadTimes(at) : ReadNamed(at);
  }

  std::uint32_t ReadDigits(std::uint32_t at) {
    std::uint32_t last = at;
    std::string text(WordAt(at));
    const bool thin = text.size() <= 3 && KindAt(at) == WordKind::kNumber;
    // "1 200 €": thousands apart.
    while (thin && IsThousands(last)) text += WordAt(++last);
    std::string currency;
    std::string digits;
    for (std::size_t byte = 0; byte < text.size(); ++byte) {
      if (IsDigit(text[byte]) || text[byte] == '.' || text[byte] == ',') digits += text[byte];
    }
    for (const std::string_view sign : {"$", "\u00A3", "\u20AC"}) {
      if (text.find(sign) != std::string::npos) currency = CurrencyOf(sign);
    }
    std::optional<std::int64_t> minor = MinorUnitsOf(digits);
    if (!minor.has_value()) return 0;
    if (WordAt(last + 1) == "k" && Touches(last)) {
      *minor *= kThousand;
      ++last;
    }
    return Note(at, last, *minor, currency);
  }

  bool IsThousands(std::uint32_t at) const {
    const std::uint32_t next = at + 1;
    if (next >= passage_.words().size() || ByteAfter(at) != ' ') return false;
    const std::string_view word = WordAt(next);
    const std::size_t digits = static_cast<std::size_t>(
        std::find_if_not(word.begin(), word.end(), IsDigit) - word.begin());
    const bool follows = passage_.words()[next].begin == passage_.words()[at].end + 1U;
    return follows && digits == 3 &&
           (word.size() == 3 || word[3] == ',' || word[3] == '.' || word[3] == ' ' ||
            static_cast<unsigned char>(word[3]) >= 0x80);
  }

  // The second part of "4x100".
  static bool IsTimes(std::string_view word) {
    return word.size() > 1 && word.front() == 'x' && IsDigit(word[1]);
  }

  std::uint32_t ReadTimes(std::uint32_t at) {
    const std::optional<std::int64_t> minor = MinorUnitsOf(WordAt(at).substr(1));
    return minor.has_value() ? Note(at, at, *minor, "") : 0;
  }

  // "two hundred and fifty pounds"; only with a currency, a hundred or a thousand.
  std::uint32_t ReadNamed(std::uint32_t at) {
    std::int64_t total = 0;
    std::int64_t part = 0;
    std::uint32_t last = at;
    bool read = false;
    for (std::uint32_t word = at; word < passage_.words().size(); ++word) {
      const std::optional<int> value = numbers_.ValueOf(WordAt(word));
      if (!value.has_value()) {
        if (read && WordAt(word) == "and") continue;
        break;
      }
      if (*value == kThousand || *value == kHundredths) {
        part = std::max<std::int64_t>(part, 1) * *value;
        if (*value == kThousand) total += std::exchange(part, 0);
      } else {
        part += *value;
      }
      if (total + part > kHighest) return 0;
      read = true;
      last = word;
    }
    if (!read) return 0;
    const std::int64_t sum = total + part;
    // "Not one euro more" is no sum.
    if (sum == 1) return last + 1;
    if (CurrencyOf(WordAt(last + 1)).empty() && sum < kHundredths) return last + 1;
    return Note(at, last, sum * kHundredths, "");
  }

  std::uint32_t Note(std::uint32_t first, std::uint32_t last, std::int64_t minor,
                     std::string currency) {
    const std::string_view next = WordAt(last + 1);
    const std::string_view named = CurrencyOf(next);
    if (!named.empty() && (currency.empty() || named == "MXN")) {
      currency = named;
      ++last;
    } else if (currency.empty() && first > 0) {
      currency = CurrencyBefore(first);
    }
    if (currency.empty()) currency = SignAfter(last);
    bool money = !currency.empty();
    if (!money && !CanBeMoney(first, last, minor)) return last + 1;
    money |= HasCents(first);
    mentions_.push_back({{first, last + 1}, {minor, std::move(currency)}, money});
    return last + 1;
  }

  // "42.50", which is no hour.
  bool HasCents(std::uint32_t at) const {
    constexpr std::size_t kCents = 2;
    constexpr std::int64_t kHours = 24 * kHundredths;
    const std::string_view word = WordAt(at);
    const std::size_t mark = word.find_last_of(".,");
    return mark != std::string_view::npos && word.size() - mark - 1 == kCents &&
           MinorUnitsOf(word).value_or(0) >= kHours;
  }

  // "EUR 50".
  std::string CurrencyBefore(std::uint32_t first) const {
    const std::string_view before = WordAt(first - 1);
    const bool code = before == "usd" || before == "eur" || before == "gbp" || before == "chf";
    return code ? std::string(CurrencyOf(before)) : std::string();
  }

  // "75,- €".
  std::string SignAfter(std::uint32_t last) const {
    const std::size_t end = passage_.words()[last].end;
    const std::string_view after = passage_.text().folded().substr(end, 6);
    if (after.empty() || (after.front() != ',' && after.front() != '.')) return "";
    return after.find("\u20AC") != std::string_view::npos && after.find('-') < 3 ? "EUR" : "";
  }

  bool CanBeMoney(std::uint32_t first, std::uint32_t last, std::int64_t minor) const {
    constexpr std::int64_t kYears = 1900 * kHundredths;
    constexpr std::int64_t kYearsEnd = 2100 * kHundredths;
    constexpr std::size_t kReference = 6;
    const std::string_view next = WordAt(last + 1);
    const std::string_view word = WordAt(first);
    if (KindAt(first) == WordKind::kNumber && first == last) {
      const bool whole = word.find_first_of(".,") == std::string_view::npos;
      if (whole && (word.front() == '0' || word.size() >= kReference)) return false;
      if (whole && word.size() == 4 && minor >= kYears && minor < kYearsEnd) return false;
    }
    if (ByteAfter(last) != '/' && Holds(kCounted, next)) return false;
    if (IsSpelt(word)) return false;
    if (ByteAfter(last) == '%' || (ByteAfter(last) == ' ' && ByteAfter(last, 1) == '%')) {
      return false;
    }
    if (ByteAfter(last) == '/' && Holds(kPeriods, next)) return true;
    if (ByteAfter(last) == '/' || ByteAfter(last) == '-') return ByteAfter(last, 1) == ' ';
    if (first > 0 && ByteAfter(first - 1) == '/' && ByteAfter(first - 1, 1) != ' ') return false;
    if (IsTimes(next)) return false;
    return first == 0 || !Holds(kNaming, WordAt(first - 1));
  }

  // "need 2 stretch it", "4 now": a word that is written so.
  bool IsSpelt(std::string_view word) const {
    return passage_.language() == LanguageCode::kEnglish && (word == "2" || word == "4");
  }

  const Passage& passage_;
  const NamedNumbers& numbers_;
  const std::vector<WordRange>& taken_;
  std::vector<AmountMention> mentions_;
};

}  // namespace

std::vector<AmountMention> AmountsIn(const Passage& passage, const NamedNumbers& numbers,
                                     const std::vector<WordRange>& taken) {
  return AmountReader(passage, numbers, taken).Read();
}

}  // namespace parley::language
