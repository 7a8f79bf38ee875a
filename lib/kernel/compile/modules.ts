import type * as estree from "acorn";
import type { Names } from "./names";
import { nearest } from "./nearest";
import type { Surroundings } from "./surroundings";
import { isErased, known, parts } from "./syntax";
import type { CellText } from "./text";
import { initialization, type Writing } from "./write";

/** One name that a cell imports. */
export interface ImportedName {
  specifier: string;
  /** The library's name for it, `default`, or `*` for the library as an object. */
  imported: string;
  local: string;
}

/** What a cell imports. */
export interface Imports {
  /** The libraries that must be there before the cell runs. */
  specifiers: string[];
  names: ImportedName[];
  /** Names that the cell imports and uses as types only. */
  types: ReadonlySet<string>;
}

/** Reads the import declarations of a cell; refuses libraries and names that there are not. */
export function readImports(
  program: estree.Program,
  names: Names,
  text: CellText,
  surroundings: Surroundings,
): Imports {
  const specifiers = new Set<string>();
  const found: ImportedName[] = [];
  const types = new Set<string>();
  for (const statement of program.body) {
    if (statement.type !== "ImportDeclaration" || isErased(statement)) continue;
    const specifier = String(statement.source.value);
    const exported = checkModule(specifier, statement.source, text, surroundings);
    specifiers.add(specifier);
    for (const one of statement.specifiers) {
      if ("importKind" in one && one.importKind === "type") continue;
      const imported = importedName(one);
      const local = one.local.name;
      if (imported === "*" || exported.includes(imported)) found.push({ specifier, imported, local });
      else if (isTypeOnly(local, program, names)) types.add(local);
      else refuseExport(specifier, imported, one, exported, text);
    }
  }
  for (const { source } of names.dynamicImports) {
    if (source.type === "Literal") checkModule(String(source.value), source, text, surroundings);
  }
  return { specifiers: [...specifiers], names: found, types };
}

/** Takes the import declarations out of the text, and gives the statements that do their work. */
export function writeImports(
  program: estree.Program,
  names: Names,
  imports: Imports,
  { edits, variables }: Writing,
): string[] {
  for (const statement of program.body) {
    if (statement.type !== "ImportDeclaration" || isErased(statement)) continue;
    edits.blank(statement.start, statement.end);
  }
  for (const { start } of names.dynamicImports) {
    edits.replace(start, start + "import".length, `${variables.runtime}.import`);
  }
  return imports.names.map(({ specifier, imported, local }) => {
    const module = `${variables.runtime}.module(${JSON.stringify(specifier)})`;
    const value = imported === "*" ? module : `${module}[${JSON.stringify(imported)}]`;
    return `${initialization(variables.get(local))} = ${value}; `;
  });
}

function importedName(specifier: estree.ImportDeclaration["specifiers"][number]): string {
  switch (specifier.type) {
    case "ImportDefaultSpecifier":
      return "default";
    case "ImportNamespaceSpecifier":
      return "*";
    case "ImportSpecifier": {
      const { imported } = specifier;
      return imported.type === "Identifier" ? imported.name : String(imported.value);
    }
  }
}

function checkModule(
  specifier: string,
  source: estree.Node,
  text: CellText,
  { exportsOf }: Surroundings,
): readonly string[] {
  const exported = exportsOf?.(specifier);
  if (exported) return exported;
  return text.refuse("unknown-module", source.start, `There is no library '${specifier}' here`, {
    module: specifier,
  });
}

/** Whether an imported name stands for a type: it is used as one, and never as a value. */
function isTypeOnly(name: string, program: estree.Program, { references }: Names): boolean {
  return !references.some((reference) => reference.name === name) && namesType(program, name);
}

function namesType(node: estree.Node, name: string): boolean {
  const { typeName, expression, left } = known(node) as {
    typeName?: estree.Node;
    expression?: estree.Node;
    left?: estree.Node;
  };
  const named =
    node.type === "TSTypeReference"
      ? typeName
      : node.type === "TSExpressionWithTypeArguments"
        ? expression
        : node.type === "TSQualifiedName"
          ? left
          : undefined;
  if (named?.type === "Identifier" && (named as estree.Identifier).name === name) return true;
  return parts(node, true).some((part) => namesType(part, name));
}

function refuseExport(
  specifier: string,
  imported: string,
  node: estree.Node,
  exported: readonly string[],
  text: CellText,
): never {
  const near = nearest(imported, exported);
  const hint = near ? `; did you mean '${near}'?` : "";
  return text.refuse("unknown-export", node.start, `'${specifier}' has no export '${imported}'${hint}`, {
    module: specifier,
    name: imported,
    ...(near ? { nearest: near } : {}),
  });
}
