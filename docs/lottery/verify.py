"""Check a published lottery: python3 verify.py published.json [the hash you noted when it was opened]."""

# ruff: noqa: ANN001, ANN201, D103, INP001, T201 - one short file to read and run anywhere

import hashlib
import json
import pathlib
import re
import sys
from collections import Counter


def sha(text):
    return hashlib.sha256(text.encode()).hexdigest()


def draw(frozen, salt):
    line = sorted(frozen["entries"], key=lambda entry: (sha(salt + entry["code"]), entry["code"]))
    entered, taken, won = Counter(pair for entry in line for pair in entry.items()), Counter(), set()
    for keeps_places in (True, False):  # first keep places for the minimums, then fill what is left
        for entry in line:
            after, needed, is_over = taken + Counter(entry.items()), Counter(), entry["code"] in won
            for rule in frozen["rules"]:
                pair = (rule["trait"], rule["value"])
                needed[rule["trait"]] += max(0, min(rule["minimum"], entered[pair]) - after[pair])
                is_over = is_over or (rule["maximum"] is not None and after[pair] > rule["maximum"])
            left = frozen["places"] - len(won) - 1
            if not is_over and left >= max([0, *needed.values()] if keeps_places else [0]):
                won, taken = won | {entry["code"]}, after
    missed = [rule for rule in frozen["rules"] if taken[rule["trait"], rule["value"]] < rule["minimum"]]
    codes = [entry["code"] for entry in line]
    return [code for code in codes if code in won], [code for code in codes if code not in won], missed


document = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
frozen, result = document["frozen"], document["result"]
found = sha(json.dumps(frozen, sort_keys=True, separators=(",", ":")))
checks = {"hash " + found: found == document["frozen_sha256"] and sys.argv[2:] in ([], [found])}
checks["one code for each entry"] = len({entry["code"] for entry in frozen["entries"]}) == len(frozen["entries"])
if result:
    number = result["public_number"] or ""
    spelling = r"(0|[1-9][0-9]*)([.][0-9]*[1-9])?" if frozen["public_source"] else ""
    checks["seed and public number"] = sha(result["seed"]) == frozen["seed_sha256"] and re.fullmatch(spelling, number)
    drawn = draw(frozen, f"{result['seed']}|{number}|")
    checks["winners and waitlist"] = drawn == (result["winners"], result["waitlist"], result["missed"])
for name, is_right in checks.items():
    print("matches:" if is_right else "DOES NOT MATCH:", name)
sys.exit(0 if all(checks.values()) else 1)
