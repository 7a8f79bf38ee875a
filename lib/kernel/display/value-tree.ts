import type { ValueEntry, ValueNode } from "../../protocol";
import { type Content, inside } from "./contents";
import { inspect } from "./inspect";

/** Entries of one level, levels, and nodes in all. */
const MAX_ENTRIES = 100;
const MAX_DEPTH = 8;
const MAX_NODES = 1_000;
/** Characters of one value's text, and of a label or a collection's preview. */
const MAX_TEXT = 1_000;
const MAX_PREVIEW = 100;
/** Contents that a preview names. */
const PREVIEWED = 6;

/** A library's own words for its objects. */
type Describe = (value: object) => string | undefined;

/** A collection whose contents are yet to be looked at. */
interface Unopened {
  node: ValueNode;
  value: object;
  /** The objects in which it stands, itself included. */
  above: readonly object[];
}

/**
 * A value as a tree of plain data: as much of it as a reader may want to open, outer levels first. Never throws, never
 * calls a getter, and ends on cycles.
 */
export function valueTree(value: unknown, describe: Describe = () => undefined): ValueNode {
  return new TreeWriter(describe).write(value);
}

class TreeWriter {
  private room = MAX_NODES;
  private readonly unopened: Unopened[] = [];

  constructor(private readonly describe: Describe) {}

  write(value: unknown): ValueNode {
    const root = this.node(value, []);
    for (let next = this.unopened.shift(); next; next = this.unopened.shift()) this.open(next);
    return root;
  }

  /** Level by level, so that one deep branch does not take the room of all others. */
  private open({ node, value, above }: Unopened): void {
    if (above.length > MAX_DEPTH || this.room <= 0) return;
    const { contents, more } = inside(value, Math.min(MAX_ENTRIES, this.room));
    node.entries = contents.map((content) => this.entry(content, above));
    if (more > 0) node.more = more;
  }

  private entry(content: Content, above: readonly object[]): ValueEntry {
    const label = shortened(content.label, MAX_PREVIEW);
    if (!("getter" in content)) return { label, value: this.node(content.value, above) };
    this.room -= 1;
    return { label, value: { kind: "word", text: "(…)" } };
  }

  private node(value: unknown, above: readonly object[]): ValueNode {
    this.room -= 1;
    try {
      return this.leaf(value, above) ?? this.collection(value as object, above);
    } catch {
      // A proxy may throw from any trap; `inspect` says so in words.
      return { kind: "error", text: shortened(inspect(value), MAX_TEXT) };
    }
  }

  /** A value that has no inside, or none that is looked into. */
  private leaf(value: unknown, above: readonly object[]): ValueNode | null {
    const text = () => shortened(inspect(value, { describe: this.describe }), MAX_TEXT);
    switch (typeof value) {
      case "string":
        return { kind: "string", text: text() };
      case "number":
      case "bigint":
        return { kind: "number", text: text() };
      case "function":
        return { kind: "function", text: text() };
      case "object":
        break;
      default:
        return { kind: "word", text: text() };
    }
    if (value === null) return { kind: "word", text: "null" };
    if (above.includes(value)) return { kind: "word", text: "[Circular]" };
    if (value instanceof Error) return { kind: "error", text: text() };
    const own = this.describe(value);
    if (own !== undefined) return { kind: "object", text: shortened(own, MAX_TEXT) };
    if (value instanceof Date || value instanceof RegExp || value instanceof Promise)
      return { kind: "word", text: text() };
    return null;
  }

  private collection(value: object, above: readonly object[]): ValueNode {
    const { head, contents, more } = inside(value, 1);
    const written = inspect(value, {
      depth: 1,
      items: PREVIEWED,
      width: Number.POSITIVE_INFINITY,
      describe: (object) => nameOnly(this.describe(object)),
    });
    const preview = written.startsWith(head) ? written.slice(head.length).trimStart() : written;
    const node: ValueNode = { kind: "object", text: head, preview: shortened(preview, MAX_PREVIEW) };
    if (contents.length + more > 0) this.unopened.push({ node, value, above: [...above, value] });
    return node;
  }
}

/** A library's words for an object, as far as a preview has room for them: `tensor(…)`. */
function nameOnly(words: string | undefined): string | undefined {
  return words && (words.length <= 24 && !words.includes("\n") ? words : `${/^\w*/.exec(words)?.[0]}(…)`);
}

function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit)}…`;
}
