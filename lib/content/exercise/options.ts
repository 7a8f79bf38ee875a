import type { Root } from "hast";
import type { List, ListItem, PhrasingContent } from "mdast";
import type { Option } from "../../exercise";
import { inlineToHast } from "../hast";
import type { Place } from "../place";
import type { Reading } from "../reading";
import { startOf } from "../tag";
import { isBlank, textOf } from "../text";

export interface PlacedOption extends Option<Root> {
  place: Place;
  words: string;
}

const SEPARATOR = /\s*(?:::|：：)\s*/;

/** The list of a question's options: `- [x] text :: why` for the right ones, `- [ ] text :: why` for the others. */
export function readOptions(reading: Reading, list: List | undefined, whyNeeded: boolean): PlacedOption[] {
  return list?.children.flatMap((item) => readOption(reading, item, whyNeeded) ?? []) ?? [];
}

function readOption(reading: Reading, item: ListItem, whyNeeded: boolean): PlacedOption | undefined {
  const { report } = reading;
  const place = startOf(item);
  const [paragraph, ...more] = item.children;
  if (paragraph?.type !== "paragraph" || more.length > 0) {
    report("choice", place, "An option is one line: write - [ ] text :: why, or - [x] for a right one.");
    return undefined;
  }
  if (typeof item.checked !== "boolean" && whyNeeded) {
    report("choice", place, "Say whether this option is right: begin it with `- [x]`, or with `- [ ]`.");
    return undefined;
  }
  const [text, why] = split(paragraph.children);
  const words = text.map(textOf).join("").trim();
  if (words === "") report("choice", place, "This option has no words before the `::`.");
  if (whyNeeded && isBlank(why)) {
    report("choice", place, `Say why \`${words}\` is ${item.checked ? "right" : "wrong"}, behind a \`::\`.`);
  }
  const root = (children: PhrasingContent[]): Root => ({ type: "root", children: inlineToHast(children) });
  return {
    right: item.checked === true,
    text: root(text),
    ...(why.length > 0 && { why: root(why) }),
    place,
    words,
  };
}

/** What stands before and behind the first `::`. */
function split(children: readonly PhrasingContent[]): [PhrasingContent[], PhrasingContent[]] {
  for (const [index, child] of children.entries()) {
    const found = child.type === "text" ? SEPARATOR.exec(child.value) : null;
    if (!found || child.type !== "text") continue;
    const before = { ...child, value: child.value.slice(0, found.index) };
    const behind = { ...child, value: child.value.slice(found.index + found[0].length) };
    return [
      [...children.slice(0, index), before],
      [behind, ...children.slice(index + 1)],
    ];
  }
  return [[...children], []];
}

export function withoutPlaces(options: readonly PlacedOption[]): Option<Root>[] {
  return options.map(({ right, text, why }) => ({ right, text, ...(why && { why }) }));
}

/** Reports two options with the same words. */
export function checkDistinct(reading: Reading, options: readonly PlacedOption[]): void {
  options.forEach(({ words, place }, index) => {
    if (options.findIndex((one) => one.words === words) < index) {
      reading.report("choice", place, `The option \`${words}\` is already there.`);
    }
  });
}
