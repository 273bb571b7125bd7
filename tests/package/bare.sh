#!/bin/bash
# SPDX-License-Identifier: MIT
# bare.sh DIR COMMAND...: makes a minimal Debian below DIR with nothing but git in it, clones this repository's HEAD
# there, and runs ./dev COMMAND in the clone, as root. The Debian is made anew each time.
set -eu
umask 022
export LC_ALL=C
folder=$(realpath -m "${1:?usage: bare.sh DIR COMMAND...}")
shift
source=$(git -C "$(dirname "$(realpath "$0")")" rev-parse --show-toplevel)
root=$folder/root

fail() { echo "bare.sh: $*" >&2; exit 1; }
inside() { chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "$@"; }
leave() { for each in dev/pts dev proc; do if mountpoint -q "$root/$each"; then umount "$root/$each"; fi; done; }

[ $# -gt 0 ] || set -- demo
leave
trap leave EXIT
rm -rf --one-file-system "$root" && mkdir -p "$root"
debootstrap --variant=minbase --include=git,ca-certificates bookworm "$root" >"$folder/debootstrap.log" 2>&1 ||
  fail "see $folder/debootstrap.log"
mount -t proc proc "$root/proc" && mount --bind /dev "$root/dev" && mount --bind /dev/pts "$root/dev/pts"
git clone -q --bare "$source" "$root/mentord.git"
echo "a Debian of $(inside dpkg-query -W | wc -l) packages; $(git -C "$source" log -1 --format='%h %s')"
inside bash -c 'git clone -q /mentord.git /root/mentord && cd /root/mentord && time ./dev "$@"' bash "$@"
