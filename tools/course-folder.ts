import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { CourseFolder } from "@/lib/content";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * The folder of the course that a command is about: `--content <folder>`, else `GRADBOOK_CONTENT`, else `content`.
 *
 * @returns an absolute path
 */
export function contentPath(args: readonly string[] = process.argv.slice(2)): string {
  const at = args.findIndex((arg) => arg === "--content" || arg.startsWith("--content="));
  const given = at < 0 ? undefined : (args[at]?.split("=")[1] ?? args[at + 1]);
  return resolve(ROOT, given || process.env.GRADBOOK_CONTENT || "content");
}

/** What of a command's words is not about the course's folder. */
export function otherArguments(args: readonly string[] = process.argv.slice(2)): string[] {
  return args.filter(
    (arg, index) => arg !== "--content" && !arg.startsWith("--content=") && args[index - 1] !== "--content",
  );
}

/** A course's folder on this disk. In messages its files are named from the project's folder, so that editors find them. */
export function diskFolder(path: string): CourseFolder {
  const inside = relative(ROOT, path);
  const name = inside === "" || inside.startsWith("..") || isAbsolute(inside) ? path : inside;
  return {
    name: name.replaceAll("\\", "/"),
    read: (file) => {
      const full = join(path, file);
      return existsSync(full) ? readFileSync(full, "utf8") : undefined;
    },
    exists: (file) => existsSync(join(path, file)),
    list: (folder) => {
      const full = join(path, folder);
      return existsSync(full) ? readdirSync(full).sort() : [];
    },
  };
}
