#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Who may include whom (HACKING.md, "Directions"). Fails with the line that breaks the rule, and when it finds no
# includes at all, so that a moved folder cannot make it pass by silence.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."

declare -A may=(
  [workflow/model]="workflow/model"
  [workflow/reading]="workflow/model workflow/reading"
  [workflow/deciding]="workflow/model workflow/deciding"
  [workflow/writing]="workflow/model workflow/deciding workflow/writing"
  [daemon/mail]="workflow/model daemon/outside.h daemon/mail"
  [daemon/letters]="workflow/model workflow/writing daemon/letters"
  [daemon/store]="workflow/model daemon/store"
  [daemon/settings]="workflow daemon/settings"
  [daemon/stations]="workflow daemon/outside.h daemon/mail daemon/letters daemon/store daemon/settings daemon/stations"
  [daemon/commands]="workflow daemon"
)
faults=0 seen=0
for room in "${!may[@]}"; do
  while IFS=: read -r file line include; do
    seen=$((seen + 1))
    ok=no
    for allowed in ${may[$room]}; do [[ $include == "$allowed"* ]] && ok=yes; done
    [ $ok = yes ] || { echo "$file:$line: $room must not know $include"; faults=$((faults + 1)); }
  done < <(grep -rnoE '^#include "[^"]+"' "$room" --include='*.h' --include='*.cpp' 2>/dev/null | sed -E 's/#include "([^"]+)"/\1/')
done

pure='<(curl|mimetic|SQLiteCpp|boost|spdlog|toml|nlohmann|unicode|libxml|sodium|fstream|iostream|thread|mutex|random|filesystem|cstdio|ctime|unistd\.h|sys/)|::now\(\)'
while IFS= read -r hit; do
  case $hit in *'<cstdio>'*) grep -q 'snprintf' "${hit%%:*}" && continue ;; esac
  echo "$hit: workflow/ touches nothing outside"
  faults=$((faults + 1))
done < <(grep -rnE "$pure" workflow --include='*.h' --include='*.cpp' || true)

while IFS= read -r hit; do
  echo "$hit: the present is asked for in daemon/clock.cpp alone"
  faults=$((faults + 1))
done < <(grep -rnE '(system_clock|steady_clock)::now\(\)|[^_a-z]time\((nullptr|NULL|0)\)' daemon --include='*.h' --include='*.cpp' | grep -v '^daemon/clock.cpp:' || true)

[ "$seen" -gt 0 ] || { echo "no include was found: the rooms have moved"; exit 1; }
echo "$seen includes looked at, $faults faults"
[ "$faults" -eq 0 ]
