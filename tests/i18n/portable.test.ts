import { describe, expect, it } from "vitest";
import { fromPortable, LOCALES, messages, portable } from "@/lib/i18n";

const PARTS = ["seven", 8, "九"];

describe.each(LOCALES)("the words of %s", (locale) => {
  const words = messages(locale) as unknown as Record<string, string | ((...parts: unknown[]) => string)>;
  const crossed = fromPortable(
    JSON.parse(JSON.stringify(portable(messages(locale)))),
  ) as unknown as typeof words;

  it("say the same after they have crossed into a page as data", () => {
    expect(Object.keys(crossed)).toEqual(Object.keys(words));
    for (const [name, word] of Object.entries(words)) {
      const there = crossed[name];
      if (typeof word === "string") expect(there).toBe(word);
      else expect(typeof there === "function" && there(...PARTS), name).toBe(word(...PARTS));
    }
  });

  it("have no braces of their own", () => {
    for (const word of Object.values(words))
      expect(typeof word === "string" ? word : word(...PARTS)).not.toMatch(/[{}]/);
  });
});
