/**
 * Writes down the ids under which readers save something: `npm run ids`, before a chapter is published. From then on the
 * check says when one of them has vanished.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { IDS_FILE, readCourseFolder, readIds, recordIds, writeIds } from "@/lib/content";
import { contentPath, diskFolder } from "./course-folder";

const path = contentPath();
const folder = diskFolder(path);
const { course, chapters } = readCourseFolder(folder);
const sources = chapters.filter(({ chapter }) => chapter.locale === course?.languages[0]);
const { ids } = readIds(folder.read(IDS_FILE), IDS_FILE);
writeFileSync(
  join(path, IDS_FILE),
  writeIds(
    recordIds(
      ids,
      sources.map(({ chapter }) => chapter),
    ),
  ),
);
console.log(`${folder.name}/${IDS_FILE}: the ids of ${sources.length} chapters`);
