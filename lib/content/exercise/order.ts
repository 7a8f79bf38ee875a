import type { Root } from "hast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { ANY_OTHER, firstMisplaced, type OrderExercise, readPair, shuffled } from "../../exercise";
import { toHast } from "../hast";
import type { Reading } from "../reading";
import { type Attribute, type Attributes, startOf } from "../tag";
import { checkLast, readListed, withoutPlaces } from "./listed";
import { checkParts, commonTexts, partsOf } from "./parts";

const ITEM = "- `3 < 1` :: why step 3 cannot come before step 1";

/** Reads `<Order>`: a numbered list in a right order. Without `before`, each step needs the one above it. */
export function readOrderExercise(
  reading: Reading,
  tag: MdxJsxFlowElement,
  attributes: Attributes,
): OrderExercise<Root> {
  const { report } = reading;
  const parts = partsOf(tag);
  checkParts(reading, tag, parts, `wrong orders: ${ITEM}`);
  const items = parts.numbered[0]?.children.map((item) => unwrapped(toHast(item.children))) ?? [];
  if (items.length < 3) {
    report("order", startOf(tag), "An order needs three steps at least: a numbered list, in a right order.");
  }
  const second = parts.numbered[1];
  if (second) report("nesting", startOf(second), "An order has one numbered list.");
  const before = readBefore(reading, attributes.get("before"), items.length);
  const order = items.map((_, index) => index);
  const answers = readListed(reading, parts.bullets[0], ITEM).filter(({ match, place }) => {
    if (match === ANY_OTHER) return true;
    const pair = readPair(match);
    const known = pair?.every((one) => one >= 0 && one < items.length) && pair[0] !== pair[1];
    if (!pair || !known) {
      report("wrong-answer", place, `\`${match}\` names no two steps: write ${ITEM}.`);
      return false;
    }
    if (pair[0] < pair[1] || !needs(before, pair[1], pair[0])) {
      report(
        "wrong-answer",
        place,
        `\`${match}\` is not wrong: step ${pair[0] + 1} may stand before step ${pair[1] + 1}.`,
      );
      return false;
    }
    return true;
  });
  checkLast(reading, answers);
  const id = attributes.get("id")?.value ?? "";
  return {
    kind: "order",
    id,
    ...commonTexts(parts),
    items,
    before,
    shown: mixed(order, before, id),
    answers: withoutPlaces(answers),
  };
}

/** A list item of one paragraph as the words in it. */
function unwrapped(root: Root): Root {
  const [only, ...more] = root.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  return only?.type === "element" && only.tagName === "p" && more.length === 0
    ? { type: "root", children: only.children }
    : root;
}

/** Whether `later` cannot stand before `first`, directly or through others. */
function needs(before: readonly [number, number][], first: number, later: number): boolean {
  return before.some(([a, b]) => a === first && (b === later || needs(before, b, later)));
}

/** Reads `1<2, 1<3`. Written steps go down the list, so there are no circles. */
function readBefore(reading: Reading, attribute: Attribute | undefined, count: number): [number, number][] {
  if (!attribute) return Array.from({ length: Math.max(0, count - 1) }, (_, index) => [index, index + 1]);
  const pairs: [number, number][] = [];
  let start = 0;
  for (const piece of attribute.value.split(",")) {
    const pair = readPair(piece);
    if (!pair || pair[0] < 0 || pair[1] >= count || pair[0] >= pair[1]) {
      reading.report(
        "attribute",
        attribute.placeAt(start + piece.length - piece.trimStart().length),
        `\`${piece.trim()}\` is no pair of steps: write 1<2 where step 2 needs step 1; the list itself must be in a right order.`,
      );
    } else pairs.push(pair);
    start += piece.length + 1;
  }
  return pairs;
}

/** The order in which the steps are shown: mixed by the id, and never right by chance. */
function mixed(order: readonly number[], before: [number, number][], id: string): number[] {
  for (let attempt = 0; attempt < 20; attempt++) {
    const shown = shuffled(order.length, `${id}#${attempt}`);
    if (firstMisplaced({ before }, shown) !== null) return shown;
  }
  return order.toReversed();
}
