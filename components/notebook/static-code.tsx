import type { ElementContent } from "hast";
import type { CSSProperties, HTMLAttributes, ReactNode } from "react";

/**
 * The colours of a text in a form that is cheap to send: lengths of runs, each followed by the place of its class in
 * `CLASSES`; what is left at the end is plain.
 */
export type CodeColours = readonly number[];

/** The classes of code, by their number; zero is plain. */
const CLASSES = [
  undefined,
  "tk-comment",
  "tk-keyword",
  "tk-string",
  "tk-number",
  "tk-type",
  "tk-function",
] as const;

/** The colours of highlighted code. */
export function codeColours(nodes: readonly ElementContent[]): number[] {
  const runs: number[] = [];
  const visit = (node: ElementContent, colour: number) => {
    if (node.type === "text" && node.value !== "") runs.push(node.value.length, colour);
    else if (node.type === "element") {
      const name = [node.properties.className].flat()[0];
      const own = CLASSES.findIndex((one) => one !== undefined && one === name);
      for (const child of node.children) visit(child, own > 0 ? own : colour);
    }
  };
  for (const node of nodes) visit(node, 0);
  return runs;
}

/** Code that is not being edited. What else is given goes to the element that scrolls. */
export function StaticCode({
  text,
  colours,
  ...rest
}: { text: string; colours: CodeColours } & HTMLAttributes<HTMLPreElement>) {
  // The height is told in lines, so that an editor with the same text takes exactly the same space.
  const style = { "--code-lines": text.split("\n").length } as CSSProperties;
  const parts: ReactNode[] = [];
  let at = 0;
  for (let run = 0; run + 1 < colours.length; run += 2) {
    const part = text.slice(at, at + (colours[run] ?? 0));
    const name = CLASSES[colours[run + 1] ?? 0];
    parts.push(
      name ? (
        <span key={at} className={name}>
          {part}
        </span>
      ) : (
        part
      ),
    );
    at += part.length;
  }
  parts.push(text.slice(at));
  return (
    <pre className="code" style={style} {...rest}>
      <code>{parts}</code>
    </pre>
  );
}
