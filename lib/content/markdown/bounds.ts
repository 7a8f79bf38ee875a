import type { RootContent } from "hast";

/** Elements and texts of one block, of a whole text, and within each other, at most. */
export const MARKDOWN_BOUNDS = { block: 6000, all: 60_000, depth: 200 } as const;

/**
 * How many elements and texts each block of a text is, so that a page can draw them a few at a time; null if they are
 * more than a page should draw: a few characters of TeX can stand for a million elements.
 */
export function blockSizes(blocks: readonly RootContent[]): number[] | null {
  const sizes: number[] = [];
  let all = 0;
  for (const block of blocks) {
    const size = sizeOf(block);
    all += size;
    if (size > MARKDOWN_BOUNDS.block || all > MARKDOWN_BOUNDS.all) return null;
    sizes.push(size);
  }
  return sizes;
}

/** Level by level, for nobody knows how deep it goes. */
function sizeOf(block: RootContent): number {
  let size = 0;
  let level: RootContent[] = [block];
  for (let depth = 0; level.length > 0; depth += 1) {
    size += level.length;
    if (depth > MARKDOWN_BOUNDS.depth || size > MARKDOWN_BOUNDS.block) return Number.POSITIVE_INFINITY;
    level = level.flatMap((node) => (node.type === "element" ? node.children : []));
  }
  return size;
}
