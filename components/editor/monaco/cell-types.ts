import type { TypedCell } from "../handle";

/** A declared type: `type A`, `interface B`. They leave no trace when a cell runs, so only its text tells them. */
const TYPE = /^\s*(?:export\s+)?(?:type|interface)\s+([A-Za-z_$][\w$]*)/gm;

/** Whether a name is written as classes and types are. */
const isTypeName = (name: string) => /^\p{Lu}/u.test(name);

/** The names of an import: `import type { A }`, `import { type B, c as d }`. */
const IMPORT = /^\s*import\s+(type\s+)?\{([^}]*)\}/gm;

/** The types that a text declares or imports. */
export function typesOf(text: string): string[] {
  const declared = [...text.matchAll(TYPE)].map(([, name = ""]) => name);
  const imported = [...text.matchAll(IMPORT)].flatMap(([, all, list = ""]) =>
    list
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "" && (all !== undefined || part.startsWith("type ")))
      .map((part) => part.split(/\s+/).at(-1) ?? ""),
  );
  return [...new Set([...declared, ...imported])];
}

/** The cell as a module that the others can look into. */
export function moduleOf({ text, declares }: TypedCell): string {
  const values = declares.filter((name) => !typesOf(text).includes(name));
  const types = typesOf(text);
  return [
    text,
    `export { ${values.join(", ")} };`,
    ...(types.length > 0 ? [`export type { ${types.join(", ")} };`] : []),
  ].join("\n");
}

/**
 * The names of all cells as global declarations. A cell's own declaration of a name hides the global one from it; where
 * several cells declare a name, the last holds.
 *
 * @param folder of the cells' modules
 */
export function globalsOf(cells: readonly TypedCell[], folder: string): string {
  const values = new Map<string, string>();
  const types = new Map<string, string>();
  for (const cell of cells) {
    const module = `import("${folder}/${cell.id}")`;
    for (const name of typesOf(cell.text)) types.set(name, `${module}.${name}`);
    for (const name of cell.declares) {
      values.set(name, `typeof ${module}.${name}`);
      if (isTypeName(name)) types.set(name, `${module}.${name}`);
    }
  }
  const lines = [
    ...[...values].map(([name, type]) => `  let ${name}: ${type};`),
    ...[...types].map(([name, type]) => `  type ${name} = ${type};`),
  ];
  return `export {};\ndeclare global {\n${lines.join("\n")}\n}\n`;
}
