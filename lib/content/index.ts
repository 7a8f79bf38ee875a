export type { Chapter, Figure } from "./chapter";
export { compareTranslations } from "./compare";
export * from "./course";
export { EXERCISE_TAGS, type ExerciseTag, type Program, type WrittenExercise } from "./exercise";
export type { Cell } from "./fence";
export { FRONT_MATTER_KEYS, type FrontMatter } from "./front-matter";
export type { Section } from "./heading";
export type { Highlighter } from "./highlight";
export type { ChapterImage } from "./link";
export { type RenderedMath, renderMath } from "./math/render";
export { didYouMean } from "./nearest";
export type { Place } from "./place";
export { withProblems } from "./preview";
export {
  errorsIn,
  formatForGithub,
  formatProblem,
  type Problem,
  type ProblemCode,
  problemAt,
} from "./problem";
export { type ReadOptions, type ReadResult, readChapter } from "./read";
export { chapterRows, type Row, type RowWords } from "./rows";
export { SCRATCH, SCRATCH_CELL, SCRATCH_CODE } from "./scratch";
export { isSlug, SLUG_RULE } from "./slug";
export {
  FIGURES,
  LANGUAGES,
  TAG_NAMES,
  type TagName,
  VOCABULARY,
  type VocabularyElement,
} from "./vocabulary";
