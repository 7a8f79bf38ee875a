import type {
  Definition,
  Link,
  List,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import { visit } from "unist-util-visit";

/**
 * Brings a freshly parsed chapter into one shape, so that later steps meet each thing in one form only: tags that
 * fill their own lines are blocks, links carry their address, one-line `$$…$$` is a displayed formula, and lines
 * broken between Chinese characters are joined (a browser would draw the line break as a space).
 */
export function straighten(tree: Root, text: string): void {
  resolveReferences(tree);
  blocksIn(tree, text);
  joinLines(tree);
}

/** Links and images that name a definition elsewhere in the file get its address. */
function resolveReferences(tree: Root): void {
  const definitions = new Map<string, Definition>();
  visit(tree, "definition", (node, index, parent) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    parent?.children.splice(index ?? 0, 1);
    return index;
  });
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return;
    if (node.type !== "linkReference" && node.type !== "imageReference") return;
    const { url = "", title } = definitions.get(node.identifier) ?? {};
    const { position } = node;
    if (node.type === "linkReference") {
      const link: Link = { type: "link", url, title, children: node.children, position };
      parent.children[index] = link;
    } else parent.children[index] = { type: "image", url, title, alt: node.alt, position };
  });
}

/** Characters of Chinese and Japanese and their own punctuation, between which no space belongs. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;
/** Punctuation that they share with other scripts. */
const SHARED = /[—…“”‘’]/u;

function isSeamless(left: string, right: string): boolean {
  const wide = [left, right].filter((character) => WIDE.test(character)).length;
  const shared = [left, right].filter((character) => SHARED.test(character)).length;
  return wide > 0 && wide + shared === 2;
}

function joinLines(tree: Root): void {
  visit(tree, ["paragraph", "heading", "tableCell"], (block) => {
    const leaves: { text: string; node?: Text }[] = [];
    visit(block as Nodes, (node) => {
      if (node.type === "text") leaves.push({ text: node.value, node });
      else if (!("children" in node)) leaves.push({ text: "value" in node ? "x" : "" });
    });
    leaves.forEach(({ node }, i) => {
      if (!node) return;
      const before = leaves[i - 1]?.text.slice(-1) ?? "";
      const after = leaves[i + 1]?.text.slice(0, 1) ?? "";
      node.value = node.value.replace(/\r?\n/g, (end, at: number) => {
        const left = at > 0 ? (node.value[at - 1] ?? "") : before;
        const right = node.value[at + end.length] ?? after;
        return isSeamless(left, right) ? "" : end;
      });
    });
  });
}

function blocksIn(parent: Parents, text: string): void {
  const children: Nodes[] = [];
  for (const child of parent.children) {
    if (child.type === "paragraph") children.push(...blocksOf(child, text));
    else children.push(child);
  }
  const result: Nodes[] = [];
  for (const child of children) {
    if ("children" in child && child.type !== "paragraph" && child.type !== "heading") blocksIn(child, text);
    result.push(child, ...(child.type === "list" ? tagsAfter(child) : []));
  }
  parent.children = result as RootContent[];
}

/** A paragraph, with every tag that fills lines of its own taken out of it as a block. */
function blocksOf(paragraph: Paragraph, text: string): (Paragraph | MdxJsxFlowElement | RootContent)[] {
  const only = paragraph.children[0];
  if (paragraph.children.length === 1 && only?.type === "inlineMath") {
    if (text.startsWith("$$", only.position?.start.offset)) {
      return [{ type: "math", value: only.value.trim(), position: only.position }];
    }
  }
  const blocks: (Paragraph | MdxJsxFlowElement)[] = [];
  let prose: PhrasingContent[] = [];
  const endProse = () => {
    const last = prose.at(-1);
    if (last?.type === "text") last.value = last.value.trimEnd();
    if (prose.some((node) => node.type !== "text" || node.value !== "")) blocks.push(paragraphOf(prose));
    prose = [];
  };
  const ownLines = paragraph.children.map((_, i, all) => endsLine(all[i - 1]) && startsLine(all[i + 1]));
  paragraph.children.forEach((child, i) => {
    if (child.type === "mdxJsxTextElement" && ownLines[i]) {
      endProse();
      blocks.push(flowOf(child));
      return;
    }
    if (prose.length === 0 && blocks.length > 0 && child.type === "text")
      child.value = child.value.trimStart();
    prose.push(child);
  });
  endProse();
  return blocks;
}

function endsLine(node: PhrasingContent | undefined): boolean {
  return !node || node.type === "mdxJsxTextElement" || (node.type === "text" && /\n\s*$/.test(node.value));
}

function startsLine(node: PhrasingContent | undefined): boolean {
  return (
    !node || node.type === "mdxJsxTextElement" || (node.type === "text" && /^[^\S\n]*\n/.test(node.value))
  );
}

function paragraphOf(children: PhrasingContent[]): Paragraph {
  const start = children[0]?.position?.start;
  const end = children.at(-1)?.position?.end;
  return { type: "paragraph", children, ...(start && end && { position: { start, end } }) };
}

/** The tag as a block: what it holds becomes a paragraph. */
function flowOf(tag: MdxJsxTextElement): MdxJsxFlowElement {
  const { name, attributes, position } = tag;
  const children = tag.children.length > 0 ? [paragraphOf(tag.children)] : [];
  return { type: "mdxJsxFlowElement", name, attributes, children, position };
}

/**
 * Markdown lets a list item go on in the next line even without indentation. A tag there is not meant to belong to
 * the item: takes all such tags out of the list.
 */
function tagsAfter(list: List): MdxJsxFlowElement[] {
  const lifted: MdxJsxFlowElement[] = [];
  for (const item of list.children) {
    const indent = item.children[0]?.position?.start.column ?? 1;
    item.children = item.children.filter((child) => {
      if (child.type !== "mdxJsxFlowElement" || (child.position?.start.column ?? indent) >= indent)
        return true;
      lifted.push(child);
      return false;
    });
  }
  return lifted;
}
