// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_COMMANDS_COMMANDS_H_
#define PARLEY_INFRA_CLI_COMMANDS_COMMANDS_H_

#include <memory>
#include <string>
#include <vector>

#include "infra/cli/command.h"

namespace parley::cli {

// What the program can do, one file of this folder each.
std::unique_ptr<Command> MakeStatementCommand();
std::unique_ptr<Command> MakeItemiseCommand();
std::unique_ptr<Command> MakeQuoteCommand();
std::unique_ptr<Command> MakeExplainCommand();
std::unique_ptr<Command> MakeHoldsCommand();
std::unique_ptr<Command> MakeMayContactCommand();
std::unique_ptr<Command> MakeDebtorRecordCommand();
std::unique_ptr<Command> MakeAddContactCommand();
std::unique_ptr<Command> MakeConsentCommand();
std::unique_ptr<Command> MakeOptOutCommand();
std::unique_ptr<Command> MakeCommunicationsCommand();
std::unique_ptr<Command> MakeReceiveCommand();
std::unique_ptr<Command> MakeInboxCommand();
std::unique_ptr<Command> MakeChatCommand();
std::unique_ptr<Command> MakePreviewCommand();
std::unique_ptr<Command> MakeSendCommand();
std::unique_ptr<Command> MakeShowMessageCommand();
std::unique_ptr<Command> MakeEventsCommand();
std::unique_ptr<Command> MakeTimelineCommand();
std::unique_ptr<Command> MakeImportCommand();
std::unique_ptr<Command> MakeCallCommand();
std::unique_ptr<Command> MakeCheckBalancesCommand();
std::unique_ptr<Command> MakeCheckInvariantsCommand();
std::unique_ptr<Command> MakeCheckLedgerCommand();
std::unique_ptr<Command> MakeCheckPlansCommand();
std::unique_ptr<Command> MakeTestRulebooksCommand();
std::unique_ptr<Command> MakeCheckToneCommand();
std::unique_ptr<Command> MakeScoreToneCommand();
std::unique_ptr<Command> MakeLearnToneCommand();
std::unique_ptr<Command> MakeListenCommand();
std::unique_ptr<Command> MakeScoreHearingCommand();
std::unique_ptr<Command> MakeLearnHearingCommand();
std::unique_ptr<Command> MakeListRulebooksCommand();
std::unique_ptr<Command> MakeGetRulebookCommand();
std::unique_ptr<Command> MakePublishRulebookCommand();
std::unique_ptr<Command> MakeCheckTemplatesCommand();
std::unique_ptr<Command> MakeListTemplatesCommand();
std::unique_ptr<Command> MakeGetTemplateCommand();
std::unique_ptr<Command> MakeCreateTemplateCommand();
std::unique_ptr<Command> MakeApproveTemplateCommand();
std::unique_ptr<Command> MakeRetireTemplateCommand();
std::unique_ptr<Command> MakeKillSwitchStatusCommand();
std::unique_ptr<Command> MakeEngageKillSwitchCommand();
std::unique_ptr<Command> MakeReleaseKillSwitchCommand();
std::unique_ptr<Command> MakeAuditVerifyCommand();
std::unique_ptr<Command> MakeHealthCommand();
std::unique_ptr<Command> MakeTokenCommand();
std::unique_ptr<Command> MakeKeygenCommand();  // After the token command, whose part it is.
std::unique_ptr<Command> MakeKeysInitCommand();
std::unique_ptr<Command> MakeCreateTenantCommand();
std::unique_ptr<Command> MakeEncryptCommand();
std::unique_ptr<Command> MakeRewrapKeysCommand();
std::unique_ptr<Command> MakeVersionCommand();

// All of them, in the order in which help shows them.
std::vector<std::unique_ptr<Command>> AllCommands();

// A command that only holds others, such as `check`; made at the first call.
CLI::App& Group(CLI::App& program, const std::string& name, const std::string& description);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_COMMANDS_COMMANDS_H_
