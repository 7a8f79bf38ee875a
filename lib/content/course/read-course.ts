import { isLocale, LOCALES, type Locale } from "../../i18n";
import { didYouMean } from "../nearest";
import type { Place } from "../place";
import { byPlace, type Problem } from "../problem";
import { isSlug, SLUG_RULE } from "../slug";
import { readYaml, type YamlEntry, type YamlValue } from "../yaml";
import { contrast, isHex, LEAST_CONTRAST, PAPER } from "./contrast";
import {
  type ByLocale,
  COLORS,
  COVERS,
  type ColorName,
  type Course,
  type PlacedCourse,
  SOLUTION_POLICIES,
  type Term,
} from "./course";

const TEXTS = ["name", "headline", "tagline", "intro"] as const;
const REQUIRED = [...TEXTS, "languages", "chapters"] as const;
/** All keys that `course.yaml` may have. */
export const COURSE_KEYS = [...REQUIRED, "appendices", "cover", "colors", "solutions", "terms"] as const;
const KEYS = COURSE_KEYS;
type Key = (typeof KEYS)[number];

const TOP: Place = { line: 1, column: 1 };

/**
 * Reads a course's `course.yaml`: what the course says of itself, and its chapters in their order. Reports everything
 * that is missing, unknown or of the wrong kind; the course is null if there is anything to report.
 */
export function readCourse(
  text: string,
  file: string,
): { course: Course | null; places: PlacedCourse["places"]; problems: Problem[] } {
  const reader = new CourseReader(file);
  const course = reader.read(text);
  const problems = reader.problems.sort(byPlace);
  return { course: problems.length > 0 ? null : course, places: reader.places, problems };
}

class CourseReader {
  readonly problems: Problem[] = [];
  readonly places: Record<string, Place> = {};
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  #report({ line, column }: Place, message: string): void {
    this.problems.push({ file: this.#file, line, column, code: "course", message });
  }

  read(text: string): Course | null {
    const entries = readYaml(text.replace(/^\uFEFF/, ""), 1, (place, why) =>
      this.#report(
        place,
        why === null ? "A course consists of `key: value` lines." : `This is not valid YAML: ${why}`,
      ),
    );
    if (!entries) return null;
    const values = new Map<Key, YamlValue>();
    const places = new Map<Key, Place>();
    for (const { key, place, value } of entries) {
      if (!isOneOf(KEYS, key)) {
        const advice = didYouMean(key, KEYS) || ` There are: ${KEYS.join(", ")}.`;
        this.#report(place, `A course has no key \`${key}\`.${advice}`);
        continue;
      }
      values.set(key, value);
      places.set(key, place);
    }
    for (const key of REQUIRED) {
      if (!values.has(key)) this.#report(TOP, `The course lacks \`${key}\`: ${WANTED[key]}.`);
    }
    const languages = this.#languages(values.get("languages"));
    const texts = (key: (typeof TEXTS)[number]): ByLocale =>
      this.#text(key, values.get(key), places.get(key) ?? TOP, languages);
    const chapters = this.#slugs("chapters", values.get("chapters"));
    if (values.has("chapters") && chapters.length === 0 && this.problems.length === 0) {
      this.#report(places.get("chapters") ?? TOP, `\`chapters\` is empty: ${WANTED.chapters}.`);
    }
    const cover = this.#choice("cover", values.get("cover"), COVERS);
    return {
      name: texts("name"),
      headline: texts("headline"),
      tagline: texts("tagline"),
      intro: texts("intro"),
      languages,
      chapters,
      appendices: this.#slugs("appendices", values.get("appendices")),
      ...(cover && { cover }),
      colors: this.#colors(values.get("colors")),
      solutions: this.#choice("solutions", values.get("solutions"), SOLUTION_POLICIES) ?? "anytime",
      terms: this.#terms(values.get("terms"), languages),
    };
  }

  #languages(value: YamlValue | undefined): Locale[] {
    if (!value) return [...LOCALES];
    const list = value.list();
    if (!list || list.length === 0) {
      this.#report(value.place, `\`languages\` must be ${WANTED.languages}.`);
      return [...LOCALES];
    }
    const languages: Locale[] = [];
    for (const item of list) {
      const name = item.text() ?? "";
      if (!isLocale(name)) {
        this.#report(
          item.place,
          `The site has no words in the language \`${name}\`. It has: ${LOCALES.join(", ")}.`,
        );
      } else if (languages.includes(name)) this.#report(item.place, `\`${name}\` is listed twice.`);
      else languages.push(name);
    }
    return languages;
  }

  /** A text in each language: `{ zh: …, en: … }`, or one text if it is the same in all. */
  #text(
    key: (typeof TEXTS)[number],
    value: YamlValue | undefined,
    place: Place,
    languages: readonly Locale[],
  ): ByLocale {
    if (!value) return {};
    const same = value.text();
    if (same !== undefined) return Object.fromEntries(languages.map((locale) => [locale, same]));
    const entries = value.entries();
    if (!entries) {
      this.#report(place, `\`${key}\` must be ${WANTED[key]}.`);
      return {};
    }
    const texts: ByLocale = {};
    for (const entry of entries) {
      const text = entry.value.text();
      if (!this.#isLanguage(entry, languages)) continue;
      if (text === undefined) this.#report(entry.place, `\`${key}\` is empty in \`${entry.key}\`.`);
      else texts[entry.key] = text;
    }
    for (const locale of languages) {
      if (!entries.some((entry) => entry.key === locale)) {
        this.#report(place, `\`${key}\` is missing in \`${locale}\`: add a line \`${locale}: …\` below it.`);
      }
    }
    return texts;
  }

  #isLanguage(entry: YamlEntry, languages: readonly Locale[]): entry is YamlEntry & { key: Locale } {
    if (isOneOf(languages, entry.key)) return true;
    this.#report(
      entry.place,
      `\`${entry.key}\` is none of the course's languages, which are: ${languages.join(", ")}.`,
    );
    return false;
  }

  #slugs(key: "chapters" | "appendices", value: YamlValue | undefined): string[] {
    if (!value) return [];
    const list = value.list();
    if (!list) {
      this.#report(value.place, `\`${key}\` must be ${WANTED[key]}.`);
      return [];
    }
    const slugs: string[] = [];
    for (const item of list) {
      const slug = item.text();
      if (slug === undefined || !isSlug(slug)) {
        this.#report(
          item.place,
          `\`${slug ?? item.number() ?? ""}\` cannot be a chapter's name: write ${SLUG_RULE}.`,
        );
      } else if (this.places[slug]) this.#report(item.place, `The chapter \`${slug}\` is listed twice.`);
      else {
        this.places[slug] = item.place;
        slugs.push(slug);
      }
    }
    return slugs;
  }

  #choice<Name extends string>(
    key: string,
    value: YamlValue | undefined,
    names: readonly Name[],
  ): Name | undefined {
    if (!value) return undefined;
    const written = value.text() ?? "";
    if (isOneOf(names, written)) return written;
    const advice = didYouMean(written, names) || ` There are: ${names.join(", ")}.`;
    this.#report(value.place, `\`${key}\` cannot be \`${written}\`.${advice}`);
    return undefined;
  }

  #colors(value: YamlValue | undefined): Course["colors"] {
    if (!value) return {};
    const entries = value.entries();
    if (!entries) {
      this.#report(value.place, `\`colors\` must be ${WANTED.colors}.`);
      return {};
    }
    const colors: Partial<Record<ColorName, [string, string]>> = {};
    for (const { key, place, value: pair } of entries) {
      if (!isOneOf(COLORS, key)) {
        const advice = didYouMean(key, COLORS) || ` There are: ${COLORS.join(", ")}.`;
        this.#report(place, `There is no colour \`${key}\`.${advice}`);
        continue;
      }
      const [light, dark, ...more] = pair.list() ?? [];
      const [onLight, onDark] = [light?.text() ?? "", dark?.text() ?? ""];
      if (!light || !dark || more.length > 0 || !isHex(onLight) || !isHex(onDark)) {
        this.#report(
          place,
          `\`${key}\` needs two colours, for light and for dark pages: write ["#1f5f99", "#7fb4e3"].`,
        );
        continue;
      }
      this.#checkContrast(onLight, light.place, "light", PAPER[0]);
      this.#checkContrast(onDark, dark.place, "dark", PAPER[1]);
      colors[key] = [onLight, onDark];
    }
    return colors;
  }

  #checkContrast(color: string, place: Place, page: "light" | "dark", paper: string): void {
    const found = contrast(color, paper);
    if (found >= LEAST_CONTRAST) return;
    const advice = page === "light" ? "darker" : "lighter";
    this.#report(
      place,
      `\`${color}\` cannot be read on ${page} pages: its contrast is ${found.toFixed(1)}, and words need ${LEAST_CONTRAST}. Take a ${advice} one.`,
    );
  }

  #terms(value: YamlValue | undefined, languages: readonly Locale[]): Course["terms"] {
    if (!value) return {};
    const entries = value.entries();
    if (!entries) {
      this.#report(value.place, `\`terms\` must be ${WANTED.terms}.`);
      return {};
    }
    const terms: Course["terms"] = {};
    for (const entry of entries) {
      if (!this.#isLanguage(entry, languages)) continue;
      terms[entry.key] = (entry.value.entries() ?? []).flatMap((term): Term[] => {
        const not = term.value.list()?.map((word) => word.text() ?? "");
        if (not && not.length > 0 && not.every((word) => word !== "")) return [{ use: term.key, not }];
        this.#report(
          term.place,
          `\`${term.key}\` needs the words that it replaces: write [word, other word].`,
        );
        return [];
      });
    }
    return terms;
  }
}

/** What each key must be, for messages. */
const WANTED: Record<Key, string> = {
  name: "a text, or one in each language",
  headline: "a text, or one in each language",
  tagline: "a text, or one in each language",
  intro: "a text, or one in each language",
  languages: `a list of languages, such as [${LOCALES.join(", ")}]`,
  chapters: "a list of the chapters' names in their order, one `- ` line each",
  appendices: "a list of chapters' names, one `- ` line each",
  cover: "the name of a picture",
  colors: 'lines such as `forward: ["#1f5f99", "#7fb4e3"]`',
  solutions: `one of ${SOLUTION_POLICIES.join(", ")}`,
  terms: "for each language lines such as `learning rate: [step size]`",
};

function isOneOf<Name extends string>(names: readonly Name[], name: string): name is Name {
  return (names as readonly string[]).includes(name);
}
