import type { Root } from "hast";
import type { Code } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { ANY_OTHER, type CodeExercise } from "../../exercise";
import { highlightCode } from "../fence";
import { didYouMean } from "../nearest";
import { type Place, placeInside } from "../place";
import type { Reading } from "../reading";
import { type Attribute, type Attributes, startOf } from "../tag";
import { checkLast, readListed, withoutPlaces } from "./listed";
import { checkParts, commonTexts, partsOf } from "./parts";
import type { WrittenExercise } from "./written";

/** What only the build and the reveal of a program exercise need; the page's scripts never get it. */
export interface Program {
  exercise: string;
  solution: string;
  wrong: { key: string; code: string; place: Place }[];
  /** Where each program stands: the check's first line, the others' backticks; all at the tag if they are the source's. */
  places: Record<"starter" | "solution" | "check", Place>;
  /** Whether a translation has all of it from its source, where it is proved. */
  inherited: boolean;
}

const ROLES = ["starter", "solution", "check", "wrong"];
const ITEM = "- `key` :: what is wrong";
const DEFAULT_SECONDS = 5;
const MOST_SECONDS = 30;

/** Reads `<Code>`: fenced programs by their roles, and feedback by the keys under which the check fails. */
export function readCode(
  reading: Reading,
  tag: MdxJsxFlowElement,
  attributes: Attributes,
  inherited: WrittenExercise | undefined,
): { exercise: CodeExercise<Root>; program: Program; code: Record<string, string> } {
  const { report } = reading;
  const parts = partsOf(tag, true);
  checkParts(reading, tag, parts, `feedback: ${ITEM}`);
  const place = startOf(tag);
  const code: Record<string, string> = { ...inherited?.code };
  const own = new Map<string, Code>();
  for (const fence of parts.fences) {
    const role = readRole(reading, fence);
    if (role === null) continue;
    if (own.has(role)) report("fence", startOf(fence), `This exercise already has a \`${role}\`.`);
    own.set(role, fence);
    code[role] = fence.value;
  }
  const fallbacks = {
    starter: "an empty function",
    solution: "what passes",
    check: "the questions to the program",
  };
  for (const [role, what] of Object.entries(fallbacks)) {
    if (!code[role]?.trim())
      report("fence", place, `This exercise lacks its ${role}, ${what}: write \`\`\`ts ${role}.`);
  }
  const answers = readListed(reading, parts.bullets[0], ITEM);
  checkLast(reading, answers);
  const wrong = Object.entries(code).flatMap(([role, text]) => {
    const key = /^wrong=(.+)$/.exec(role)?.[1];
    const fence = own.get(role);
    return key === undefined ? [] : [{ key, code: text, place: fence ? startOf(fence) : place }];
  });
  if (wrong.length === 0 && !inherited) {
    report(
      "practice",
      place,
      "No wrong program tries this check: write ```ts wrong=key with one that should earn that feedback.",
    );
  }
  for (const { key, place: at } of wrong) {
    if (answers.some(({ match }) => match === key)) continue;
    const known = answers.map(({ match }) => match).filter((match) => match !== ANY_OTHER);
    report(
      "wrong-answer",
      at,
      `There is no feedback \`${key}\`.${didYouMean(key, known) || ` Write - \`${key}\` :: why.`}`,
    );
  }
  const id = attributes.get("id")?.value ?? "";
  const placeOf = (fence: Code | undefined) => (fence ? startOf(fence) : place);
  const check = own.get("check");
  return {
    exercise: {
      kind: "code",
      id,
      ...withListing(reading, commonTexts(parts), code.solution ?? ""),
      starter: code.starter ?? "",
      drawing: { type: "root", children: highlightCode(reading, code.starter ?? "", "ts") },
      check: code.check ?? "",
      seconds: readSeconds(reading, attributes.get("seconds")),
      answers: withoutPlaces(answers),
    },
    program: {
      exercise: id,
      solution: code.solution ?? "",
      wrong,
      places: {
        starter: placeOf(own.get("starter")),
        solution: placeOf(own.get("solution")),
        check: check ? below(reading, check) : place,
      },
      inherited: inherited !== undefined && own.size === 0,
    },
    code,
  };
}

/** The words behind the backticks: `ts starter`, `ts wrong=key`. */
function readRole(reading: Reading, fence: Code): string | null {
  const place = startOf(fence);
  const written = (fence.meta ?? "").trim();
  const [, role = "", key] = /^([\w-]+)(?:=([\w-]+|\*))?$/.exec(written) ?? [];
  if (fence.lang !== "ts") {
    reading.report(
      "fence",
      place,
      "The programs of an exercise are TypeScript: begin them with ```ts and their role.",
    );
  } else if (!ROLES.includes(role)) {
    const advice = didYouMean(role, ROLES) || " Write ```ts starter, solution, check or wrong=key.";
    reading.report("fence", place, `\`${written}\` is no role of a program.${advice}`);
  } else if ((role === "wrong") !== (key !== undefined)) {
    reading.report(
      "fence",
      place,
      role === "wrong" ? "Name the feedback that it earns: wrong=key." : `\`${role}\` stands alone.`,
    );
  } else return written;
  return null;
}

/** The solution as its reader sees it: the program, then the author's words. */
function withListing(
  reading: Reading,
  texts: ReturnType<typeof commonTexts>,
  solution: string,
): ReturnType<typeof commonTexts> {
  const listing: Root["children"][number] = {
    type: "element",
    tagName: "gb-listing",
    properties: { language: "ts" },
    children: highlightCode(reading, solution, "ts"),
  };
  return { ...texts, solution: { type: "root", children: [listing, ...(texts.solution?.children ?? [])] } };
}

function readSeconds(reading: Reading, attribute: Attribute | undefined): number {
  if (!attribute) return DEFAULT_SECONDS;
  const seconds = Number(attribute.value);
  if (seconds >= 1 && seconds <= MOST_SECONDS) return seconds;
  reading.report("attribute", attribute.placeAt(0), `\`seconds\` is a number from 1 to ${MOST_SECONDS}.`);
  return DEFAULT_SECONDS;
}

/** Where fenced code begins, below its backticks. */
function below({ lines }: Reading, fence: Code): Place {
  return placeInside(lines, { line: startOf(fence).line + 1, column: 1 }, fence.value, 0);
}
