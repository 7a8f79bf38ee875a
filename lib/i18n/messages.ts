import { en } from "./en";
import type { Locale } from "./locale";
import { zh } from "./zh";

/** Every language has exactly the source language's keys. */
export type Messages = typeof zh;

/** The interface's words in a language. */
export function messages(locale: Locale): Messages {
  return locale === "zh" ? zh : en;
}
