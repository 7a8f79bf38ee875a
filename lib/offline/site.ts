/** What the service worker knows of the site that it was built with. */
export interface BuiltSite {
  /** Changes with any file of the site. */
  build: string;
  /** The path under which the site stands, with a slash at its end. */
  base: string;
  /**
   * The site's files by their path below the base, with a hash of what is in them. Pages are listed by the address
   * under which they are visited: `zh/`, not `zh/index.html`.
   */
  files: Readonly<Record<string, string>>;
}

/** How a request is answered. */
export type Answer =
  /** Not ours to answer. */
  | "pass"
  /** From the network, and from what was kept when there is none. */
  | "network-first"
  /** From what was kept: the name changes with the content. */
  | "kept-first";

/** What of a request decides how it is answered. */
export interface Asked {
  method: string;
  url: string;
  /** As of `Request.mode`: `navigate` for a page that is being opened. */
  mode: string;
}

/** Files whose names carry a hash of their content. */
const NAMED_BY_CONTENT = /^(?:_next\/static\/|vendor\/)/;

/**
 * Decides who answers a request.
 *
 * @param scope the address of the site's base
 */
export function answerTo({ method, url, mode }: Asked, scope: string): Answer {
  if (method !== "GET" || !url.startsWith(scope)) return "pass";
  const path = pathBelow(url, scope);
  if (mode !== "navigate" && NAMED_BY_CONTENT.test(path)) return "kept-first";
  return "network-first";
}

/** The path of an address below the site's base, without query and fragment; a page's always ends with a slash. */
export function pathBelow(url: string, scope: string): string {
  const path = decodeURIComponent(new URL(url).pathname.slice(new URL(scope).pathname.length));
  if (path.endsWith("index.html")) return path.slice(0, -"index.html".length);
  return path === "" || path.endsWith("/") || /\.[^/]*$/.test(path) ? path : `${path}/`;
}

/** All names in the browser's stores begin with this: one origin may serve many projects. */
export function cachePrefix(base: string): string {
  return `gradbook:${base}:`;
}

/** The caches that a worker may take away: those of other builds of this very site. */
export function outdated(names: readonly string[], { base, build }: BuiltSite): string[] {
  const prefix = cachePrefix(base);
  return names.filter((name) => name.startsWith(prefix) && name !== prefix + build);
}
