import type * as estree from "acorn";
import type { Edits } from "./edits";
import { writeEnum } from "./enums";
import type { Names, Reference, SharedVariables } from "./names";
import { boundNames } from "./syntax";
import type { CellText } from "./text";
import type { Variable, Variables } from "./variables";

/** What the names of a cell are written with. */
export interface Writing {
  text: CellText;
  edits: Edits;
  variables: Variables;
}

/** Writes every mention and declaration of a shared name in terms of its box or of the variable that stands for it. */
export function writeNames(names: Names, references: readonly Reference[], writing: Writing): void {
  const { text, edits, variables } = writing;
  for (const reference of references) writeReference(reference, variables.get(reference.name), edits);
  for (const { start, end, enumName, member, shorthand } of names.memberReferences) {
    const label = shorthand ? `${propertyKey(member)}: ` : "";
    edits.replace(start, end, `${label}${enumName}[${JSON.stringify(member)}]`);
  }
  for (const { name, start, end } of names.namedFunctions) {
    // A function takes its name from a variable or a property key, not from the box it is put into.
    if (variables.has(name)) edits.wrap(start, end, `{ ${propertyKey(name)}: `, ` }.${name}`);
  }
  for (const shared of names.variables) writeDeclaration(shared, writing);
  for (const { start, end, id } of names.classes) {
    edits.wrap(start, end, `${initialization(variables.get(id.name))} = `, ";");
  }
  for (const { declaration, scope, merges } of names.enums) {
    const { name } = declaration.id;
    if (scope.kind === "cell") {
      const variable = variables.get(name);
      const start = `${initialization(variable)} = `;
      writeEnum(declaration, text, edits, { start, seed: merges ? `${variable.box}.v` : "{}" });
    } else {
      writeEnum(
        declaration,
        text,
        edits,
        merges ? { start: "", seed: name } : { start: `const ${name} = `, seed: "{}" },
      );
    }
  }
}

/** What a cell does before its first line and after its last. */
export function writeFrame(
  { body }: estree.Program,
  { awaits, functions }: Names,
  { edits, variables }: Writing,
  imports: readonly string[],
): void {
  const all = variables.all();
  const locals = all.flatMap((variable) =>
    variable.local ? [localDeclaration(variable, variables.runtime)] : [],
  );
  const publications = all.flatMap((variable) =>
    variable.local?.published === "at the end" ? [publication(variable, variables.runtime)] : [],
  );
  const hoisted = functions.map(({ id }) => `${variables.get(id.name).box}.init = ${id.name}; `);
  const parameters = [...all.map(({ box }) => box), variables.runtime].join(", ");
  const open = [
    `export default ${awaits ? "async " : ""}(${parameters}) => { `,
    locals.length > 0 ? `let ${locals.join(", ")}; ` : "",
    publications.length > 0 ? "try { " : "",
    ...imports,
    ...hoisted,
  ].join("");
  const close = publications.length > 0 ? ` } finally { ${publications.join(" ")} } };` : " };";
  const last = body.at(-1);
  if (last) edits.enclose(0, last.end, open, close);
  else edits.enclose(0, 0, open + close, "");
}

/** The left side of an assignment that gives a name its first value. */
export function initialization({ box, local }: Variable): string {
  if (!local) return `${box}.init`;
  return local.published === "with its initialization" ? `${local.name} = ${box}.init` : local.name;
}

function writeReference(reference: Reference, variable: Variable, edits: Edits): void {
  const { start, end, use, shorthand, inFunction, callAt, name } = reference;
  const { box, local } = variable;
  const label = shorthand ? `${propertyKey(name)}: ` : "";
  if (use === "initialize") {
    edits.replace(start, end, label + initialization(variable));
  } else if (local && !inFunction && start >= local.from) {
    edits.replace(start, end, label + local.name);
  } else if (use === "call") {
    // Without the comma the box would be the function's `this`.
    edits.replace(start, end, `(0, ${box}.v)`);
    if (callAt !== undefined) edits.replace(callAt, callAt + 1, "(", start);
  } else {
    edits.replace(start, end, `${label}${box}.${use === "typeof" ? "peek" : "v"}`);
  }
}

function writeDeclaration({ declaration, each }: SharedVariables, { text, edits, variables }: Writing): void {
  edits.blank(declaration.start, text.wordEnd(declaration.start));
  if (each) return;
  for (const { id, init, start, end } of declaration.declarations) {
    for (const { name } of boundNames(id)) {
      const { local, box } = variables.get(name);
      if (local?.published === "after its declarator")
        edits.wrap(start, end, "", `, ${box}.init = ${local.name}`);
    }
    if (id.type === "ObjectPattern") edits.wrap(start, end, "(", ")");
    else if (!init && declaration.kind === "let") edits.wrap(start, end, "", " = void 0");
  }
}

function localDeclaration({ box, kind, local }: Variable, unset: string): string {
  const name = local?.name ?? "";
  if (!kind) return `${name} = ${box}.v`;
  return kind === "let" && local?.published === "at the end" ? `${name} = ${unset}` : name;
}

function publication({ box, kind, local }: Variable, unset: string): string {
  const name = local?.name ?? "";
  // A `let` that the cell did not come to stays without a value.
  return kind === "let" ? `if (${name} !== ${unset}) ${box}.init = ${name};` : `${box}.v = ${name};`;
}

/** A name as the key of a property; `__proto__` would set the prototype. */
function propertyKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : name;
}
