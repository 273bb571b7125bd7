#!/bin/bash
# SPDX-License-Identifier: MIT
# mailhost.sh start DIR [USERS_FILE] | stop DIR | status DIR | token DIR USER
#
# A private Dovecot and Exim on free loopback ports, all of it below DIR: configuration, mail, logs, pid files.
# Nothing is installed and the machine's own mail service is not touched; started by root, the servers run as
# MH_USER (nobody). Several hosts can run side by side.
#
# USERS_FILE holds one address a line; their domains are the local ones. Everybody's password is $PASSWORD.
# After a start DIR/ports.env names the ports and the certificate; a second start takes the same ports again.
#   PLUS=yes|no|-     sub-addresses ruth+token@…, none, or ruth-token@…
#   PASSWORD=secret   of every user
#   SERVERS=FOLDER    where the unpacked servers are (unpack.sh)
#
# What one can make it do, by recipient: tempfail@ 451, full@ and unknown 550, late-…@ accepted and bounced
# later, …@later.test deferred for ever. By subject: REJECTDATA 550, DEFERDATA 451 after the data. By the
# header X-Test-Verdict, which is taken away: what Authentication-Results says of the mail: pass | fail (of
# DMARC and DKIM), absent, or forged (ours fails, a forged one of the sender stays below). Without it: smtp.auth.
set -u
umask 022
export LC_ALL=C
command=${1:?usage: mailhost.sh start|stop|status|token DIR}
folder=$(realpath -m "${2:?usage: mailhost.sh $command DIR}")
here=$(dirname "$(realpath "$0")")
servers=$(realpath -m "$("$here/unpack.sh" --where)")

fail() { echo "mailhost.sh: $*" >&2; exit 1; }

if [ "$(id -u)" = 0 ]; then
  user=${MH_USER:-nobody}
  as_user=(setpriv --reuid="$user" --regid="$(id -gn "$user")" --clear-groups --)
else
  user=$(id -un)
  as_user=()
fi
group=$(id -gn "$user")

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Below the range from which the system takes the ports of its own connections.
free_port() {
  local port
  while :; do
    port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
    case " $* " in *" $port "*) continue ;; esac
    answers "$port" || { echo "$port"; return; }
  done
}

choose_ports() {
  local taken="" name
  for name in IMAP IMAPS LMTP SMTP SMTPS; do
    taken="$taken $(free_port "$taken")"
  done
  read -r IMAP_PORT IMAPS_PORT LMTP_PORT SMTP_PORT SMTPS_PORT <<< "$taken"
}

write_ports() {
  cat > "$folder/ports.env" <<END
IMAP_PORT=$IMAP_PORT
IMAPS_PORT=$IMAPS_PORT
LMTP_PORT=$LMTP_PORT
SMTP_PORT=$SMTP_PORT
SMTPS_PORT=$SMTPS_PORT
CA_FILE=$folder/tls/cert.pem
PASSWORD=$PASSWORD
END
}

make_certificate() {
  [ -f "$folder/tls/cert.pem" ] && return
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost,DNS:mail.example.test,IP:127.0.0.1 \
    -keyout "$folder/tls/key.pem" -out "$folder/tls/cert.pem" 2>/dev/null || fail "openssl made no certificate"
}

# The key with which OAuth2 tokens of the tests are signed (JWT, HS256); new for each folder.
make_token_key() {
  local keys=$folder/keys/default/HS256
  [ -f "$keys/default" ] && return
  mkdir -p "$keys"
  openssl rand -hex 16 | tr -d '\n' | base64 -w0 > "$keys/default"
}

write_users() {
  local users=$folder/users
  [ -n "${1:-}" ] && cp "$1" "$users"
  [ -f "$users" ] || printf '%s@example.test\n' manager alice bob > "$users"
  tr 'A-Z' 'a-z' < "$users" | sed -E -e 's/[[:space:]]//g' -e '/^[a-z0-9._+-]+@[a-z0-9.-]+$/!d' | sort -u > "$folder/conf/addresses"
  sed -E "s/(.*)/\1:{PLAIN}$PASSWORD::::::/" "$folder/conf/addresses" > "$folder/conf/users"
  sed -E "s/(.*)/\1: $PASSWORD/" "$folder/conf/addresses" > "$folder/conf/smtp-users"
  touch "$folder/conf/smtp-tokens"
  domains=$(sed 's/.*@//' "$folder/conf/addresses" | sort -u | paste -sd: | sed 's/:/ : /g')
}

# Sockets have short names: a long DIR gets a short folder for them.
choose_run_folder() {
  run=$folder/run
  if [ ${#run} -gt 60 ]; then
    run=$(cat "$folder/run-folder" 2>/dev/null)
    [ -n "$run" ] && [ -d "$run" ] || run=$(mktemp -d /tmp/mh.XXXXXX)
    chmod 755 "$run"
    [ "$(id -u)" = 0 ] && chown "$user:$group" "$run"
  fi
  mkdir -p "$run"
  echo "$run" > "$folder/run-folder"
}

fill_in() {
  local suffix=""
  case $PLUS in
    yes) suffix="local_part_suffix = +*"; delimiter=+ ;;
    -) suffix="local_part_suffix = -*"; delimiter=- ;;
    no) delimiter="" ;;
    *) fail "PLUS is yes, no or -" ;;
  esac
  [ -n "$suffix" ] && suffix="$suffix\n  local_part_suffix_optional"
  sed -e "s#@FOLDER@#$folder#g; s#@RUN@#$run#g; s#@ROOT@#$servers/root#g; s#@EXIM@#$servers/exim#g" \
    -e "s#@USER@#$user#g; s#@GROUP@#$group#g; s#@UID@#$(id -u "$user")#g; s#@GID@#$(id -g "$user")#g" \
    -e "s#@IMAP@#$IMAP_PORT#g; s#@IMAPS@#$IMAPS_PORT#g; s#@LMTP@#$LMTP_PORT#g" \
    -e "s#@SMTP@#$SMTP_PORT#g; s#@SMTPS@#$SMTPS_PORT#g" \
    -e "s#@DOMAINS@#$domains#g; s#@DELIMITER@#$delimiter#g; s#@SUFFIX@#$suffix#g" "$1"
}

configure() {
  local file
  write_ports
  choose_run_folder
  for file in dovecot.conf oauth2.conf exim.conf; do
    fill_in "$here/$file.in" > "$folder/conf/$file" || fail "cannot write $folder/conf/$file"
  done
  # Exim wants the account that its package would have made.
  { getent passwd root; getent passwd "$user"; echo "Debian-exim:x:$(id -u "$user"):$(id -g "$user")::/:/bin/false"; } > "$folder/conf/passwd"
  { getent group root; getent group "$group"; echo "Debian-exim:x:$(id -g "$user"):"; } > "$folder/conf/group"
  [ "$(id -u)" = 0 ] && chown -R "$user:$group" "$folder"
  "${as_user[@]}" test -r "$folder/conf/exim.conf" || fail "$user cannot reach $folder"
  "${as_user[@]}" test -x "$servers/exim" || fail "$user cannot reach $servers"
}

# Libraries of libraries have no path of their own: on a machine with none of them only this one leads there.
libraries=$servers/root/usr/lib/dovecot

exim() {
  "${as_user[@]}" env LD_PRELOAD="$(echo "$servers"/root/usr/lib/*/libnss_wrapper.so)" \
    NSS_WRAPPER_PASSWD="$folder/conf/passwd" NSS_WRAPPER_GROUP="$folder/conf/group" \
    LD_LIBRARY_PATH="$libraries" "$servers/exim" -C "$folder/conf/exim.conf" "$@"
}

launch() {
  "${as_user[@]}" env LD_LIBRARY_PATH="$libraries" \
    "$servers/root/usr/sbin/dovecot" -c "$folder/conf/dovecot.conf" 2> "$folder/log/start" || return 1
  exim -bd -q5s 2>> "$folder/log/start" && return 0
  halt
  return 1
}

wait_for_ports() {
  local port i
  for port in "$IMAP_PORT" "$IMAPS_PORT" "$LMTP_PORT" "$SMTP_PORT" "$SMTPS_PORT"; do
    for i in $(seq 500); do
      answers "$port" && continue 2
      sleep 0.01
    done
    halt
    fail "port $port does not answer; see $folder/log"
  done
}

# The process of that pid file, if it still is one of ours.
running() {
  local pid
  pid=$(cat "$run/$1" 2>/dev/null) || return 1
  grep -qaF -e "$folder/" "/proc/$pid/cmdline" 2>/dev/null || return 1
  echo "$pid"
}

# Whether anything of that process group still runs; a zombie does not (PID 1 of a container may not reap).
group_runs() { cat /proc/[0-9]*/stat 2>/dev/null | awk -v group="$1" '$5 == group && $3 != "Z" { found = 1 } END { exit !found }'; }

# Both daemons lead process groups. Dovecot's clients would outlive their master, so the whole group is told;
# what Exim is delivering may come to its end.
halt() {
  local name pid i
  run=$(cat "$folder/run-folder" 2>/dev/null) || return 0
  for name in exim.pid master.pid; do
    pid=$(running $name) || continue
    if [ $name = master.pid ]; then kill -- "-$pid"; else kill "$pid"; fi
    for i in $(seq 250); do
      group_runs "$pid" || break
      sleep 0.02
    done
    if group_runs "$pid"; then kill -KILL -- "-$pid"; fi
    rm -f "$run/$name"
  done
}

start() {
  local attempt
  PLUS=${PLUS:-$(cat "$folder/plus" 2>/dev/null || echo yes)}
  PASSWORD=${PASSWORD:-secret}
  "$here/unpack.sh" "$servers" || exit 1
  mkdir -p "$folder"/{conf,log,mail,tls,keys,exim/spool,exim/log} || exit 1
  echo "$PLUS" > "$folder/plus"
  make_certificate
  make_token_key
  write_users "${1:-}"
  if [ -f "$folder/ports.env" ]; then . "$folder/ports.env"; else choose_ports; fi
  for attempt in 1 2 3 4 5; do   # somebody else may take a port between the choice and its use
    configure
    launch && { wait_for_ports; return; }
    choose_ports
  done
  fail "the servers do not start: $(tail -n 3 "$folder/log/start")"
}

url_base64() { base64 -w0 | tr '+/' '-_' | tr -d '='; }

token() {
  local address=${1:?usage: mailhost.sh token DIR USER} key unsigned signature
  key=$(base64 -d "$folder/keys/default/HS256/default")
  unsigned=$(printf '{"alg":"HS256","typ":"JWT"}' | url_base64).$(
    printf '{"sub":"%s","iat":%s,"exp":%s}' "$address" "$(date +%s)" $(($(date +%s) + 3600)) | url_base64)
  signature=$(printf '%s' "$unsigned" | openssl dgst -sha256 -hmac "$key" -binary | url_base64)
  echo "$address: $unsigned.$signature" >> "$folder/conf/smtp-tokens"
  echo "$unsigned.$signature"
}

status() {
  local name pid down=0
  run=$(cat "$folder/run-folder" 2>/dev/null) || fail "no mail host in $folder"
  for name in master.pid exim.pid; do
    if pid=$(running $name); then echo "${name%.pid} $pid"; else echo "${name%.pid} down"; down=1; fi
  done
  cat "$folder/ports.env"
  return $down
}

case $command in
  start) start "${3:-}" ;;
  stop) halt ;;
  status) status ;;
  token) token "${3:-}" ;;
  *) fail "start, stop, status or token?" ;;
esac
