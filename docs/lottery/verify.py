"""Check a published lottery: python3 verify.py published.json [the hash you noted when it was opened]."""

# ruff: noqa: ANN001, ANN201, D103, E401, I001, INP001, T201 - one short file to read and run anywhere

import hashlib, json, pathlib, re, sys
from collections import Counter


def sha(text):
    return hashlib.sha256(text.encode()).hexdigest()


def draw(frozen, salt):
    line = sorted(frozen["entries"], key=lambda entry: (sha(salt + entry["code"]), entry["code"]))
    entered, taken, won = Counter(pair for entry in line for pair in entry.items()), Counter(), set()
    # first keep places for the minimums, then fill what is left
    for keeps_places, entry in [(True, entry) for entry in line] + [(False, entry) for entry in line]:
        after, needed, is_over = taken + Counter(entry.items()), Counter(), entry["code"] in won
        for rule in frozen["rules"]:
            pair = (rule["trait"], rule["value"])
            needed[rule["trait"]] += max(0, min(rule["minimum"], entered[pair]) - after[pair])
            is_over = is_over or (rule["maximum"] is not None and after[pair] > rule["maximum"])
        if not is_over and frozen["places"] - len(won) > max([0, *needed.values()] if keeps_places else [0]):
            won, taken = won | {entry["code"]}, after
    missed = [rule for rule in frozen["rules"] if taken[rule["trait"], rule["value"]] < rule["minimum"]]
    codes = [entry["code"] for entry in line]
    return [code for code in codes if code in won], [code for code in codes if code not in won], missed


published, parts = json.loads(pathlib.Path(sys.argv[1]).read_bytes()), ("frozen", "frozen_sha256", "result")
frozen, noted, result = (published[part] for part in parts)
found = sha(json.dumps(frozen, sort_keys=True, separators=(",", ":")))
checks = {"hash " + found: found == noted and sys.argv[2:] in ([], [found])}
checks["one code for each entry"] = len({entry["code"] for entry in frozen["entries"]}) == len(frozen["entries"])
if result:
    number, spelling = result["public_number"] or "", "(0|[1-9][0-9]*)([.][0-9]*[1-9])?" * bool(frozen["public_source"])
    checks["seed and public number"] = sha(result["seed"]) == frozen["seed_sha256"] and re.fullmatch(spelling, number)
    drawn = (result["winners"], result["waitlist"], result["missed"])
    checks["winners and waitlist"] = draw(frozen, f"{result['seed']}|{number}|") == drawn
print("\n".join(f"{'matches' if is_right else 'DOES NOT MATCH'}: {name}" for name, is_right in checks.items()))
sys.exit(not all(checks.values()))
