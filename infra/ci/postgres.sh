# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# A PostgreSQL 15 cluster of our own: unix socket only, in a folder that none but its owner (and
# root) can enter, which is why its connections need no password. Needs common.sh.
#
#   cluster_home FOLDER           where the cluster that belongs to FOLDER lies
#   cluster_start HOME [SETTING]  makes it when absent, starts it when down; settings are
#                                 lines of postgresql.conf
#   cluster_stop HOME [MODE]      fast (the default) or immediate
#   cluster_conninfo HOME         libpq's address of its superuser
#   throwaway_start [SETTING]     a cluster in /tmp that throwaway_stop removes; sets throwaway
#   database_create HOME NAME, database_migrate HOME NAME

postgres_bin=/usr/lib/postgresql/15/bin
migrations=${root:?}/adapters/postgres/migrations

# PostgreSQL refuses to run as root, so root's clusters belong to the system user postgres. The
# current folder may be one that this user cannot enter.
as_postgres() {
  if [[ $(id -u) -eq 0 ]]; then
    (cd / && setpriv --reuid=postgres --regid=postgres --init-groups --inh-caps=-all \
      env -i PATH=/usr/bin:/bin HOME=/ LC_ALL=C "$@")
  else
    (cd / && env LC_ALL=C "$@")
  fi
}

# Beside the rest of FOLDER, unless the user postgres cannot get there; then at a place of its own
# that FOLDER's path alone decides, so that the next run finds it again.
cluster_home() {
  local folder key aside
  folder=$(realpath -m "$1")
  key=$(sha256sum <<< "$folder" | cut -c1-12)
  aside=/var/lib/parley/clusters/$key
  mkdir -p "$folder"
  if [[ ! -d $aside ]] && as_postgres test -x "$folder"; then
    printf '%s\n' "$folder/postgres"
  else
    printf '%s\n' "$aside"
  fi
}

# A socket's path holds 107 characters, its file's name among them.
socket_folder() {
  local home=$1
  if [[ ${#home} -le 80 ]]; then
    printf '%s\n' "$home/socket"
  else
    printf '/tmp/parley-%s\n' "$(sha256sum <<< "$home" | cut -c1-16)"
  fi
}

# A folder of the cluster's user, closed to others. One that somebody else put there is refused.
private_folder() {
  local folder=$1
  if [[ ! -d $folder ]]; then
    mkdir -p "$(dirname "$folder")"
    mkdir -m 700 "$folder"
    [[ $(id -u) -ne 0 ]] || chown postgres:postgres "$folder"
  fi
  as_postgres test -O "$folder" || die "$folder belongs to somebody else"
}

cluster_conninfo() {
  printf 'host=%s user=postgres dbname=%s\n' "$(socket_folder "$1")" "${2:-postgres}"
}

cluster_is_up() {
  local pid
  pid=$(head -n 1 "$1/data/postmaster.pid" 2> /dev/null) && [[ /proc/$pid/cwd -ef $1/data ]]
}

# After a postmaster was killed, its children leave within moments; the locks it left behind may
# name a process number that meanwhile is another program's, or a zombie's.
clear_stale_lock() {
  local home=$1 process deadline=$((SECONDS + 20))
  [[ -e $home/data/postmaster.pid ]] || return 0
  for process in /proc/[0-9]*; do
    while [[ $process/cwd -ef $home/data ]]; do
      [[ $SECONDS -lt $deadline ]] || die "processes of a dead server linger in $home/data"
      sleep 0.1
    done
  done
  rm -f "$home/data/postmaster.pid" "$(socket_folder "$home")"/.s.PGSQL.*
}

write_settings() {
  local home=$1
  shift
  cat << SETTINGS
listen_addresses = ''
unix_socket_directories = '$(socket_folder "$home")'
unix_socket_permissions = 0700
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
# Most of what a month's end writes ahead are images of whole pages, half of them left free.
wal_compression = lz4
# A database's log tells what went wrong, never with whose data.
log_error_verbosity = terse
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_min_error_statement = panic
$(printf '%s\n' "$@")
SETTINGS
}

cluster_make() {
  local home=$1
  say "making a PostgreSQL cluster in $home"
  as_postgres "$postgres_bin/initdb" --pgdata="$home/data" --username=postgres --encoding=UTF8 \
    --locale=C.UTF-8 --lc-collate=C --lc-messages=C --data-checksums \
    --auth-local=trust --auth-host=reject > /dev/null
  as_postgres tee -a "$home/data/postgresql.conf" <<< "include 'parley.conf'" > /dev/null
}

cluster_start() {
  local home=$1
  shift
  cluster_is_up "$home" && return
  private_folder "$home"
  private_folder "$(socket_folder "$home")"
  [[ -e $home/data/PG_VERSION ]] || cluster_make "$home"
  clear_stale_lock "$home"
  write_settings "$home" "$@" | as_postgres tee "$home/data/parley.conf" > /dev/null
  as_postgres "$postgres_bin/pg_ctl" start --silent --wait --timeout=60 --pgdata="$home/data" \
    --log="$home/log" || die "PostgreSQL does not start: see $home/log"
}

cluster_stop() {
  local home=$1
  cluster_is_up "$home" || return 0
  as_postgres "$postgres_bin/pg_ctl" stop --silent --wait --timeout=60 --pgdata="$home/data" \
    --mode="${2:-fast}"
}

# What a killed run left behind: a throw-away cluster names the process it was made for.
remove_abandoned() {
  local home owner
  for home in /tmp/parley-test.*; do
    owner=$(cat "$home/owner" 2> /dev/null) || continue
    [[ -d /proc/$owner || ! -O $home/owner ]] || throwaway_stop "$home"
  done
}

throwaway_start() {
  remove_abandoned
  throwaway=$(mktemp -d /tmp/parley-test.XXXXXX)
  printf '%s\n' $$ > "$throwaway/owner"
  [[ $(id -u) -ne 0 ]] || chown postgres:postgres "$throwaway"
  cluster_start "$throwaway" "$@"
}

throwaway_stop() {
  local home=${1:-${throwaway:-}}
  [[ -n $home ]] || return 0
  cluster_stop "$home" immediate || true
  rm -rf "$home"
}

cluster_psql() {
  local home=$1 database=$2
  shift 2
  "$postgres_bin/psql" --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 \
    "$(cluster_conninfo "$home" "$database")" "$@"
}

database_create() {
  local home=$1 name=$2
  [[ $(cluster_psql "$home" postgres -c "select 1 from pg_database where datname = '$name'") ]] ||
    cluster_psql "$home" postgres -c "create database \"$name\""
}

# sqitch with a target such as db:pg://user@host/name, or db:pg:name and libpq's own environment.
migrate() {
  local target=$1
  (cd "$migrations" &&
    SQITCH_FULLNAME=parley SQITCH_EMAIL=parley@localhost sqitch --quiet deploy "$target" >&2)
}

database_migrate() {
  PGHOST=$(socket_folder "$1") PGUSER=postgres migrate "db:pg:$2"
}
