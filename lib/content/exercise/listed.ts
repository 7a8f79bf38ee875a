import type { Root } from "hast";
import type { List, ListItem, Paragraph, PhrasingContent } from "mdast";
import { ANY_OTHER, type ListedAnswer } from "../../exercise";
import { inlineToHast } from "../hast";
import type { Place } from "../place";
import type { Reading } from "../reading";
import { startOf } from "../tag";
import { isBlank } from "../text";

/** A listed answer, and where it stands. */
export interface PlacedAnswer extends ListedAnswer<Root> {
  place: Place;
}

/** A list item's parts, for messages. */
export const ITEM = "- `formula` :: why it is wrong";

const MARK = /^\s*(?:::|：：)(right(?![\p{L}\p{N}])|retry(?![\p{L}\p{N}]))?\s*/u;

/** The list of an exercise's answers: ``- `match` :: why``, also `::right` and `::retry`. */
export function readListed(reading: Reading, list: List | undefined, item = ITEM): PlacedAnswer[] {
  return list?.children.flatMap((one) => readItem(reading, one, item) ?? []) ?? [];
}

function readItem(reading: Reading, item: ListItem, expected: string): PlacedAnswer | undefined {
  const [paragraph, ...more] = item.children;
  const [answer, ...others] = paragraph?.type === "paragraph" ? splitAnswers(paragraph.children) : [];
  const first = (paragraph as Paragraph | undefined)?.children?.[0];
  if (!answer || others.length > 0 || more.length > 0 || first !== answer.code) {
    reading.report("wrong-answer", startOf(item), `This is no wrong answer: write ${expected}.`);
    return undefined;
  }
  return toAnswer(reading, answer);
}

/** Answers in one line, one after the other: `` `match` :: why `match` :: why``. */
export function readInline(reading: Reading, children: PhrasingContent[]): PlacedAnswer[] {
  return splitAnswers(children).map((answer) => toAnswer(reading, answer));
}

interface Split {
  code: { value: string; position?: { start: Place } | undefined };
  verdict: ListedAnswer["verdict"];
  why: PhrasingContent[];
}

/** Cuts a line at every piece of code that is followed by `::`. */
function splitAnswers(children: readonly PhrasingContent[]): Split[] {
  const answers: Split[] = [];
  children.forEach((child, index) => {
    const next = children[index + 1];
    const before = children[index - 1];
    const found = next?.type === "text" ? MARK.exec(next.value) : null;
    if (child.type === "inlineCode" && found) {
      answers.push({ code: child, verdict: (found[1] as "right" | "retry" | undefined) ?? "wrong", why: [] });
      return;
    }
    const answer = answers.at(-1);
    if (!answer) return;
    const mark = before === answer.code && child.type === "text" ? MARK.exec(child.value) : null;
    if (mark && child.type === "text")
      answer.why.push({ ...child, value: child.value.slice(mark[0].length) });
    else answer.why.push(child);
  });
  return answers;
}

function toAnswer(reading: Reading, { code, verdict, why }: Split): PlacedAnswer {
  const place = startOf(code);
  if (isBlank(why)) {
    const what = verdict === "wrong" ? "is wrong" : verdict === "right" ? "is right" : "is to be tried again";
    reading.report("wrong-answer", place, `Say why \`${code.value}\` ${what}, behind the \`::\`.`);
  }
  return { verdict, match: code.value, why: { type: "root", children: inlineToHast(why) }, place };
}

/** The answers as the exercise keeps them. */
export function withoutPlaces(answers: readonly PlacedAnswer[]): ListedAnswer<Root>[] {
  return answers.map(({ verdict, match, why }) => ({ verdict, match, why }));
}

/** Reports answers behind `*`, which none reaches. */
export function checkLast(reading: Reading, answers: readonly PlacedAnswer[]): void {
  const any = answers.findIndex(({ match }) => match === ANY_OTHER);
  const behind = any < 0 ? undefined : answers[any + 1];
  if (behind)
    reading.report(
      "wrong-answer",
      behind.place,
      "No answer gets here: `*` above is every other one. Put `*` last.",
    );
}
