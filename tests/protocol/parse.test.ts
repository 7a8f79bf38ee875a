import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanTree } from "@/lib/plot";
import { parseMessage } from "@/lib/protocol";

const parse = (data: unknown) => parseMessage(data, cleanTree);
const reply = { parent: "a#1", cell: "a" };
const PLOT = "application/vnd.gradbook.plot+json";

/** Messages that are as they should be. */
const PROPER: Record<string, unknown>[] = [
  { type: "kernel_ready", version: 1 },
  { type: "library_request", name: "plot" },
  { type: "library_request", name: "compiler" },
  { type: "library_request", name: "gradbook" },
  { type: "pong", id: "p" },
  { ...reply, type: "status", state: "busy" },
  { ...reply, type: "status", state: "idle" },
  { ...reply, type: "execute_input", executionCount: 1 },
  {
    ...reply,
    type: "execute_reply",
    status: "ok",
    executionCount: 3,
    elapsed: 0.5,
    declares: ["x"],
    uses: [],
  },
  { ...reply, type: "stream", name: "stderr", text: "" },
  { ...reply, type: "display_data", displayId: "d", data: { "text/plain": "1" } },
  { ...reply, type: "update_display_data", displayId: "d", data: { "text/plain": "1" } },
  { ...reply, type: "clear_output", wait: true },
  { ...reply, type: "stream_reply", text: "", missing: 0, last: false },
  { ...reply, type: "execute_result", executionCount: 2, data: { "text/plain": "1" } },
  {
    ...reply,
    type: "error",
    name: "TypeError",
    message: "m",
    code: "undefined-name",
    details: { name: "x" },
    traceback: [{ cell: "a", name: "", line: 1, column: 1 }],
  },
  {
    ...reply,
    type: "live_open",
    displayId: "d",
    options: { title: "t", x: { label: "l", type: "log" }, height: 200 },
  },
  {
    ...reply,
    type: "live_points",
    displayId: "d",
    series: "",
    x: Float64Array.of(1),
    y: Float64Array.of(Number.NaN),
  },
];

describe("parseMessage", () => {
  it("reads every proper message as it is", () => {
    for (const message of PROPER) expect(parse(message)).toEqual(message);
  });

  it("takes no field that it does not ask for", () => {
    for (const message of PROPER) {
      const more = {
        ...message,
        html: "<script>",
        precompiled: { source: "alert(1)" },
        request: "b#1",
        __proto__: { evil: 1 },
      };
      expect(parse(more)).toEqual(message);
    }
  });

  it("refuses a proper message with any one field missing or of another kind", () => {
    const optional = new Set(["displayId", "code", "details", "traceback", "declares", "uses"]);
    for (const message of PROPER) {
      for (const field of Object.keys(message)) {
        if (optional.has(field)) continue;
        for (const wrong of [
          undefined,
          null,
          {},
          [],
          Symbol("s"),
          () => 1,
          Number.NaN,
          Number.POSITIVE_INFINITY,
          -1,
          true,
          new String("x"),
        ]) {
          if (field === "options" && typeof wrong === "object" && wrong !== null) continue;
          if ((field === "wait" || field === "last") && wrong === true) continue;
          // A version is judged by whoever compares it.
          if (field === "version" && wrong === -1) continue;
          expect(
            parse({ ...message, [field]: wrong }),
            `${String(message.type)}.${field}: ${String(wrong)}`,
          ).toBeNull();
        }
      }
    }
  });

  it("drops optional fields of another kind", () => {
    const error = { ...reply, type: "error", name: "E", message: "m" };
    expect(parse({ ...error, code: 1, details: 2, traceback: "no" })).toEqual({ ...error, traceback: [] });
    expect(parse({ ...error, details: { a: "b", c: 1, d: {} }, traceback: [] })).toEqual({
      ...error,
      details: { a: "b" },
      traceback: [],
    });
    const frame = { cell: "a", name: "f", line: 1, column: 1 };
    const wrong = [
      null,
      1,
      {},
      { ...frame, line: -1 },
      { ...frame, line: 1.5 },
      { ...frame, column: 0 },
      { ...frame, name: 1 },
    ];
    expect(parse({ ...error, traceback: [...wrong, frame] })).toEqual({ ...error, traceback: [frame] });
    const ended = { ...reply, type: "execute_reply", status: "ok", executionCount: 1, elapsed: 1 };
    expect(parse({ ...ended, declares: ["x", 1, null], uses: "xyz" })).toEqual({
      ...ended,
      declares: ["x"],
      uses: [],
    });
  });

  it("is not deceived by names of prototypes", () => {
    const details = JSON.parse('{"__proto__": "p", "constructor": "c"}') as unknown;
    const read = parse({ ...reply, type: "error", name: "E", message: "m", details }) as unknown as {
      details: object;
    };
    expect(Object.getPrototypeOf(read.details)).toBe(Object.prototype);
    expect(Object.entries(read.details).sort()).toEqual([
      ["__proto__", "p"],
      ["constructor", "c"],
    ]);
    const bundle = JSON.parse('{"text/plain": "1", "__proto__": {"text/html": "<script>"}}') as unknown;
    expect(parse({ ...reply, type: "display_data", data: bundle })).toEqual({
      ...reply,
      type: "display_data",
      data: { "text/plain": "1" },
    });
    for (const type of [
      "__proto__",
      "constructor",
      "toString",
      "",
      "execute_request",
      "library_reply",
      "ping",
    ])
      expect(parse({ ...reply, type, id: "x", code: "x", name: "plot" })).toBeNull();
  });

  it("cleans plots, and keeps the text of those that are none", () => {
    const evil = {
      tag: "svg",
      attributes: { width: "10", onload: "alert(1)", style: "background: url(https://example.invalid)" },
      children: [
        { tag: "script", attributes: {}, children: ["alert(1)"] },
        { tag: "a", attributes: { href: "javascript:alert(1)" }, children: ["click"] },
        { tag: "circle", attributes: { r: "3", onclick: "alert(1)" }, children: [] },
      ],
    };
    const bundle = (tree: unknown) => ({
      ...reply,
      type: "display_data",
      data: { "text/plain": "p", [PLOT]: { tree, description: { toString: () => "evil" } } },
    });
    expect(parse(bundle(evil))).toEqual({
      ...reply,
      type: "display_data",
      data: {
        "text/plain": "p",
        [PLOT]: {
          tree: {
            tag: "svg",
            attributes: { width: "10" },
            children: [{ tag: "circle", attributes: { r: "3" }, children: [] }],
          },
          description: "",
        },
      },
    });
    let deep: unknown = "x";
    for (let i = 0; i < 100_000; i++) deep = { tag: "g", attributes: {}, children: [deep] };
    for (const none of [
      null,
      "svg",
      1,
      [],
      { tag: "script", attributes: {}, children: [] },
      { ...evil, children: [deep] },
    ])
      expect(parse(bundle(none))).toEqual({ ...reply, type: "display_data", data: { "text/plain": "p" } });
  });

  it("never takes a live plot's saved picture or points from the kernel's word", () => {
    const data = {
      "text/plain": "",
      "application/vnd.gradbook.live+json": { options: {}, series: [], picture: { tree: {} } },
    };
    expect(parse({ ...reply, type: "display_data", data })).toEqual({
      ...reply,
      type: "display_data",
      data: { "text/plain": "" },
    });
  });

  it("takes points only as columns of one length, and not too many", () => {
    const points = (x: unknown, y: unknown) =>
      parse({ ...reply, type: "live_points", displayId: "d", series: "s", x, y });
    expect(points(Float64Array.of(1, 2), Float64Array.of(1))).toBeNull();
    expect(points([1], [1])).toBeNull();
    expect(points(Float32Array.of(1), Float32Array.of(1))).toBeNull();
    expect(points(new Float64Array(5e6), new Float64Array(5e6))).toBeNull();
  });

  it("keeps a live plot's height within the page", () => {
    const height = (value: unknown) => {
      const read = parse({ ...reply, type: "live_open", displayId: "d", options: { height: value } });
      return read?.type === "live_open" ? read.options.height : null;
    };
    expect(height(1e9)).toBeLessThanOrEqual(1000);
    expect(height(-5)).toBeGreaterThan(0);
    expect(height("200px")).toBeUndefined();
  });

  it("never throws, and never returns what is not plain data", () => {
    const kinds = PROPER.map(({ type }) => String(type));
    const message = fc.record(
      {
        type: fc.constantFrom(...kinds),
        parent: fc.string(),
        cell: fc.string(),
        name: fc.oneof(fc.constantFrom("stdout", "plot"), fc.anything()),
        data: fc.anything(),
        options: fc.anything(),
        traceback: fc.anything(),
        details: fc.anything(),
        state: fc.oneof(fc.constantFrom("busy", "idle"), fc.anything()),
        text: fc.anything(),
        message: fc.oneof(fc.string(), fc.anything()),
        displayId: fc.oneof(fc.string(), fc.anything()),
      },
      { requiredKeys: ["type"] },
    );
    fc.assert(
      fc.property(fc.oneof(message, fc.anything()), (data) => {
        const read = parse(data);
        if (read) expect(structuredClone(read)).toEqual(read);
      }),
      { numRuns: 2000 },
    );
  });
});
