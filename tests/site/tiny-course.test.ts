import { beforeAll, describe, expect, test } from "vitest";
import { built, builtFiles, deadAddresses, npm, wordsOf } from "./commands";

describe("a course of one chapter in one language, built in one command from its own folder", () => {
  beforeAll(() => {
    const { status, said } = npm("build", "--content", "tests/tiny-course");
    expect(status, said).toBe(0);
  });

  test("has its pages and no others", () => {
    const common = /^(?:404|_not-found|en\/(?:figure|scratch))/;
    const pages = builtFiles(".html").filter((name) => !common.test(name));
    expect(pages).toEqual(["en/boiling/index.html", "en/index.html", "index.html"]);
  });

  test("says what its course.yaml and its chapter say, and nothing of the first course", () => {
    const home = wordsOf(built("en/index.html"));
    for (const words of [
      "Kettle",
      "Water, when it boils",
      "How long until the tea is ready?",
      "When water boils",
    ])
      expect(home).toContain(words);
    const chapter = built("en/boiling/index.html");
    expect(wordsOf(chapter)).toContain("joules each second");
    // The cell has run: a litre, two kilowatts.
    expect(wordsOf(chapter)).toMatch(/\b167\b/);
    for (const name of builtFiles("index.html").filter((one) => !one.includes("figure"))) {
      expect(wordsOf(built(name)), name).not.toMatch(/Gradbook|PyTorch|[Bb]ackpropagation|反向传播/);
    }
    expect(built("manifest.webmanifest")).toContain("Kettle");
    expect(built("manifest.webmanifest")).not.toContain("Gradbook");
  });

  test("has its own colours and picture", () => {
    expect(built("en/boiling/index.html")).toContain("--accent:light-dark(#7a3b00,#f0b070)");
    expect(built("en/boiling/index.html")).toMatch(/<img[^>]+alt="A kettle on a flame"/);
  });

  test("keeps its solutions to itself", () => {
    const withSolution = [...builtFiles(".html"), ...builtFiles(".js"), ...builtFiles(".txt")].filter(
      (name) => built(name).includes("Warm half as much"),
    );
    expect(withSolution).toEqual([]);
  });

  test("has no address that leads nowhere", () => {
    for (const name of builtFiles(".html")) expect(deadAddresses(built(name)), name).toEqual([]);
  });
});
