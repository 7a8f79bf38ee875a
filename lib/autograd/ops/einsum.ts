import { arange } from "../create";
import { fail } from "../errors";
import * as mistake from "../mistakes";
import { count } from "../shape";
import { checkRank, needTensor, type Tensor } from "../tensor";
import { mul } from "./arithmetic";
import { indexSelect } from "./indexing";
import { bmm } from "./matmul";
import { sum } from "./reduce";
import { permute, reshape, unsqueeze } from "./shape";

/** A tensor whose dimensions have names. */
interface Named {
  readonly x: Tensor;
  readonly names: readonly string[];
}

/** The outer product of two vectors: y[i][j] = a[i] · b[j]. */
export function outer(a: Tensor, b: Tensor): Tensor {
  for (const x of [a, b]) {
    checkRank("outer", x, 1);
  }
  return mul(unsqueeze(a, 1), b);
}

/**
 * Einstein's summation: products of elements, summed over the letters that the result does not name.
 * `einsum("ij,jk->ik", a, b)` is the matrix product. Without `->`, the letters that occur once are the result's, in
 * alphabetical order. `...` stands for any leading dimensions, which broadcast.
 */
export function einsum(equation: string, ...operands: readonly Tensor[]): Tensor {
  if (typeof equation !== "string")
    fail(mistake.einsum, { equation: typeof equation, operands: operands.length });
  const [left = "", right] = equation.replaceAll(" ", "").split("->");
  const terms = left.split(",");
  const valid = /^[a-zA-Z]*(\.\.\.)?[a-zA-Z]*$/;
  if (terms.length !== operands.length || ![...terms, right ?? ""].every((term) => valid.test(term))) {
    fail(mistake.einsum, { equation, operands: operands.length });
  }
  const named = operands.map((x, i) => read(equation, x, terms[i]!));
  const dots = named.reduce((most, { names }) => Math.max(most, names.filter(isDot).length), 0);
  const leading = Array.from({ length: dots }, (_, i) => `.${dots - i}`);
  const letters = terms.join("").replaceAll(".", "");
  const once = [...letters].filter((name) => letters.split(name).length === 2).sort();
  const wanted = right === undefined ? [...leading, ...once] : spell(right, leading);
  if (
    new Set(wanted).size < wanted.length ||
    wanted.some((name) => !named.some((each) => each.names.includes(name)))
  ) {
    fail(mistake.einsum, { equation, operands: operands.length });
  }
  checkSizes(equation, named);
  const total = named.reduce((a, b, i) => {
    const later = new Set([...wanted, ...named.slice(i + 1).flatMap(({ names }) => names)]);
    return contract(a, b, later);
  });
  const { x, names } = keep(total, new Set(wanted));
  return permute(
    x,
    wanted.map((name) => names.indexOf(name)),
  );
}

const isDot = (name: string): boolean => name.startsWith(".");

/** The names of a term, with the leading dimensions in the place of `...`. */
function spell(term: string, leading: readonly string[]): string[] {
  const [before = "", after] = term.split("...");
  return after === undefined ? [...before] : [...before, ...leading, ...after];
}

/** Gives an operand's dimensions their names; a name that occurs twice takes the diagonal. */
function read(equation: string, operand: Tensor, term: string): Named {
  needTensor("einsum", operand);
  const free = operand.shape.length - term.replace("...", "").length;
  if (free < 0 || (free > 0 && !term.includes("..."))) {
    fail(mistake.indexCount, { op: `einsum("${equation}")`, count: term.length, shape: operand.shape });
  }
  let x = operand;
  let names = spell(
    term,
    Array.from({ length: free }, (_, i) => `.${free - i}`),
  );
  for (let twice = repeated(names); twice !== undefined; twice = repeated(names)) {
    const [i, j] = [names.indexOf(twice), names.lastIndexOf(twice)];
    if (x.shape[i] !== x.shape[j]) {
      fail(mistake.broadcastShapes, {
        op: "einsum",
        shapes: [x.shape, x.shape],
        dim: j,
        sizes: [x.shape[i]!, x.shape[j]!],
      });
    }
    const rest = names.filter((name) => name !== twice);
    x = diagonals(permute(x, [...rest.map((name) => names.indexOf(name)), i, j]));
    names = [...rest, twice];
  }
  return { x, names };
}

const repeated = (names: readonly string[]): string | undefined =>
  names.find((name, i) => names.indexOf(name) !== i);

/** The diagonals of the matrices in the last two dimensions. */
function diagonals(x: Tensor): Tensor {
  const size = x.shape.at(-1)!;
  const places = mul(arange(size), size + 1);
  return indexSelect(reshape(x, [...x.shape.slice(0, -2), size * size]), -1, places);
}

/** Letters stand for one size; the dimensions of `...` may also be 1. */
function checkSizes(equation: string, named: readonly Named[]): void {
  const sizes = new Map<string, number>();
  for (const { x, names } of named) {
    names.forEach((name, dim) => {
      const size = x.shape[dim]!;
      const known = sizes.get(name) ?? 1;
      if (known !== size && known !== 1 && !(isDot(name) && size === 1)) {
        const op = `einsum("${equation}")`;
        fail(mistake.broadcastShapes, {
          op,
          shapes: [named[0]!.x.shape, x.shape],
          dim,
          sizes: [known, size],
        });
      }
      if (size !== 1 || !sizes.has(name)) sizes.set(name, size);
    });
  }
}

/** Sums over the dimensions that are not needed any more. */
function keep({ x, names }: Named, needed: ReadonlySet<string>): Named {
  const gone = names.flatMap((name, dim) => (needed.has(name) ? [] : [dim]));
  return gone.length === 0
    ? { x, names }
    : { x: sum(x, gone), names: names.filter((name) => needed.has(name)) };
}

/** The product of two operands, summed over what only they share, as a batch of matrix products. */
function contract(left: Named, right: Named, later: ReadonlySet<string>): Named {
  const a = keep(left, new Set([...later, ...right.names]));
  const b = keep(right, new Set([...later, ...left.names]));
  const size = (each: Named, name: string): number => each.x.shape[each.names.indexOf(name)] ?? 1;
  const shared = a.names.filter((name) => b.names.includes(name));
  if (shared.some((name) => size(a, name) !== size(b, name))) return keep(multiply(a, b), later);
  const batch = shared.filter((name) => later.has(name));
  const summed = shared.filter((name) => !later.has(name));
  const rows = a.names.filter((name) => !shared.includes(name));
  const columns = b.names.filter((name) => !shared.includes(name));
  const arranged = (each: Named, ...groups: readonly (readonly string[])[]): Tensor =>
    reshape(
      permute(
        each.x,
        groups.flat().map((name) => each.names.indexOf(name)),
      ),
      groups.map((group) => count(group.map((name) => size(each, name)))),
    );
  const y = bmm(arranged(a, batch, rows, summed), arranged(b, batch, summed, columns));
  const names = [...batch, ...rows, ...columns];
  return {
    x: reshape(
      y,
      names.map((name) => size(a.names.includes(name) ? a : b, name)),
    ),
    names,
  };
}

/** The product of two operands element by element, where sizes of 1 broadcast. */
function multiply(a: Named, b: Named): Named {
  const names = [...new Set([...a.names, ...b.names])];
  const arranged = ({ x, names: own }: Named): Tensor => {
    const order = names.filter((name) => own.includes(name));
    const y = permute(
      x,
      order.map((name) => own.indexOf(name)),
    );
    return reshape(
      y,
      names.map((name) => y.shape[order.indexOf(name)] ?? 1),
    );
  };
  return { x: mul(arranged(a), arranged(b)), names };
}
