/** Chooses: a whole number from 0 to `below - 1`. */
export type Choose = (below: number) => number;

declare global {
  /** How many more calls and turns of loops a program under test may make, so that every program ends. */
  var fuel: number;
}

/**
 * A program of plain JavaScript in which names are declared, hidden, captured, hoisted and used too early in every
 * way that the language allows. Names tell how they are declared by their first letter, so that no two kinds clash.
 */
export function randomProgram(choose: Choose): string {
  return new Writer(choose).program();
}

const NAMES = ["c0", "c0", "c1", "l0", "l0", "l1", "v0", "v1", "f0", "f1", "K0", "p0", "e0", "nobody"];
/** Declarations with which most programs begin, so that they do not end at once. */
const USUAL = [
  { name: "c0", text: "const c0 = 1" },
  { name: "c1", text: "const c1 = () => l0" },
  { name: "l0", text: "let l0 = 'a'" },
  { name: "l1", text: "let l1 = (p0) => { l0 = p0; return v0 }" },
  { name: "f0", text: "function f0(p0 = c0) { return [p0, v1, typeof l1].join() }" },
  { name: "f1", text: "function f1() { v0 = 3 }" },
  { name: "K0", text: "class K0 { static s = c0; m(p0) { return [p0, l0].join() } }" },
];
const ASSIGNABLE = ["l0", "l1", "v0", "v1"];

class Writer {
  readonly #choose: Choose;
  #left = 60;

  constructor(choose: Choose) {
    this.#choose = choose;
  }

  program(): string {
    const declared = new Set<string>();
    const first = USUAL.filter(({ name }) => this.#choose(6) > 0 && declared.add(name)).map(
      ({ text }) => text,
    );
    const rest = Array.from({ length: 4 + this.#choose(8) }, () => this.#statement(0, declared));
    // Declarations may stand behind their first use.
    return (this.#choose(4) > 0 ? [...first, ...rest] : [...rest, ...first]).join("\n");
  }

  #one<T>(...values: T[]): T {
    return values[this.#choose(values.length)] as T;
  }

  /** A list of statements; a name is declared once in it at most. */
  #statements(count: number, depth: number): string[] {
    const declared = new Set<string>();
    return Array.from({ length: count }, () => this.#statement(depth, declared));
  }

  /** A statement that now and then ends the program when it fails, and else tells how it failed. */
  #safely(statement: string): string {
    if (this.#choose(8) === 0) return `${statement}${this.#one("", ";")}`;
    return `try { ${statement} } catch (error) { observe(error.name) }`;
  }

  #block(depth: number): string {
    return `{\n${this.#statements(this.#choose(4), depth + 1).join("\n")}\n}`;
  }

  #statement(depth: number, declared: Set<string>): string {
    const fresh = (...names: string[]) => {
      const free = names.filter((name) => !declared.has(name));
      if (free.length === 0) return undefined;
      const name = this.#one(...free);
      declared.add(name);
      return name;
    };
    const deep = depth > 2 || this.#left-- < 0;
    const observed = this.#safely(`observe(${this.#expression(0)})`);
    const end = this.#one("", ";");
    switch (this.#choose(deep ? 6 : 16)) {
      case 0: {
        const name = fresh("c0", "c1");
        return name ? `const ${name} = ${this.#value()}${end}` : observed;
      }
      case 1: {
        const name = fresh("l0", "l1");
        return name ? `let ${name}${this.#one("", ` = ${this.#value()}`)}${end}` : observed;
      }
      case 2:
        return `var ${this.#one("v0", "v1")}${this.#one("", ` = ${this.#value()}`)}${end}`;
      case 3:
        return this.#safely(this.#assignment());
      case 4:
      case 5:
        return observed;
      case 6:
        return this.#block(depth);
      case 7:
        return `if (${this.#value()}) ${this.#block(depth)} else ${this.#block(depth)}`;
      case 8:
        return `for (let l0 = 0; l0 < 3 && fuel-- > 0; l0++) ${this.#block(depth)}`;
      case 9:
        return `for (${this.#one("const c0", "let l1", "var v0", "v1", "const { c1 = 1 }")} of [1, ${this.#value()}]) ${this.#block(depth)}`;
      case 10:
        return `try ${this.#block(depth)} catch (${this.#one("e0", "{ e0 }")}) ${this.#block(depth)} finally ${this.#block(depth)}`;
      case 11:
      case 12: {
        const name = fresh("f0", "f1");
        if (!name) return observed;
        const body = this.#statements(this.#choose(4), depth + 1).join("\n");
        return `function ${name}(p0 = ${this.#expression(1)}, p1) {\nif (fuel-- < 0) return 0\n${body}\nreturn ${this.#expression(0)}\n}`;
      }
      case 13: {
        const name = fresh("K0");
        if (!name) return observed;
        return `class K0 ${this.#one("", `extends (${this.#one("K0", "null", "Object", "f0")})`)} {\nstatic s = ${this.#value()}\n[\`\${typeof ${this.#one(...NAMES)}}\`] = 1\nm(p0) { if (fuel-- < 0) return 0; return ${this.#expression(1)} }\nstatic { ${this.#statements(1, depth + 1)} }\n}`;
      }
      case 14: {
        const pattern = this.#one(
          ["c0", "[c0 = 1]", "[c0]"],
          ["l0", "{ l0 = 2, v0: l1 }", "{ l0: [l0] = [3], ...l1 }"],
        );
        const [, ...patterns] = pattern;
        const names = pattern[0] === "c0" ? ["c0"] : ["l0", "l1"];
        if (names.some((name) => declared.has(name))) return observed;
        for (const name of names) declared.add(name);
        return `${pattern[0] === "c0" ? "const" : "let"} ${this.#one(...patterns)} = [${this.#value()}]${end}`;
      }
      default: {
        const [first, second] = this.#statements(2, depth + 1);
        return `switch (${this.#value()}) { case ${this.#value()}: ${first}; break\ndefault: ${second} }`;
      }
    }
  }

  #assignment(): string {
    const name = this.#one(...ASSIGNABLE);
    const other = this.#one(...ASSIGNABLE);
    switch (this.#choose(8)) {
      case 0:
        return `${name} = ${this.#expression(1)}`;
      case 1:
        return `${name} ${this.#one("+=", "-=", "??=", "||=", "&&=", "**=")} ${this.#expression(1)}`;
      case 2:
        return this.#one(`${name}++`, `--${name}`);
      case 3:
        return `;[${name}, ${other} = ${this.#expression(1)}] = [${other}]`;
      case 4:
        return `;({ ${name}, x: ${other} = ${this.#expression(1)} } = { x: ${this.#expression(1)} })`;
      case 5:
        return `${name} = ${other} = ${this.#expression(1)}`;
      case 6:
        return `;({ ${name} = () => 1 } = {}, observe(${name}.name))`;
      default:
        return `${name} = ${this.#one("() => 1", "function () {}", "class {}", "(() => 2)")}, observe(typeof ${name}, ${name}.name)`;
    }
  }

  /** The first value of a variable: now and then any, else one that cannot fail. */
  #value(): string {
    return this.#choose(3) === 0
      ? this.#expression(1)
      : this.#one("1", "'a'", "() => 5", "function (p0) { return p0 }", "{}");
  }

  #expression(depth: number): string {
    const name = () => this.#one(...NAMES);
    const inner = () => this.#expression(depth + 1);
    if (depth > 2) return this.#one(String(this.#choose(5)), name());
    switch (this.#choose(18)) {
      case 0:
        return String(this.#choose(10));
      case 1:
      case 2:
      case 3:
        return this.#one(name(), ...ASSIGNABLE, "c0", "f0");
      case 4:
        return `typeof ${this.#one(name(), `(${name()})`)}`;
      case 5:
        return `(${inner()} + ${inner()})`;
      case 6:
        return `${this.#one("f0", "f1", "p0", "(f0)", "l0")}(${this.#one("", inner())})`;
      case 7:
        return `f0?.(${inner()})`;
      case 8:
        return `((p0) => ${inner()})(${inner()})`;
      case 9:
        return `(() => { ${this.#one("let l0 = 1;", "var v0;", "const c0 = 2;", "")} if (fuel-- < 0) return 0; return ${inner()} })()`;
      case 10:
        return `\`\${${inner()}}-\${${name()}}\``;
      case 11: {
        const used = name();
        return `({ ${used}, y: ${inner()} }).${used}`;
      }
      case 12:
        return `(${inner()} ? ${inner()} : ${inner()})`;
      case 13:
        return `[${inner()}, ...[${inner()}]].map((p1) => ${inner()}).join()`;
      case 14:
        return `(${this.#one(...ASSIGNABLE)} ${this.#one("=", "+=", "??=")} ${inner()})`;
      case 15:
        return `new K0(${inner()})?.m(${inner()})`;
      case 16:
        return `K0.s`;
      default:
        return `(function f1(p0 = ${inner()}) { return fuel-- < 0 ? 0 : ${inner()} })()`;
    }
  }
}
