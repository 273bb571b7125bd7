#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores the reading of mail against the corpus in this folder.

    score.py [--root FOLDER] [--failures FILE] [--] COMMAND [ARGUMENT ...]

COMMAND (default: mentord explain --json) reads file names on standard input, one a line, and prints one JSON object a
line, in order. It is run three times: for whole mails, with `--body text` for text bodies, with `--body html` for HTML
bodies. One row a measure is printed: name, right/all, per cent. The measures `human` and `human, own` count humans
that were not taken for machines; `automatic, own` and `bounce, own` read tests/mail/own. The slowest mail, the peak memory
of the command and every mail beyond the limits (300 ms, 48 MB) follow. Exit status 1 where a mail went unanswered, a
human was taken for a machine, or a limit was passed. `subject, at most` tells how many subjects any reader can get
right, since some sources want the same octets read in different ways.
"""
import argparse
import csv
import html
import json
import os
import re
import resource
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
LISTS = ("attachments", "text_contains", "reply_contains", "reply_not_contains", "bounce_rcpt")
TEXTS = ("subject", "from_addr", "from_name", "text_body", "reply", "notes")
MILLISECONDS_MAX = 300
MEGABYTES_MAX = 48
MACHINES = ("automatic", "bounce")


def unescaped(text):
    marks = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}
    return re.sub(r"\\(.)", lambda found: marks.get(found.group(1), found.group(0)), text)


def text_of(folder, cell):
    beside = os.path.join(folder, cell[1:])
    if cell.startswith("@") and os.path.exists(beside):
        with open(beside, newline="", encoding="utf-8", errors="replace") as file:
            return file.read()
    return unescaped(cell)


def rows_in(root):
    for source in sorted(os.listdir(root)):
        table = os.path.join(root, source, "expected.tsv")
        if not os.path.exists(table):
            continue
        with open(table, newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                row["source"], row["path"] = source, os.path.join(root, source, row["file"])
                for column in TEXTS:
                    row[column] = text_of(os.path.join(root, source), row[column])
                for column in LISTS:
                    row[column] = json.loads(row[column]) if row[column] else []
                yield row


def own_rows(folder):
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        if name.endswith(".expect"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                kind = file.readline().split(":", 1)[1].strip()
            yield os.path.join(folder, name[:-len(".expect")] + ".eml"), kind


def answers_of(command, paths):
    if not paths:
        return {}
    done = subprocess.run(command, input="".join(path + "\n" for path in paths).encode(), stdout=subprocess.PIPE, timeout=1800)
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    answers = {answer["file"]: answer for answer in (json.loads(line) for line in lines if line.startswith("{"))}
    if done.returncode or len(answers) != len(paths):
        print(f"! exit {done.returncode}, {len(answers)} answers for {len(paths)} files", file=sys.stderr)
    return answers


def subject_field(path):
    with open(path, "rb") as file:
        found = re.search(rb"(?im)^subject:.*(?:\r?\n[ \t].*)*", file.read())
    return b" ".join(found.group(0).split()) if found else b""


# The most subjects that any reader can get right: some sources want the same octets read in different ways.
def subjects_at_most(rows):
    wishes = {}
    for row in rows:
        if row["subject"]:
            wishes.setdefault(subject_field(row["path"]), []).append(one_line(row["subject"]))
    return sum(max(map(each.count, each)) for each in wishes.values())


def bare(text):
    return re.sub(r"[\s\u00a0\ufeff]+", "", text or "")


def one_line(text):
    return re.sub(r"\s+", " ", text or "").strip()


def untagged(text):
    return html.unescape(re.sub(r"(?is)<(script|style|head)\b.*?</\1>|<!--.*?-->|<[^>]*>", " ", text or ""))


def contains(text, wanted, unwanted=()):
    held = bare(text)
    return all(bare(each) in held for each in wanted) and not any(bare(each) in held for each in unwanted)


class Tally:
    def __init__(self):
        self.right, self.all, self.failures = {}, {}, []

    def count(self, measure, row, right, wanted, got):
        for name in (measure, f"{measure}, {row['source']}") if measure == "reply exact" else (measure,):
            self.all[name] = self.all.get(name, 0) + 1
            self.right[name] = self.right.get(name, 0) + bool(right)
        if not right:
            self.failures.append((measure, row["source"], row["file"], repr(wanted)[:90], repr(got)[:90]))

    def wrong(self, measure):
        return self.all.get(measure, 0) - self.right.get(measure, 0)


def count_reading(tally, row, answer):
    sender = answer.get("from") or {}
    text = answer.get("text") or ""
    if row["subject"]:
        tally.count("subject", row, one_line(answer.get("subject")) == one_line(row["subject"]), row["subject"], answer.get("subject"))
    if row["from_addr"]:
        got = (sender.get("address") or "").strip().lower()
        tally.count("from address", row, got == row["from_addr"].strip().lower(), row["from_addr"], got)
    if row["from_name"]:
        tally.count("from name", row, one_line(sender.get("name")) == one_line(row["from_name"]), row["from_name"], sender.get("name"))
    if row["attachments"]:
        got = answer.get("attachments") or []
        tally.count("attachments", row, all(name in got for name in row["attachments"]), row["attachments"], got)
    if row["text_body"] and row["text_match"]:
        wanted = untagged(row["text_body"]) if row["text_match"] == "html-text" else row["text_body"]
        tally.count("body", row, bare(text) in (bare(wanted), bare(untagged(wanted))), wanted, text)
    if row["text_contains"]:
        tally.count("body contains", row, contains(text, row["text_contains"]), row["text_contains"], text)


def count_reply(tally, row, answer):
    reply = answer.get("reply") or ""
    if row["reply_match"]:
        tally.count("reply exact", row, bare(reply) == bare(row["reply"]), row["reply"], reply)
    if row["reply_contains"] or row["reply_not_contains"]:
        right = contains(reply, row["reply_contains"], row["reply_not_contains"])
        tally.count("reply contains", row, right, row["reply_contains"], reply)


def count_bounce(tally, row, answer):
    bounce = answer.get("bounce")
    if row["is_bounce"] == "yes":
        tally.count("bounce found", row, bounce, True, bounce)
        if row["bounce_rcpt"]:
            got = {each.lower() for each in (bounce or {}).get("recipients", [])}
            tally.count("bounce recipients", row, got == {each.lower() for each in row["bounce_rcpt"]}, row["bounce_rcpt"], bounce)
        if row["bounce_perm"]:
            right = bool(bounce) and bool(bounce.get("permanent")) == (row["bounce_perm"] == "permanent")
            tally.count("bounce permanence", row, right, row["bounce_perm"], bounce)
    elif "[content is a DSN" not in row["notes"] and (row["kind"] not in ("bounce", "malformed") or row["is_bounce"] == "no"):
        tally.count("not a bounce", row, answer and not bounce, None, bounce)


def count_kind(tally, row, answer):
    if row["kind"] in ("reply", "request"):
        tally.count("human", row, answer.get("kind") not in (None, *MACHINES), "human", answer.get("kind"))
    if row["kind"] in ("auto-reply", "out-of-office"):
        tally.count("automatic", row, answer.get("kind") == "automatic", "automatic", answer.get("kind"))


def count_own(tally, path, kind, answer):
    row = {"source": "own", "file": os.path.basename(path)}
    got = answer.get("kind")
    right = got not in (None, *MACHINES) if kind == "human" else got == kind
    tally.count(f"{kind}, own", row, right, kind, got)


def peak_megabytes():
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--root", default=HERE)
    options.add_argument("--own", default=os.path.join(HERE, "..", "mail", "own"))
    options.add_argument("--failures")
    options.add_argument("command", nargs="*", default=["mentord", "explain", "--json"])
    chosen = options.parse_args()
    rows, own = list(rows_in(chosen.root)), list(own_rows(chosen.own))
    begun, answers = time.monotonic(), {}
    for kind, extra in (("message", []), ("body", ["--body", "text"]), ("html", ["--body", "html"])):
        answers.update(answers_of(chosen.command + extra, [row["path"] for row in rows if row["type"] == kind]))
    answers.update(answers_of(chosen.command, [path for path, _ in own]))
    spent, tally = time.monotonic() - begun, Tally()
    for row in rows:
        answer = answers.get(row["path"])
        tally.count("answered", row, answer is not None, "an answer", None)
        count_reading(tally, row, answer or {})
        count_reply(tally, row, answer or {})
        if row["type"] == "message":
            count_bounce(tally, row, answer or {})
            count_kind(tally, row, answer or {})
    for path, kind in own:
        count_own(tally, path, kind, answers.get(path) or {})
    for measure in sorted(tally.all, key=lambda name: (name.startswith("reply exact, "), name)):
        print(f"{measure}\t{tally.right[measure]}/{tally.all[measure]}\t{100 * tally.right[measure] / tally.all[measure]:.1f} %")
    print(f"subject, at most\t{subjects_at_most(rows)}/{tally.all.get('subject', 0)}\tsources that want the same octets read otherwise")
    slow = [answer for answer in answers.values() if answer.get("ms", 0) > MILLISECONDS_MAX]
    slowest = max(answers.values(), key=lambda answer: answer.get("ms", 0), default={})
    print(f"worst time\t{slowest.get('ms', 0):.1f} ms\t{os.path.basename(slowest.get('file', '-'))}")
    print(f"over {MILLISECONDS_MAX} ms\t{len(slow)}")
    print(f"peak memory\t{peak_megabytes()} MB\tlimit {MEGABYTES_MAX} MB")
    print(f"seconds\t{spent:.2f}")
    if chosen.failures:
        with open(chosen.failures, "w", encoding="utf-8") as file:
            file.writelines("\t".join(failure) + "\n" for failure in tally.failures)
    taken = tally.wrong("human") + tally.wrong("human, own")
    return 1 if tally.wrong("answered") or taken or slow or peak_megabytes() > MEGABYTES_MAX else 0


if __name__ == "__main__":
    sys.exit(main())
