/** The path under which the site is served, without a slash at its end; empty at a host's root. */
export const BASE_PATH = process.env.NEXT_PUBLIC_BASE_PATH ?? "";

/** The address of a file of the site, from its path below the base. */
export function asset(path: string): string {
  return `${BASE_PATH}/${path}`;
}

/** Prefix of all that is kept in this browser: one origin may serve many projects. */
export const STORAGE_NAME = `gradbook:${BASE_PATH || "/"}`;
