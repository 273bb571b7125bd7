#!/bin/bash
# SPDX-License-Identifier: MIT
# unpack.sh [DIR | --where]: Dovecot and Exim from the Debian archive into DIR, to be run from there. Nothing is
# installed, no service is registered, /etc stays as it is. Done once; a complete DIR is left alone.
# DIR is $SERVERS, else one of this account that every other account can reach; --where only names it.
# Any account will do; the package lists must have been fetched (apt-get update).
set -eu
umask 022
export LC_ALL=C
usual=${SERVERS:-/var/tmp/mentord-servers-$(id -u)}
if [ "${1:-}" = --where ]; then echo "$usual"; exit; fi
folder=$(realpath -m "${1:-$usual}")
root=$folder/root
wanted=(dovecot-core dovecot-imapd dovecot-lmtpd exim4-base exim4-daemon-light libnss-wrapper)

fail() { echo "unpack.sh: $*" >&2; exit 1; }

# Dovecot has its folders compiled in, and looks there for its TLS module and its libraries. The private copies
# look behind a link of the same length instead, so that no octet of them moves.
compiled_in=/usr/lib/dovecot   # 16 octets, as /tmp/md.XXXXXX/l
doveconf=/usr/bin/doveconf     # 17 octets, as /tmp/md.XXXXXX//c

links_stand() {
  local short
  short=$(cat "$folder/short" 2>/dev/null) || return 1
  [ -d "$short" ] || mkdir -m 755 "$short" 2>/dev/null || return 1   # /tmp is emptied at each boot
  [ -O "$short" ] || return 1
  ln -sfn "$root/usr/lib/dovecot" "$short/l" && ln -sfn "$root/usr/bin/doveconf" "$short/c"
}

download() {   # PACKAGE...
  local package absent=()
  for package in "$@"; do compgen -G "$folder/packages/${package}_*.deb" >/dev/null || absent+=("$package"); done
  [ ${#absent[@]} = 0 ] && return
  (cd "$folder/packages" && apt-get -qq download "${absent[@]}" 2>"$folder/apt.log") ||
    fail "cannot download ${absent[*]}: $(tail -n 1 "$folder/apt.log")"
  for package in "${absent[@]}"; do dpkg -x "$folder/packages/${package}_"*.deb "$root"; done
}

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null)" = "ii " ]; }

# The libraries that these packages need and the machine does not have.
missing_libraries() {
  local package
  for package in "$folder"/packages/*.deb; do dpkg-deb -f "$package" Depends; done |
    tr ',' '\n' | sed -E 's/^ *([a-z0-9.+-]+).*/\1/' | grep '^lib' | sort -u |
    while read -r package; do is_installed "$package" || echo "$package"; done
}

redirect() {
  local short file
  short=$(mktemp -d /tmp/md.XXXXXX)
  chmod 755 "$short"
  echo "$short" > "$folder/short"
  grep -rlZaF -e "$compiled_in" -e "$doveconf" "$root/usr/sbin/dovecot" "$root/usr/bin" "$root/usr/lib/dovecot" |
    while IFS= read -r -d '' file; do
      [ -L "$file" ] || sed -i -e "s#$compiled_in#$short/l#g" -e "s#$doveconf#$short//c#g" "$file"
    done
  # Dovecot lets 500 ms pass before it tells an idling client of new mail (movl $500,%edi before each timer).
  # 20 ms make a test that waits for letters 25 times as fast; elsewhere than on amd64 nothing matches.
  sed -i 's/\xbf\xf4\x01\x00\x00/\xbf\x14\x00\x00\x00/g' "$root/usr/lib/dovecot/libdovecot-storage.so.0.0.0"
}

mkdir -p "$folder"
[ -O "$folder" ] || fail "$folder belongs to somebody else"
exec 9> "$folder/lock"
flock 9
if [ -f "$folder/complete" ] && links_stand; then exit 0; fi

rm -rf "$folder/complete" "$root"
mkdir -p "$folder/packages" "$root"
find "$folder/packages" -name '*.deb' -delete
download "${wanted[@]}"
for _ in 1 2 3; do   # libraries of libraries
  mapfile -t libraries < <(missing_libraries)
  download "${libraries[@]}"
done
# Its own libraries are found beside Dovecot's, where its programs look anyway.
find "$root"/usr/lib/*-linux-gnu* "$root"/lib/*-linux-gnu* -maxdepth 1 -name '*.so*' \
  -exec ln -sf -t "$root/usr/lib/dovecot" {} + 2>/dev/null || true
redirect
links_stand || fail "cannot make the links in $(cat "$folder/short")"
chmod -R a+rX "$root"
cp "$root/usr/sbin/exim4" "$folder/exim"   # a copy without the setuid bit
chmod 755 "$folder/exim"
touch "$folder/complete"
