# SPDX-License-Identifier: Apache-2.0
# Makes fresh accounts with interest by the oracle and asks the ledger about them.
set(accounts "${WORK}/accounts.jsonl")
set(count 10000)
file(MAKE_DIRECTORY "${WORK}")
execute_process(
  COMMAND /usr/bin/python3 -B tests/support/oracle/make_accounts.py --seed 20261122 --count ${count}
  WORKING_DIRECTORY "${ROOT}" OUTPUT_FILE "${accounts}" COMMAND_ERROR_IS_FATAL ANY)
set(with_least "${WORK}/accounts_with_least.jsonl")
execute_process(
  COMMAND /usr/bin/python3 -B tests/support/oracle/make_accounts.py --seed 20261123 --count 2000
    --least-of-month
  WORKING_DIRECTORY "${ROOT}" OUTPUT_FILE "${with_least}" COMMAND_ERROR_IS_FATAL ANY)
set(ENV{PARLEY_LEDGER_ACCOUNTS_WITH_LEAST} "${with_least}")
set(ENV{PARLEY_LEDGER_ACCOUNTS} "${accounts}")
set(ENV{PARLEY_LEDGER_ACCOUNT_COUNT} "${count}")
execute_process(
  COMMAND "${BUILD}/bin/domain_tests" --gtest_filter=AccountOracle.AgreesOnFreshAccounts*
  WORKING_DIRECTORY "${ROOT}" COMMAND_ERROR_IS_FATAL ANY)
