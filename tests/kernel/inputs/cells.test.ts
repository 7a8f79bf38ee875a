import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Kernel } from "@/lib/kernel";
import { INPUT_KINDS, type Input, type InputValues, type Message } from "@/lib/protocol";
import { loadPart } from "@/tools/kernel-parts";
import { importText } from "../compile/notebook";

let kernel: Kernel;
let messages: Message[];
const before = new Map<string, PropertyDescriptor | undefined>();

beforeEach(() => {
  messages = [];
  let modules = 0;
  kernel = new Kernel({
    post: (message) => messages.push(message),
    module: (source) => {
      modules += 1;
      return {
        url: `blob:test/${modules}`,
        load: async () => ({ default: (await importText(source)).run }),
        release: () => undefined,
      };
    },
    load: loadPart,
    forSaving: false,
  });
  for (const [name, value] of Object.entries(kernel.globals())) {
    // The test's own console stays.
    if (name === "console") continue;
    before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
});

afterEach(() => {
  for (const [name, descriptor] of before) {
    if (descriptor) Object.defineProperty(globalThis, name, descriptor);
    else Reflect.deleteProperty(globalThis, name);
  }
});

/** Runs a cell: what it put out, in order. */
async function run(cell: string, code: string, inputs?: InputValues) {
  messages.length = 0;
  await kernel.execute({ type: "execute_request", id: `${cell}#1`, cell, code, locale: "en", inputs });
  return messages.flatMap((message): (string | Input)[] => {
    if (message.type === "stream") return [message.text];
    if (message.type === "error") return [`${message.name} ${message.code}`];
    if (message.type !== "display_data" && message.type !== "execute_result") return [];
    return [message.data["application/vnd.gradbook.input+json"] ?? message.data["text/plain"]];
  });
}

describe("inputs in cells", () => {
  test("a cell gets a plain value, and the input stands where it was asked for", async () => {
    const code =
      'print("above"); const eta = slider({ label: "$\\\\eta$", max: 2, value: 0.5 })\nprint(eta + 1); eta';
    const input = {
      kind: "slider",
      key: "$\\eta$",
      label: "$\\eta$",
      min: 0,
      max: 2,
      step: 0.01,
      initial: 0.5,
    };
    expect(await run("a", code)).toEqual(["above\n", { ...input, value: 0.5 }, "1.5\n", "0.5"]);
    expect(await run("a", code, { "$\\eta$": 1.5 })).toEqual([
      "above\n",
      { ...input, value: 1.5 },
      "2.5\n",
      "1.5",
    ]);
  });

  test("what the reader has set in one cell means nothing to another, nor to the next run without it", async () => {
    const code = 'checkbox({ label: "on" })';
    expect((await run("a", code, { on: true })).at(-1)).toBe("true");
    expect((await run("b", code)).at(-1)).toBe("false");
    expect((await run("a", code)).at(-1)).toBe("false");
  });

  test("other cells see the value by its name", async () => {
    await run("a", "const n = number({ min: 1, value: 3 })", { "number 1": 5 });
    expect(await run("b", "n * n")).toEqual(["25"]);
  });

  test("they are names of the platform, and a cell may take them for its own", async () => {
    for (const kind of INPUT_KINDS) expect(await run("a", `typeof ${kind}`)).toEqual(['"function"']);
    await run("a", 'const text = "mine"');
    expect(await run("b", "text")).toEqual(['"mine"']);
    const reply = messages.find((message) => message.type === "execute_reply");
    expect(reply).toMatchObject({ uses: ["text"] });
  });

  test("a mistake is an error at its line, with a code", async () => {
    expect(await run("a", "1;\nslider({ min: 3, max: 1 })")).toEqual(["InputError input-option"]);
  });
});
