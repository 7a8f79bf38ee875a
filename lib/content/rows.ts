import type { Heading, Nodes, Paragraph, Root } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { isExerciseTag } from "./exercise";
import { parseChapter } from "./parse";
import { straighten } from "./prose";

/** A stretch of a chapter's text as Markdown with TeX, or a cell by its name. */
export type Row = { kind: "prose"; markdown: string } | { kind: "cell"; id: string };

/** What cannot be carried to Markdown is named there instead. */
export interface RowWords {
  /** Names an exercise, which is answered on the site. */
  exercise(id: string): string;
  /** Stands for a gap in a line. */
  blank: string;
  /** Names a figure, which lives on the site. */
  figure(caption: string): string;
}

/**
 * A chapter's text as Markdown that any reader of notebooks draws, cut at its cells and sections: what Markdown has no
 * word for becomes a quotation, or is named.
 *
 * @param text of a chapter's file, which has been read without problems
 */
export function chapterRows(text: string, words: RowWords): Row[] {
  const whole = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const tree = parseChapter(whole, () => undefined)?.tree;
  if (!tree) return [];
  straighten(tree, whole);
  const writer = new RowWriter(whole, words);
  writer.write(tree);
  return writer.end();
}

/** A fence's words of which the cell's name is one. */
const CELL_ID =
  /(?:^|\s)cell(?:\s|$).*?\bid=(?:"([^"]+)"|([^\s"]+))|\bid=(?:"([^"]+)"|([^\s"]+)).*?\scell(?:\s|$)/;

class RowWriter {
  private readonly rows: Row[] = [];
  private prose: string[] = [];

  constructor(
    private readonly text: string,
    private readonly words: RowWords,
  ) {}

  write(parent: { children: readonly Nodes[] }): void {
    for (const node of parent.children) this.block(node);
  }

  end(): Row[] {
    if (this.prose.length > 0) this.rows.push({ kind: "prose", markdown: this.prose.join("\n\n") });
    this.prose = [];
    return this.rows;
  }

  private block(node: Nodes): void {
    if (node.type === "yaml") return;
    const cell = node.type === "code" ? CELL_ID.exec(node.meta ?? "") : null;
    if (cell) {
      this.end();
      this.rows.push({ kind: "cell", id: cell.slice(1).find((id) => id !== undefined) ?? "" });
    } else if (node.type === "heading") {
      this.end();
      this.prose.push(this.source(node).replace(/\s*\[#[^[\]]*\]\s*$/, ""));
    } else if (node.type === "mdxJsxFlowElement") this.tag(node);
    else this.prose.push(this.source(node));
  }

  private tag(node: MdxJsxFlowElement): void {
    const name = node.name ?? "";
    const attribute = (wanted: string) => {
      const found = node.attributes.find((one) => one.type === "mdxJsxAttribute" && one.name === wanted);
      return typeof found?.value === "string" ? found.value : "";
    };
    if (name === "Figure") this.prose.push(this.words.figure(attribute("caption") || attribute("alt")));
    else if (isExerciseTag(name)) this.exercise(node, attribute("id"));
    else if (name === "Beside") this.write(node as Root | MdxJsxFlowElement);
    else {
      // Cells may stand inside, and cannot stand in a quotation.
      const inner = new RowWriter(this.text, this.words);
      inner.write(node);
      const summary = attribute("summary");
      if (summary) this.prose.push(quoted(`**${summary}**`));
      for (const row of inner.end()) {
        if (row.kind === "prose") this.prose.push(quoted(row.markdown));
        else {
          this.end();
          this.rows.push(row);
        }
      }
    }
  }

  /** The question, if it stands without numbers that are drawn on the site. */
  private exercise(node: MdxJsxFlowElement, id: string): void {
    const asked = node.children
      .filter(({ type }) => type === "paragraph" || type === "math")
      .map((child) => this.source(child))
      .filter((source) => !source.includes("[["));
    this.prose.push(quoted([`**${this.words.exercise(id)}**`, ...asked].join("\n\n")));
  }

  /** A block as it stands in the file, its lines as far left as its first. */
  private source(node: Nodes): string {
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return "";
    let source = this.text.slice(start.offset, end.offset);
    if (node.type === "paragraph" || node.type === "heading") source = this.withoutTags(node, source);
    const indent = new RegExp(`\\n {0,${start.column - 1}}`, "g");
    return source.replace(indent, "\n").trimEnd();
  }

  /** A line's gaps, which are tags, as gaps. */
  private withoutTags(node: Paragraph | Heading, source: string): string {
    const from = node.position?.start.offset ?? 0;
    let result = source;
    for (const child of [...node.children].reverse()) {
      const { start, end } = child.position ?? {};
      if (child.type !== "mdxJsxTextElement" || start?.offset === undefined || end?.offset === undefined)
        continue;
      result = result.slice(0, start.offset - from) + this.words.blank + result.slice(end.offset - from);
    }
    return result;
  }
}

function quoted(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}
