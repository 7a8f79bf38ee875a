import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../tools/course-folder";

export const OUT = join(ROOT, "out");

/** One of the project's commands, as an author types it. */
export function npm(script: string, ...args: string[]): { status: number | null; said: string } {
  const words = ["run", "--silent", script, ...(args.length > 0 ? ["--", ...args] : [])];
  const { status, stdout, stderr } = spawnSync("npm", words, {
    cwd: ROOT,
    encoding: "utf8",
    shell: process.platform === "win32",
    env: { ...process.env, GRADBOOK_BASE_PATH: "", NEXT_TELEMETRY_DISABLED: "1" },
  });
  // What npm itself says of its settings is not the course's.
  const said = (stdout + stderr).replace(/^npm warn .*\n/gm, "");
  return { status, said };
}

/** All files of the built site with an ending, by their paths in it. */
export function builtFiles(ending: string): string[] {
  return readdirSync(OUT, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(ending))
    .sort();
}

export function built(path: string): string {
  return readFileSync(join(OUT, path), "utf8");
}

/** What a page shows: its words without tags, scripts and styles. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
}

/** Addresses in a page that lead to no file of the site. */
export function deadAddresses(html: string): string[] {
  const markup = html.replace(/<script\b(?![^>]*\bsrc=)[\s\S]*?<\/script>/g, "");
  const addresses = [...markup.matchAll(/\s(?:href|src)="(\/[^"#?]*)/g)].map(([, path = ""]) => path);
  return [...new Set(addresses)].filter(
    (path) => !existsSync(join(OUT, decodeURI(path.endsWith("/") ? `${path}index.html` : path))),
  );
}
