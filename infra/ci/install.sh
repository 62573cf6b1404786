# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Installs what is missing; what is there costs no time. Needs common.sh.

missing_packages() {
  local -A installed=()
  local wanted package status
  mapfile -t wanted < <(sed '/^#/d; /^$/d' "${root:?}/infra/ci/packages.txt")
  while read -r package status; do
    [[ $status == installed ]] && installed[$package]=yes
  done < <(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "${wanted[@]}" 2> /dev/null || true)
  for package in "${wanted[@]}"; do
    [[ -n ${installed[$package]:-} ]] || printf '%s\n' "$package"
  done
}

# Debian's PostgreSQL makes and starts a cluster on port 5432 when it is installed. We keep our own,
# so on a machine that had none the package is told beforehand to let it be.
keep_postgresql_quiet() {
  local folder=/etc/postgresql-common
  [[ -e $folder/createcluster.conf ]] && return
  as_root mkdir -p "$folder"
  echo 'create_main_cluster = false' | as_root tee "$folder/createcluster.conf" > /dev/null
}

# Debian's NATS server serves on port 4222 from the moment it is installed. Tests start their own.
keep_nats_quiet() {
  local unit=/etc/systemd/system/nats-server.service
  [[ ! -d /run/systemd/system || -e $unit || -L $unit ]] && return
  as_root ln -s /dev/null "$unit"
}

apt_install() {
  say "installing: $*"
  as_root apt-get update -q >&2
  as_root env DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1 \
    apt-get install -y -q --no-install-recommends -o Dpkg::Options::=--force-confold "$@" >&2
}

install_packages() {
  local missing
  mapfile -t missing < <(missing_packages)
  [[ ${#missing[@]} -eq 0 ]] && return
  keep_postgresql_quiet
  [[ " ${missing[*]} " != *' nats-server '* ]] || keep_nats_quiet
  apt_install "${missing[@]}"
}

# install_npm_packages FROM FOLDER: what the package-lock.json of the folder FROM pins, into FOLDER.
install_npm_packages() {
  local from=$1 folder=$2
  if ! command -v node > /dev/null || ! command -v npm > /dev/null; then
    apt_install nodejs npm || return
  fi
  cmp -s "$from/package-lock.json" "$folder/installed.json" && return
  say 'installing the pinned npm packages'
  mkdir -p "$folder" && rm -rf "$folder/installed.json" "$folder/node_modules" \
    && cp "$from/package.json" "$from/package-lock.json" "$folder/" \
    && (cd "$folder" && npm ci --no-audit --no-fund --ignore-scripts --fetch-retries=1 >&2) \
    && cp "$from/package-lock.json" "$folder/installed.json"
}

# Of itself Node trusts its own list alone, which knows no company's certificate.
trust_machine_authorities() {
  local authorities=/etc/ssl/certs/ca-certificates.crt
  if [[ -z ${NODE_EXTRA_CA_CERTS:-} && -f $authorities ]]; then
    export NODE_EXTRA_CA_CERTS=$authorities
  fi
}

# The proto linter and a stock Node client, which only tests need: they find them by NODE_PATH, and
# without it say that they were left out. Continuous integration leaves out nothing.
install_node_tools() {
  local folder=${build:?}/npm
  trust_machine_authorities
  unset NODE_PATH
  if install_npm_packages "${root:?}/infra/ci" "$folder"; then
    export NODE_PATH=$folder/node_modules
  elif [[ ${CI:-} == true ]]; then
    die 'npm could not install the proto linter and the Node client'
  else
    say 'npm could not install its packages: the proto lint (Protos.*) and the test of the Node' \
      'client (StockClient.OfNode*) are left out'
  fi
}
