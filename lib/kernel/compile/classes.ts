import type * as estree from "acorn";
import type { Erasing } from "./erase";
import { boundNames, known, typed } from "./syntax";

const MODIFIERS = new Set(["public", "private", "protected", "readonly", "override"]);

/** Takes the types out of a class, and writes out what its parameter properties stand for. */
export function eraseClass(node: estree.Class, erasing: Erasing): void {
  const { text, edits } = erasing;
  const { abstract, typeParameters, superTypeParameters, implements: contracts } = typed(node);
  if (abstract) edits.blank(node.start, text.wordEnd(node.start));
  for (const types of [typeParameters, superTypeParameters]) if (types) edits.blank(types.start, types.end);
  const last = contracts?.at(-1);
  if (last) {
    const head = [node.id, typeParameters, node.superClass, superTypeParameters]
      .filter((part) => !!part)
      .at(-1);
    const word = head
      ? head.end
      : text.wordEnd(text.skipTrivia(abstract ? text.wordEnd(node.start) : node.start));
    edits.blank(text.find("implements", word), last.end);
  }
  if (node.superClass) erasing.erase(node.superClass);
  checkOverloads(node, erasing);
  writeParameterProperties(node, erasing);
  for (const member of node.body.body) {
    if (known(member).type === "TSIndexSignature") edits.blank(member.start, member.end);
    else erasing.erase(member);
  }
}

/** Takes the types out of a method or a field. */
export function eraseMember(
  node: estree.MethodDefinition | estree.PropertyDefinition,
  erasing: Erasing,
): void {
  const { text, edits } = erasing;
  const { declare, abstract, optional, definite, typeAnnotation, typeParameters } = typed(node);
  if (declare || abstract || !hasBody(node)) {
    edits.blank(node.start, node.end);
    return;
  }
  const keyStart = node.computed ? Number.POSITIVE_INFINITY : node.key.start;
  for (let at = node.start; at < keyStart; at = text.skipTrivia(at)) {
    const end = text.wordEnd(at);
    if (end === at) {
      if (text.content[at] !== "*") break;
      at++;
      continue;
    }
    if (MODIFIERS.has(text.content.slice(at, end))) edits.blank(at, end);
    at = end;
  }
  if (node.computed) erasing.erase(node.key);
  if (optional || definite) {
    const mark = text.skipTrivia(node.computed ? text.find("]", node.key.end) + 1 : node.key.end);
    edits.blank(mark, mark + 1);
  }
  for (const types of [typeAnnotation, typeParameters]) if (types) edits.blank(types.start, types.end);
  if (node.value) erasing.erase(node.value);
  if (node.type === "PropertyDefinition" && text.content[node.end - 1] !== ";") {
    edits.wrap(node.start, node.end, "", ";");
  }
}

/** False for the signatures of overloads, which only announce a method. */
function hasBody(node: estree.MethodDefinition | estree.PropertyDefinition): boolean {
  return node.type === "PropertyDefinition" || "body" in node.value;
}

/** An overload promises a method of the same name with a body. */
function checkOverloads(node: estree.Class, { text }: Erasing): void {
  const named = (member: estree.Node) => {
    const { key, computed } = member as estree.MethodDefinition;
    return computed ? "" : text.content.slice(key.start, key.end);
  };
  const methods = node.body.body.filter((member) => member.type === "MethodDefinition");
  for (const method of methods) {
    if (hasBody(method) || typed(method).abstract || typed(method).optional) continue;
    const name = named(method);
    if (methods.some((other) => hasBody(other) && named(other) === name && other.static === method.static))
      continue;
    text.refuse("missing-body", method.key.start, `The method '${name}' has no body`, { name });
  }
}

/**
 * `constructor(private x: number) {}` declares the field `x` and assigns it: before everything else in the body, or
 * right after `super(…)` in a derived class.
 */
function writeParameterProperties(node: estree.Class, erasing: Erasing): void {
  const { edits } = erasing;
  const definition = node.body.body.find(
    (member) => member.type === "MethodDefinition" && member.kind === "constructor" && hasBody(member),
  );
  if (definition?.type !== "MethodDefinition") return;
  const { params, body } = definition.value;
  const names = params.flatMap((parameter: estree.Node) => {
    const one = known(parameter);
    return one.type === "TSParameterProperty" ? boundNames(one).map(({ name }) => name) : [];
  });
  if (names.length === 0) return;
  const fields = names.map((name) => ` ${name};`).join("");
  const assignments = names.map((name) => ` this.${name} = ${name};`).join("");
  edits.wrap(node.body.start, node.body.start + 1, "", fields);
  if (!node.superClass) {
    edits.wrap(body.start, body.start + 1, "", assignments);
    return;
  }
  const call = body.body.find(
    (statement) =>
      statement.type === "ExpressionStatement" &&
      statement.expression.type === "CallExpression" &&
      statement.expression.callee.type === "Super",
  );
  if (!call) {
    erasing.text.refuse(
      "missing-super",
      definition.key.start,
      "A constructor with parameter properties must call super(…) as a statement of its own",
    );
  }
  edits.wrap(call.start, call.end, "", assignments);
}
