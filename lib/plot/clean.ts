import type { ElementNode, TreeNode } from "../protocol";
import { allowedValue, EMPTY_TAGS, HTML_TAGS, ROOTS, TAGS } from "./allowed";
import { MAX_CHARACTERS, MAX_DEPTH, MAX_ELEMENTS, MAX_TEXT } from "./limits";

/** How a tree is cleaned. */
export interface CleanOptions {
  /** Put before every id of the tree, so that it can neither be mistaken for one of the page's nor for another picture's. Default `plot-`. */
  prefix?: string;
  /** What the tree is: HTML may have text, lists and tables besides pictures. Default `picture`. */
  kind?: "picture" | "html";
}

/** More nodes than elements: each may have a text of its own. */
const MAX_NODES = 2 * MAX_ELEMENTS + 1_000;

/**
 * A tree from a kernel, a file or the network as the page may draw it: only known elements, attributes and forms
 * of values (see `allowed.ts`), fresh objects throughout. Unknown elements are left out with all they contain.
 *
 * @returns null if it is no picture at all, or too big
 */
export function cleanTree(untrusted: unknown, options: CleanOptions = {}): ElementNode | null {
  const prefix = (options.prefix ?? "plot-").replace(/[^\w-]/g, "");
  try {
    const tree = new Cleaner(prefix, options.kind === "html").element(untrusted, 0);
    return tree && ROOTS.has(tree.tag) ? tree : null;
  } catch (error) {
    if (error instanceof TooBig) return null;
    throw error;
  }
}

/** One element of a picture, cleaned in the same way, without what is in it; null if it may not be drawn. */
export function cleanElement(untrusted: ElementNode, prefix: string): ElementNode | null {
  try {
    return new Cleaner(prefix, false).element({ ...untrusted, children: [] }, 0);
  } catch (error) {
    if (error instanceof TooBig) return null;
    throw error;
  }
}

/** Ends the cleaning of a tree that exceeds a limit. */
class TooBig extends Error {}

class Cleaner {
  private nodes = 0;
  private characters = 0;

  constructor(
    private readonly prefix: string,
    private readonly html: boolean,
  ) {}

  element(untrusted: unknown, depth: number): ElementNode | null {
    if (depth > MAX_DEPTH) throw new TooBig();
    if (!isRecord(untrusted)) return null;
    const { tag, attributes, children } = untrusted;
    if (typeof tag !== "string" || !this.allows(tag) || !Array.isArray(children)) return null;
    if (this.nodes + children.length > MAX_NODES) throw new TooBig();
    return {
      tag,
      attributes: isRecord(attributes) ? this.attributes(tag, attributes) : {},
      children: EMPTY_TAGS.has(tag) ? [] : children.flatMap((child: unknown) => this.child(child, depth + 1)),
    };
  }

  private allows(tag: string): boolean {
    return TAGS.has(tag) || (this.html && HTML_TAGS.has(tag));
  }

  private child(untrusted: unknown, depth: number): TreeNode[] {
    if (++this.nodes > MAX_NODES) throw new TooBig();
    if (typeof untrusted === "string") {
      this.count(untrusted);
      return [untrusted.slice(0, MAX_TEXT)];
    }
    const element = this.element(untrusted, depth);
    return element ? [element] : [];
  }

  private attributes(tag: string, untrusted: Record<string, unknown>): Record<string, string> {
    const kept: Record<string, string> = {};
    for (const [name, value] of Object.entries(untrusted)) {
      this.count(name);
      if (typeof value !== "string") continue;
      this.count(value);
      const allowed = allowedValue(tag, name, value, (id) => this.prefix + id);
      if (allowed !== undefined) kept[name] = allowed;
    }
    return kept;
  }

  private count(text: string): void {
    this.characters += text.length;
    if (this.characters > MAX_CHARACTERS) throw new TooBig();
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
