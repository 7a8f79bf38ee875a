import type * as estree from "acorn";
import { boundNames, isErased, known } from "./syntax";

/** How a name of a cell was declared. */
export type Kind = "const" | "let" | "var" | "function" | "class" | "enum" | "import";

/** The names that one stretch of the text declares. */
export interface LexicalScope {
  kind: "cell" | "inner" | "enum";
  names: ReadonlySet<string>;
  /** The name of the enum whose members `names` are. */
  enumName?: string;
  parent?: LexicalScope;
}

/** A declared name, with the place where it stands. */
export interface DeclaredName {
  identifier: estree.Identifier;
  kind: Kind;
}

/** The scope in which a name is found; undefined when no scope of the cell declares it. */
export function scopeOf(name: string, scope: LexicalScope): LexicalScope | undefined {
  for (let at: LexicalScope | undefined = scope; at; at = at.parent) if (at.names.has(name)) return at;
  return undefined;
}

/** The names that a list of statements declares for itself: everything but `var`. */
export function lexicalNames(statements: estree.Node[]): DeclaredName[] {
  return statements.flatMap((statement): DeclaredName[] => {
    if (isErased(statement)) return [];
    const node = known(statement);
    switch (node.type) {
      case "VariableDeclaration":
        return node.kind === "var" ? [] : declared(node);
      case "FunctionDeclaration":
        return node.id ? [{ identifier: node.id, kind: "function" }] : [];
      case "ClassDeclaration":
        return node.id ? [{ identifier: node.id, kind: "class" }] : [];
      case "TSEnumDeclaration":
        return [{ identifier: node.id, kind: "enum" }];
      case "ExportNamedDeclaration":
        return node.declaration ? lexicalNames([node.declaration]) : [];
      default:
        return [];
    }
  });
}

/** The names that `var` declares anywhere in the statements, functions and classes left out. */
export function hoistedNames(statements: Iterable<estree.Node | null | undefined>): DeclaredName[] {
  const found: DeclaredName[] = [];
  for (const statement of statements) if (statement) collectHoisted(statement, found);
  return found;
}

function collectHoisted(statement: estree.Node, found: DeclaredName[]): void {
  if (isErased(statement)) return;
  const node = known(statement);
  const visit = (...inner: (estree.Node | null | undefined)[]) => {
    for (const one of inner) if (one) collectHoisted(one, found);
  };
  switch (node.type) {
    case "VariableDeclaration":
      if (node.kind === "var") found.push(...declared(node));
      return;
    case "BlockStatement":
      visit(...node.body);
      return;
    case "IfStatement":
      visit(node.consequent, node.alternate);
      return;
    case "ForStatement":
      visit(node.init, node.body);
      return;
    case "ForInStatement":
    case "ForOfStatement":
      visit(node.left, node.body);
      return;
    case "WhileStatement":
    case "DoWhileStatement":
    case "LabeledStatement":
      visit(node.body);
      return;
    case "TryStatement":
      visit(node.block, node.handler?.body, node.finalizer);
      return;
    case "SwitchStatement":
      visit(...node.cases.flatMap((one) => one.consequent));
      return;
    case "ExportNamedDeclaration":
      visit(node.declaration);
      return;
  }
}

function declared(declaration: estree.VariableDeclaration): DeclaredName[] {
  const kind = declaration.kind === "const" || declaration.kind === "var" ? declaration.kind : "let";
  return declaration.declarations.flatMap(({ id }) =>
    boundNames(id).map((identifier) => ({ identifier, kind })),
  );
}
