import type { ElementContent } from "hast";
import type { CSSProperties, HTMLAttributes, ReactNode } from "react";

/** Highlighted code as elements; its colours are classes of `code.css`. */
export function colouredCode(nodes: readonly ElementContent[]): ReactNode[] {
  return nodes.map((node, index) => {
    if (node.type === "text") return node.value;
    if (node.type !== "element") return null;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: another text makes other nodes
      <span key={index} className={[node.properties.className].flat().join(" ")}>
        {colouredCode(node.children)}
      </span>
    );
  });
}

/** Code that is not being edited. What else is given goes to the element that scrolls. */
export function StaticCode({
  lines,
  children,
  ...rest
}: { lines: number; children: ReactNode } & HTMLAttributes<HTMLPreElement>) {
  // The height is told in lines, so that an editor with the same text takes exactly the same space.
  const style = { "--code-lines": lines } as CSSProperties;
  return (
    <pre className="code" style={style} {...rest}>
      <code>{children}</code>
    </pre>
  );
}
