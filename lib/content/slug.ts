/** Ids, anchors and the names of chapters: they stand in addresses and in saved progress. */
const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

export function isSlug(text: string): boolean {
  return SLUG.test(text) && text.length <= 60;
}

export const SLUG_RULE =
  "lower-case letters and digits in groups joined by hyphens, beginning with a letter, such as `first-step`";
