/** Makes all that the site's build needs: `npm run prepare:site`. */
import { fileURLToPath } from "node:url";
import { buildChapters, formatProblem } from "./build-chapters";
import { buildKernel } from "./build-kernel.mjs";
import { buildNotebooks } from "./build-notebooks";
import { buildSearch } from "./build-search";
import { buildTypes } from "./build-types.mjs";
import { buildVendor } from "./build-vendor.mjs";

await buildVendor();
await buildKernel();
await buildTypes();
const root = fileURLToPath(new URL("..", import.meta.url));
const problems = await buildChapters(root);
for (const problem of problems) console.error(formatProblem(problem));
if (problems.length > 0) {
  console.error(`${problems.length} problem${problems.length === 1 ? "" : "s"} in the chapters.`);
  process.exit(1);
}
await buildNotebooks(root);
await buildSearch(root);
