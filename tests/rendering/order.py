"""The order of a line on the page: the Unicode Bidirectional Algorithm (UAX #9) for one line, written out.

It is the oracle that charts are held against, so it shares nothing with them: no library of theirs, none of their
code. It knows isolates and marks, but not embeddings and overrides, which `charts.labels` lets through to nobody.
"""

from __future__ import annotations

import unicodedata

ISOLATES = {"LRI": 0, "RLI": 1}
BRACKETS = {"(": ")", "[": "]", "{": "}"}
NEUTRAL = {"B", "S", "WS", "ON", "FSI", "LRI", "RLI", "PDI"}


def levels(line: str) -> list[int]:
    """The embedding level of each character: even is left to right. The first strong letter decides for the line."""
    kinds = [unicodedata.bidirectional(letter) or "L" for letter in line]
    base = _first_strong(kinds, 0)
    found = _explicit(kinds, base)
    for sequence in _sequences(kinds, found):
        _resolve(line, kinds, found, sequence, base)
    for at in range(len(line) - 1, -1, -1):  # L1: white space at the end of the line
        if kinds[at] not in {"WS", "FSI", "LRI", "RLI", "PDI", "BN"}:
            break
        found[at] = base
    return found


def runs(line: str) -> list[tuple[int, int, int]]:
    """Stretches of one level, (start, end, level), in the order they stand on the page from left to right (rule L2)."""
    found = levels(line)
    starts = [at for at in range(len(line)) if at == 0 or found[at] != found[at - 1]]
    stretches = [(a, b, found[a]) for a, b in zip(starts, [*starts[1:], len(line)], strict=True)]
    for level in range(max(found, default=0), 0, -1):
        at = 0
        while at < len(stretches):
            end = at
            while end < len(stretches) and stretches[end][2] >= level:
                end += 1
            stretches[at:end] = stretches[at:end][::-1]
            at = max(end, at + 1)
    return stretches


def visual(line: str) -> str:
    """The characters from left to right, brackets not mirrored: what python-bidi gives, for a test of this oracle."""
    return "".join(line[a:b][::-1] if level % 2 else line[a:b] for a, b, level in runs(line))


def _first_strong(kinds: list[str], start: int) -> int:
    """P2 and P3: the level of the first strong letter from ``start`` on, isolates skipped."""
    depth = 0
    for kind in kinds[start:]:
        if kind in ("LRI", "RLI", "FSI"):
            depth += 1
        elif kind == "PDI":
            if depth == 0:
                return 0
            depth -= 1
        elif depth == 0 and kind in ("L", "R", "AL"):
            return 0 if kind == "L" else 1
    return 0


def _explicit(kinds: list[str], base: int) -> list[int]:
    """X1 to X8 with isolates alone."""
    stack, found = [base], []
    for at, kind in enumerate(kinds):
        if kind == "PDI" and len(stack) > 1:
            stack.pop()
        found.append(stack[-1])
        if kind in ("LRI", "RLI", "FSI"):
            odd = _first_strong(kinds, at + 1) if kind == "FSI" else ISOLATES[kind]
            stack.append(stack[-1] + (1 if (stack[-1] + 1) % 2 == odd else 2))
    return found


def _sequences(kinds: list[str], found: list[int]) -> list[list[int]]:
    """BD13: what lies on one level, an isolate between counting as one neutral."""
    sequences: list[list[int]] = []
    open_: list[list[int]] = []
    current: list[int] = []
    for at, kind in enumerate(kinds):
        if kind == "PDI" and open_:
            sequences.append(current)
            current = open_.pop()
        current.append(at)
        if kind in ("LRI", "RLI", "FSI"):
            open_.append(current)
            current = []
    sequences += [current, *open_]
    return [sequence for sequence in sequences if sequence]


def _resolve(line: str, kinds: list[str], found: list[int], sequence: list[int], base: int) -> None:
    level = found[sequence[0]]
    edge = "R" if max(level, _outer(found, sequence, base)) % 2 else "L"
    types = _weak([kinds[at] for at in sequence], edge)
    embedding = "R" if level % 2 else "L"
    _bracket(line, sequence, types, edge, embedding)
    _neutral(types, edge, embedding)
    for at, kind in zip(sequence, types, strict=True):
        if level % 2 == 0:
            found[at] = level + {"L": 0, "R": 1, "AN": 2, "EN": 2}[kind]
        else:
            found[at] = level + {"R": 0, "L": 1, "AN": 1, "EN": 1}[kind]


def _outer(found: list[int], sequence: list[int], base: int) -> int:
    """The level next to the sequence, for its edges (X10); both see the same: the isolate stands in one line."""
    return found[sequence[0] - 1] if sequence[0] > 0 else base


def _weak(types: list[str], edge: str) -> list[str]:
    """W1 to W7."""
    before = edge
    for at, kind in enumerate(types):  # W1
        if kind == "NSM":
            types[at] = "ON" if before in ("LRI", "RLI", "FSI", "PDI") else before
        before = types[at]
    strong = edge
    for at, kind in enumerate(types):  # W2
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            types[at] = "AN"
    types[:] = ["R" if kind == "AL" else kind for kind in types]  # W3
    for at in range(1, len(types) - 1):  # W4
        if types[at] in ("ES", "CS") and types[at - 1] == types[at + 1] == "EN":
            types[at] = "EN"
        elif types[at] == "CS" and types[at - 1] == types[at + 1] == "AN":
            types[at] = "AN"
    at = 0
    while at < len(types):  # W5
        end = at
        while end < len(types) and types[end] in ("ET", "BN"):
            end += 1
        if end > at and ((at > 0 and types[at - 1] == "EN") or (end < len(types) and types[end] == "EN")):
            types[at:end] = ["EN"] * (end - at)
        at = max(end, at + 1)
    types[:] = ["ON" if kind in ("ES", "ET", "CS", "BN") else kind for kind in types]  # W6
    strong = edge
    for at, kind in enumerate(types):  # W7
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            types[at] = "L"
    return types


def _bracket(line: str, sequence: list[int], types: list[str], edge: str, embedding: str) -> None:
    """N0: a pair of brackets goes with what it holds."""
    stack: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, place in enumerate(sequence):
        letter = line[place]
        if types[at] != "ON":
            continue
        if letter in BRACKETS:
            stack.append((BRACKETS[letter], at))
        elif letter in BRACKETS.values():
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == letter:
                    pairs.append((stack[depth][1], at))
                    del stack[depth:]
                    break
    for first, last in sorted(pairs):
        inside = {_strength(kind) for kind in types[first + 1 : last]} - {""}
        if embedding in inside:
            kind = embedding
        elif inside:
            other = next(iter(inside))
            before = next((s for k in types[:first][::-1] if (s := _strength(k))), edge)
            kind = other if before == other else embedding
        else:
            continue
        types[first] = types[last] = kind


def _strength(kind: str) -> str:
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")


def _neutral(types: list[str], edge: str, embedding: str) -> None:
    """N1 and N2."""
    at = 0
    while at < len(types):
        end = at
        while end < len(types) and types[end] in NEUTRAL:
            end += 1
        if end > at:
            left = _strength(types[at - 1]) if at else edge
            right = _strength(types[end]) if end < len(types) else edge
            types[at:end] = [left if left == right else embedding] * (end - at)
        at = max(end, at + 1)
