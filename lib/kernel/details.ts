/**
 * The details of an error as texts, for the page: a shape is `[2, 3]`, several are `[2, 3], [4]`, words are `a, b`.
 */
export function detailTexts(details: object): Record<string, string> {
  return Object.fromEntries(Object.entries(details).map(([key, value]) => [key, detailText(value)]));
}

function detailText(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  const items = value.map(detailText).join(", ");
  return value.every((item) => typeof item === "number") ? `[${items}]` : items;
}
