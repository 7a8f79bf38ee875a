export * from "./course-text";
export type { ExcerptPiece } from "./excerpt";
export { CourseSearch, type Hit } from "./search";
