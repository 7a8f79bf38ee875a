/**
 * Whether two texts are one program but for comments and the words in its strings, which each language has its own of.
 */
export function sameProgram(one: string, other: string): boolean {
  return skeleton(one) === skeleton(other);
}

const PIECES =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`|[{}]|\s+|[^\s"'`{}/]+|\//g;

/** The text without comments, white space and the words of strings; what stands in `${…}` stays. */
function skeleton(code: string): string {
  let result = "";
  /** For each open template or brace within one: how many braces are open there. */
  const open: number[] = [];
  let inTemplate = false;
  let index = 0;
  while (index < code.length) {
    if (inTemplate) {
      const next = /`|\$\{|\\[\s\S]/g;
      next.lastIndex = index;
      const found = next.exec(code);
      if (!found) break;
      index = next.lastIndex;
      if (found[0] === "`") {
        result += "`";
        inTemplate = false;
      } else if (found[0] === "${") {
        result += "${";
        open.push(0);
        inTemplate = false;
      }
      continue;
    }
    PIECES.lastIndex = index;
    const piece = PIECES.exec(code)?.[0] ?? "";
    index += piece.length || 1;
    const depth = open.at(-1);
    if (piece === "`") {
      result += piece;
      inTemplate = true;
    } else if (piece === "}" && depth === 0) {
      open.pop();
      result += piece;
      inTemplate = true;
    } else if (piece === "{" || piece === "}") {
      if (depth !== undefined) open[open.length - 1] = depth + (piece === "{" ? 1 : -1);
      result += piece;
    } else if (/^["']/.test(piece)) result += '""';
    else if (!/^(?:\s|\/\/|\/\*)/.test(piece)) result += piece;
  }
  return result;
}
