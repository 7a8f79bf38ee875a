import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ExplanationText } from "@/components/output/error-explanation";
import { TorchError, torch } from "@/lib/autograd";
import * as mistakes from "@/lib/autograd/mistakes";
import { type ExplanationPart, LOCALES, loadExplanations } from "@/lib/i18n";
import { en } from "@/lib/i18n/explanations/en";
import { items } from "@/lib/i18n/explanations/explanation";
import { zh } from "@/lib/i18n/explanations/zh";
import { CellSyntaxError } from "@/lib/kernel/compile";
import { detailTexts } from "@/lib/kernel/details";
import { ENGINE_ERROR_CODES } from "@/lib/kernel/engine-errors";
import { Inputs, MAX_INPUTS } from "@/lib/kernel/inputs/inputs";
import type { PlotErrorCode } from "@/lib/plot";
import { TestNotebook } from "../kernel/compile/notebook";
import { REFUSED } from "./cells";
import { MISTAKES } from "./mistakes";

/** An error, and how to come by its details. */
interface Case {
  code: string;
  about: string;
  details(): Record<string, string>;
}

const torchCodes = Object.values(mistakes).map(({ code }) => code);

const torchCases: Case[] = torchCodes.flatMap((code) =>
  (MISTAKES[code] ?? []).map((run, index) => ({
    code,
    about: String(index),
    details: () => detailTexts(torchError(run, code).details),
  })),
);

const cellCases: Case[] = Object.entries(REFUSED).flatMap(([code, cells]) =>
  cells.map((cell) => ({ code, about: cell, details: () => refusal(cell, code).details })),
);

const PLOTS: Readonly<Record<PlotErrorCode, readonly Record<string, string>[]>> = {
  "plot-unsupported": [
    { option: "Plot.image", alternative: "a PNG file as its src (data:image/png;base64,…)" },
    { option: "href", alternative: "title" },
    { option: "Plot.crosshair", alternative: "the option tip: true of another mark" },
  ],
  "plot-too-many-elements": [{ limit: "30000" }],
  "plot-too-large": [{ limit: "8000000" }],
  "plot-size": [{ option: "width", value: "-3", limit: "4096" }],
  "plots-argument": [
    {
      helper: "plots.heatMap",
      argument: "matrix",
      kind: "rows of numbers",
      got: "an array of shape [3]",
    },
  ],
  "live-option": [{ option: "height", value: "3", expected: "120 … 1000" }],
  "live-number": [{ axis: "x", value: "abc" }],
  "live-too-many-series": [{ limit: "20" }],
};

/** The kernel's own, and the language's as the kernel reads them. */
const RUNNING: Readonly<Record<string, readonly Record<string, string>[]>> = {
  "too-many-live-plots": [{ limit: "100" }],
  "graph-too-large": [{ nodes: "3001", limit: "1000" }],
  "output-too-large": [{ characters: "10000000", values: "1000000" }],
  "progress-source": [{ given: "null" }],
  "svg-root": [{}],
  "library-unavailable": [{ library: "plot" }, { library: "compiler" }, { library: "gradbook" }],
  "unreadable-error": [{}],
  "undefined-name": [{ name: "True" }, { name: "torch", cell: "other" }],
  "name-before-initialization": [{ name: "early" }, {}],
  "constant-assigned": [{ name: "rate" }, {}],
  "read-only-property": [{ name: "shape" }],
  "not-a-function": [
    { name: "loss" },
    { name: "loss.toFixed" },
    { name: "data.map" },
    { name: "loss.backward" },
    { name: "optimizer.zero_grad" },
    { name: "net.fit" },
  ],
  "forgotten-await": [{ name: "data" }],
  "promise-value": [{}],
  "nan-value": [{}],
  "not-a-constructor": [{ name: "torch.tensor" }],
  "class-without-new": [{ name: "Linear" }, {}],
  "not-a-class": [{}],
  "missing-super-call": [{}],
  "missing-value": [
    { value: "null", property: "item" },
    { value: "undefined", property: "grad" },
    { value: "null" },
  ],
  "not-iterable": [{ name: "n" }, {}],
  "too-much-recursion": [{}],
  "invalid-array-length": [{}],
  "digits-out-of-range": [{}],
  "empty-reduce": [{}],
};

/** Inputs that there cannot be: the kernel's own errors. */
const INPUTS: Readonly<Record<string, readonly ((inputs: Inputs) => unknown)[]>> = {
  "unknown-input-option": [(inputs) => inputs.slider({ mn: 0 })],
  "input-option": [
    (inputs) => inputs.slider({ min: 3, max: "4" }),
    (inputs) => inputs.select({ options: [Math.tanh] }),
  ],
  "input-value": [
    (inputs) => inputs.slider({ value: 7 }),
    (inputs) => inputs.select({ options: ["a"], value: "b" }),
  ],
  "input-key-twice": [(inputs) => [inputs.text({ key: "k" }), inputs.text({ key: "k" })]],
  "too-many-inputs": [(inputs) => Array.from({ length: MAX_INPUTS + 1 }, () => inputs.button())],
};

const inputCases: Case[] = Object.entries(INPUTS).flatMap(([code, all]) =>
  all.map((ask, index) => ({
    code,
    about: String(index),
    details: () => {
      try {
        ask(new Inputs({}, () => undefined));
      } catch (error) {
        expect(error).toMatchObject({ code });
        return detailTexts((error as { details: object }).details);
      }
      throw new Error(`${code}: nothing was thrown`);
    },
  })),
);

const listed = (table: Readonly<Record<string, readonly Record<string, string>[]>>): Case[] =>
  Object.entries(table).flatMap(([code, all]) =>
    all.map((details) => ({ code, about: JSON.stringify(details), details: () => details })),
  );

const cases: Case[] = [...torchCases, ...cellCases, ...listed(PLOTS), ...listed(RUNNING), ...inputCases];

/** Details that decide what is said without being said, or that Chinese says in words of its own. */
const UNSAID = new Set([
  "alternative",
  "argument",
  "cell",
  "groups",
  "kind",
  "library",
  "message",
  "open",
  "reason",
  "transposed",
  "what",
  "whole",
]);

/** What an explanation must name: every shape, size, name and number that the case is about. */
function said(details: Record<string, string>): string[] {
  return Object.entries(details).flatMap(([key, value]) => {
    if (UNSAID.has(key) || value === "null" || value === "[]") return [];
    if (key === "name") return value.split(".").slice(-1);
    if (value === "0" && (key === "rank" || key === "least")) return [];
    // A kind of value, for example `a string`.
    if (key === "got" && /^(?:[a-z]+|an? [a-z ]+.*)$/.test(value)) return [];
    return /^\[.*\]$/.test(value) && key.match(/^(?:shapes|sizes|inner|places)$/) ? items(value) : [value];
  });
}

function torchError(run: () => unknown, code: string): TorchError {
  try {
    run();
  } catch (error) {
    if (error instanceof TorchError) {
      expect(error.code).toBe(code);
      return error;
    }
    throw error;
  }
  throw new Error(`${code}: nothing was thrown`);
}

function refusal(cell: string, code: string): CellSyntaxError {
  try {
    new TestNotebook().compile("cell", cell);
  } catch (error) {
    if (error instanceof CellSyntaxError) {
      expect(error.code).toBe(code);
      return error;
    }
    throw error;
  }
  throw new Error(`${code}: not refused`);
}

const textOf = (parts: readonly ExplanationPart[]): string => parts.map(({ text }) => text).join("");
const proseOf = (parts: readonly ExplanationPart[]): string =>
  parts.map(({ text, code }) => (code ? "`" : text)).join("");

describe("every code", () => {
  const codes = [
    ...torchCodes,
    ...Object.keys(REFUSED),
    ...Object.keys(PLOTS),
    ...ENGINE_ERROR_CODES,
    ...Object.keys(INPUTS),
    "too-many-live-plots",
    "graph-too-large",
    "output-too-large",
    "progress-source",
    "svg-root",
    "library-unavailable",
    "unreadable-error",
    "forgotten-await",
    "promise-value",
    "nan-value",
  ];

  it("has its place in every language", () => {
    for (const words of [zh, en]) expect(codes.filter((code) => !Object.hasOwn(words, code))).toEqual([]);
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it("is tried here", () => {
    const tried = new Set(cases.map(({ code }) => code));
    expect(codes.filter((code) => !tried.has(code))).toEqual([]);
  });
});

describe("Chinese", () => {
  it.each(cases)("explains $code: $about", async ({ code, details: read }) => {
    const details = read();
    const explain = await loadExplanations("zh");
    const parts = explain(code, details);
    if (!parts) throw new Error("not explained");
    const prose = proseOf(parts);
    expect(prose).toMatch(/[\p{Script=Han}\w`）][。？]$/u);
    // Full-width punctuation, without spaces around it; spaces around code.
    expect(prose).not.toMatch(
      /[\p{Script=Han}`] ?[,;:!?]|[,;:!?] ?[\p{Script=Han}`]|\p{Script=Han}\.|\.\p{Script=Han}/u,
    );
    expect(prose).not.toMatch(/ {2}| [，。：；！？（）、]|[，。：；！？（）、] /u);
    expect(prose).not.toMatch(/\p{Script=Han}[A-Za-z`]|[A-Za-z`]\p{Script=Han}/u);
    const text = textOf(parts);
    for (const word of said(details)) expect(text).toContain(word);
  });
});

describe("English", () => {
  it.each(cases)("speaks of $code: $about", async ({ code, details: read }) => {
    const details = read();
    const explain = await loadExplanations("en");
    const parts = explain(code, details);
    if (!parts) {
      // Then the message says it all; a missing detail is no reason.
      const entry = Object.entries(en).find(([key]) => key === code)?.[1];
      expect(typeof entry === "function" ? entry(details) : entry).toBeNull();
      return;
    }
    expect(proseOf(parts)).toMatch(/^[A-Z`].*[.?]$/s);
    expect(textOf(parts)).not.toMatch(/\p{Script=Han}/u);
  });
});

describe("an explanation", () => {
  it("names the shapes and the way out", async () => {
    const shapes = { op: "matmul", shapes: "[2, 3], [2, 3]", inner: "[3, 2]", transposed: "true" };
    const zhParts = (await loadExplanations("zh"))("matmul_shapes", shapes);
    expect(zhParts?.filter(({ code }) => code).map(({ text }) => text)).toEqual([
      "matmul",
      "[2, 3]",
      "[2, 3]",
      ".t()",
    ]);
    const enParts = (await loadExplanations("en"))("matmul_shapes", { ...shapes, transposed: "false" });
    expect(textOf(enParts ?? [])).toContain(".shape");
  });

  it("sees a promise that nobody waited for", async () => {
    const { details } = torchError(() => torch.relu(Promise.resolve(torch.ones([1])) as never), "not_tensor");
    for (const locale of LOCALES) {
      const parts = (await loadExplanations(locale))("not_tensor", detailTexts(details));
      expect(parts?.filter(({ code }) => code).map(({ text }) => text)).toContain("await");
    }
  });

  it("knows what readers bring from Python", async () => {
    for (const locale of LOCALES) {
      const explain = await loadExplanations(locale);
      const say = (code: string, name: string) => textOf(explain(code, { name }) ?? []);
      expect(say("undefined-name", "None")).toContain("null");
      expect(say("undefined-name", "torch")).toContain('import { torch } from "gradbook"');
      expect(say("undefined-name", "loss")).toBe("");
      expect(say("undefined-name", "constructor")).toBe("");
      expect(say("not-a-function", "optimizer.zero_grad")).toContain("zeroGrad");
      expect(say("not-a-function", "x.requires_grad_")).toContain("requiresGrad_");
      expect(say("not-a-function", "loss.toFixed")).toContain(".item()");
    }
  });

  it("is silent where code or details are a stranger's", async () => {
    for (const locale of LOCALES) {
      const explain = await loadExplanations(locale);
      expect(explain("ENOENT", {})).toBeNull();
      expect(explain("toString", {})).toBeNull();
      expect(explain("__proto__", {})).toBeNull();
      expect(explain("matmul_shapes", { op: "linear" })).toBeNull();
      expect(explain("too-much-recursion", { name: "f" })).not.toBeNull();
    }
    const explain = await loadExplanations("zh");
    expect(explain("option_choice", { op: "a", option: "b", got: "c" })).toBeNull();
  });

  it("takes code for code, whatever stands in the details", async () => {
    const explain = await loadExplanations("zh");
    const parts = explain("reserved-word", { word: "`{word}` <b>" });
    expect(parts?.[0]).toEqual({ text: "`{word}` <b>", code: true });
    expect(parts).toHaveLength(2);
    expect(renderToStaticMarkup(ExplanationText({ parts: parts ?? [] }))).toMatch(
      /^<p class="error-hint"><code>`\{word\}` &lt;b&gt;<\/code> 是 JavaScript [^<]+<\/p>$/,
    );
  });
});
