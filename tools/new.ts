/**
 * Begins a chapter in all languages of the course, or a course in a folder of its own. What it writes is sound at once.
 *
 *   npm run new -- chapter <slug> [--content folder]
 *   npm run new -- course <folder>
 */
import { resolve } from "node:path";
import { contentPath, diskFolder, otherArguments, ROOT } from "./course-folder";
import { NewError, newChapter, newCourse } from "./new/write";

const USAGE = "Write `npm run new -- chapter <slug>`, or `npm run new -- course <folder>`.";

const [what, name, ...more] = otherArguments();
try {
  if (name === undefined || more.length > 0) throw new NewError(USAGE);
  if (what !== "chapter" && what !== "course") throw new NewError(USAGE);
  const folder = what === "chapter" ? contentPath() : resolve(process.env.INIT_CWD ?? ROOT, name);
  const written = what === "chapter" ? newChapter(folder, name) : newCourse(folder);
  const shown = diskFolder(folder).name;
  for (const line of written) console.log(`${shown}/${line}`);
  const option = folder === contentPath([]) ? "" : ` -- --content ${shown}`;
  console.log(`\nNow: npm run dev${option}`);
} catch (error) {
  if (!(error instanceof NewError)) throw error;
  console.error(error.message);
  process.exit(1);
}
