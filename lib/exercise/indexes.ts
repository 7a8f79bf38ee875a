/** Places in a list, as the log keeps them: `2 0 1`. Null unless each is there once at most. */
export function readIndexes(text: string, count: number): number[] | null {
  const words = text.trim().split(/\s+/);
  if (words.length > count || words.some((word) => !/^\d{1,3}$/.test(word))) return null;
  const indexes = words.map(Number);
  const sound = indexes.every((index) => index < count) && new Set(indexes).size === indexes.length;
  return sound ? indexes : null;
}
