#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Prints the schema of a migrated database as adapters/postgres/schema.sql keeps it: without what
# differs between versions of pg_dump. ADDRESS is libpq's, of a superuser.
#   dump.sh ADDRESS > adapters/postgres/schema.sql
set -euo pipefail
printf '%s\n' '-- SPDX-License-Identifier: Apache-2.0' \
  '-- What the migrations make, written by migrations/dump.sh; a test compares it with them.'
/usr/lib/postgresql/15/bin/pg_dump --schema-only --schema=parley "$1" |
  sed -e '/^--/d' -e '/^SET /d' -e '/^SELECT pg_catalog/d' -e '/^\\/d' | cat -s
