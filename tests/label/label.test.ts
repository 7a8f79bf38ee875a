import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type LabelPiece, plainLabel, readLabel } from "@/lib/label";

/** The pieces as one would write them: italics between slashes, bold between stars. */
function written(pieces: readonly LabelPiece[]): string {
  return pieces
    .map((piece) => {
      if ("sub" in piece) return `<sub>${written(piece.sub)}</sub>`;
      if ("sup" in piece) return `<sup>${written(piece.sup)}</sup>`;
      return piece.style === "italic"
        ? `/${piece.text}/`
        : piece.style === "bold"
          ? `*${piece.text}*`
          : piece.text;
    })
    .join("");
}

describe("readLabel", () => {
  test.each([
    ["", ""],
    ["learning rate", "learning rate"],
    ["学习率 $\\eta$", "学习率 /η/"],
    ["$\\eta$ (rate)", "/η/ (rate)"],
    ["$w_1$", "/w/<sub>1</sub>"],
    ["$w_{ij}$", "/w/<sub>/ij/</sub>"],
    ["$x^2$", "/x/<sup>2</sup>"],
    ["$x_i^{(k)}$", "/x/<sub>/i/</sub><sup>(/k/)</sup>"],
    ["$a_{i_1}$", "/a/<sub>/i/<sub>1</sub></sub>"],
    ["$e^{-x}$", "/e/<sup>−/x/</sup>"],
    ["$\\beta_1 = 0.9$", "/β/<sub>1</sub>=0.9"],
    ["$\\Delta w$", "Δ/w/"],
    ["$\\partial L$", "∂/L/"],
    ["$\\hat y$", "/ŷ/"],
    ["$\\hat{y}_i$", "/ŷ/<sub>/i/</sub>"],
    ["$\\mathbf{w}$", "*w*"],
    ["$\\mathbf{w}^\\top x$", "*w*<sup>⊤</sup>/x/"],
    ["$\\mathrm{lr}$", "lr"],
    ["$\\text{batch size}$", "batch size"],
    ["$n_{\\text{hidden}}$", "/n/<sub>hidden</sub>"],
    ["$\\log x$", "log/x/"],
    ["$f'(x)$", "/f/′(/x/)"],
    ["$\\|w\\|$", "‖/w/‖"],
    ["$\\varepsilon$ and $\\epsilon$", "/ε/ and /ϵ/"],
    ["costs \\$5", "costs $5"],
    ["costs $5", "costs $5"],
    ["$a$ for $5", "/a/ for $5"],
    ["$$", ""],
  ])("%j is %s", (label, pieces) => {
    expect(written(readLabel(label)).normalize("NFC")).toBe(pieces.normalize("NFC"));
  });

  test.each([
    "\\frac{a}{b}",
    "\\sqrt x",
    "x_",
    "x^",
    "x_^2",
    "\\hat{ab}",
    "\\hat{}",
    "{a",
    "a}",
    "\\text a",
    "\\text{a",
    "\\constructor",
    "a & b",
    `${"{".repeat(50)}x${"}".repeat(50)}`,
  ])("a formula that is not simple stands as it was written: %j", (tex) => {
    expect(readLabel(`$${tex}$ b`)).toEqual([{ text: tex }, { text: " b" }]);
  });

  it("has the characters of all Greek letters", () => {
    // Unicode gives the letters' names; two are the variants that Unicode calls symbols.
    const lower = "αβγδϵζηθικλμνξοπρστυϕχψω";
    const names =
      "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega";
    expect(names.split(" ").map((name) => plainLabel(readLabel(`$\\${name}$`)))).toEqual([...lower]);
  });

  it("never throws, and loses no text that stands outside of formulas", () => {
    const tex = fc.array(
      fc.constantFrom(
        "\\eta",
        "\\hat",
        "\\text",
        "\\mathbf",
        "{",
        "}",
        "_",
        "^",
        "$",
        "\\",
        " ",
        "x",
        "-",
        "\\$",
        "😀",
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          tex.map((parts) => parts.join("")),
        ),
        (label) => {
          expect(typeof plainLabel(readLabel(label))).toBe("string");
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/[$\\]/.test(text)),
        (text) => {
          expect(plainLabel(readLabel(text))).toBe(text);
        },
      ),
    );
  });
});

test("plainLabel writes scripts as TeX does", () => {
  expect(plainLabel(readLabel("rate $\\eta_{1}$, $x^2$"))).toBe("rate η_1, x^2");
});
