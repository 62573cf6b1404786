// SPDX-License-Identifier: Apache-2.0
#include "application/debts/statement_paper.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/time.h"
#include "application/debts/balance_chart.h"
#include "application/debts/interest_blocks.h"
#include "application/words/entry_words.h"
#include "application/words/status_words.h"
#include "domain/common/money.h"
#include "domain/debt/bucket.h"
#include "domain/debt/entry.h"
#include "domain/debt/position.h"

namespace parley {
namespace {

std::string KeyOf(EntryKind kind) {
  return absl::StrCat("statement.kind.", std::string(NameOf(kind)));
}
std::string KeyOf(Bucket bucket) {
  return absl::StrCat("statement.bucket.", std::string(NameOf(bucket)));
}

std::string_view KeyOfChange(std::int64_t change) {
  if (change == 0) return "statement.meaning.same";
  return change < 0 ? "statement.meaning.less" : "statement.meaning.more";
}

// Writes one statement block by block.
class Writer {
 public:
  Writer(const StatementView& view, const Voice& voice)
      : debt_(view.issued.journal.debt),
        statement_(view.issued.statement),
        view_(view),
        voice_(voice) {
    for (const Entry& entry : view.issued.journal.entries) entries_.emplace(entry.id, &entry);
  }

  Paper Write() {
    AddTerms();
    Add(Figure());
    Say("statement.parts.heading", Level::kHeading);
    Add(Parts());
    if (view_.issued.accrued_interest > 0) {
      Say("statement.accrued", Level::kParagraph,
          {{"amount", Amount(view_.issued.accrued_interest)}, {"day", statement_.period.to}});
    }
    AddInFlight();
    Say("statement.chart.heading", Level::kHeading);
    Add(BalanceChart(statement_, debt_.currency, voice_));
    AddMovements();
    for (PaperBlock& block : InterestBlocks(debt_, voice_)) Add(std::move(block));
    for (PaperBlock& block : NoticeBlocks(view_.issued.notices, voice_)) Add(std::move(block));
    AddRights();
    return {.language_code = std::string(voice_.language_code()),
            .author = view_.creditor.display_name,
            .addressee = view_.debtor.display_name.Reveal(),
            .title = voice_.Say("statement.title"),
            .subtitle = voice_.Say("statement.period", PeriodWords()),
            .made = statement_.known_at,
            .foot = voice_.Say("statement.foot", {{"creditor", view_.creditor.display_name},
                                                  {"reference", debt_.external_ref}}),
            .page_text = voice_.Say("statement.page", {{"page", std::string("{page}")},
                                                       {"pages", std::string("{pages}")}}),
            .blocks = std::move(blocks_)};
  }

 private:
  enum class Level : std::uint8_t { kHeading, kParagraph };

  void AddInFlight() {
    if (view_.issued.in_flight.empty()) return;
    Say("statement.in_flight.heading", Level::kHeading);
    for (const ExpectedMoney& money : view_.issued.in_flight) {
      Say("statement.in_flight.one", Level::kParagraph,
          {{"amount", Amount(money.amount)}, {"day", money.expected_date}});
    }
  }

  void Add(PaperBlock block) { blocks_.push_back(std::move(block)); }
  void Say(std::string_view key, Level level, const WordArguments& arguments = {}) {
    std::string text = voice_.Say(key, arguments);
    if (level == Level::kHeading) {
      Add(PaperHeading{std::move(text)});
    } else {
      Add(PaperParagraph{std::move(text)});
    }
  }

  Money Amount(std::int64_t minor_units) const { return {minor_units, debt_.currency}; }
  std::string Bare(std::int64_t minor_units) const {
    return BareAmount(minor_units, debt_.currency, voice_);
  }
  std::string Title(std::string_view key) const {
    return voice_.Say(key, {{"currency", std::string(debt_.currency.code())}});
  }
  WordArguments PeriodWords() const {
    return {{"from", statement_.period.from}, {"to", statement_.period.to}};
  }
  std::int64_t Opening() const { return Net(statement_.opening).value_or(0); }
  std::int64_t Closing() const { return Net(statement_.closing).value_or(0); }
  // Nothing stands against saying that it is owed: no dispute, no death, no court, no end.
  bool IsPlainlyOwed() const {
    return view_.state == PlainState::kOpen || view_.state == PlainState::kOnPlan;
  }
  bool PlacedInPeriod() const { return statement_.period.Contains(debt_.itemisation_date); }

  void AddTerms();
  PaperFigure Figure() const;
  std::string Meaning() const;
  PaperTable Parts() const;
  PaperRow Part(std::string name, std::int64_t opening, std::int64_t closing) const;
  void AddMovements();
  PaperRow Row(const Movement& movement) const;
  PaperRow BalanceRow(Day day, std::string_view key, std::int64_t balance) const;
  void AddRights();

  const Debt& debt_;
  const Statement& statement_;
  const StatementView& view_;
  const Voice& voice_;
  absl::flat_hash_map<EntryId, const Entry*> entries_;
  std::vector<PaperBlock> blocks_;
};

// For whom, about what; who writes stands above. What is not known has no line.
void Writer::AddTerms() {
  PaperTerms terms;
  const auto add = [&](std::string_view key, const std::string& text) {
    if (!text.empty()) terms.terms.push_back({voice_.Say(key), text});
  };
  const Origin& origin = debt_.origin;
  add("statement.term.debtor", view_.debtor.display_name.Reveal());
  add("statement.term.origin", origin.product.empty()
                                   ? origin.original_creditor
                                   : absl::StrCat(origin.original_creditor, ", ", origin.product));
  add("statement.term.agreement", origin.agreement_reference.Reveal());
  add("statement.term.reference", debt_.external_ref);
  add("statement.term.known_at",
      absl::FormatTime("%Y-%m-%d %H:%M UTC", statement_.known_at, absl::UTCTimeZone()));
  Add(std::move(terms));
}

// What the balance at the end means, against what it was, and where the debt stands.
std::string Writer::Meaning() const {
  const Position& closing = statement_.closing;
  const std::int64_t owed = Outstanding(closing).value_or(0);
  const std::int64_t written_off = closing.written_off - closing.recovered;
  const std::int64_t change = Closing() - Opening();
  const WordArguments arguments = {{"owed", Amount(owed)},
                                   {"held", Amount(closing.credit)},
                                   {"written_off", Amount(written_off)},
                                   {"difference", Amount(change < 0 ? -change : change)},
                                   {"creditor", view_.creditor.display_name},
                                   {"from", statement_.period.from}};
  if (closing.credit > 0) return voice_.Say("statement.meaning.held", arguments);
  if (owed == 0 && written_off > 0) return voice_.Say("statement.meaning.written_off", arguments);
  if (owed == 0) return voice_.Say("statement.meaning.nothing", arguments);
  std::vector<std::string> sentences;
  if (IsPlainlyOwed()) sentences.push_back(voice_.Say("statement.meaning.owed", arguments));
  // Before the placement there was nothing to compare with.
  if (!PlacedInPeriod()) {
    sentences.push_back(voice_.Say(KeyOfChange(change), arguments));
  }
  if (!IsPlainlyOwed()) sentences.push_back(TellState(view_.state, voice_));
  return absl::StrJoin(sentences, " ");
}

PaperFigure Writer::Figure() const {
  const std::int64_t held = statement_.closing.credit;
  const std::int64_t owed = Outstanding(statement_.closing).value_or(0);
  std::string_view name = "statement.figure.balance";
  if (IsPlainlyOwed()) name = "statement.figure.owed";
  if (held > 0) name = "statement.figure.held";
  return {.name = voice_.Say(name, {{"day", statement_.period.to}}),
          .amount = voice_.Say("statement.amount", {{"amount", Amount(held > 0 ? held : owed)}}),
          .sentence = Meaning()};
}

PaperRow Writer::Part(std::string name, std::int64_t opening, std::int64_t closing) const {
  return {.cells = {std::move(name), Bare(opening), Bare(closing)}};
}

// Where the balance stood by bucket before the period, and where it stands at its end.
PaperTable Writer::Parts() const {
  const Day before = statement_.period.from - 1;
  PaperTable table{.columns = {{voice_.Say("statement.column.part"), PaperColumnKind::kText},
                               {ShortDay(before, voice_), PaperColumnKind::kAmount},
                               {ShortDay(statement_.period.to, voice_), PaperColumnKind::kAmount}},
                   .rows = {}};
  for (const Bucket bucket : kBuckets) {
    const std::int64_t opening = statement_.opening.owed[bucket];
    const std::int64_t closing = statement_.closing.owed[bucket];
    if (opening == 0 && closing == 0) continue;
    table.rows.push_back(Part(voice_.Say(KeyOf(bucket)), opening, closing));
  }
  if (statement_.opening.credit != 0 || statement_.closing.credit != 0) {
    table.rows.push_back(Part(voice_.Say("statement.bucket.held"), -statement_.opening.credit,
                              -statement_.closing.credit));
  }
  table.rows.push_back(Part(Title("statement.parts.total"), Opening(), Closing()));
  table.rows.back().kind = PaperRowKind::kStrong;
  return table;
}

PaperRow Writer::BalanceRow(Day day, std::string_view key, std::int64_t balance) const {
  return {.cells = {ShortDay(day, voice_), voice_.Say(key), "", Bare(balance)},
          .notes = {},
          .kind = PaperRowKind::kStrong};
}

PaperRow Writer::Row(const Movement& movement) const {
  const Entry& entry = *movement.entry;
  const auto linked = entries_.find(entry.linked);
  std::vector<std::string> notes = {TellEntry(
      entry, linked == entries_.end() ? nullptr : linked->second, debt_.currency, voice_)};
  if (!entry.reason.Reveal().empty()) notes.push_back(entry.reason.Reveal());
  return {.cells = {ShortDay(entry.value_date, voice_), voice_.Say(KeyOf(entry.kind)),
                    absl::StrCat(movement.amount > 0 ? "+" : "", Bare(movement.amount)),
                    Bare(movement.balance_after)},
          .notes = std::move(notes)};
}

void Writer::AddMovements() {
  Say("statement.movements.heading", Level::kHeading);
  if (statement_.movements.empty()) {
    Say("statement.movements.none", Level::kParagraph, PeriodWords());
    return;
  }
  PaperTable table{.columns = {{voice_.Say("statement.column.day"), PaperColumnKind::kDay},
                               {voice_.Say("statement.column.movement"), PaperColumnKind::kText},
                               {voice_.Say("statement.column.change"), PaperColumnKind::kAmount},
                               {Title("statement.column.balance"), PaperColumnKind::kAmount}},
                   .rows = {}};
  table.rows.push_back(
      BalanceRow(statement_.period.from - 1, "statement.movements.opening", Opening()));
  for (const Movement& movement : statement_.movements) table.rows.push_back(Row(movement));
  table.rows.push_back(BalanceRow(statement_.period.to, "statement.movements.closing", Closing()));
  Add(std::move(table));
}

void Writer::AddRights() {
  Say("statement.rights.heading", Level::kHeading);
  Say("statement.rights.ask", Level::kParagraph, {{"reference", debt_.external_ref}});
  Say("statement.rights.dispute", Level::kParagraph);
  Say("statement.rights.difficulty", Level::kParagraph);
  Add(PaperParagraph{
      absl::StrCat(voice_.Say("right.COMPLAIN"), " ", voice_.Say("right.OUTSIDE_COMPLAINT"))});
  Say("right.OWN_DATA", Level::kParagraph);
}

}  // namespace

Paper StatementPaper(const StatementView& view, const Voice& voice) {
  return Writer(view, voice).Write();
}

}  // namespace parley
