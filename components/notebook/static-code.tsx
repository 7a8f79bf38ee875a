import type { ElementContent } from "hast";
import type { CSSProperties } from "react";

/** Tells the style sheet how many lines there are, so that the block is as high as an editor with the same text. */
export function codeLines(text: string): CSSProperties {
  return { "--code-lines": text.split("\n").length } as CSSProperties;
}

/** Code that is not being edited, in colours where the editor that gives them has been loaded. */
export function StaticCode({
  text,
  highlight,
}: {
  text: string;
  highlight: ((text: string) => ElementContent[]) | undefined;
}) {
  return (
    <pre className="code" style={codeLines(text)}>
      <code>{highlight ? highlight(text).map(draw) : text}</code>
    </pre>
  );
}

function draw(node: ElementContent, index: number) {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return null;
  const name = node.properties.className;
  return (
    // biome-ignore lint/suspicious/noArrayIndexKey: the tokens of one text never move
    <span key={index} className={Array.isArray(name) ? name.join(" ") : undefined}>
      {node.children.map(draw)}
    </span>
  );
}
