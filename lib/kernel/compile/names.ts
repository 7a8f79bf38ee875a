import type * as estree from "acorn";
import { memberName } from "./enums";
import { type DeclaredName, hoistedNames, type LexicalScope, lexicalNames, scopeOf } from "./lexical-scope";
import {
  boundNames,
  type EnumDeclaration,
  isAnonymousFunction,
  isErased,
  isTypeWrapper,
  known,
  parts,
  typed,
  unwrapped,
} from "./syntax";
import type { CellText } from "./text";

/** A place where a cell speaks of a name that it shares: its own top-level name, or one that it does not declare. */
export interface Reference {
  name: string;
  /** Where the identifier stands. */
  start: number;
  end: number;
  use: "read" | "assign" | "initialize" | "call" | "typeof";
  /** `{x}`, which has to become `{x: …}`. */
  shorthand: boolean;
  /** Whether a function or class body of the cell holds it, which may run at any time. */
  inFunction: boolean;
  /** Where the parenthesis of a call stands: engines tell that place when the call has lost its name. */
  callAt?: number;
}

/** A place where a bare name of an enum's member stands within the enum. */
export interface MemberReference {
  start: number;
  end: number;
  enumName: string;
  member: string;
  shorthand: boolean;
}

/** An anonymous function that takes the name of the shared variable which it is put into. */
export interface NamedFunction {
  name: string;
  start: number;
  end: number;
}

/** A `const`, `let` or `var` whose names the cell shares. */
export interface SharedVariables {
  declaration: estree.VariableDeclaration;
  /** In the head of `for (… of …)`, where nothing is initialized. */
  each: boolean;
}

/** An enum anywhere in the cell. */
export interface FoundEnum {
  declaration: EnumDeclaration;
  scope: LexicalScope;
  /** Another enum of the same name stands before it in its scope; this one adds members. */
  merges: boolean;
}

/** Everything that there is to know of a cell's names. */
export interface Names {
  /** The cell's own top-level names, in the order of the text. */
  declared: DeclaredName[];
  references: Reference[];
  memberReferences: MemberReference[];
  namedFunctions: NamedFunction[];
  variables: SharedVariables[];
  functions: estree.FunctionDeclaration[];
  classes: estree.ClassDeclaration[];
  enums: FoundEnum[];
  dynamicImports: estree.ImportExpression[];
  /** Every identifier in the text, so that a new one can be told from them. */
  identifiers: Set<string>;
  /** Whether the cell waits at its top level. */
  awaits: boolean;
}

/** Resolves the names of a cell as JavaScript's scopes do. */
export function resolveNames(program: estree.Program, text: CellText): Names {
  const resolver = new Resolver(text);
  resolver.resolve(program);
  return resolver.names;
}

type Use = Reference["use"];

class Resolver {
  readonly names: Names = {
    declared: [],
    references: [],
    memberReferences: [],
    namedFunctions: [],
    variables: [],
    functions: [],
    classes: [],
    enums: [],
    dynamicImports: [],
    identifiers: new Set(),
    awaits: false,
  };
  readonly #text: CellText;
  #scope: LexicalScope = { kind: "cell", names: new Set() };
  #functions = 0;

  constructor(text: CellText) {
    this.#text = text;
  }

  resolve(program: estree.Program): void {
    const imported = program.body.flatMap((statement): DeclaredName[] =>
      statement.type === "ImportDeclaration" && !isErased(statement)
        ? statement.specifiers
            .filter((specifier) => !("importKind" in specifier && specifier.importKind === "type"))
            .map(({ local }) => ({ identifier: local, kind: "import" }))
        : [],
    );
    const all = [...imported, ...lexicalNames(program.body), ...hoistedNames(program.body)];
    all.sort((a, b) => a.identifier.start - b.identifier.start);
    const seen = new Map<string, DeclaredName>();
    for (const one of all) {
      const { name } = one.identifier;
      const other = seen.get(name);
      if (!other) this.names.declared.push(one);
      else if (other.kind !== one.kind || (one.kind !== "var" && one.kind !== "enum")) {
        this.#text.refuse(
          "already-declared",
          one.identifier.start,
          `'${name}' is declared twice in this cell`,
          {
            name,
          },
        );
      }
      seen.set(name, one);
      this.names.identifiers.add(name);
    }
    this.#scope = { kind: "cell", names: new Set(seen.keys()) };
    this.#list(program.body);
  }

  /** Goes through nodes in a scope of their own. */
  #within(names: Iterable<DeclaredName | string>, visit: () => void, extra?: Partial<LexicalScope>): void {
    const outer = this.#scope;
    const set = new Set<string>();
    for (const one of names) set.add(typeof one === "string" ? one : one.identifier.name);
    this.#scope = { kind: "inner", names: set, parent: outer, ...extra };
    for (const name of set) this.names.identifiers.add(name);
    visit();
    this.#scope = outer;
  }

  #inFunction(visit: () => void): void {
    this.#functions++;
    visit();
    this.#functions--;
  }

  #list(statements: estree.Node[]): void {
    for (const statement of statements) this.#visit(statement);
  }

  #visitAll(nodes: Iterable<estree.Node | null | undefined>): void {
    for (const node of nodes) if (node) this.#visit(node);
  }

  #visit(anyNode: estree.Node): void {
    if (isErased(anyNode)) return;
    const node = known(anyNode);
    switch (node.type) {
      case "Identifier":
        this.#refer(node, "read");
        return;
      case "BlockStatement":
        this.#within(lexicalNames(node.body), () => this.#list(node.body));
        return;
      case "SwitchStatement": {
        this.#visit(node.discriminant);
        const statements = node.cases.flatMap((one) => one.consequent);
        this.#within(lexicalNames(statements), () => {
          for (const { test, consequent } of node.cases) this.#visitAll([test, ...consequent]);
        });
        return;
      }
      case "ForStatement":
        this.#within(node.init ? lexicalNames([node.init]) : [], () => {
          this.#visitAll([node.init, node.test, node.update, node.body]);
        });
        return;
      case "ForInStatement":
      case "ForOfStatement":
        this.#visitLoop(node);
        return;
      case "CatchClause":
        this.#within(node.param ? boundNames(node.param).map(({ name }) => name) : [], () => {
          if (node.param) this.#visitPattern(node.param, "initialize");
          this.#visit(node.body);
        });
        return;
      case "LabeledStatement":
        this.#visit(node.body);
        return;
      case "BreakStatement":
      case "ContinueStatement":
      case "ImportDeclaration":
      case "MetaProperty":
        return;
      case "ExportNamedDeclaration":
        this.#visitAll([node.declaration]);
        return;
      case "VariableDeclaration":
        this.#visitVariables(node, false);
        return;
      case "FunctionDeclaration":
        if (this.#scope.kind === "cell") this.names.functions.push(node as estree.FunctionDeclaration);
        this.#visitFunction(node);
        return;
      case "FunctionExpression":
        this.#within(node.id ? [node.id.name] : [], () => this.#visitFunction(node));
        return;
      case "ArrowFunctionExpression":
        this.#visitFunction(node);
        return;
      case "ClassDeclaration":
        if (this.#scope.kind === "cell") this.names.classes.push(node as estree.ClassDeclaration);
        this.#visitClass(node);
        return;
      case "ClassExpression":
        this.#visitClass(node);
        return;
      case "TSEnumDeclaration":
        this.#visitEnum(node);
        return;
      case "MemberExpression":
        this.#visitAll([node.object, node.computed ? node.property : null]);
        return;
      case "Property":
        if (node.shorthand) {
          this.#refer(node.value as estree.Identifier, "read", true);
          return;
        }
        this.#visitAll([node.computed ? node.key : null, node.value]);
        return;
      case "AssignmentExpression":
        this.#visitTarget(node.left);
        this.#visit(node.right);
        if (/^(?:|&&|\|\||\?\?)=$/.test(node.operator)) this.#nameFunction(node.left, node.right);
        return;
      case "UpdateExpression":
        this.#visitTarget(node.argument);
        return;
      case "UnaryExpression": {
        const argument = unwrapped(node.argument);
        if (node.operator === "typeof" && argument.type === "Identifier") {
          this.#refer(argument, "typeof");
          return;
        }
        this.#visit(node.argument);
        return;
      }
      case "CallExpression":
        this.#visitCallee(node.callee, node.optional ? undefined : this.#callPlace(node));
        this.#visitAll(node.arguments);
        return;
      case "TaggedTemplateExpression":
        this.#visitCallee(node.tag);
        this.#visit(node.quasi);
        return;
      case "AwaitExpression":
        if (this.#functions === 0) this.names.awaits = true;
        this.#visit(node.argument);
        return;
      case "ImportExpression":
        this.names.dynamicImports.push(node);
        this.#visitAll([node.source, node.options]);
        return;
      default:
        if (isTypeWrapper(node)) {
          this.#visit(node.expression);
          return;
        }
        this.#visitAll(parts(node));
        return;
    }
  }

  #visitLoop(node: estree.ForInStatement | estree.ForOfStatement): void {
    if (node.type === "ForOfStatement" && node.await && this.#functions === 0) this.names.awaits = true;
    this.#within(lexicalNames([node.left]), () => {
      if (node.left.type === "VariableDeclaration") this.#visitVariables(node.left, true);
      else this.#visitTarget(node.left);
      this.#visitAll([node.right, node.body]);
    });
  }

  #visitVariables(node: estree.VariableDeclaration, each: boolean): void {
    const [first] = node.declarations.flatMap(({ id }) => boundNames(id));
    const shared = first && scopeOf(first.name, this.#scope)?.kind === "cell";
    if (shared) this.names.variables.push({ declaration: node, each });
    for (const { id, init } of node.declarations) {
      this.#visitPattern(id, node.kind === "var" ? "assign" : "initialize");
      if (!init) continue;
      this.#visit(init);
      this.#nameFunction(id, init);
    }
  }

  #visitFunction(node: estree.Function): void {
    const own = node.params.flatMap((parameter) => boundNames(parameter).map(({ name }) => name));
    if (node.type !== "ArrowFunctionExpression") own.push("arguments");
    this.#inFunction(() =>
      this.#within(own, () => {
        for (const parameter of node.params) this.#visitPattern(parameter, "initialize");
        const { body } = node;
        if (body.type !== "BlockStatement") {
          this.#visit(body);
          return;
        }
        this.#within([...hoistedNames(body.body), ...lexicalNames(body.body)], () => this.#list(body.body));
      }),
    );
  }

  #visitClass(node: estree.Class): void {
    this.#within(node.id ? [node.id.name] : [], () => {
      if (node.superClass) this.#visit(node.superClass);
      for (const member of node.body.body) {
        switch (member.type) {
          case "StaticBlock":
            this.#inFunction(() =>
              this.#within([...hoistedNames(member.body), ...lexicalNames(member.body)], () =>
                this.#list(member.body),
              ),
            );
            break;
          case "MethodDefinition":
          case "PropertyDefinition": {
            if (isErasedMember(member)) break;
            if (member.computed) this.#visit(member.key);
            const { value } = member;
            if (value) this.#inFunction(() => this.#visit(value));
            break;
          }
        }
      }
    });
  }

  #visitEnum(node: EnumDeclaration): void {
    const { name } = node.id;
    const scope = this.#scope;
    const merges = this.names.enums.some(
      (other) => other.scope === scope && other.declaration.id.name === name,
    );
    this.names.enums.push({ declaration: node, scope, merges });
    const members = node.members.map(({ id }) => memberName(id));
    this.#within([name], () =>
      this.#within(
        members,
        () => {
          for (const { initializer } of node.members) if (initializer) this.#visit(initializer);
        },
        { kind: "enum", enumName: name },
      ),
    );
  }

  /** What is called or used as a template's tag. */
  #visitCallee(callee: estree.Node, callAt?: number): void {
    const inner = unwrapped(callee);
    if (inner.type === "Identifier") this.#refer(inner, "call", false, callAt);
    else this.#visit(callee);
  }

  /** Where the arguments of a call of a bare name begin; undefined for any other call. */
  #callPlace(call: estree.CallExpression): number | undefined {
    if (call.callee.type !== "Identifier") return undefined;
    const at = this.#text.skipTrivia((typed(call).typeArguments ?? call.callee).end);
    return this.#text.content[at] === "(" ? at : undefined;
  }

  /** The left side of an assignment. */
  #visitTarget(target: estree.Node): void {
    this.#visitPattern(target, "assign");
  }

  #visitPattern(pattern: estree.Node, use: "assign" | "initialize", shorthand = false): void {
    const node = unwrapped(pattern);
    switch (node.type) {
      case "Identifier":
        this.#refer(node, use, shorthand);
        return;
      case "ObjectPattern":
        for (const property of node.properties) {
          if (property.type === "RestElement") this.#visitPattern(property.argument, use);
          else {
            if (property.computed) this.#visit(property.key);
            this.#visitPattern(property.value, use, property.shorthand);
          }
        }
        return;
      case "ArrayPattern":
        for (const element of node.elements) if (element) this.#visitPattern(element, use);
        return;
      case "RestElement":
        this.#visitPattern(node.argument, use);
        return;
      case "AssignmentPattern":
        this.#visitPattern(node.left, use, shorthand);
        this.#visit(node.right);
        this.#nameFunction(node.left, node.right);
        return;
      case "TSParameterProperty":
        this.#visitPattern(node.parameter, use);
        return;
      default:
        this.#visit(node);
        return;
    }
  }

  /** Notes a name that is not a local one. */
  #refer(node: estree.Identifier, use: Use, shorthand = false, callAt?: number): void {
    const { name, start } = node;
    this.names.identifiers.add(name);
    const scope = scopeOf(name, this.#scope);
    const end = this.#text.wordEnd(start);
    if (scope?.kind === "enum") {
      this.names.memberReferences.push({
        start,
        end,
        enumName: scope.enumName ?? "",
        member: name,
        shorthand,
      });
      return;
    }
    if (scope?.kind === "inner") return;
    if (name === "arguments") {
      this.#text.refuse("arguments-outside-function", start, "'arguments' stands outside of a function");
    }
    const inFunction = this.#functions > 0;
    this.names.references.push({ name, start, end, use, shorthand, inFunction, callAt });
  }

  #nameFunction(target: estree.Node, value: estree.Node): void {
    if (target.type !== "Identifier" || !isAnonymousFunction(value)) return;
    const { name } = target as estree.Identifier;
    const scope = scopeOf(name, this.#scope);
    if (scope && scope.kind !== "cell") return;
    const { start, end } = unwrapped(value);
    this.names.namedFunctions.push({ name, start, end });
  }
}

function isErasedMember(member: estree.Node): boolean {
  const { declare, abstract, value } = member as {
    declare?: boolean;
    abstract?: boolean;
    value?: estree.Node | null;
  };
  return declare === true || abstract === true || value?.type === "TSDeclareMethod";
}
