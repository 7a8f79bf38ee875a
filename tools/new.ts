/**
 * Begins a chapter in all languages of the course, or a course in a folder of its own. What it writes is sound at once.
 *
 *   npm run new -- chapter <slug> [--content folder]
 *   npm run new -- course <folder>
 */
import { resolve } from "node:path";
import { contentPath, otherArguments, ROOT } from "./course-folder";
import { NewError, newChapter, newCourse } from "./new/write";

const USAGE = "Write `npm run new -- chapter <slug>`, or `npm run new -- course <folder>`.";

const [what, name, ...more] = otherArguments();
try {
  if (name === undefined || more.length > 0) throw new NewError(USAGE);
  const written =
    what === "chapter"
      ? newChapter(contentPath(), name)
      : what === "course"
        ? newCourse(resolve(process.env.INIT_CWD ?? ROOT, name))
        : undefined;
  if (!written) throw new NewError(USAGE);
  for (const line of written) console.log(line);
} catch (error) {
  if (!(error instanceof NewError)) throw error;
  console.error(error.message);
  process.exit(1);
}
