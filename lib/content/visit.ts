import type { Element } from "hast";
import type { Code, Heading, Nodes, Parents, Root } from "mdast";
import type { Math as DisplayMath, InlineMath } from "mdast-util-math";
import { inheritedBy, isExerciseTag, readExercise } from "./exercise";
import { highlightCode, readFence } from "./fence";
import { inlineToHast } from "./hast";
import { checkDepth, readHeading } from "./heading";
import { readImage, readLink } from "./link";
import { renderMath } from "./math/render";
import { renderTemplate } from "./math/slots";
import { placeInside } from "./place";
import type { Reading } from "./reading";
import type { Repairs } from "./repair";
import { type Attributes, readAttributes, startOf, type TagNode, tagName } from "./tag";
import { isBlank } from "./text";
import { CELL_INSIDE, type TagName, tagSpec, type VocabularyElement } from "./vocabulary";

/** What a node is inside of: the nearest tag, and whether that is its parent (and not, say, a list). */
interface Surroundings {
  tag: TagName | "chapter";
  direct: boolean;
  /** Whether `[[…]]` are values of parameters here. */
  slots?: boolean;
}

/**
 * Goes through a chapter from top to bottom. Whatever is not plain Markdown is checked, noted in `reading`, and
 * told what it becomes in the rendering.
 */
export function visitChapter(reading: Reading, tree: Root, repairs: Repairs): void {
  new Visitor(reading, repairs).children(tree, { tag: "chapter", direct: true });
}

class Visitor {
  readonly #reading: Reading;
  readonly #repairs: Repairs;
  #depth = 1;

  constructor(reading: Reading, repairs: Repairs) {
    this.#reading = reading;
    this.#repairs = repairs;
  }

  children(parent: Parents, inside: Surroundings): void {
    for (const child of parent.children) this.#node(child, inside);
  }

  #node(node: Nodes, inside: Surroundings): void {
    const { report, innerLinks, images } = this.#reading;
    switch (node.type) {
      case "mdxjsEsm":
        report("module", startOf(node), MODULE);
        return;
      case "mdxFlowExpression":
      case "mdxTextExpression":
        report("expression", startOf(node), EXPRESSION);
        return;
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        this.#tag(node, inside);
        return;
      case "code":
        this.#fence(node, inside);
        return;
      case "heading":
        this.#heading(node, inside);
        return;
      case "math":
      case "inlineMath":
        this.#math(node, inside);
        return;
      case "image":
        images.push(readImage(this.#reading, node));
        return;
      case "footnoteReference":
      case "footnoteDefinition":
        report("footnote", startOf(node), "Footnotes are margin notes here: write <Aside>…</Aside>.");
        return;
      case "link": {
        const inner = readLink(this.#reading, node);
        if (inner) innerLinks.push(inner);
        break;
      }
      case "listItem":
        // The options of a choice have boxes: the right ones are ticked.
        if (typeof node.checked === "boolean" && inside.tag !== "Choice" && inside.tag !== "Predict") {
          report("task-list", startOf(node), "Lists have no check boxes: write `-` without `[ ]`.");
        }
        break;
    }
    if ("children" in node) this.children(node, { ...inside, direct: false });
  }

  #tag(node: TagNode, inside: Surroundings): void {
    const { report } = this.#reading;
    const start = startOf(node);
    const name = tagName(this.#reading, node);
    if (!name) {
      this.children(node, inside);
      return;
    }
    const { content, element } = tagSpec(name);
    this.#checkNesting(node, name, inside);
    const damaged = this.#repairs.withoutAttributes.has(node.position?.start.offset ?? -1);
    const twin = isExerciseTag(name) ? inheritedBy(this.#reading, node) : undefined;
    const attributes: Attributes = damaged
      ? new Map()
      : readAttributes(this.#reading, node, name, twin?.attributes);
    if (content === "none" && node.children.length > 0) {
      report("nesting", start, `\`<${name}>\` holds nothing: end it with \`/>\`.`);
    }
    if (content === "blocks" && isBlank(node.children)) report("empty", start, `\`<${name}>\` is empty.`);
    const slots = inside.slots || attributes.has("params") || twin?.attributes.params !== undefined;
    this.children(node, { tag: name, direct: true, slots });

    const value = (attribute: string) => attributes.get(attribute)?.value ?? "";
    if (name === "Figure") {
      const figure = this.#figure(value);
      this.#reading.figures.push({ ...figure, place: start });
      draw(node, elementOf("gb-figure", figure));
    } else if (isExerciseTag(name) && !damaged) {
      const exercise = readExercise(this.#reading, node, name, attributes);
      if (exercise) draw(node, elementOf(name === "Blank" ? "gb-blank" : "gb-exercise", { id: exercise.id }));
    } else if (element) {
      node.data = { hName: element, hProperties: name === "Details" ? { summary: value("summary") } : {} };
    }
  }

  #figure(value: (attribute: string) => string) {
    const [name, state] = [value("name"), value("state")];
    const before = this.#reading.figures.filter((figure) => figure.name === name).length;
    const id = before === 0 ? name : `${name}-${before + 1}`;
    return { id, name, alt: value("alt"), caption: value("caption"), ...(state !== "" && { state }) };
  }

  #checkNesting(node: TagNode, name: TagName, inside: Surroundings): void {
    // Where tags were taken away, the others stand in places that are not their author's.
    if (this.#repairs.nestingBroken) return;
    const { report } = this.#reading;
    const allowed = tagSpec(name).inside;
    const place = startOf(node);
    if (tagSpec(name).content === "inline") {
      const where = `\`<${name}>\` stands within a sentence: put words before or behind it on its line.`;
      if (node.type !== "mdxJsxTextElement") report("nesting", place, where);
      else if (!allowed.includes(inside.tag)) {
        report("nesting", place, `\`<${name}>\` cannot stand inside \`<${inside.tag}>\`.`);
      }
    } else if (node.type === "mdxJsxTextElement") {
      report("nesting", place, `\`<${name}>\` cannot stand within a line: give it lines of its own.`);
    } else if (!allowed.includes(inside.tag)) {
      const where = allowed.includes("chapter")
        ? ""
        : ` It belongs directly into \`<${allowed.join(">`, `<")}>\`.`;
      const here = inside.tag === "chapter" ? "here" : `inside \`<${inside.tag}>\``;
      report("nesting", place, `\`<${name}>\` cannot stand ${here}.${where}`);
    } else if (!inside.direct) {
      report(
        "nesting",
        place,
        `\`<${name}>\` cannot stand in a list or quotation: put it at the beginning of a line.`,
      );
    }
  }

  #fence(node: Code, inside: Surroundings): void {
    // The programs of an exercise are read with it.
    if (inside.tag === "Code" && inside.direct) return;
    const fence = readFence(this.#reading, node);
    if (fence.kind === "listing") {
      const { language, title, code } = fence.listing;
      const properties = { language, ...(title !== undefined && { title }) };
      const element = elementOf("gb-listing", properties, highlightCode(this.#reading, code, language));
      node.data = { ...node.data, element };
      return;
    }
    const { cell } = fence;
    const broken = this.#repairs.nestingBroken;
    if (!broken && !(inside.direct && CELL_INSIDE.includes(inside.tag))) {
      const here =
        inside.direct && inside.tag !== "chapter" ? `inside \`<${inside.tag}>\`` : "in a list or quotation";
      this.#reading.report("nesting", startOf(node), `A cell cannot stand ${here}.`);
    }
    if (this.#reading.highlight) cell.highlighted = highlightCode(this.#reading, cell.code, node.lang ?? "");
    this.#reading.cells.push(cell);
    node.data = { ...node.data, element: elementOf("gb-cell", { id: cell.id }) };
  }

  #heading(node: Heading, inside: Surroundings): void {
    if (!this.#repairs.nestingBroken && (inside.tag !== "chapter" || !inside.direct)) {
      const here = inside.direct ? `inside \`<${inside.tag}>\`` : "in a list or quotation";
      this.#reading.report("heading", startOf(node), `A heading cannot stand ${here}.`);
    }
    this.#depth = checkDepth(this.#reading, node, this.#depth);
    const { id, title } = readHeading(this.#reading, node);
    this.children(node, { ...inside, direct: false });
    node.data = { ...node.data, hProperties: { id } };
    const depth = node.depth === 3 ? 3 : 2;
    this.#reading.sections.push({ id, title, depth, titleHast: inlineToHast(node.children) });
  }

  #math(node: InlineMath | DisplayMath, { slots }: Surroundings): void {
    const display = node.type === "math";
    const { report, lines } = this.#reading;
    const start = startOf(node);
    if (display && node.meta) {
      report("math", start, "Nothing may stand behind `$$`: begin the formula on the next line.");
    }
    const rendered = (slots ? renderTemplate : renderMath)(node.value, display);
    if (rendered.kind === "refused") {
      // A formula on lines of its own begins below its dollars.
      const fenced = display && (node.position?.end.line ?? start.line) > start.line;
      const first = fenced ? { line: start.line + 1, column: 1 } : start;
      const place = placeInside(lines, first, node.value, rendered.index);
      report("math", place, `KaTeX refuses this formula: ${rendered.message}.`);
      return;
    }
    const wrapper = elementOf(display ? "div" : "span", {
      className: [display ? "math-display" : "math-inline"],
    });
    draw(node, { ...wrapper, children: rendered.content });
  }
}

const MODULE =
  "A paragraph that begins with `import` or `export` is a program in MDX, and chapters hold none: put it into a cell, or word it differently.";
const EXPRESSION =
  "Chapters hold no `{…}`. Write `\\{` for the character, `code` in backticks for programs, `$…$` for formulas.";

function elementOf(
  tagName: VocabularyElement | "div" | "span",
  properties: Element["properties"],
  children: Element["children"] = [],
): Element {
  return { type: "element", tagName, properties, children };
}

/** Says what a node becomes in the rendering. */
function draw(node: TagNode | InlineMath | DisplayMath, { tagName, properties, children }: Element): void {
  node.data = {
    ...node.data,
    hName: tagName,
    hProperties: properties,
    hChildren: children,
  } as typeof node.data;
}
