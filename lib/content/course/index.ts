export {
  allChapters,
  type ByLocale,
  COLORS,
  COVERS,
  type Course,
  SOLUTION_POLICIES,
  type SolutionPolicy,
} from "./course";
export { type IdRecord, readIds, recordIds, writeIds } from "./ids";
export {
  COURSE_FILE,
  type CourseFolder,
  type CourseReading,
  chapterFile,
  IDS_FILE,
  readCourseFolder,
} from "./read-chapters";
export { COURSE_KEYS, readCourse } from "./read-course";
