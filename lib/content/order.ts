import { placeOf } from "./place";
import { byPlace, type Problem, type ProblemCode } from "./problem";
import { isSlug, SLUG_RULE } from "./slug";

/** The chapters in their order, from the text of `chapters.json`: a list of slugs, such as `["backpropagation"]`. */
export function readOrder(text: string, file: string): { slugs: string[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (code: ProblemCode, offset: number, message: string) => {
    problems.push({ file, ...placeOf(text, offset), code, message });
  };
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch (error) {
    report("chapters", 0, `This is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
    return { slugs: [], problems };
  }
  if (!Array.isArray(list) || list.length === 0) {
    report("chapters", 0, 'The order of chapters is a list of their names, such as ["backpropagation"].');
    return { slugs: [], problems };
  }
  const slugs: string[] = [];
  let offset = 0;
  for (const slug of list as unknown[]) {
    const written = JSON.stringify(slug);
    const found = text.indexOf(written, offset);
    const at = Math.max(0, found);
    if (typeof slug !== "string" || !isSlug(slug)) {
      report("id", at, `${written} cannot be a chapter's name: write ${SLUG_RULE}.`);
    } else if (slugs.includes(slug)) report("chapters", at, `The chapter \`${slug}\` is listed twice.`);
    else slugs.push(slug);
    if (found >= 0) offset = found + written.length;
  }
  return { slugs, problems: problems.sort(byPlace) };
}
