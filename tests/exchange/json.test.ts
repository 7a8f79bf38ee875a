import { describe, expect, it } from "vitest";
import { LARGEST_FILE, readJson } from "@/lib/exchange";

const code = (text: string) => {
  const reading = readJson(text);
  return reading.kind === "refused" ? reading.code : "read";
};

describe("JSON from anywhere", () => {
  it("is read when it is whole", () => {
    expect(readJson('\uFEFF{"a": ["]]]", "\\"{{{"]}')).toEqual({
      kind: "read",
      value: { a: ["]]]", '"{{{'] },
    });
  });

  it("is refused with a reason, without exhausting anything", () => {
    expect(code("")).toBe("not-json");
    expect(code('{"a": ')).toBe("not-json");
    expect(code("<html>")).toBe("not-json");
    expect(code("[".repeat(100_000) + "]".repeat(100_000))).toBe("too-deep");
    expect(code('{"a":'.repeat(100_000))).toBe("too-deep");
    expect(code(" ".repeat(LARGEST_FILE + 1))).toBe("too-large");
    expect(code(`"${"[".repeat(1000)}"`)).toBe("read");
  });

  it("leaves prototypes alone", () => {
    const reading = readJson('{"__proto__": {"polluted": true}}');
    expect(reading.kind).toBe("read");
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
