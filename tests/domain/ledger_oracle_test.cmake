# SPDX-License-Identifier: Apache-2.0
# Makes fresh histories by the oracle and asks the ledger about them.
set(histories "${WORK}/histories.jsonl")
file(MAKE_DIRECTORY "${WORK}")
execute_process(
  COMMAND /usr/bin/python3 -B tests/support/oracle/make_histories.py --seed 20261122 --count 10000
  WORKING_DIRECTORY "${ROOT}" OUTPUT_FILE "${histories}" COMMAND_ERROR_IS_FATAL ANY)
set(ENV{PARLEY_LEDGER_HISTORIES} "${histories}")
execute_process(
  COMMAND "${BUILD}/bin/domain_tests" --gtest_filter=LedgerOracle.AgreesOnFreshHistories
  WORKING_DIRECTORY "${ROOT}" COMMAND_ERROR_IS_FATAL ANY)
