import type * as estree from "acorn";
import { eraseClass, eraseMember } from "./classes";
import type { Edits } from "./edits";
import { isErased, isTypeWrapper, known, parts, type TypeWrapper, typed } from "./syntax";
import type { CellText } from "./text";

/**
 * Takes TypeScript's types out of a cell. Along the way every statement that relies on automatic semicolons gets a
 * real one, since a text with other tokens in it would have them inserted elsewhere. Syntax that cannot be erased and
 * that engines do not run yet is refused.
 */
export function eraseTypes(program: estree.Program, text: CellText, edits: Edits): void {
  if (text.content.startsWith("#!")) edits.blank(0, text.offset(2, 1));
  new Eraser(text, edits).list(program.body);
}

/** What the parts of the eraser share: the text, the changes, and the way down the tree. */
export interface Erasing {
  readonly text: CellText;
  readonly edits: Edits;
  erase(node: estree.Node): void;
}

class Eraser implements Erasing {
  constructor(
    readonly text: CellText,
    readonly edits: Edits,
  ) {}

  /** A list of statements. */
  list(statements: estree.Node[]): void {
    this.#checkOverloads(statements);
    for (const statement of statements) this.erase(statement);
  }

  erase(node: estree.Node): void {
    const { text, edits } = this;
    if (typed(node).decorators?.length) this.#unsupported(typed(node).decorators?.[0] ?? node, "decorator");
    if (isErased(node)) {
      edits.blank(node.start, node.end);
      return;
    }
    if (isTypeWrapper(node)) {
      this.#eraseWrapper(node);
      return;
    }
    const statement = known(node);
    switch (statement.type) {
      case "BlockStatement":
      case "StaticBlock":
        this.list(statement.body);
        return;
      case "SwitchStatement":
        this.erase(statement.discriminant);
        for (const { test } of statement.cases) if (test) this.erase(test);
        this.list(statement.cases.flatMap((one) => one.consequent));
        return;
      case "VariableDeclaration":
        if (statement.kind.endsWith("using")) this.#unsupported(statement, "using");
        this.#terminate(statement);
        break;
      case "ForStatement":
        this.#eraseHead(statement.init);
        this.#eraseOthers(statement, statement.init);
        return;
      case "ForInStatement":
      case "ForOfStatement":
        this.#eraseHead(statement.left);
        this.#eraseOthers(statement, statement.left);
        return;
      case "ExpressionStatement":
      case "ReturnStatement":
      case "ThrowStatement":
      case "BreakStatement":
      case "ContinueStatement":
      case "DebuggerStatement":
      case "DoWhileStatement":
        this.#terminate(statement);
        break;
      case "ImportDeclaration":
        return;
      case "ExportNamedDeclaration":
        if (statement.source) this.#refuseExport(statement, "export … from");
        if (statement.declaration) {
          edits.blank(statement.start, text.wordEnd(statement.start));
          this.erase(statement.declaration);
        } else edits.blank(statement.start, statement.end);
        return;
      case "ExportDefaultDeclaration":
        this.#refuseExport(statement, "export default");
        return;
      case "ExportAllDeclaration":
        this.#refuseExport(statement, "export *");
        return;
      case "TSExportAssignment":
      case "TSNamespaceExportDeclaration":
        this.#refuseExport(statement, "export =");
        return;
      case "TSImportEqualsDeclaration":
        this.#unsupported(statement, "import =");
        return;
      case "TSModuleDeclaration":
        this.#unsupported(statement, "namespace");
        return;
      case "TSTypeCastExpression":
        // What the parser makes of `f(a: number)`, in case it becomes an arrow function.
        text.refuse("unexpected-token", statement.start, "':' is not expected here", { token: ":" });
        return;
      case "MetaProperty":
        if (statement.meta.name === "import") this.#unsupported(statement, "import.meta");
        return;
      case "FunctionDeclaration":
      case "FunctionExpression":
        this.#eraseThis(statement);
        break;
      case "ArrowFunctionExpression":
        this.#eraseArrow(statement);
        return;
      case "ClassDeclaration":
      case "ClassExpression":
        eraseClass(statement, this);
        return;
      case "MethodDefinition":
      case "PropertyDefinition":
        if (typed(statement).accessor) this.#unsupported(statement, "accessor");
        eraseMember(statement, this);
        return;
      case "TSParameterProperty": {
        const { parameter } = statement;
        const target = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
        edits.blank(statement.start, target.start);
        this.erase(parameter);
        return;
      }
      case "TSEnumDeclaration":
        for (const { initializer } of statement.members) if (initializer) this.erase(initializer);
        return;
      case "Identifier":
        if (statement.name !== "this" && statement.end - statement.start > statement.name.length) {
          edits.blank(text.wordEnd(statement.start), statement.end);
        }
        return;
      case "ObjectPattern":
      case "ArrayPattern":
        if (typed(statement).optional) this.#unsupported(statement, "optional pattern");
        break;
    }
    for (const part of parts(node, true)) this.#erasePart(part);
  }

  /** A part of a node: erased when it holds types only, else gone through. */
  #erasePart(part: estree.Node): void {
    const { type } = known(part);
    if (type === "TSTypeParameterDeclaration" || type === "TSTypeParameterInstantiation") {
      this.edits.blank(part.start, part.end);
    } else if (part.type === "TSTypeAnnotation" || part.type === "TSIndexSignature") {
      this.edits.blank(part.start, part.end);
    } else this.erase(part);
  }

  #eraseOthers(node: estree.Node, done: estree.Node | null | undefined): void {
    for (const part of parts(node)) if (part !== done) this.erase(part);
  }

  /** The declaration in the head of a loop, which no semicolon of its own ends. */
  #eraseHead(head: estree.Node | null | undefined): void {
    if (head?.type !== "VariableDeclaration") {
      if (head) this.erase(head);
      return;
    }
    const declaration = head as estree.VariableDeclaration;
    if (declaration.kind.endsWith("using")) this.#unsupported(declaration, "using");
    for (const declarator of declaration.declarations) this.erase(declarator);
  }

  /** Ends a statement with a semicolon. */
  #terminate(statement: estree.Node): void {
    if (this.text.content[statement.end - 1] !== ";")
      this.edits.wrap(statement.start, statement.end, "", ";");
  }

  #eraseWrapper(node: TypeWrapper): void {
    const { text, edits } = this;
    const { expression } = node;
    switch (node.type) {
      case "TSNonNullExpression":
        edits.blank(node.end - 1, node.end);
        break;
      case "TSAsExpression":
        edits.blank(text.find("as", expression.end), node.end);
        break;
      case "TSSatisfiesExpression":
        edits.blank(text.find("satisfies", expression.end), node.end);
        break;
      case "TSTypeAssertion": {
        const close = text.find(">", node.typeAnnotation?.end ?? node.start) + 1;
        edits.blank(node.start, close);
        // A line end in the place of the type must not end a `return`.
        if (text.breaksLine(node.start, close)) edits.wrap(node.start, node.end, "(", ")");
        break;
      }
      case "TSInstantiationExpression": {
        const types = typed(node).typeArguments;
        if (types) edits.blank(types.start, types.end);
        break;
      }
    }
    this.erase(expression);
  }

  /** The parameter `this`, which is a type only. */
  #eraseThis(node: estree.Function): void {
    const [first] = node.params;
    if (first?.type !== "Identifier" || first.name !== "this") return;
    const { text, edits } = this;
    const comma = text.skipTrivia(first.end);
    edits.blank(first.start, text.content[comma] === "," ? comma + 1 : first.end);
  }

  #eraseArrow(node: estree.ArrowFunctionExpression): void {
    const { text, edits } = this;
    const { typeParameters, returnType } = typed(node);
    if (typeParameters) {
      const { start, end } = typeParameters;
      if (text.breaksLine(start, end)) {
        // The parenthesis moves up: `async` and `return` want it on their line.
        const open = text.find("(", end);
        edits.replace(start, start + 1, "(");
        edits.blank(start + 1, open + 1);
      } else edits.blank(start, end);
    }
    for (const parameter of node.params) this.erase(parameter);
    if (returnType) {
      const close = this.#closingParenthesis(node, returnType.start);
      const arrow = text.find("=>", returnType.end);
      if (text.breaksLine(close, arrow)) {
        // No line may end between the parameters and the arrow.
        edits.wrap(close - 1, close, "", " =>");
        edits.blank(returnType.start, returnType.end);
        edits.blank(arrow, arrow + 2);
      } else edits.blank(returnType.start, returnType.end);
    }
    this.erase(node.body);
  }

  /** The place after the parenthesis that closes an arrow function's parameters, before `limit`. */
  #closingParenthesis(node: estree.ArrowFunctionExpression, limit: number): number {
    const { text } = this;
    const before = node.params.at(-1) ?? typed(node).typeParameters;
    let close = limit;
    for (let at = text.skipTrivia(before?.end ?? node.start); at < limit; at = text.skipTrivia(at + 1)) {
      if (text.content[at] === ")") close = at;
    }
    return close + 1;
  }

  /** An overload promises a body that must follow in the same list. */
  #checkOverloads(statements: estree.Node[]): void {
    const inner = statements.map((statement) => {
      const node = known(statement);
      return node.type === "ExportNamedDeclaration" && node.declaration ? known(node.declaration) : node;
    });
    for (const [index, node] of inner.entries()) {
      if (node.type !== "TSDeclareFunction" || node.declare) continue;
      const body = inner
        .slice(index + 1)
        .find((other) => other.type === "FunctionDeclaration" && other.id?.name === node.id.name);
      if (body) continue;
      this.text.refuse("missing-body", node.id.start, `The function '${node.id.name}' has no body`, {
        name: node.id.name,
      });
    }
  }

  #unsupported(node: estree.Node, syntax: string): never {
    return this.text.refuse("unsupported-syntax", node.start, `'${syntax}' is not supported in a cell`, {
      syntax,
    });
  }

  #refuseExport(node: estree.Node, syntax: string): never {
    return this.text.refuse(
      "unsupported-export",
      node.start,
      `'${syntax}' has no meaning in a cell: every top-level name is already shared`,
      { syntax },
    );
  }
}
