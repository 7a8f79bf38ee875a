export type { Chapter, Figure } from "./chapter";
export { compareTranslations } from "./compare";
export { EXERCISE_TAGS, type ExerciseTag, type Program, type WrittenExercise } from "./exercise";
export type { Cell } from "./fence";
export type { FrontMatter } from "./front-matter";
export type { Section } from "./heading";
export type { Highlighter } from "./highlight";
export type { ChapterImage } from "./link";
export { type RenderedMath, renderMath } from "./math/render";
export { readOrder } from "./order";
export type { Place } from "./place";
export { formatProblem, type Problem, type ProblemCode } from "./problem";
export { type ReadOptions, type ReadResult, readChapter } from "./read";
export { chapterRows, type Row, type RowWords } from "./rows";
export {
  FIGURES,
  LANGUAGES,
  TAG_NAMES,
  type TagName,
  VOCABULARY,
  type VocabularyElement,
} from "./vocabulary";
