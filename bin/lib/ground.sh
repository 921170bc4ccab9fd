# shellcheck shell=bash
# Sourced by every command: finds the project, installs what is missing, chooses the Node to run.
# Standard output belongs to the answer alone, so everything said here goes to standard error.

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# File arguments are meant from where the caller stands, while everything below runs in the project.
export FOYER_CALLER_DIR=$PWD
# tsx would otherwise read the tsconfig.json of whatever folder one stands in.
export TSX_TSCONFIG_PATH=$root/tsconfig.json
cd "$root"

say() { printf '%s\n' "$*" >&2; }
stop() {
  say "$@"
  exit 1
}

wanted() { cksum <package-lock.json; }

installed() {
  local stamp=node_modules/.foyer-installed
  [ -f node_modules/.package-lock.json ] || return 1
  if [ ! -f "$stamp" ]; then
    # Installed by hand with npm: good as long as the lockfile has not changed since.
    [ ! package-lock.json -nt node_modules/.package-lock.json ] || return 1
    wanted >"$stamp"
  fi
  [ "$(cat "$stamp")" = "$(wanted)" ]
}

# The lock is a symbolic link whose target names the holder: made and labelled in one step.
take_lock() {
  local lock=$1 holder waited=0
  until ln -s "pid:$$" "$lock" 2>/dev/null; do
    holder=$(readlink "$lock" || true)
    if [ -n "$holder" ] && ! kill -0 "${holder#pid:}" 2>/dev/null; then
      # Moved before it is removed: only one of several waiting starts can break a lock left by a killed one.
      if mv "$lock" "$lock.$$" 2>/dev/null && [ "$(readlink "$lock.$$")" != "$holder" ]; then
        mv -n "$lock.$$" "$lock"
      fi
      rm -f "$lock.$$"
      continue
    fi
    [ "$waited" -gt 0 ] || say "another start is installing, waiting for it …"
    [ "$waited" -lt 900 ] || stop "Still waiting for another installation (${holder#pid:}); remove $lock if there is none."
    sleep 1
    waited=$((waited + 1))
  done
}

run_npm() {
  command -v npm >/dev/null || stop "npm is missing: Foyer needs Node 20 or newer with npm to install itself."
  say "installing (about a minute, once) …"
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null >&2 ||
    stop "npm ci did not succeed; its message stands above."
  wanted >node_modules/.foyer-installed
}

install_when_needed() {
  installed && return
  local lock
  lock=${TMPDIR:-/tmp}/foyer-install-$(id -u)-$(printf '%s' "$root" | cksum | tr -d ' ')
  take_lock "$lock"
  # shellcheck disable=SC2064 # the name is meant as it is now
  trap "rm -f '$lock'" EXIT
  installed || run_npm
  rm -f "$lock"
  trap - EXIT
}

# Sets `node` to the project's own Node, or on platforms it does not ship for, to a system Node of the same age.
choose_node() {
  local arch
  case $(uname -m) in
    x86_64 | amd64) arch=x64 ;;
    aarch64 | arm64) arch=arm64 ;;
    *) arch=none ;;
  esac
  node=$root/node_modules/node-linux-$arch/bin/node
  if [ "$(uname -s)" = Linux ] && "$node" --version >/dev/null 2>&1; then return; fi
  node=$(command -v node || true)
  if [ -n "$node" ] && [ "$("$node" -p 'parseInt(process.versions.node)')" -ge 26 ]; then return; fi
  stop "Foyer brings its own Node only for Linux on x64 and arm64; on this machine please install Node 26 or newer."
}

install_when_needed
choose_node
