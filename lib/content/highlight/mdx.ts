import type { ElementContent } from "hast";
import type { CodeClass } from "./classes";
import type { Highlighter } from "./highlighter";

/**
 * What stands out in a chapter's text: fences, headings and front matter's keys; then tags and their attributes, code,
 * formulas, values of parameters, boxes and the signs of answers.
 */
const PIECES: readonly (readonly [CodeClass, RegExp])[] = [
  ["comment", /^\s*(?:`{3,}|~{3,}|\$\$).*$|^---$/u],
  ["function", /^#{2,3} .*$/u],
  ["type", /^[a-z]+:(?= |$)/u],
  ["keyword", /<\/?[A-Z]\w*|\/?>$|\/>|>(?=[^<]*<\/[A-Z])/u],
  ["type", /(?<=\s)[a-z]+(?==")/u],
  ["string", /"[^"]*"|`[^`]+`/u],
  ["number", /\$[^$\n]+\$|\[\[.+?\]\]/u],
  ["keyword", /(?<=- )\[[ x]\]|::(?:right|retry)?/u],
];

const PATTERN = new RegExp(PIECES.map(([, { source }]) => `(${source})`).join("|"), "gu");

/** The text of a chapter with colours; the programs in it are coloured by `highlight`. */
export function highlightMdx(text: string, highlight: Highlighter): ElementContent[] {
  const lines = text.split("\n");
  const nodes: ElementContent[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    nodes.push(...inLine(line));
    at += 1;
    const [, indent = "", fence = "", language = ""] = /^( *)(`{3,}|~{3,})(\w*)/.exec(line) ?? [];
    if (fence !== "") {
      const end = lines.findIndex((one, index) => index >= at && one === indent + fence);
      const stop = end < 0 ? lines.length : end;
      if (stop > at) {
        const code = lines.slice(at, stop).join("\n");
        nodes.push(words("\n"), ...highlight(code, language === "ts" ? "typescript" : language));
      }
      at = stop;
      if (end >= 0) {
        nodes.push(words("\n"), ...inLine(lines[at] ?? ""));
        at += 1;
      }
    }
    if (at < lines.length) nodes.push(words("\n"));
  }
  return nodes;
}

function inLine(line: string): ElementContent[] {
  const nodes: ElementContent[] = [];
  let end = 0;
  for (const found of line.matchAll(PATTERN)) {
    const index = found.slice(1).findIndex((group) => group !== undefined);
    const name = PIECES[index]?.[0];
    if (found.index > end) nodes.push(words(line.slice(end, found.index)));
    end = found.index + found[0].length;
    nodes.push({
      type: "element",
      tagName: "span",
      properties: { className: [`tk-${name}`] },
      children: [words(found[0])],
    });
  }
  if (end < line.length) nodes.push(words(line.slice(end)));
  return nodes;
}

function words(value: string): ElementContent & { type: "text" } {
  return { type: "text", value };
}
