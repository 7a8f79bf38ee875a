import { readFileSync } from "node:fs";
import {
  type ChoiceExercise,
  type CodeExercise,
  type Exercise,
  type ExprExercise,
  NO_PARAMETERS,
  type NumericExercise,
  type OrderExercise,
  shuffled,
} from "@/lib/exercise";
import { CHECKS } from "./checks";

/** A text in both languages. */
export interface Bilingual {
  zh: string;
  en: string;
}

interface Wrong<Match> {
  v: Match;
  fb: Bilingual;
}

interface Head {
  id: string;
  q: Bilingual;
}

/** The bank as it is kept: a list of chapters, each with exercises. */
export type Entry = Head &
  (
    | { kind: "numeric"; value: number; rtol: number; wrong: Wrong<number>[]; hints: Bilingual[] }
    | {
        kind: "expr";
        answer: string;
        vars: string[];
        dom: Record<string, [number, number]>;
        wrong: Wrong<string>[];
      }
    | { kind: "choice"; opts: { ok: boolean; t: Bilingual; fb: Bilingual }[] }
    | { kind: "order"; items: string[]; deps: [number, number][]; fb: Bilingual }
    | {
        kind: "code";
        starter: string;
        solution: string;
        fbs: Record<string, Bilingual>;
        traps: [key: string, code: string][];
      }
  );

const chapters = JSON.parse(readFileSync("tests/exercise/bank/bank.json", "utf8")) as {
  id: string;
  t: Bilingual;
  ex: Entry[];
}[];

export const ENTRIES: Entry[] = chapters.flatMap(({ ex }) => ex);

/** A free name's values where the bank says nothing of them. */
const ANYWHERE: [number, number] = [-3, 3];

/** An entry as the engine's exercise, its texts in both languages. */
export function toExercise(entry: Entry): Exercise<Bilingual> {
  const { id, q: prompt } = entry;
  const common = { id, prompt, hints: [] };
  switch (entry.kind) {
    case "numeric":
      return {
        ...common,
        kind: "numeric",
        inline: false,
        hints: entry.hints,
        parameters: NO_PARAMETERS,
        answer: String(entry.value),
        tolerance: { kind: "relative", value: entry.rtol },
        answers: entry.wrong.map(({ v, fb }) => ({ verdict: "wrong", match: String(v), why: fb })),
      } satisfies NumericExercise<Bilingual>;
    case "expr":
      return {
        ...common,
        kind: "expr",
        names: entry.vars.map((name) => {
          const [from, to] = entry.dom[name] ?? ANYWHERE;
          return { name, from, to };
        }),
        answer: entry.answer,
        answers: entry.wrong.map(({ v, fb }) => ({ verdict: "wrong", match: v, why: fb })),
      } satisfies ExprExercise<Bilingual>;
    case "choice":
      return {
        ...common,
        kind: "choice",
        many: false,
        options: entry.opts.map(({ ok, t, fb }) => ({ right: ok, text: t, why: fb })),
        shown: shuffled(entry.opts.length, id),
      } satisfies ChoiceExercise<Bilingual>;
    case "order":
      return {
        ...common,
        kind: "order",
        items: entry.items.map((item) => ({ zh: item, en: item })),
        before: entry.deps,
        shown: shuffled(entry.items.length, id),
        answers: [{ verdict: "wrong", match: "*", why: entry.fb }],
      } satisfies OrderExercise<Bilingual>;
    case "code":
      return {
        ...common,
        kind: "code",
        starter: entry.starter,
        drawing: { zh: entry.starter, en: entry.starter },
        check: CHECKS[id] ?? "",
        seconds: 5,
        answers: Object.entries(entry.fbs).map(([key, why]) => ({ verdict: "wrong", match: key, why })),
      } satisfies CodeExercise<Bilingual>;
  }
}
