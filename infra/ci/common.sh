# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Read by infra/run, infra/test and infra/bench: where things are, and how to talk.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${PARLEY_BUILD:-$root/build}
# Always Debian's own Python, whose packages we installed, whatever else is on PATH.
export PARLEY_PYTHON=/usr/bin/python3

say() { printf 'parley: %s\n' "$*" >&2; }

die() {
  say "$*"
  exit 1
}

# As root, by sudo when we are not.
as_root() {
  if [[ $(id -u) -eq 0 ]]; then
    "$@"
  else
    command -v sudo > /dev/null || die "without sudo only root can do this: $*"
    sudo "$@"
  fi
}

# build_targets TARGET...: configures when that was not done yet, and builds. CMake options are
# read from PARLEY_CMAKE_ARGS. Everything it says goes to stderr: stdout is the caller's.
build_targets() {
  local options=()
  read -ra options <<< "${PARLEY_CMAKE_ARGS:-}"
  if [[ ! -f $build/build.ninja || ${#options[@]} -gt 0 ]]; then
    cmake -S "$root" -B "$build" -G Ninja "${options[@]}" >&2
  fi
  ninja -C "$build" "$@" >&2
}
