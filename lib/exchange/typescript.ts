/** A cell of a chapter, in the page's order. */
export interface SourceCell {
  id: string;
  kind: "code" | "markdown";
  text: string;
}

/**
 * A chapter's cells as one TypeScript file. Each begins with a line `// %% name`, which editors know as the beginning of
 * a cell; text becomes a comment.
 *
 * @param heading what stands above it all
 */
export function toTypeScript(heading: string, cells: readonly SourceCell[]): string {
  const parts = cells.map(({ id, kind, text }) => {
    const body = kind === "code" ? text : text.split("\n").map(commented).join("\n");
    return `// %%${kind === "markdown" ? " [markdown]" : ""} ${id}\n${body.trimEnd()}\n`;
  });
  return [`${heading.split("\n").map(commented).join("\n")}\n`, ...parts].join("\n");
}

function commented(line: string): string {
  return line === "" ? "//" : `// ${line}`;
}
