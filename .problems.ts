import { readCourseFolder, formatProblem } from "@/lib/content";
import { contentPath, diskFolder } from "./tools/course-folder";
const r: any = readCourseFolder(diskFolder(contentPath()));
for (const p of r.problems) console.log(formatProblem(p));
console.log(Object.keys(r), r.warnings?.length);
