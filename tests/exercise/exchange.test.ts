import { describe, expect, test } from "vitest";
import { type Attempt, fromJson, newAttempts, toCsv, toJson } from "@/lib/exercise";

const LOG: Attempt[] = [
  {
    exercise: "gd/one-step",
    at: 1_700_000_000_000,
    kind: "answer",
    text: "3,6",
    outcome: { kind: "wrong", matched: 0 },
    values: { w: 3, eta: 0.1 },
  },
  { exercise: "gd/one-step", at: 1_700_000_001_000, kind: "hint", hint: 0 },
  { exercise: "gd/one-step", at: 1_700_000_002_000, kind: "draw", draw: 1 },
  { exercise: "gd/one-step", at: 1_700_000_003_000, kind: "reveal" },
  { exercise: "gd/guess", at: 1_700_000_004_000, kind: "predict", text: 'it "leaps",\nI think' },
  {
    exercise: "gd/code",
    at: 1_700_000_005_000,
    kind: "answer",
    text: "=HYPERLINK(1)",
    outcome: { kind: "wrong", matched: null, code: "differs", details: { input: "f(1)", got: "2" } },
  },
];

describe("JSON", () => {
  test("what goes out comes back", () => {
    expect(fromJson(toJson({ seed: 7, attempts: LOG }))).toEqual({
      kind: "read",
      refused: 0,
      seed: 7,
      attempts: LOG,
    });
    expect(fromJson(`\uFEFF${toJson({ seed: null, attempts: [] })}`)).toMatchObject({
      kind: "read",
      seed: null,
    });
  });

  test("entries that are none are left out and counted", () => {
    const text = toJson({
      seed: 1,
      attempts: [...LOG, { kind: "solve" } as unknown as Attempt, 3 as unknown as Attempt],
    });
    expect(fromJson(text)).toMatchObject({ kind: "read", refused: 2, attempts: LOG });
  });

  test.each([
    ["", "not-json"],
    ["{", "not-json"],
    ["null", "not-progress"],
    ["[]", "not-progress"],
    ['{"format":"other","version":1,"attempts":[]}', "not-progress"],
    ['{"format":"gradbook-progress","version":1,"attempts":{}}', "not-progress"],
    ['{"format":"gradbook-progress","version":99,"attempts":[]}', "newer-version"],
  ])("%s is refused: %s", (text, code) => expect(fromJson(text)).toEqual({ kind: "refused", code }));
});

test("a file that comes twice adds nothing the second time", () => {
  expect(newAttempts([], LOG)).toEqual(LOG);
  expect(newAttempts(LOG, LOG)).toEqual([]);
  expect(newAttempts(LOG.slice(2), [...LOG, ...LOG])).toEqual(LOG.slice(0, 2));
});

test("the table is one that spreadsheets read, and none that they carry out", () => {
  expect(toCsv(LOG).split("\r\n")).toEqual([
    "\uFEFFtime,exercise,event,answer,outcome,matched,reason,values",
    '2023-11-14T22:13:20.000Z,gd/one-step,answer,"3,6",wrong,1,,w=3; eta=0.1',
    "2023-11-14T22:13:21.000Z,gd/one-step,hint,1,,,,",
    "2023-11-14T22:13:22.000Z,gd/one-step,draw,,,,,",
    "2023-11-14T22:13:23.000Z,gd/one-step,reveal,,,,,",
    '2023-11-14T22:13:24.000Z,gd/guess,predict,"it ""leaps"",\nI think",,,,',
    "2023-11-14T22:13:25.000Z,gd/code,answer,'=HYPERLINK(1),wrong,,differs,",
    "",
  ]);
});
