/**
 * The site's service worker: keeps the whole course in the browser, so that it reads and runs without a network.
 * Pages come from the network when there is one, so nobody reads an old text for long; files whose names carry their
 * hash come from what was kept. A new build is kept beside the old one and takes over when no page of the old is open
 * any more, or when the reader says so: no page ever loses the files that it was built with.
 */
import { dropOutdated, keepSite } from "./keep";
import { answerTo, type BuiltSite, cachePrefix, pathBelow } from "./site";

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build. */
declare const SITE: BuiltSite;

/** Milliseconds after which a network that does not answer counts as away. */
const PATIENCE = 4000;

const { scope } = self.registration;
const kept = () => caches.open(cachePrefix(SITE.base) + SITE.build);

self.addEventListener("install", (event) => {
  // "no-cache": a host may let a browser keep a page for a while, but what is kept here must be of one build.
  event.waitUntil(keepSite(SITE, scope, caches, (url) => fetch(url, { cache: "no-cache" })));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOutdated(SITE, caches).then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data === "take-over") event.waitUntil(self.skipWaiting());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const answer = answerTo(request, scope);
  if (answer === "kept-first") event.respondWith(keptFirst(request));
  else if (answer === "network-first") event.respondWith(networkFirst(request));
});

async function keptFirst(request: Request): Promise<Response> {
  return (await find(request)) ?? fetch(request);
}

async function networkFirst(request: Request): Promise<Response> {
  const patience = new AbortController();
  const found = await find(request);
  // Without anything to fall back on, waiting is all there is.
  const timer = found && setTimeout(() => patience.abort(), PATIENCE);
  try {
    return await fetch(request, { signal: patience.signal });
  } catch (error) {
    const lost = request.mode === "navigate" ? await (await kept()).match(`${scope}404.html`) : undefined;
    const answer = found ?? lost;
    if (answer) return answer;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function find(request: Request): Promise<Response | undefined> {
  return (await kept()).match(scope + pathBelow(request.url, scope));
}
