import type * as estree from "acorn";

/** Nodes of TypeScript alone that the compiler looks into; all others are erased whole. */
export type TypeScriptNode =
  | TypeWrapper
  | TypeParameters
  | (estree.Node & { type: "TSDeclareFunction"; id: estree.Identifier; declare?: boolean })
  | (estree.Node & { type: "TSParameterProperty"; parameter: estree.Pattern })
  | EnumDeclaration
  | (estree.Node & {
      type:
        | "TSTypeAliasDeclaration"
        | "TSInterfaceDeclaration"
        | "TSModuleDeclaration"
        | "TSIndexSignature"
        | "TSTypeCastExpression"
        | "TSExportAssignment"
        | "TSImportEqualsDeclaration"
        | "TSNamespaceExportDeclaration";
    });

/** An expression with a type around it. */
export type TypeWrapper = estree.Node & {
  type:
    | "TSAsExpression"
    | "TSSatisfiesExpression"
    | "TSNonNullExpression"
    | "TSTypeAssertion"
    | "TSInstantiationExpression";
  expression: estree.Expression;
  typeAnnotation?: estree.Node;
};

/** `<T>` of a function or class, or the types given to a call. */
export type TypeParameters = estree.Node & {
  type: "TSTypeParameterDeclaration" | "TSTypeParameterInstantiation";
};

export type EnumDeclaration = estree.Node & {
  type: "TSEnumDeclaration";
  id: estree.Identifier;
  members: EnumMember[];
};

export type EnumMember = estree.Node & {
  type: "TSEnumMember";
  id: estree.Identifier | estree.Literal;
  initializer?: estree.Expression;
};

export type SyntaxNode = estree.AnyNode | TypeScriptNode | EnumMember;

/** What TypeScript adds to JavaScript's own nodes. */
export interface TypeScriptFields {
  typeAnnotation?: estree.Node;
  returnType?: estree.Node;
  typeParameters?: TypeParameters;
  typeArguments?: TypeParameters;
  superTypeParameters?: TypeParameters;
  implements?: estree.Node[];
  decorators?: estree.Node[];
  declare?: boolean;
  abstract?: boolean;
  accessor?: boolean;
  optional?: boolean;
  definite?: boolean;
  importKind?: "type" | "value";
  exportKind?: "type" | "value";
}

/** A node as one of the kinds that are told apart by `type`. */
export function known(node: estree.Node): SyntaxNode {
  return node as SyntaxNode;
}

/** A node with the fields that TypeScript may have added to it. */
export function typed<T extends estree.Node>(node: T): T & TypeScriptFields {
  return node as T & TypeScriptFields;
}

const TYPE_WRAPPERS = new Set([
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "TSTypeAssertion",
  "TSInstantiationExpression",
]);

export function isTypeWrapper(node: estree.Node): node is TypeWrapper {
  return TYPE_WRAPPERS.has(node.type);
}

/** The expression inside of `as`, `satisfies`, `!`, `<T>` and type arguments. */
export function unwrapped(node: estree.Node): SyntaxNode {
  let inner = node;
  while (isTypeWrapper(inner)) inner = inner.expression;
  return known(inner);
}

/** Whether a statement is a declaration that TypeScript erases. */
export function isErased(statement: estree.Node): boolean {
  const node = typed(statement);
  switch (known(node).type) {
    case "TSTypeAliasDeclaration":
    case "TSInterfaceDeclaration":
    case "TSDeclareFunction":
      return true;
    case "VariableDeclaration":
    case "ClassDeclaration":
    case "TSEnumDeclaration":
    case "TSModuleDeclaration":
      return node.declare === true;
    case "ImportDeclaration":
      return node.importKind === "type";
    case "ExportNamedDeclaration": {
      const { declaration } = statement as estree.ExportNamedDeclaration;
      return node.exportKind === "type" || (declaration ? isErased(declaration) : false);
    }
    default:
      return false;
  }
}

/** Nodes that hold types only. */
function isType(node: estree.Node): boolean {
  return (
    node.type.startsWith("TS") &&
    !isTypeWrapper(node) &&
    node.type !== "TSParameterProperty" &&
    node.type !== "TSEnumDeclaration" &&
    node.type !== "TSEnumMember"
  );
}

function isNode(value: unknown): value is estree.Node {
  return typeof value === "object" && value !== null && typeof (value as estree.Node).type === "string";
}

/** The parts of a node, those that hold types only left out unless asked for. */
export function parts(node: estree.Node, types = false): estree.Node[] {
  const found: estree.Node[] = [];
  for (const value of Object.values(node)) {
    if (typeof value !== "object" || value === null) continue;
    if (!Array.isArray(value)) addPart(value, types, found);
    else for (const one of value) addPart(one, types, found);
  }
  return found;
}

function addPart(value: unknown, types: boolean, found: estree.Node[]): void {
  if (isNode(value) && (types || !isType(value))) found.push(value);
}

/** Whether a function, arrow or class expression has no name of its own and so takes that of its variable. */
export function isAnonymousFunction(node: estree.Node): boolean {
  const inner = unwrapped(node);
  switch (inner.type) {
    case "ArrowFunctionExpression":
      return true;
    case "FunctionExpression":
    case "ClassExpression":
      return !inner.id;
    default:
      return false;
  }
}

/** The identifiers that a pattern binds. */
export function boundNames(pattern: estree.Node): estree.Identifier[] {
  const node = known(pattern);
  switch (node.type) {
    case "Identifier":
      return [node];
    case "ObjectPattern":
      return node.properties.flatMap((property) =>
        boundNames(property.type === "Property" ? property.value : property.argument),
      );
    case "ArrayPattern":
      return node.elements.flatMap((element) => (element ? boundNames(element) : []));
    case "AssignmentPattern":
      return boundNames(node.left);
    case "RestElement":
      return boundNames(node.argument);
    case "TSParameterProperty":
      return boundNames(node.parameter);
    default:
      return [];
  }
}
