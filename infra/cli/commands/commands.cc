// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/commands/commands.h"

#include <utility>

#include "infra/cli/commands/case_commands.h"
#include "infra/cli/commands/conversations.h"
#include "infra/cli/commands/wish_commands.h"
#include "infra/cli/commands/work.h"

namespace parley::cli {

std::vector<std::unique_ptr<Command>> AllCommands() {
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(MakeStatementCommand());
  commands.push_back(MakeItemiseCommand());
  commands.push_back(MakeQuoteCommand());
  commands.push_back(MakeExplainCommand());
  commands.push_back(MakeHoldsCommand());
  commands.push_back(MakeMayContactCommand());
  commands.push_back(MakeDebtorRecordCommand());
  commands.push_back(MakeAddContactCommand());
  commands.push_back(MakeConsentCommand());
  commands.push_back(MakeOptOutCommand());
  commands.push_back(MakeCommunicationsCommand());
  commands.push_back(MakeReceiveCommand());
  commands.push_back(MakeInboxCommand());
  commands.push_back(MakeChatCommand());
  for (auto& command : ConversationCommands()) commands.push_back(std::move(command));
  for (auto& command : CaseCommands()) commands.push_back(std::move(command));
  for (auto& command : WishCommands()) commands.push_back(std::move(command));
  for (auto& command : WorkCommands()) commands.push_back(std::move(command));
  commands.push_back(MakePreviewCommand());
  commands.push_back(MakeSendCommand());
  commands.push_back(MakeShowMessageCommand());
  commands.push_back(MakeEventsCommand());
  commands.push_back(MakeTimelineCommand());
  commands.push_back(MakeImportCommand());
  commands.push_back(MakeCallCommand());
  commands.push_back(MakeCheckBalancesCommand());
  commands.push_back(MakeCheckInvariantsCommand());
  commands.push_back(MakeCheckLedgerCommand());
  commands.push_back(MakeCheckPlansCommand());
  commands.push_back(MakeTestRulebooksCommand());
  commands.push_back(MakeCheckToneCommand());
  commands.push_back(MakeScoreToneCommand());
  commands.push_back(MakeLearnToneCommand());
  commands.push_back(MakeListenCommand());
  commands.push_back(MakeScoreHearingCommand());
  commands.push_back(MakeLearnHearingCommand());
  commands.push_back(MakeListRulebooksCommand());
  commands.push_back(MakeGetRulebookCommand());
  commands.push_back(MakePublishRulebookCommand());
  commands.push_back(MakeCheckTemplatesCommand());
  commands.push_back(MakeListTemplatesCommand());
  commands.push_back(MakeGetTemplateCommand());
  commands.push_back(MakeCreateTemplateCommand());
  commands.push_back(MakeApproveTemplateCommand());
  commands.push_back(MakeRetireTemplateCommand());
  commands.push_back(MakeKillSwitchStatusCommand());
  commands.push_back(MakeEngageKillSwitchCommand());
  commands.push_back(MakeReleaseKillSwitchCommand());
  commands.push_back(MakeAuditVerifyCommand());
  commands.push_back(MakeHealthCommand());
  commands.push_back(MakeTokenCommand());
  commands.push_back(MakeKeygenCommand());
  commands.push_back(MakeKeysInitCommand());
  commands.push_back(MakeCreateTenantCommand());
  commands.push_back(MakeEncryptCommand());
  commands.push_back(MakeRewrapKeysCommand());
  commands.push_back(MakeVersionCommand());
  return commands;
}

CLI::App& Group(CLI::App& program, const std::string& name, const std::string& description) {
  const std::vector<CLI::App*> found = program.get_subcommands(
      [&name](const CLI::App* command) { return command->get_name() == name; });
  if (!found.empty()) return *found.front();
  return *program.add_subcommand(name, description)->require_subcommand(1);
}

}  // namespace parley::cli
