import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { policyFor, secure } from "@/tools/secure.mjs";

const FRAME = "'sha256-frame'";
const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const scripts = (policy: string) => /script-src ([^;]*)/.exec(policy)?.[1] ?? "";

describe("the page's policy", () => {
  const page = `<html><head><script src="/a.js"></script></head><body><script>one()</script><script id="x">two()</script></body></html>`;

  it("names each inline script by its hash, and the frame's", () => {
    const allowed = scripts(policyFor(page, FRAME)).split(" ");
    expect(allowed).toEqual(["'self'", hash("one()"), hash("two()"), FRAME, "blob:", "'wasm-unsafe-eval'"]);
  });

  it("allows no other inline script and no text as code", () => {
    expect(scripts(policyFor(page, FRAME))).not.toMatch(/'unsafe-/);
    expect(policyFor(page, FRAME)).toContain("require-trusted-types-for 'script'");
    expect(policyFor(page, FRAME)).toContain("default-src 'none'");
  });

  it("stands before everything that it governs, once", () => {
    const secured = secure(page, FRAME);
    expect(secured).toMatch(/^<html><head><meta http-equiv="Content-Security-Policy"/);
    expect(secure(secured, FRAME)).toBe(secured);
  });

  it("refuses a page that it could not protect", () => {
    expect(() => secure("<p>no head</p>", FRAME)).toThrow(/<head>/);
  });
});
