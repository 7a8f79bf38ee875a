import type { Element, ElementContent, Root, RootContent } from "hast";
import { type CSSProperties, Fragment } from "react";
import type { CompiledChapter } from "../layout/compiled";
import { CODE, cut, type Size } from "./parts";
import { renderText } from "./rich-text";
import { Still } from "./still";
import { vocabulary } from "./vocabulary";

/** Blocks that use the margin as well as the text column. */
const WIDE = new Set(["gb-beside"]);

/**
 * The chapter's text with its cells, exercises and figures. It comes in parts, so that the browser need not lay out what
 * nobody has come to yet; the parts' rough sizes keep the scroll bar honest until then.
 */
export function ChapterBody({ compiled }: { compiled: CompiledChapter }) {
  const { locale, slug, body } = compiled.chapter;
  const components = vocabulary(compiled);
  const draw = (blocks: RootContent[]) =>
    renderText({ type: "root", children: blocks.map(layOut) } satisfies Root, components);
  const linesOfCell = (id: string) => cellLines(compiled, id);
  return cut(body, linesOfCell).map(({ runs, size }, part) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text never moves
    <section key={part} className="part" style={room(size)}>
      {runs.map(({ live, blocks }, run) => {
        const id = `${locale}/${slug}/${part}.${run}`;
        if (live) return <Fragment key={id}>{draw(blocks)}</Fragment>;
        return (
          <Still key={id} id={id}>
            {draw(blocks)}
          </Still>
        );
      })}
    </section>
  ));
}

/** A cell's bar and the space around it. */
const BAR = 2.5;
/** An input. */
const INPUT = 1.5;
/** A plot. */
const PICTURE = 11;
const PICTURES = ["application/vnd.gradbook.plot+json", "application/vnd.gradbook.live+json"] as const;

function cellLines({ chapter, runs }: CompiledChapter, id: string): number {
  const code = chapter.cells.find((cell) => cell.id === id)?.code ?? "";
  const outputs = runs[id]?.outputs ?? [];
  const shown = outputs.map((output) => {
    if (output.type === "stream") return CODE * output.text.split("\n").length;
    if (output.type === "error") return 1;
    if (output.type === "display_data" && output.data["application/vnd.gradbook.input+json"]) return INPUT;
    return PICTURES.some((form) => output.data[form]) ? PICTURE : 1;
  });
  return BAR + CODE * code.split("\n").length + shown.reduce((sum, lines) => sum + lines, 0);
}

function room({ letters, lines }: Size): CSSProperties {
  return { "--letters": letters, "--lines": Math.round(lines) } as CSSProperties;
}

function layOut<Node extends RootContent | ElementContent>(node: Node): Node | Element {
  if (node.type !== "element") return node;
  if (WIDE.has(node.tagName)) return { ...node, properties: { ...node.properties, className: ["wide"] } };
  if (node.tagName === "table") return scrolling(node);
  return node;
}

/** A wide table scrolls inside itself. */
function scrolling(table: Element): Element {
  const properties = { className: ["table-scroll"] };
  return { type: "element", tagName: "div", properties, children: [table] };
}
