import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { expect, test, vi } from "vitest";

const room = fileURLToPath(new URL("../../lib/autograd/", import.meta.url));

test("the README's example prints what the README says", async () => {
  const readme = readFileSync(join(room, "README.md"), "utf8");
  const [, example] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const [, printed] = /prints\n\n```text\n([\s\S]*?)```/.exec(readme) ?? [];
  const { outputFiles } = await build({
    stdin: { contents: example ?? "", loader: "ts", resolveDir: room },
    bundle: true,
    format: "esm",
    keepNames: true,
    write: false,
    alias: { gradbook: join(room, "index.ts") },
  });
  const folder = mkdtempSync(join(tmpdir(), "readme-"));
  const file = join(folder, "example.mjs");
  writeFileSync(file, outputFiles[0]?.text ?? "");
  const lines: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((text: unknown) => {
    lines.push(String(text));
  });
  try {
    await import(/* @vite-ignore */ pathToFileURL(file).href);
  } finally {
    log.mockRestore();
    rmSync(folder, { recursive: true });
  }
  expect(`${lines.join("\n")}\n`).toBe(printed);
});
