import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { serve } from "../../../tools/serve.mjs";
import { compressing } from "./compressing";

/** The built site as it is served here. */
export interface Site {
  /** The path under which it was built to stand, without a slash at its end. */
  base: string;
  /** Its address, with a slash at the end; `compressed` serves the same files as most hosts do, gzipped. */
  url: string;
  compressed: string;
  /** The bytes of the file behind an address of the site, or null. */
  file(address: string): Buffer | null;
  /** The size of that file after `gzip -9`, in kB. */
  gzip(address: string): number;
  close(): void;
}

/** Serves the built site under the path that its own pages name; null if there is none. */
export async function serveSite(folder: string): Promise<Site | null> {
  const index = join(folder, "index.html");
  if (!existsSync(index)) return null;
  const base = /(?:src|href)="([^"]*)\/_next\//.exec(readFileSync(index, "utf8"))?.[1] ?? "";
  const plain = await serve({ folder, base });
  const packed = await compressing(new URL(plain.url).origin);

  function file(address: string): Buffer | null {
    const { pathname } = new URL(address, plain.url);
    if (!pathname.startsWith(`${base}/`)) return null;
    const path = join(folder, decodeURIComponent(pathname.slice(base.length)));
    const found = extname(path) === "" ? join(path, "index.html") : path;
    return existsSync(found) ? readFileSync(found) : null;
  }
  return {
    base,
    url: plain.url,
    compressed: `${packed.origin}${base}/`,
    file,
    gzip: (address) => {
      const bytes = file(address);
      return bytes ? gzipSync(bytes, { level: 9 }).length / 1000 : 0;
    },
    close() {
      plain.close();
      packed.close();
    },
  };
}
