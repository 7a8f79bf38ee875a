import { transform } from "esbuild";

/** The names that a check may use without more ado: those of `CheckTools`. */
const TOOLS = "call, probe, near, when, equal, slope, sigmoid, random";

/** A check's TypeScript as the text of a module whose default export is a `Check`; its lines stay where they were. */
export async function compileCheck(check: string): Promise<string> {
  const { code } = await transform(`export default async ({ ${TOOLS} }) => {${check}\n};`, {
    loader: "ts",
    format: "esm",
    target: "es2022",
  });
  return code;
}
