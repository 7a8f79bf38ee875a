import type * as estree from "acorn";
import { Edits } from "./edits";
import { eraseTypes } from "./erase";
import type { Kind } from "./lexical-scope";
import { readImports, writeImports } from "./modules";
import { type Reference, resolveNames } from "./names";
import { parseCell } from "./parse";
import { type Assumptions, Inquiry, type Surroundings } from "./surroundings";
import { isErased } from "./syntax";
import { CellText, type Place } from "./text";
import { isConstant, Variables } from "./variables";
import { writeFrame, writeNames } from "./write";

/** A name that a cell defines for the notebook. */
export interface Declared {
  name: string;
  kind: Kind;
}

/** A cell, ready to run. */
export interface CompiledCell {
  /**
   * The text of an ES module whose default export is a function of the boxes of `parameters`, in that order, and of a
   * `CellRuntime`. It returns the value of the last expression in an array of one, or undefined when there is none to
   * show; a promise of that when the cell waits at its top level. It has as many lines as the cell, each where it was.
   */
  source: string;
  /** The cell's own names, in the order of its text. */
  declares: Declared[];
  /** The names that it uses and that neither it nor the platform defines: names of other cells, or of nobody. */
  uses: string[];
  /** Those of `uses` that it assigns to. */
  assigns: string[];
  /** Those of its own and the used names that a function or class body of the cell mentions. */
  captures: string[];
  /** The names whose boxes the function takes. */
  parameters: string[];
  /** The libraries that it imports, which must be there before it runs. */
  imports: string[];
  /** What the text takes for granted of the other cells; see `stillHolds`. */
  assumptions: Assumptions;
  /** Where a place of `source` stands in the reader's text; line and column from 1. */
  originalPosition(line: number, column: number): Place;
  /** A text of the engine (a message, a function's source) with the reader's names instead of the boxes. */
  originalNames(text: string): string;
}

/** What a running cell can ask for. */
export interface CellRuntime {
  /** A library of `imports`, as an object of its exports. */
  module(specifier: string): object;
  /** Any library, for `import(…)`. Must refuse those that there are not. */
  import(specifier: unknown, options?: unknown): Promise<object>;
}

/**
 * Compiles a cell: takes the types out and rewrites its top-level names so that all cells share them.
 *
 * @throws CellSyntaxError when the cell cannot run as it stands
 */
export function compileCell(code: string, surroundings: Surroundings): CompiledCell {
  const text = new CellText(code);
  const edits = new Edits(code);
  const inquiry = new Inquiry(surroundings);
  const program = parseCell(text);
  eraseTypes(program, text, edits);
  const names = resolveNames(program, text);
  const imports = readImports(program, names, text, surroundings);
  names.declared = names.declared.filter(({ identifier }) => !imports.types.has(identifier.name));
  const own = new Map(names.declared.map(({ identifier, kind }) => [identifier.name, kind]));
  const references = names.references.filter(({ name }) => own.has(name) || !inquiry.isGlobal(name));
  checkAssignments(references, (name) => own.get(name) ?? inquiry.kindOf(name), text);

  const variables = new Variables(names, references, inquiry);
  const writing = { text, edits, variables };
  writeNames(names, references, writing);
  writeResult(program, edits, text);
  writeFrame(program, names, writing, writeImports(program, names, imports, writing));
  const edited = edits.finish();

  const uses = new Set(references.map(({ name }) => name).filter((name) => !own.has(name)));
  const assigned = new Set(references.filter(({ use }) => use === "assign").map(({ name }) => name));
  return {
    source: edited.text.content,
    declares: names.declared.map(({ identifier, kind }) => ({ name: identifier.name, kind })),
    uses: [...uses],
    assigns: [...uses].filter((name) => assigned.has(name)),
    captures: [...variables.captured],
    parameters: variables.all().map(({ name }) => name),
    imports: imports.specifiers,
    assumptions: inquiry,
    originalPosition: (line, column) => text.place(edited.originalOffset(edited.text.offset(line, column))),
    originalNames: (message) => originalNames(message, variables),
  };
}

/** Refuses assignments to names that are constant, whichever cell declares them. */
function checkAssignments(
  references: readonly Reference[],
  kindOf: (name: string) => Kind | undefined,
  text: CellText,
): void {
  for (const { name, use, start } of references) {
    if (use !== "assign") continue;
    const kind = kindOf(name);
    if (!kind || !isConstant(kind)) continue;
    text.refuse("assign-to-const", start, `'${name}' is constant (${kind}) and cannot be assigned to`, {
      name,
      kind,
    });
  }
}

/** Makes the last expression the cell's value, unless a semicolon ends it. */
function writeResult({ body }: estree.Program, edits: Edits, text: CellText): void {
  const last = body.findLast((statement) => !isErased(statement));
  if (last?.type !== "ExpressionStatement" || text.content[last.end - 1] === ";") return;
  // In an array: a bare promise would be waited for, and an anonymous function would be given a name.
  edits.wrap(last.start, last.end, "return [(", ")]");
}

function originalNames(message: string, variables: Variables): string {
  let restored = message;
  for (const { name, box, local } of variables.all()) {
    const parameter = box.replaceAll("$", "\\$");
    const forms = [`\\(0 ?, ?${parameter}\\.v\\)`, `${parameter}\\.(?:v|peek|init)(?![\\p{ID_Continue}$])`];
    if (local) forms.push(`${local.name.replaceAll("$", "\\$")}(?![\\p{ID_Continue}$])`);
    restored = restored.replace(
      new RegExp(`(?<![\\p{ID_Continue}$])(?:${forms.join("|")})`, "gu"),
      name.replaceAll("$", "$$$$"),
    );
  }
  return restored;
}
