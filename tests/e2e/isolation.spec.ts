import { expect, type Page, test } from "@playwright/test";
import { ATTACKS, program } from "./attacks";
import { type Listener, listen } from "./listener";
import { cell, complaints, evaluated, openEditor, printed, restart, writeAndRun } from "./notebook";

/** The chapter's path below the site's address. */
const CHAPTER = "en/backpropagation/";

let site: Listener;
let other: Listener;

test.beforeAll(async ({ baseURL }) => {
  site = await listen(baseURL);
  other = await listen();
});

test.afterAll(async () => {
  await site.close();
  await other.close();
});

/** Opens the chapter by way of the listener that stands before the site. */
async function openChapter(page: Page, baseURL: string | undefined): Promise<void> {
  await page.goto(new URL(CHAPTER, baseURL).href.replace(new URL(baseURL ?? "").origin, site.origin));
}

/** Runs a cell that prints one text of JSON. */
async function outcomesOf(page: Page, id: string, text: string): Promise<[string, string][]> {
  await writeAndRun(page, id, text);
  await evaluated(page, id);
  return JSON.parse(await printed(page, id)) as [string, string][];
}

/** Runs a cell that is to fail, and tells with what. */
async function failureOf(page: Page, id: string, text: string): Promise<string> {
  await writeAndRun(page, id, text);
  return (await cell(page, id).locator(".error-title").textContent()) ?? "";
}

/** Shows that the page and its kernel are as they were. */
async function nextCellRuns(page: Page): Promise<void> {
  await writeAndRun(
    page,
    "nudge",
    "const sum = [1, 2, 3].map((x) => 2 * x).reduce((a, b) => a + b, 0);\nsum",
  );
  expect(await printed(page, "nudge")).toBe("12");
}

test("no way out of a cell: network, storage, workers, text as code", async ({ page, browser, baseURL }) => {
  const plainContext = await browser.newContext();
  const plainPage = await plainContext.newPage();
  await plainPage.goto(`${site.origin}/plain.html`);
  // The same attempts in a worker without a sandbox: those that can get anywhere do.
  const plain = new Map(
    await plainPage.evaluate(
      async (text) => {
        const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
        const worker = new Worker(url);
        const answer = await new Promise<string>((resolve, reject) => {
          worker.onmessage = (event) => resolve(event.data as string);
          worker.onerror = (event) => reject(new Error(event.message));
        });
        return JSON.parse(answer) as [string, string][];
      },
      `(async () => { ${program(ATTACKS, site.origin, other.origin, "postMessage")} })();`,
    ),
  );
  const heard = [...site.requests, ...other.requests].filter((request) => request.includes("/stolen/"));
  expect(new Set(heard).size).toBeGreaterThanOrEqual(
    ATTACKS.filter((attack) => attack.plain === "request").length,
  );
  for (const attack of ATTACKS)
    if (attack.plain === "success") expect.soft(plain.get(attack.name), attack.name).toMatch(/^succeeded/);
  await plainContext.close();

  site.requests.length = 0;
  await openChapter(page, baseURL);
  const received = await page.evaluateHandle(() => {
    const messages: unknown[] = [];
    new BroadcastChannel("stolen").onmessage = (event) => messages.push(event.data);
    // The page's own parts may post to their own window, and a kernel's frame says that it is there.
    addEventListener("message", (event) => {
      if (event.source !== window && event.data !== "here") messages.push(event.data);
    });
    // What the attempts violate is the policy of the kernel's frame; the page's own stays whole.
    addEventListener("securitypolicyviolation", (event) => messages.push(event.violatedDirective));
    return messages;
  });
  await openEditor(page, "forward");
  other.requests.length = 0;
  other.contacts = 0;
  const outcomes = await outcomesOf(
    page,
    "forward",
    program(
      [
        ...ATTACKS,
        {
          name: "messages to whoever listens",
          attempt: `
            new BroadcastChannel("stolen").postMessage("stolen");
            self.postMessage({ type: "stream", parent: "nudge#1", cell: "nudge", name: "stdout", text: "forged" });
            throw new Error("only heard by nobody");`,
          plain: "success",
        },
      ],
      site.origin,
      other.origin,
      "print",
    ),
  );
  expect(outcomes.length).toBe(ATTACKS.length + 1);
  for (const [name, outcome] of outcomes) expect.soft(outcome, name).toMatch(/^failed/);
  // An attempt that was refused was refused for a reason, not for want of patience.
  const slow = outcomes.filter(([, outcome]) => outcome.includes("no answer"));
  expect(slow).toEqual([]);
  const address = JSON.stringify(`${other.origin}/stolen/cell-import`);
  expect(await failureOf(page, "forward", `import x from ${address};\nx`)).toContain("SyntaxError");
  expect(await failureOf(page, "forward", `await import(${address})`)).toContain("SyntaxError");
  expect(await failureOf(page, "forward", `const at = ${address};\nawait import(at)`)).toContain(
    "UnknownModuleError",
  );
  await nextCellRuns(page);
  expect(await received.jsonValue()).toEqual([]);
  expect(site.requests.filter((request) => request.includes("/stolen/"))).toEqual([]);
  expect(other.requests).toEqual([]);
  expect(other.contacts).toBe(0);
  const kept = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name).filter((name) => name === "stolen"),
    caches: await caches.keys(),
  }));
  expect(kept).toEqual({ databases: [], caches: [] });
});

/**
 * Patches of built-ins that look for the kernel's port, or for a function that posts on it, wherever a patched
 * built-in can see: in what it is called on, in what it is called with, and in all that can be reached from there.
 */
const SPY = `
const original = {
  apply: Reflect.apply,
  keys: Reflect.ownKeys,
  describe: Reflect.getOwnPropertyDescriptor,
  define: Reflect.defineProperty,
  parent: Reflect.getPrototypeOf,
};
const seen = new WeakSet();
const has = WeakSet.prototype.has, add = WeakSet.prototype.add;
const found = [];
let spied = 0;
let looking = false;
const look = (value) => {
  if (looking) return;
  looking = true;
  const open = [value];
  let size = 1;
  for (let i = 0; i < size; i++) {
    const at = open[i];
    if ((typeof at !== "object" && typeof at !== "function") || at === null || at === globalThis) continue;
    if (original.apply(has, seen, [at])) continue;
    original.apply(add, seen, [at]);
    spied += 1;
    if (at instanceof MessagePort) found[found.length] = at;
    // A method of the run, of its streams, or of a host: called with a message it would post it.
    if (typeof at === "function" && !original.describe(at, "prototype")) found[found.length] = at;
    let names = [];
    try { names = original.keys(at); } catch {}
    for (let n = 0; n < names.length; n++) {
      const own = original.describe(at, names[n]);
      if (own && "value" in own) { original.define(open, size, { value: own.value, writable: true, enumerable: true, configurable: true }); size += 1; }
    }
  }
  looking = false;
};
const patch = (object, name) => {
  const own = original.describe(object, name);
  if (!own || !own.configurable) return;
  const wrap = (old) => old && function (...given) {
    look(this);
    for (let i = 0; i < given.length; i++) look(given[i]);
    return original.apply(old, this, given);
  };
  if (typeof own.value === "function") original.define(object, name, { ...own, value: wrap(own.value) });
  else if (own.get || own.set) original.define(object, name, { ...own, get: wrap(own.get), set: wrap(own.set) });
};
`;

/** What is patched, and how it is put back: each cell leaves a kernel behind that can still run cells. */
const PROTOTYPES = [
  "MessagePort.prototype",
  "MessageEvent.prototype",
  "Event.prototype",
  "EventTarget.prototype",
  "ErrorEvent.prototype",
  "PromiseRejectionEvent.prototype",
  "Promise.prototype",
  "Promise",
  "Map.prototype",
  "Set.prototype",
  "WeakMap.prototype",
  "Array.prototype",
  "Array",
  "Object",
  "String.prototype",
  "RegExp.prototype",
  "Function.prototype",
  "Float64Array.prototype",
  "URL",
  "JSON",
  "Reflect",
  "Performance.prototype",
];

/** A message that would put words into another cell's mouth, in several shapes. */
const FORGED = `
const forged = ["nudge#1", "nudge#2", "nudge#3"].map((parent) => ({
  parent, cell: "nudge", type: "stream", name: "stdout", text: "FORGED",
}));
const forge = (target) => {
  for (const message of forged) {
    try { target instanceof MessagePort ? target.postMessage(message) : target(message); } catch {}
    try { target.post?.(message); } catch {}
    try { target.postMessage?.(message); } catch {}
  }
};
`;

test("no way to the page's messages: patched built-ins, forged replies", async ({ page }) => {
  const wrong = complaints(page);
  await page.goto(CHAPTER);
  await nextCellRuns(page);

  // Spies everywhere; then every kind of output, an error, a stray error and a plot are made, and another run begins.
  await writeAndRun(
    page,
    "forward",
    `${SPY}
for (const prototype of [${PROTOTYPES.join(", ")}])
  for (const name of original.keys(prototype)) if (name !== "constructor") patch(prototype, name);
for (const name of ["post", "host", "port", "data", "parent", "cell", "type", "streams", "settle", "kernel", "run"])
  original.define(Object.prototype, name, {
    configurable: true,
    get() { look(this); return undefined; },
    set(value) { look(this); look(value); original.define(this, name, { value, writable: true, enumerable: true, configurable: true }); },
  });
Error.prepareStackTrace = (error, sites) => {
  for (const site of sites) { look(site.getThis()); look(site.getFunction()); }
  return String(error);
};
globalThis.spyReport = () => ({ found, spied });
print("spies");
display({ a: [1, 2, 3] });
console.error("spies");
const plot = livePlot({ title: "spies" });
plot.add(1, 2);
plot.flush();
setTimeout(() => { throw new Error("late"); });
Promise.reject(new Error("unhandled"));
await new Promise((resolve) => setTimeout(resolve, 50));
new Error("stack").stack;
spied > 0`,
  );
  await expect(cell(page, "forward").locator(".outputs")).toContainText("true");
  await writeAndRun(page, "by-hand", "throw new Error('seen by spies')");
  await writeAndRun(
    page,
    "by-hand",
    `${FORGED}
const report = globalThis.spyReport();
const ports = report.found.filter((one) => one instanceof MessagePort).length;
print(JSON.stringify({ ports, watched: report.spied > 100 }));
setTimeout(() => {
  for (const target of report.found) forge(target);
  print("forging is over");
});`,
  );
  await expect(cell(page, "by-hand").locator(".outputs")).toContainText("forging is over");
  const [report] = (await printed(page, "by-hand")).split("\n");
  expect(JSON.parse(report ?? "")).toEqual({ ports: 0, watched: true });
  expect(await printed(page, "nudge")).toBe("12");
  // The kernel of such a cell may be past help; the page is not, and a new kernel is as good as ever.
  await restart(page);
  await nextCellRuns(page);
  expect(wrong).toEqual([]);
});

test("broken built-ins break their own kernel at most", async ({ page }) => {
  const wrong = complaints(page);
  await page.goto(CHAPTER);
  const breakages = [
    "Array.prototype.map = null; Array.prototype.push = null; Array.prototype[Symbol.iterator] = null;",
    "Promise.prototype.then = () => {}; Promise.prototype.finally = null;",
    "Map.prototype.get = Map.prototype.set = Map.prototype.has = null; Object.entries = Object.fromEntries = null;",
    "MessagePort.prototype.postMessage = () => {}; Object.defineProperty(MessageEvent.prototype, 'data', { get: () => null });",
    "String.prototype.slice = String.prototype.split = RegExp.prototype.exec = null; performance.now = () => NaN;",
    "Event.prototype.preventDefault = () => {}; setTimeout(() => { throw new Error('loose'); });",
    "throw Object.assign(new Error('x'), { name: { toString() { throw 1; } }, stack: Symbol('s'), details: 3 });",
    "throw new Proxy(new Error('x'), { get() { throw 1; }, getPrototypeOf() { throw 2; } });",
    "throw { toString: null, get message() { throw 3; } };",
    "Object.prototype.toJSON = Object.prototype.then = () => { throw 4; };",
    "Object.freeze(Object.prototype); Object.freeze(Array.prototype); Object.freeze(globalThis);",
  ];
  for (const breakage of breakages) {
    // It ends, whatever it breaks: nothing waits for ever, and nothing but the reader ends the kernel.
    await writeAndRun(page, "forward", `print("before");\n${breakage}`);
    await expect.soft(cell(page, "forward"), breakage).toHaveAttribute("data-validity", "evaluated");
    await expect.soft(cell(page, "forward").locator(".outputs"), breakage).toContainText("before");
    await restart(page);
  }
  await nextCellRuns(page);
  expect(wrong).toEqual([]);
});

test("messages to the page's window and to the kernel's frame are nobody's", async ({ page }) => {
  await page.goto(CHAPTER);
  await nextCellRuns(page);
  await page.evaluate(() => {
    const forged = { type: "stream", parent: "nudge#1", cell: "nudge", name: "stdout", text: "FORGED" };
    const ports = () => {
      const { port1, port2 } = new MessageChannel();
      port1.postMessage(forged);
      return [port1, port2];
    };
    window.postMessage(forged, "*");
    window.postMessage(forged, "*", ports());
    window.dispatchEvent(new MessageEvent("message", { data: forged }));
    // A frame that already has its kernel takes no other.
    for (const frame of document.querySelectorAll("iframe"))
      frame.contentWindow?.postMessage({ source: "throw new Error('taken over')" }, "*", ports());
  });
  await nextCellRuns(page);
  await expect(page.getByText("FORGED")).toHaveCount(0);
});

/** Pictures and texts that would do harm if the page took them at their word. `globalThis.harm` counts. */
const HARMFUL: Record<string, string> = {
  "options of a plot": `
Plot.plot({
  title: "<img src=x onerror='harm=1'>", caption: "<script>harm=1</script>", ariaLabel: "\\"><script>harm=1</script>",
  style: "background: url(https://example.invalid/style); position: fixed; inset: 0; z-index: 9999",
  marks: [
    Plot.text(["<b onclick='harm=1'>x</b>"], { x: [1], y: [1], text: (d) => d, title: ["<svg onload='harm=1'>"] }),
    Plot.dot([1, 2], { x: (d) => d, y: (d) => d, fill: "url(https://example.invalid/fill)" }),
  ],
})`,
  "links in a plot": `
Plot.dot([1, 2], { x: (d) => d, y: (d) => d, href: () => "javascript:parent.harm=1", target: "_top" }).plot()`,
  "a tree of one's own": `
const plot = Plot.plot({ marks: [Plot.dot([1], { x: [1], y: [1] })] });
const element = (tag, attributes = {}, ...children) => ({ tag, attributes, children });
const forged = element("svg", { width: "10", height: "10", onload: "harm=1", "data-kept": "1" },
  element("script", {}, "harm=1"),
  element("foreignObject", {}, element("iframe", { srcdoc: "<script>parent.harm=1</script>" }), element("img", { src: "x", onerror: "harm=1" })),
  element("a", { href: "javascript:harm=1", "xlink:href": "javascript:harm=1" }, element("text", {}, "click me")),
  element("use", { href: "data:image/svg+xml,<svg/>" }),
  element("image", { href: "https://example.invalid/image" }),
  element("animate", { attributeName: "href", values: "javascript:harm=1" }),
  element("style", {}, "* { display: none }"),
  element("form", { action: "https://example.invalid/form" }, element("input", { autofocus: "", onfocus: "harm=1" })),
  element("circle", { r: "3", cx: "5", cy: "5", onclick: "harm=1", style: "fill: url(https://example.invalid/circle)", __proto__: null, ["__proto__"]: "x" }),
);
Object.defineProperty(plot, "tree", { value: forged });
plot`,
  "forms of one's own": `
const bait = Plot.plot({ marks: [Plot.dot([1], { x: [1], y: [1] })] });
bait.toData = () => ({
  tree: JSON.parse('{"tag":"svg","attributes":{"__proto__":{"onload":"harm=1"},"width":"10","height":"10"},"children":[{"tag":"script","attributes":{},"children":["harm=1"]},{"tag":"circle","attributes":{"r":"3"},"children":[]}],"__proto__":{"tag":"script"}}'),
  description: "<img src=x onerror='harm=1'>",
});
bait`,
  texts: `
print("<img src=x onerror='harm=1'><script>harm=1</script>");
console.error("\\u001b[31m<b>red</b>\\u202e");
display({ ["__proto__"]: { harm: 1 }, constructor: { prototype: { harm: 1 } }, html: "<script>harm=1</script>" });
display(JSON.parse('{"__proto__": {"polluted": true}, "text/html": "<script>harm=1</script>"}'));
livePlot({ title: "<img src=x onerror='harm=1'>", x: { label: "<script>harm=1</script>" } }).add(1, 1, "<svg onload='harm=1'>");
const error = new Error("<script>harm=1</script>");
error.name = "<img src=x onerror='harm=1'>";
error.code = "undefined-name";
error.details = JSON.parse('{"__proto__": "x", "name": "<img src=x onerror=harm=1>", "cell": "constructor"}');
throw error`,
};

test("pictures and texts do no harm", async ({ page }) => {
  const wrong = complaints(page);
  const refused = ["links in a plot", "texts"];
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(CHAPTER);
  for (const [name, text] of Object.entries(HARMFUL)) {
    await writeAndRun(page, "forward", text);
    const outputs = cell(page, "forward").locator(".outputs");
    await expect(
      outputs.locator(refused.includes(name) ? ".output-error" : "svg circle").first(),
      name,
    ).toBeAttached();
    // Wherever a reader might click.
    for (const target of await outputs.locator("svg text, svg circle, .output-text").all())
      await target.dispatchEvent("click");
    const state = await outputs.evaluate((element) => {
      const all = [...element.querySelectorAll("*")];
      const attributes = all.flatMap((one) =>
        [...one.attributes].map(({ name, value }) => `${name}=${value}`),
      );
      return {
        tags: [...new Set(all.map((one) => one.localName))],
        handlers: attributes.filter((attribute) =>
          /^on|javascript:|^href|^xlink|^src|data-kept|url\((?!#)/i.test(attribute),
        ),
        harm: (window as unknown as { harm?: number }).harm,
        polluted: [({} as { polluted?: unknown }).polluted, ({} as { harm?: unknown }).harm],
      };
    });
    expect(state.handlers, name).toEqual([]);
    expect(state.harm, name).toBeUndefined();
    expect(state.polluted, name).toEqual([undefined, undefined]);
    for (const tag of [
      "script",
      "style",
      "img",
      "iframe",
      "foreignObject",
      "a",
      "b",
      "use",
      "animate",
      "form",
      "input",
    ])
      expect(state.tags, name).not.toContain(tag);
  }
  // What is text stays text.
  await expect(cell(page, "forward").locator(".output-text").first()).toContainText(
    "<img src=x onerror='harm=1'>",
  );
  await expect(cell(page, "forward").locator(".error-title")).toContainText("<script>harm=1</script>");
  await nextCellRuns(page);
  expect(asked.filter((url) => url.includes("example.invalid"))).toEqual([]);
  expect(wrong).toEqual([]);
});
