import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import { didYouMean } from "./nearest";
import { type Place, placeInside } from "./place";
import type { Reading } from "./reading";
import { isTagName, TAG_NAMES, type TagName, tagSpec } from "./vocabulary";

export type TagNode = MdxJsxFlowElement | MdxJsxTextElement;

/** An attribute's value, and how to find a character of it in the file. */
export interface Attribute {
  value: string;
  placeAt(index: number): Place;
}

export type Attributes = ReadonlyMap<string, Attribute>;

/** The tag's name if there is such a tag; else reports it. */
export function tagName(reading: Reading, tag: TagNode): TagName | null {
  const name = tag.name ?? "";
  if (isTagName(name)) return name;
  // `b` is HTML's, not a misspelt `Beside`.
  const html = /^[a-z]/.test(name);
  const guess = didYouMean(name, TAG_NAMES);
  const advice =
    guess || (html ? " HTML is not available: use Markdown." : ` There are: ${TAG_NAMES.join(", ")}.`);
  reading.report("tag", startOf(tag), noSuchTag(name, advice));
  return null;
}

/** What is said of a tag that there is not; the advice begins with a space. */
export function noSuchTag(name: string, advice: string): string {
  return `There is no tag \`<${name}>\`.${advice}`;
}

/** Reads a tag's attributes, and reports all that its specification does not foresee. Those inherited may be missing. */
export function readAttributes(
  reading: Reading,
  tag: TagNode,
  name: TagName,
  inherited: Readonly<Record<string, string>> = {},
): Attributes {
  const { report } = reading;
  const known = tagSpec(name).attributes;
  const result = new Map<string, Attribute>();
  const seen = new Set<string>();
  for (const attribute of tag.attributes) {
    const start = attribute.position?.start ?? startOf(tag);
    if (attribute.type === "mdxJsxExpressionAttribute") {
      report("expression", start, `\`<${name}>\` takes no \`{…}\`: write attributes as name="value".`);
      continue;
    }
    const spec = Object.hasOwn(known, attribute.name) ? known[attribute.name] : undefined;
    const { value } = attribute;
    if (!spec) {
      const names = Object.keys(known);
      const guess = didYouMean(attribute.name, names);
      const rest = names.length > 0 ? `It has: ${names.join(", ")}.` : "It has none.";
      report(
        "attribute",
        start,
        `\`<${name}>\` has no attribute \`${attribute.name}\`.${guess || ` ${rest}`}`,
      );
    } else if (seen.has(attribute.name)) {
      report("attribute", start, `\`${attribute.name}\` is given twice.`);
    } else if (typeof value === "object" && value !== null) {
      report(
        "expression",
        start,
        `\`${attribute.name}\` must be a text: write ${attribute.name}="…", without braces.`,
      );
    } else if (value === undefined || value === null || value.trim() === "") {
      report("attribute", start, `\`${attribute.name}\` needs a value: write ${attribute.name}="…".`);
    } else if (spec.values && !spec.values.includes(value)) {
      const guess = didYouMean(value, spec.values) || ` There are: ${spec.values.join(", ")}.`;
      report("attribute", start, `There is no ${name.toLowerCase()} \`${value}\`.${guess}`);
    } else {
      const from = { line: start.line, column: start.column + attribute.name.length + 1 };
      result.set(attribute.name, {
        value,
        placeAt: (index) => placeInside(reading.lines, from, value, index),
      });
    }
    seen.add(attribute.name);
  }
  for (const [attribute, spec] of Object.entries(known)) {
    if (spec.required && !seen.has(attribute) && !Object.hasOwn(inherited, attribute)) {
      report("attribute", startOf(tag), `\`<${name}>\` needs the attribute \`${attribute}\`.`);
    }
  }
  return result;
}

/** Where a node begins; the top of the file for one that the parser made up. */
export function startOf(node: { position?: { start: Place } | undefined }): Place {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}
