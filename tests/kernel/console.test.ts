import { describe, expect, it } from "vitest";
import { createConsole } from "@/lib/kernel/console";
import { consoleTable, inspect } from "@/lib/kernel/display";

/** What a program prints to its console, `!` before what is an error. */
function printed(program: (console: Console, host: { run: number; time: number }) => void): string[] {
  const lines: string[] = [];
  const state = { run: 1, time: 0 };
  const console = createConsole({
    text: (value) => (typeof value === "string" ? value : inspect(value)),
    write: (name, text) => void lines.push(`${name === "stderr" ? "!" : ""}${text.replace(/\n$/, "")}`),
    table: consoleTable,
    showTable: (table) => void lines.push(`table of ${table.rowCount}`),
    clear: () => void lines.push("clear"),
    now: () => state.time,
    run: () => state.run,
  }) as unknown as Console;
  program(console, state);
  return lines;
}

describe("console", () => {
  const TABLE: [name: string, program: (console: Console) => void, lines: string[]][] = [
    ["log", (c) => c.log("a", 1, { b: 2 }), ["a 1 { b: 2 }"]],
    ["info and debug", (c) => [c.info(1), c.debug(2)], ["1", "2"]],
    ["warn and error", (c) => [c.warn("w"), c.error("e")], ["!w", "!e"]],
    ["dir shows one value", (c) => c.dir([1], { depth: 1 }), ["[1]"]],
    [
      "formats",
      (c) => c.log("%s is %d%%, %i of %f: %o %c!", "it", "4.5", 7.9, "2.5x", [1], "css", "more"),
      ["it is 4.5%, 7 of 2.5: [1] ! more"],
    ],
    ["formats without values", (c) => c.log("100%", 1), ["100% 1"]],
    ["a percent sign alone", (c) => c.log("%d"), ["%d"]],
    [
      "assert",
      (c) => [c.assert(true, "no"), c.assert(0, "x is", 1), c.assert(false)],
      ["!Assertion failed: x is 1", "!Assertion failed"],
    ],
    [
      "count",
      (c) => [c.count(), c.count(), c.count("x"), c.countReset(), c.count()],
      ["default: 1", "default: 2", "x: 1", "default: 1"],
    ],
    ["count of a prototype's name", (c) => c.count("constructor"), ["constructor: 1"]],
    [
      "groups",
      (c) => [
        c.group("g"),
        c.log("a\nb"),
        c.group(),
        c.warn("c"),
        c.groupEnd(),
        c.groupEnd(),
        c.groupEnd(),
        c.log("d"),
      ],
      ["g", "  a\n  b", "!    c", "d"],
    ],
    ["table", (c) => [c.table([{ a: 1 }, { a: 2 }]), c.table(5)], ["table of 2", "5"]],
    ["clear", (c) => c.clear(), ["clear"]],
    ["unknown timer", (c) => c.timeEnd("t"), ["!Timer 't' does not exist"]],
  ];
  for (const [name, program, lines] of TABLE) it(name, () => expect(printed(program)).toEqual(lines));

  it("time", () => {
    const lines = printed((console, host) => {
      console.time("t");
      host.time = 12.5;
      console.timeLog("t", "so far");
      host.time = 2_500;
      console.timeEnd("t");
      console.timeEnd("t");
    });
    expect(lines).toEqual(["t: 12.5 ms so far", "t: 2.500 s", "!Timer 't' does not exist"]);
  });

  it("a group ends with its run", () => {
    const lines = printed((console, host) => {
      console.group("g");
      host.run = 2;
      console.log("next");
    });
    expect(lines).toEqual(["g", "next"]);
  });
});
