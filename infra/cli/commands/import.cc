// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/import/import_source.h"
#include "infra/cli/import/importer.h"
#include "infra/cli/import/inputs_digest.h"
#include "infra/cli/import/progress.h"
#include "infra/cli/import/verdict_file.h"
#include "nlohmann/json.hpp"

namespace parley::cli {
namespace {

// Imports a portfolio from CSV files, and keeps a verdict on each row.
class ImportCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = program.add_subcommand("import", "Import debts and entries from CSV files");
    app->add_option("debts", debts_file_, "Debts to place (infra/docs/import.md has the columns)")
        ->required()
        ->type_name("DEBTS.csv");
    app->add_option("entries", entries_file_, "Entries to post to them, or to earlier ones")
        ->type_name("ENTRIES.csv");
    app->add_flag("--create-creditors", create_creditors_, "Make a creditor for each unknown code");
    app->add_option("--creditor-time-zone", creditor_time_zone_,
                    "Of creditors that are made; without it, UTC")
        ->type_name("ZONE");
    app->add_flag("--validate-only", validate_only_, "Judge every row and write nothing");
    app->add_option("--creditor", creditor_, "The creditor of rows that name none")
        ->type_name("CODE");
    app->add_option("--verdicts", verdicts_file_,
                    "Where verdicts are kept; without it, DEBTS.verdicts.csv in this folder")
        ->type_name("FILE");
    app->add_flag("--restart", restart_, "Start over instead of where the verdict file ends");
    app->add_option("--patience", patience_seconds_,
                    "Seconds to go on trying while the server cannot be reached")
        ->capture_default_str()
        ->type_name("SECONDS")
        ->check(CLI::NonNegativeNumber.description(""));
    app->footer(
        "The same command goes on after an interruption: rows with a verdict are not sent again.\n"
        "Exit code 1 when a row was refused.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(ImportSource source,
                            ImportSource::Open(debts_file_, entries_file_, creditor_));
    PARLEY_ASSIGN_OR_RETURN(const InputsDigest digest, DigestOf(Files()));
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    const ImportIdentity identity{digest.text, OptionsText(), client->address()};
    PARLEY_ASSIGN_OR_RETURN(
        VerdictFile verdicts,
        VerdictFile::Open(VerdictsPath(), identity,
                          restart_ ? VerdictFile::Start::kAfresh : VerdictFile::Start::kResume));
    const std::int64_t before = verdicts.tally().rows();
    Progress progress(context.terminal(), digest.bytes);
    if (before > 0) {
      progress.Note(absl::StrCat(before, " rows have their verdict in ", VerdictsPath(),
                                 " and are not sent again"));
    }
    Importer importer({*client, source, verdicts, progress}, Settings());
    const absl::Status status = importer.Run();
    progress.Close();
    Summarise(verdicts.tally(), before, progress.seconds(), context);
    PARLEY_RETURN_IF_ERROR(status);
    return verdicts.tally().refused == 0 ? Outcome::kClean : Outcome::kFindings;
  }

 private:
  std::vector<std::string> Files() const {
    if (entries_file_.empty()) return {debts_file_};
    return {debts_file_, entries_file_};
  }

  // A rehearsal has a file of its own: it must not keep the import from its rows.
  std::string VerdictsPath() const {
    if (!verdicts_file_.empty()) return verdicts_file_;
    const std::string stem = std::filesystem::path(debts_file_).stem().string();
    return absl::StrCat(stem, validate_only_ ? ".rehearsal.csv" : ".verdicts.csv");
  }

  // The options that verdicts depend on, as one word.
  std::string OptionsText() const {
    std::string text = absl::StrCat("validate_only:", validate_only_ ? 1 : 0,
                                    ",create_creditors:", create_creditors_ ? 1 : 0,
                                    ",zone:", creditor_time_zone_, ",creditor:", creditor_);
    std::replace_if(
        text.begin(), text.end(),
        [](char c) { return !absl::ascii_isgraph(static_cast<unsigned char>(c)); }, '_');
    return text;
  }

  ImportSettings Settings() const {
    ImportSettings settings;
    settings.options.set_validate_only(validate_only_);
    settings.options.set_create_creditors(create_creditors_);
    settings.options.set_creditor_time_zone(creditor_time_zone_);
    settings.patience = absl::Seconds(patience_seconds_);
    return settings;
  }

  void Summarise(const Tally& tally, std::int64_t before, double seconds, Context& context) const {
    const std::int64_t rows = tally.rows() - before;
    const double rate = static_cast<double>(rows) / std::max(seconds, 0.001);
    if (!context.json()) {
      context.terminal().out << tally.ToText() << "\n";
      context.terminal().err << absl::StrFormat("%d rows in %.1f s (%.0f rows/s); verdicts in %s\n",
                                                rows, seconds, rate, VerdictsPath());
      return;
    }
    const nlohmann::ordered_json summary = {
        {"valid", tally.valid},         {"placed", tally.placed},   {"posted", tally.posted},
        {"duplicate", tally.duplicate}, {"refused", tally.refused}, {"rows_sent", rows},
        {"rows_resumed", before},       {"seconds", seconds},       {"rows_per_second", rate},
        {"verdicts", VerdictsPath()}};
    context.terminal().out << summary.dump() << "\n";
  }

  std::string debts_file_;
  std::string entries_file_;
  bool create_creditors_ = false;
  std::string creditor_time_zone_;
  bool validate_only_ = false;
  std::string creditor_;
  std::string verdicts_file_;
  bool restart_ = false;
  double patience_seconds_ = 60;
};

}  // namespace

std::unique_ptr<Command> MakeImportCommand() { return std::make_unique<ImportCommand>(); }

}  // namespace parley::cli
