#!/bin/bash
# SPDX-License-Identifier: MIT
# prove.sh DEB DIR: installs, upgrades, removes and purges the package in a minimal Debian below DIR (made once
# with debootstrap), as root. Says what it saw, and fails at the first thing that is not as it should be.
set -eu
umask 022
export LC_ALL=C
package=$(realpath "${1:?usage: prove.sh DEB DIR}")
folder=$(realpath -m "${2:?usage: prove.sh DEB DIR}")
root=$folder/root

fail() { echo "prove.sh: $*" >&2; exit 1; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C "$@"; }
say() { printf '%-34s %s\n' "$1" "$2"; }
trap 'mountpoint -q "$root/proc" && umount "$root/proc"' EXIT

make_debian() {
  [ -f "$folder/complete" ] || {
    rm -rf "$root" && mkdir -p "$root"
    debootstrap --variant=minbase bookworm "$root" >"$folder/debootstrap.log" 2>&1 || fail "see $folder/debootstrap.log"
    touch "$folder/complete"
  }
  mkdir -p "$root/proc"
  mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
  inside apt-get purge -y -qq mentord >/dev/null 2>&1 || true
  # The libraries beforehand, so that what the package itself leaves behind can be told.
  cp "$package" "$root/mentord.deb"
  inside apt-get update -qq
  inside apt-get install -y -qq --no-install-recommends /mentord.deb >/dev/null 2>&1 || fail "cannot be installed"
  inside apt-get purge -y -qq mentord >/dev/null 2>&1
}

# The same package under an earlier version, to upgrade from.
make_earlier() {
  local work=$folder/earlier
  rm -rf "$work"
  dpkg-deb -R "$package" "$work"
  sed -i 's/^Version: .*/Version: 0.0.1/' "$work/DEBIAN/control"
  dpkg-deb -b "$work" "$root/earlier.deb" >/dev/null
}

files() { inside find / -xdev \( -path /proc -o -path /var/cache -o -path /var/lib/apt -o -path /var/log -o -path /tmp \
  -o -path /var/lib/dpkg \) -prune -o -print | sort; }
owner_of() { inside stat -c '%a %U:%G' "$1"; }
expect() { [ "$2" = "$3" ] || fail "$1 is '$2', not '$3'"; say "$1" "$2"; }

configure() {
  inside sed -i -e 's/^address = .*/address = "manager@example.test"/' -e 's/PLACEHOLDER: .*"$/Call 555 0199 at any hour."/' /etc/mentord/mentord.toml
}

make_debian
make_earlier
before=$(files)

inside dpkg -i /earlier.deb >/dev/null || fail "the earlier version cannot be installed"
expect "/etc/mentord/store.key" "$(owner_of /etc/mentord/store.key)" "640 root:mentord"
expect "/var/lib/mentord" "$(owner_of /var/lib/mentord)" "700 mentord:mentord"
expect "/var/backups/mentord" "$(owner_of /var/backups/mentord)" "700 mentord:mentord"
inside mentord check >/tmp/check.$$ 2>&1 && fail "mentord check takes the file as it is shipped"
say "mentord check on the shipped file" "$(wc -l </tmp/check.$$) faults, $(grep -c helplines /tmp/check.$$) of them the helplines"
rm /tmp/check.$$
configure
inside mentord people import /usr/share/mentord/sample-roster.csv | { read -r line; say "people import, typed by root" "$line"; }
expect "the store" "$(owner_of /var/lib/mentord/mentord.db)" "600 mentord:mentord"
key=$(inside sha256sum /etc/mentord/store.key)

inside dpkg -i --force-confold /mentord.deb >/dev/null || fail "the upgrade failed"
expect "version after the upgrade" "$(inside dpkg-query -W -f '${Version}' mentord)" "$(dpkg-deb -f "$package" Version)"
inside grep -q '^address = "manager@example.test"' /etc/mentord/mentord.toml || fail "the upgrade overwrote the settings"
[ "$key" = "$(inside sha256sum /etc/mentord/store.key)" ] || fail "the upgrade made another key"
say "settings and key after the upgrade" "as they were"
say "people list, after the upgrade" "$(inside mentord people list | grep -c @) rows"
inside test -f /usr/share/man/man8/mentord.8 || inside test -f /usr/share/man/man8/mentord.8.gz || say "man page" "left out by this Debian's dpkg settings"

inside dpkg -r mentord >/dev/null
inside test -f /var/lib/mentord/mentord.db || fail "a removal took the store"
say "after dpkg -r" "store and key are kept"
inside dpkg -P mentord >/dev/null
left=$(comm -13 <(echo "$before") <(files) | grep -v -e '^/etc/\(passwd\|group\|shadow\|gshadow\)-\?$' -e '^/etc/.*\.lock$' || true)
[ -z "$left" ] || fail "a purge left: $left"
say "after dpkg -P" "nothing is left"
