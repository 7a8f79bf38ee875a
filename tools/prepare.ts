/**
 * Makes all that the site's build needs, and says what is wrong with the course: `npm run check`, and the first step of
 * `npm run build`.
 *
 *   tsx tools/prepare.ts [--content folder] [--format github] [--sizes]
 */
import { parseArgs } from "node:util";
import { CourseBuilder } from "./build-course";
import { buildKernel } from "./build-kernel.mjs";
import { buildNotebooks } from "./build-notebooks";
import { buildSearch } from "./build-search";
import { buildTypes } from "./build-types.mjs";
import { buildVendor } from "./build-vendor.mjs";
import { contentPath } from "./course-folder";
import { contentsOf, reportProblems } from "./report";

const { values } = parseArgs({
  options: { content: { type: "string" }, format: { type: "string" }, sizes: { type: "boolean" } },
});
const log = values.sizes ? console.log : undefined;
await buildVendor({ log });
await buildKernel(log);
await buildTypes(log);
const { reading, problems } = await new CourseBuilder(contentPath()).build();
if (!reportProblems(problems, values.format)) process.exit(1);
console.log(`The course is sound: ${contentsOf(reading)}.`);
await buildNotebooks();
await buildSearch();
