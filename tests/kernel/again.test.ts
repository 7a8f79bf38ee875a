import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TestPage } from "./page";

describe("a cell that runs again with the same text", () => {
  let page: TestPage;
  beforeEach(() => {
    page = new TestPage();
  });
  afterEach(() => page.close());

  /** The text of the one value that a cell shows. */
  async function shows(cell: string, code: string): Promise<string | undefined> {
    const result = (await page.run(cell, code)).find((output) => output.type === "execute_result");
    return result?.type === "execute_result" ? result.data["text/plain"] : undefined;
  }

  it("is made into a module once, and begins anew each time", async () => {
    const code = "let n = 1; n += 1; class A {} const f = () => n; [n, f()]";
    for (let round = 0; round < 3; round++) expect(await shows("a", code)).toBe("[2, 2]");
    expect(page.modules).toBe(1);
  });

  it("leaves the functions and classes of its former runs as they are", async () => {
    await page.run("a", "class A {}\nlet n = 0; const up = () => ++n;");
    await page.run("b", "const oldUp = up, Old = A; up(); up();");
    await page.run("a", "class A {}\nlet n = 0; const up = () => ++n;");
    expect(page.modules).toBe(2);
    // One name has one value, which both functions see; a class is another at each run.
    expect(await shows("c", "[oldUp(), up(), oldUp === up, Old === A]")).toBe("[1, 2, false, false]");
  });

  it("sees what the other cells say now", async () => {
    await page.run("a", "let x = 1");
    expect(await shows("b", "x + 1")).toBe("2");
    await page.run("a", "let x = 10");
    expect(await shows("b", "x + 1")).toBe("11");
    await page.run("a", "const y = 1");
    expect((await page.fail("b", "x + 1")).code).toBe("undefined-name");
  });

  it("is compiled anew where what it took for granted has changed", async () => {
    await page.run("a", "let x = 1");
    await page.run("b", "x = 2;");
    await page.run("a", "const x = 1");
    expect((await page.fail("b", "x = 2;")).code).toBe("assign-to-const");
    // A name of the platform becomes a cell's.
    expect(await shows("c", "typeof escape")).toBe('"function"');
    await page.run("d", "const escape = 5");
    expect(await shows("c", "typeof escape")).toBe('"number"');
    // What a cell kept in a variable of its own, a function of another cell reads from now on.
    const loop =
      "let s = 0; for (let i = 0; i < 3; i++) { s += 1; if (globalThis.look) globalThis.look(s); } s";
    expect(await shows("e", loop)).toBe("3");
    await page.run("f", "const seen = []; globalThis.look = () => seen.push(s);");
    await page.run("e", loop);
    expect(await shows("g", "delete globalThis.look; seen")).toBe("[1, 2, 3]");
  });

  it("has its errors at their places", async () => {
    const code = "const o = {};\nlet t = 1;\n  o.missing.deep";
    await page.fail("a", code);
    expect(await page.fail("a", code)).toMatchObject({
      code: "missing-value",
      traceback: [{ cell: "a", line: 3, column: 13 }],
    });
    expect(page.modules).toBe(1);
  });

  it("has forgotten its text once it was edited or taken away", async () => {
    expect(await shows("a", "1 + 1")).toBe("2");
    expect(await shows("a", "1 + 2")).toBe("3");
    expect(await shows("a", "1 + 1")).toBe("2");
    expect(page.modules).toBe(3);
  });
});
