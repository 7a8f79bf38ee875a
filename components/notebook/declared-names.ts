/** A declaration at the beginning of a line that is not indented, as formatters leave them. */
const DECLARATION =
  /^(?:export\s+)?(?:async\s+)?(?:const|let|var|function\*?|class|enum|abstract\s+class)\s+(?:([A-Za-z_$][\w$]*)|([{[][^=]*[}\]])\s*=)/gm;
const NAME = /(?:^|[{[,:]|\.\.\.)\s*([A-Za-z_$][\w$]*)\s*(?=[,}\]=]|$)/g;
const IMPORT = /^import\s+(?:\*\s+as\s+([A-Za-z_$][\w$]*)|\{([^}]*)\})/gm;

/**
 * The names that a text seems to define. Only the compiler knows for sure, and it comes with the first run; until then
 * this is good enough for what an editor proposes.
 */
export function declaredIn(text: string): string[] {
  const names = new Set<string>();
  for (const [, name, pattern] of text.matchAll(DECLARATION)) {
    if (name) names.add(name);
    for (const [, inner] of pattern?.matchAll(NAME) ?? []) if (inner) names.add(inner);
  }
  for (const [, namespace, list] of text.matchAll(IMPORT)) {
    if (namespace) names.add(namespace);
    for (const part of list?.split(",") ?? []) {
      const name = part
        .trim()
        .split(/\s+as\s+/)
        .at(-1);
      if (name) names.add(name);
    }
  }
  return [...names];
}
