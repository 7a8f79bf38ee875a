import type * as estree from "acorn";
import type { Edits } from "./edits";
import { type EnumDeclaration, type EnumMember, unwrapped } from "./syntax";
import type { CellText } from "./text";

/**
 * Writes an enum out as the object that it is at run time. `start` is put before the object, and `seed` is what the
 * members are added to: `enum E { A, B = "b" }` becomes
 * `start((E) => { E[E["A"] = 0] = "A"; E["B"] = "b"; return E; })(seed);`.
 */
export function writeEnum(
  node: EnumDeclaration,
  text: CellText,
  edits: Edits,
  { start, seed }: { start: string; seed: string },
): void {
  const { name } = node.id;
  const open = text.find("{", node.id.end);
  edits.blank(node.start, open);
  edits.replace(open, open + 1, `${start}((${name}) => {`);
  /** The members whose values are texts: these have no way back from value to name. */
  const strings = new Set<string>();
  let previous: string | undefined;
  for (const { id, initializer } of node.members) {
    const key = memberName(id);
    const target = `${name}[${JSON.stringify(key)}]`;
    if (initializer && isText(initializer, name, strings)) strings.add(key);
    const isString = strings.has(key);
    edits.replace(id.start, id.end, isString ? target : `${name}[${target}`);
    if (!initializer) {
      if (previous !== undefined && strings.has(previous)) {
        text.refuse("missing-enum-value", id.start, `'${key}' follows a text: give it a value of its own`, {
          name: key,
        });
      }
      const value = previous === undefined ? "0" : `${name}[${JSON.stringify(previous)}] + 1`;
      edits.wrap(id.start, id.end, "", ` = ${value}`);
    }
    const close = isString ? ";" : `] = ${JSON.stringify(key)};`;
    const after = memberEnd(text, (initializer ?? id).end);
    if (text.content[after] === ",") edits.replace(after, after + 1, close);
    else edits.wrap(id.start, after, "", close);
    previous = key;
  }
  edits.replace(node.end - 1, node.end, ` return ${name}; })(${seed});`);
}

/** The name of an enum's member. */
export function memberName(id: EnumMember["id"]): string {
  return id.type === "Identifier" ? id.name : String(id.value);
}

/** The comma or brace after a member. */
function memberEnd(text: CellText, end: number): number {
  let at = text.skipTrivia(end);
  while (text.content[at] === ")") at = text.skipTrivia(at + 1);
  return at;
}

/** Whether TypeScript can see that a value is a text. */
function isText(value: estree.Node, enumName: string, strings: ReadonlySet<string>): boolean {
  const node = unwrapped(value);
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string";
    case "TemplateLiteral":
      return true;
    case "BinaryExpression":
      return (
        node.operator === "+" &&
        (isText(node.left, enumName, strings) || isText(node.right, enumName, strings))
      );
    case "Identifier":
      return strings.has(node.name);
    case "MemberExpression": {
      const { object, property, computed } = node;
      if (object.type !== "Identifier" || object.name !== enumName) return false;
      if (property.type === "Identifier") return !computed && strings.has(property.name);
      return property.type === "Literal" && strings.has(String(property.value));
    }
    default:
      return false;
  }
}
