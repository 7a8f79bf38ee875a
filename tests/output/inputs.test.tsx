import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, type MockInstance, test, vi } from "vitest";
import { InputControl } from "@/components/output/input-control";
import { SavedOutputs } from "@/components/output/saved-outputs";
import { messages } from "@/lib/i18n";
import type { Input, InputValue } from "@/lib/protocol";

const page = vi.hoisted(() => ({ inputs: {} as Record<string, Record<string, InputValue>> }));

vi.mock("@/components/notebook/notebook", () => ({
  useNotebook: () => ({ controller: {}, words: messages("en") }),
  useNotebookState: (select: (state: typeof page) => unknown) => select(page),
}));

const named = { key: "k", label: "rate $\\eta_1$" };
const INPUTS: Input[] = [
  { kind: "slider", ...named, value: 0.5, initial: 0.5, min: 0, max: 10, step: 0.01 },
  { kind: "number", ...named, value: 2, initial: 2, max: 5 },
  { kind: "select", ...named, value: "b", initial: "b", options: ["a", "b"] },
  { kind: "checkbox", ...named, value: true, initial: true },
  { kind: "button", ...named, value: 0, initial: 0 },
  { kind: "text", ...named, value: 'x"y', initial: 'x"y', placeholder: "…" },
];

let errors: MockInstance<typeof console.error>;

beforeEach(() => {
  page.inputs = {};
  errors = vi.spyOn(console, "error").mockImplementation(() => {});
});

afterEach(() => {
  // React says here what it does not like: unknown attributes, missing keys.
  expect(errors.mock.calls).toEqual([]);
  errors.mockRestore();
});

const live = (input: Input) => renderToStaticMarkup(<InputControl cell="a" input={input} />);

function saved(input: Input): string {
  const data = { "text/plain": "", "application/vnd.gradbook.input+json": input };
  return renderToStaticMarkup(
    <SavedOutputs id="a" outputs={[{ type: "display_data", data }]} words={messages("en")} />,
  );
}

describe.each([
  ["on the page", live],
  ["as it was saved", saved],
])("an input %s", (_, draw) => {
  test.each(INPUTS.map((input) => [input.kind, input] as const))(
    "%s is labelled, its TeX set",
    (kind, input) => {
      const markup = draw(input);
      expect(markup).toContain("rate <var>η</var><sub>1</sub>");
      if (kind === "button") return;
      const [, label] = /<label [^>]*for="([^"]*)"/.exec(markup) ?? [];
      const [, field] = /<(?:input|select) [^>]*\bid="([^"]*)"/.exec(markup) ?? [];
      expect(label).toBeTruthy();
      expect(field).toBe(label);
    },
  );

  it("without a label has a name all the same", () => {
    for (const input of INPUTS) expect(draw({ ...input, label: "" })).toContain('aria-label="Input"');
  });

  it("shows a number with the decimals of its steps", () => {
    expect(draw(INPUTS[0] as Input)).toMatch(/<output[^>]*min-width:5ch[^>]*>0\.50<\/output>/);
  });

  it("stands at its value", () => {
    const markup = INPUTS.map(draw);
    expect(markup[0]).toMatch(/type="range"[^>]* min="0" max="10" step="0.01"[^>]* value="0.5"/);
    expect(markup[1]).toMatch(/type="number"[^>]* max="5" step="any"[^>]* value="2"/);
    expect(markup[2]).toMatch(/<option selected="">b<\/option>/);
    expect(markup[3]).toMatch(/type="checkbox"[^>]* checked=""/);
    expect(markup[5]).toMatch(/value="x&quot;y"/);
  });
});

describe("an input on the page", () => {
  it("shows what the reader has set, at once, and a way back", () => {
    const [slider] = INPUTS as [Input];
    expect(live(slider)).toMatch(/class="[^"]*input-reset" hidden=""/);
    page.inputs = { a: { k: 0.75 } };
    expect(live(slider)).toContain(">0.75</output>");
    expect(live(slider)).toMatch(/class="[^"]*input-reset" aria-label="rate η_1: back to the initial value"/);
  });

  it("does not show what it cannot have", () => {
    page.inputs = { a: { k: 11 }, b: { k: 0.75 } };
    expect(live(INPUTS[0] as Input)).toContain(">0.50</output>");
  });
});
