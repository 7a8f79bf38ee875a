import { describe, expect, test } from "vitest";
import { observeCell, observeModule, observePlain } from "./observe";

/** Programs in TypeScript that call `observe`. What they tell must be what they tell without their types. */
const PROGRAMS: Record<string, string> = {
  annotations: "let a: number = 1, b: string | undefined, c!: Map<string, Set<number[]>>; observe(a, b)",
  "definite assignment": "let a!: number\na = 1\nobserve(a!)",
  "optional parameters":
    "function f(a?: number, b: number = 2, ...c: string[]): [number?, number?] { return [a, b] }\nobserve(f(), f(1))",
  "the this parameter":
    "function f(this: { x: number }, y: number) { return this.x + y }\nfunction g(this: any) { return typeof this }\nfunction h(this: void, ) { return 1 }\nobserve(f.call({ x: 1 }, 2), g(), h())",
  generics:
    "function id<T, U extends T = T>(x: T): T { return x }\nconst g = <T,>(x: T): T => x\nclass Box<in out T> { constructor(readonly v: T) {} map<U>(f: (x: T) => U): Box<U> { return new Box<U>(f(this.v)) } }\nobserve(id<number>(1), g<string>('a'), new Box<number>(2).map<string>((x) => `${x}`).v)",
  "const type parameters":
    "function f<const T extends readonly unknown[]>(x: T) { return x }\nobserve(f([1, 2]))",
  as: "const x = 1 as number as unknown as string\nobserve(x as any + 1, (x as any)!, { a: 1 } as const)",
  satisfies: "const o = { a: 1 } satisfies Record<string, number>\nobserve(o.a satisfies number as number)",
  "angle brackets": "const x = <number><unknown>'5'; observe(<any>x, (<any>x).length)",
  "not null":
    "const o: { a?: { b?: () => number } } = { a: { b: () => 1 } }\nobserve(o!.a!.b!(), o.a?.b!(), o?.a!.b?.())",
  "optional chains with not null": "const o: any = null\nobserve(o?.a!.b.c, o?.a!.b!(), o?.[0]!.x)",
  "assignment to a cast":
    "let a: unknown = 1, b = 1, o: any = {};\n(a as number) = 2; (<any>b) = 3; b! += 1; (o as any).x = 5; [a as any, o.y!] = [7, 8]; ({ z: (b as any) } = { z: 9 })\n;(b as number)++\nobserve(a, b, o)",
  "type declarations":
    "type A<T> = T extends infer U ? U[] : never\ninterface B extends Array<number> { x: number; (y: string): void; new (z: string): B; readonly [k: string]: any; m?(): void; get g(): number }\ndeclare const c: number\ndeclare function d(x: number): void\ndeclare class E { x: number }\ndeclare enum F { A }\ndeclare namespace G { const x: number }\ndeclare module 'm' { }\ndeclare global { var x: number }\nabstract class H {}\nobserve(typeof H)",
  "a type without a semicolon before a bracket":
    "let log: number[] = []\ntype A = number\n[1].forEach((x) => log.push(x))\nobserve(log)",
  "a type with a semicolon before a bracket":
    "let log: number[] = [];\ntype A = number\n;[1].forEach((x) => log.push(x))\nobserve(log)",
  "a cast before a parenthesis":
    "const f = (x: number) => x\nlet a = f as any\n(f)(1)\nlet b = f as unknown\n;[a, b].forEach((x) => observe(x === f))",
  "a declaration without a semicolon before a template": "let a: string\n`x`\nobserve(a)",
  "a field without a semicolon before a computed one":
    "class A {\n  a: number\n  ['b'] = 2\n  c?: string\n  *d() { yield 1 }\n  static e = 1\n  get\n  g() { return 3 }\n}\nconst x = new A()\nobserve(x, A.e, [...x.d()], x.g, Object.keys(A))",
  "class members":
    "abstract class A<T> implements Iterable<T> {\n  declare d: number\n  public a = 1\n  private readonly b?: number\n  protected static readonly c: number = 3\n  e!: string\n  static #f: number = 4;\n  [k: string]: any\n  abstract g(): void\n  abstract h: number\n  static get f(): number { return A.#f }\n  public async *i<U>(this: A<T>, x?: U): AsyncGenerator<U> { yield x! }\n  private static async j(): Promise<void> {}\n  'quoted key'!: number;\n  12: number = 5\n  readonly [Symbol.toStringTag]: string = 'A'\n  m?(): void\n  k(x: string): void\n  k(x: number): void\n  k(x: any): void { observe(x) }\n  *[Symbol.iterator](): Iterator<T> {}\n}\nclass B extends A<number> { override k(x: any) { super.k(x) } g() {} h = 1 }\nconst b = new B()\nb.k('k')\nobserve(Object.keys(b), A.f, 'd' in b, 'e' in b)",
  "words that are modifiers elsewhere":
    "class A { static = 1; readonly = 2; declare = 3; abstract = 4; get = 5; set = 6; async = 7; public = 8; override() { return 9 } type() {} }\nconst type = 1, as = 2, satisfies = 3, of = 4, declare = 5, namespace = 6, module = 7, abstract = 8, is = 9, keyof = 10, readonly = 11, any = 12\nobserve(new A(), type + as, satisfies, of, declare, namespace, module, abstract, is, keyof, readonly, any)",
  "parameter properties":
    "class A { constructor(public a: number, private readonly b = a + 1, protected c?: string, d = 5, readonly e = d) {} }\nclass B extends A { f = 1; constructor(x: number, override readonly a: number = 7) { observe('before'); super(x); observe(this.f, this.a) } }\nobserve(new A(1), new B(2), Object.keys(new B(2)))",
  "parameter properties of a class on one line":
    "const A = class { x = 1; constructor(private y: number) { this.x = this.y } }\nobserve(new A(3))",
  overloads:
    "function f(x: string): string\nfunction f(x: number): number\nfunction f(x: any) { return x }\nexport function g(): void\nexport function g(x?: any) { return 2 }\nobserve(f(1), g())",
  "arrow functions":
    "const f = async (x: number): Promise<number> => x, g = (x: number): x is 1 => x === 1, h = <T extends {}>(x: T) => x\nconst i = async <T>(x: T) => x\nobserve(await f(1), g(1), h(2), await i(3))",
  "arrow functions over several lines":
    "const f = (a: number): {\n  x: number\n} => ({ x: a })\nconst g = (\n): Array<\n  number\n> => []\nconst h = async <\n  T,\n>(a: T) => a\nconst i = (a = (1)): /* ) */ number /**/ => a\nobserve(f(1), g(), await h(2), i())",
  "types over several lines after return":
    "function f() {\n  return <\n    T,\n  >(x: T) => x\n}\nfunction g(x: any) {\n  return <\n    number\n  >x\n}\nfunction h(x: any) {\n  return x as\n    number\n}\nobserve(f()(1), g(2), h(3))",
  "arrows in conditionals":
    "const a = true, b = 1\nconst f = a ? (b) : (c: number) => c\nconst g = a ? (b) : c => c\nconst h = a ? (x: number): number => x : 5\nconst i = a ? (b, 2) : c => c\nobserve(f, g, typeof h, i, a ? (b) : a ? (b) : d => d)",
  "type arguments":
    "function tag<T>(s: TemplateStringsArray) { return s[0] }\nclass A<T> { x = 1 }\nconst f = tag<string>, o = { m<T>(x: T) { return x } }\nobserve(tag<number>`a`, f`b`, new A<number>().x, (new A<string>).x, o.m<number>(1), o?.m<number>(2), o.m?.<number>(3))",
  "comparisons that look like type arguments":
    "const a = 1, b = 2, c = 3\nobserve(a < b, a < b && b > c, (a < b) > (c as any), a<b, b>c)",
  "object methods":
    "const k = 'c'\nconst o = { a<T>(this: any, x: T): T { return x }, async *b<T>(): AsyncGenerator<T> {}, [k as string]: 1, get d(): number { return 2 }, set d(x: number) { observe(x) } }\no.d = 3\nobserve(o.a(1), o.c, o.d)",
  "catch and loops":
    "try { throw 1 } catch (e: unknown) { observe(e) }\nfor (const x of <any>[1]) observe(x)\nfor (let i: number = 0; i < 1; i++) observe(i)\nfor (const k in { a: 1 } as any) observe(k)",
  "destructuring with types":
    "const { a, b: { c = 1 } = {} as any, ...rest }: { a: number; [k: string]: any } = { a: 1, d: 2 }\nfunction f({ x, y = 2 }: { x: number; y?: number } = { x: 0 }, [z]: number[] = [3]) { return [x, y, z] }\nobserve(a, c, rest, f(), f({ x: 5 }, [6]))",
  "imports in types":
    "let x: import('nowhere').Thing<number>; let y: typeof import('nowhere')\nobserve(x, y)",
  enums:
    "enum A { X, Y, Z = 10, W }\nenum B { S = 's', T = `t`, U = 'u' + 'v', V = S, N = 1 << 3, M, P = N | M, Q = B.M, R = A.W, L = 'abc'.length, 'two words' = 5, after }\nconst enum C { X = -1, Y, Z = ~0 }\nenum D { A = 1.5, B, C = (1 + 2) * 3, /* c */ D, // d\n  E }\nenum E {}\nobserve(A, B, C, D, E, A[10], B.after, Object.keys(B))",
  "enums that use the cell's names":
    "const n = 5, f = (x: number) => x * 2\nenum A { X = n, Y = f(X), Z = [X, Y].length, W = (() => Y)() }\nobserve(A)",
  "enums within functions and blocks":
    "function f() { enum A { X = 1 }\n { enum A { Y = 2 }\n observe(A) }\n return A }\nobserve(f())",
  "enums in two parts":
    "enum A { X }\nenum A { Y = 1 }\nfunction f() { enum B { X }\nenum B { Y = 5 }\nreturn B }\nobserve(A, f())",
  "enums used before being whole": "enum A { X = 1, Y = typeof A === 'object' ? 2 : 3 }\nobserve(A)",
  "type-only imports and exports":
    "import type { A } from 'nowhere'\nimport type B from 'nowhere'\nexport type { A }\nexport type D = A | B\nexport interface E {}\nconst x: D = 1 as any\nobserve(x)",
  "assertion functions":
    "function f(x: unknown): asserts x is number { if (typeof x !== 'number') throw new Error('no') }\nfunction g(x: any): asserts x {}\nf(1); g(1)\nobserve('fine')",
  "abstract constructors and unique symbols":
    "let a: abstract new (...xs: any[]) => object = Map; const s: unique symbol = Symbol('s') as any\nobserve(typeof a, typeof s)",
  "comments among types":
    "let a /* 1 */ : /* 2 */ number /* 3 */ = /* 4 */ 1 /* 5 */ as /* 6 */ any // 7\nclass A { private /* x */ readonly // y\n b /* z */ ? /* w */ : number = 1 }\nobserve(a, new A())",
  "regular expressions and divisions":
    "const a = 4 as number / 2, r = /as number/.test('as number'), g = 2\nobserve(a, r, 8 / g / 2)",
  "arrow functions that return objects and generics":
    "const f = (): { a: number } => ({ a: 1 }), g = (x: number): Array<Array<number>> => [[x]], h = (x: number): number => x >> 1\nobserve(f(), g(1), h(4))",
  "class expressions":
    "const A = class<T> extends Array<T> implements Iterable<T> { constructor(private tag: string) { super() } }\nobserve(new A<number>('t').length, Object.keys(new A('u')), A.name)",
  "a class with implements only":
    "interface I { a: number }\nclass A implements I, Iterable<number> { a = 1; *[Symbol.iterator]() { yield 1 } }\nobserve([...new A()], class implements I { a = 1 }.name)",
  "a class extending a call":
    "const mix = <T extends new (...a: any[]) => object>(b: T) => class extends b { mixed = true }\nclass A extends mix(Array<number>)<number> implements Iterable<number> {}\nobserve(new A().mixed)",
};

describe("types are taken out as TypeScript does", () => {
  test.each(Object.entries(PROGRAMS))("%s", async (_, code) => {
    const cell = await observeCell(code);
    const module = await observeModule(code);
    expect(module.error).toBeUndefined();
    expect(cell).toEqual(module);
    expect(cell.told).not.toEqual([]);
  });
});

describe("JavaScript that looks like types is JavaScript", () => {
  test.each([
    "const a = 1, b = 2\nconst f = a ? (b) : c => c, g = a ? (x) => (x) : c => c, h = a ? (b, 3) : async (c) => c\nobserve(f, g(4), h)",
    "const a = 0, b = 2\nconst f = a ? (b) : a ? (b) : c => c, g = a ? b : (c) => ({ c })\nobserve(f(5), g(6))",
    "const a = 1, b = 2, c = 3\nobserve(a < b, a < b > c, a < (b > c))",
    "const type = 1, declare = 2, as = 3, satisfies = 4\ntype\ndeclare\nobserve(type, declare, as, satisfies)",
    "let a = 1\nlet b = a\n++a\nobserve(a, b)",
    "const o = { as: 1, type: 2, is: 3, satisfies: 4 }, { as, type: is } = o\nobserve(o.as, o.type, as, is)",
    "const async = (x) => x, of = [1], get = 2\nfor (const of of [3]) observe(of)\nobserve(async(4), get)",
    "observe(1\n/2/1, `${1}`.length, /[/]as any/.source)",
  ])("%j", async (code) => {
    const module = await observePlain(code);
    expect(module.error).toBeUndefined();
    expect(await observeCell(code)).toEqual(module);
  });
});
