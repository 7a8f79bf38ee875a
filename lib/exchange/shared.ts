import { type CellRecord, readCellRecord } from "../notebook";
import { fieldsOf, listOf, type Reading, readJson, refused } from "./json";

/** How the fragment of a shared link begins. */
export const SHARE_PREFIX = "#share=";

const FORMAT_VERSION = 1;
/** Characters of a link's fragment, and of what it holds: browsers and messengers cut longer ones. */
export const LONGEST_LINK = 60_000;
const LONGEST_CONTENT = 2_000_000;

/** What a link carries: changed cells of one chapter. */
export interface Shared {
  chapter: string;
  cells: CellRecord[];
}

/** The fragment of a link with these cells: packed, and with letters that every address may have. */
export async function toFragment({ chapter, cells }: Shared): Promise<string> {
  const rows = cells.map(({ cell, text, base, locale, place, kind, removed }) => ({
    cell,
    text,
    base,
    locale,
    place,
    kind,
    removed,
  }));
  const text = JSON.stringify({ version: FORMAT_VERSION, chapter, cells: rows });
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
  return SHARE_PREFIX + toBase64Url(bytes);
}

/** Reads a link's fragment, which anyone may have made. Nothing of it is run. */
export async function fromFragment(fragment: string): Promise<Reading<Shared>> {
  if (!fragment.startsWith(SHARE_PREFIX)) return refused("unknown-kind");
  let text: string;
  try {
    const bytes = fromBase64Url(fragment.slice(SHARE_PREFIX.length));
    text = new TextDecoder("utf-8", { fatal: true }).decode(
      await through(bytes, new DecompressionStream("deflate-raw")),
    );
  } catch (error) {
    return refused(error instanceof TooLong ? "too-large" : "damaged");
  }
  const json = readJson(text);
  if (json.kind === "refused") return json;
  const { version, chapter, cells } = fieldsOf(json.value);
  if (typeof version !== "number" || typeof chapter !== "string") return refused("unknown-kind");
  if (version > FORMAT_VERSION) return refused("newer-version");
  const read = listOf(cells)
    .map((cell) => readCellRecord({ revision: 1, savedAt: 0, ...fieldsOf(cell), chapter }))
    .filter((record) => record !== null);
  if (new Set(read.map(({ cell }) => cell)).size < read.length) return refused("duplicate-ids");
  return read.length === 0 ? refused("damaged") : { kind: "read", value: { chapter, cells: read } };
}

class TooLong extends Error {}

/** Bytes through a stream; a small link may hold a great deal, so what comes out is counted. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = transform.writable.getWriter();
  // What goes wrong is heard at the other end.
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = transform.readable.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > LONGEST_CONTENT) throw new TooLong();
    parts.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
