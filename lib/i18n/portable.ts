import type { Messages } from "./messages";

/** The interface's words as plain data: what goes from the build into a page, so that its scripts carry no language. */
export type PortableMessages = Readonly<Record<keyof Messages, string>>;

/** Where a word's part goes: `{0}`, `{1}`. No word of the interface has braces of its own. */
const PART = /\{(\d)\}/g;
const PARTS = ["{0}", "{1}", "{2}"];

/** Every word of the interface is a text, or a text with parts put in as they are. */
type Word = string | ((...parts: string[]) => string);

/** The words as texts with places for their parts. */
export function portable(messages: Messages): PortableMessages {
  const entries = Object.entries(messages as unknown as Record<string, Word>).map(([name, word]) => [
    name,
    typeof word === "string" ? word : word(...PARTS),
  ]);
  return Object.fromEntries(entries) as PortableMessages;
}

/** The words as they are used. */
export function fromPortable(words: PortableMessages): Messages {
  const entries = Object.entries(words).map(([name, text]): [string, Word] => [
    name,
    text.includes("{0}") ? (...parts) => text.replace(PART, (_, part) => String(parts[Number(part)])) : text,
  ]);
  return Object.fromEntries(entries) as unknown as Messages;
}
