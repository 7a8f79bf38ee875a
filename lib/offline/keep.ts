import { type BuiltSite, cachePrefix, outdated } from "./site";

/** The caches of a browser, as far as they are needed here. */
export type Caches = Pick<CacheStorage, "open" | "keys" | "delete">;

/** How many files are fetched at the same time: the page's own requests come first. */
const AT_ONCE = 4;
/** Under this address a cache keeps the hashes of what is in it. */
const INVENTORY = "gradbook-inventory";

/**
 * Keeps all files of a build. What an older build's cache holds unchanged is copied, so that a small change of the
 * site costs a small download.
 *
 * @throws what fetching throws, or an Error that names a file that is not there: half a site is never kept
 */
export async function keepSite(
  site: BuiltSite,
  scope: string,
  caches: Caches,
  load: (url: string) => Promise<Response>,
): Promise<void> {
  const cache = await caches.open(cachePrefix(site.base) + site.build);
  const former = await formerFiles(site, scope, caches);
  const waiting = Object.entries(site.files);
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [path, hash] = next;
      const url = scope + path;
      const kept = await former(path, hash);
      const response = kept ?? (await load(url));
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      // A response that was redirected may not answer a navigation.
      await cache.put(url, response.redirected ? new Response(response.body, response) : response);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await cache.put(scope + INVENTORY, Response.json(site.files));
}

/** Finds files in the caches of older builds, by path and hash. */
async function formerFiles(
  site: BuiltSite,
  scope: string,
  caches: Caches,
): Promise<(path: string, hash: string) => Promise<Response | undefined>> {
  const shelves: { cache: Cache; files: Record<string, string> }[] = [];
  for (const name of outdated(await caches.keys(), site)) {
    const cache = await caches.open(name);
    const inventory = await cache.match(scope + INVENTORY);
    if (inventory) shelves.push({ cache, files: (await inventory.json()) as Record<string, string> });
  }
  return async (path, hash) => {
    for (const { cache, files } of shelves) {
      const found = files[path] === hash ? await cache.match(scope + path) : undefined;
      if (found) return found;
    }
    return undefined;
  };
}

/** Takes away what older builds of this site kept; other projects' caches stay. */
export async function dropOutdated(site: BuiltSite, caches: Caches): Promise<void> {
  await Promise.all(outdated(await caches.keys(), site).map((name) => caches.delete(name)));
}
