import { isFloat } from "../dtype";
import { fail } from "../errors";
import * as mistake from "../mistakes";
import { A, NOTHING, type Op } from "../ops/op";
import { type Shape, sameShape } from "../shape";
import { blank, copyElements, onStaleView, rowMajor, type Tensor, viewOf } from "../tensor";
import { shadow } from "./autograd";
import { mode } from "./mode";
import { type Node, record } from "./node";

/** Where the elements of a view lie among those of its base. */
interface Place {
  readonly shape: Shape;
  readonly strides: Shape;
  readonly offset: number;
}

/** y = the elements of x that lie at a place.   ∂L/∂x = g at that place, 0 elsewhere */
export const AsStrided: Op = {
  name: "asStrided",
  saves: [NOTHING],
  backward: [
    (g, at) => {
      const zeros = blank(at.shape(0), g.dtype);
      return copySlices(zeros, g, at.attributes as Place);
    },
  ],
};

/** y = x with other elements at a place.   ∂L/∂x = g with zeros at that place,   ∂L/∂part = g at that place */
export const CopySlices: Op = {
  name: "copySlices",
  saves: [NOTHING, NOTHING],
  backward: [
    (g, at) => {
      const place = at.attributes as Place;
      return copySlices(g, blank(place.shape, g.dtype), place);
    },
    (g, at) => asStrided(g, at.attributes as Place),
  ],
};

function asStrided(x: Tensor, place: Place): Tensor {
  const source = x.rowMajor ? x : rowMajor(x);
  const y = viewOf(source, place.shape, place.strides, source.offset + place.offset);
  return mode.recording ? record(AsStrided, y, [source], place) : y;
}

function copySlices(x: Tensor, part: Tensor, place: Place): Tensor {
  const y = blank(x.shape, x.dtype);
  copyElements(x, y);
  copyElements(part, viewOf(y, place.shape, place.strides, place.offset));
  return mode.recording ? record(CopySlices, y, [x, part], place) : y;
}

const placeOf = (view: Tensor, base: Tensor): Place => ({
  shape: view.shape,
  strides: view.strides,
  offset: view.offset - base.offset,
});

/** When a base was changed in place, the history of its views is: the base as it is now, and the view's elements of it. */
onStaleView((view, base): Node | null => {
  const node = base.ownNode;
  if (node === null || node.isLeaf) return view.ownNode;
  const before = mode.recording;
  mode.recording = true;
  const now = viewOf(base, view.shape, view.strides, view.offset);
  record(AsStrided, now, [base], placeOf(view, base));
  mode.recording = before;
  if (now.ownNode !== null) now.ownNode.output = view;
  return now.ownNode;
});

/**
 * Changes a tensor in place to what `compute` makes of it: checks that this is allowed, writes the values, counts the
 * change, and puts the operation into the tensor's history (and that of the tensor it is a view of).
 */
export function changeInPlace(op: string, t: Tensor, compute: (before: Tensor) => Tensor): Tensor {
  const base = t.origin?.base ?? null;
  if (mode.recording) {
    const owner = base ?? t;
    if (owner.node?.isLeaf === true || t.node?.isLeaf === true) {
      fail(mistake.inplaceLeaf, { op, shape: t.shape });
    }
  }
  const before = shadow(t);
  const result = compute(before);
  if (!sameShape(result.shape, t.shape))
    fail(mistake.inplaceShape, { op, shape: t.shape, result: result.shape });
  if (isFloat(result.dtype) && !isFloat(t.dtype))
    fail(mistake.inplaceDtype, { op, dtype: t.dtype, result: result.dtype });
  const node = result.node;
  if (node !== null && node.inputs?.[0] === before && node.looksAt(A)) {
    // The rule looks at the values before the change: keep a copy of them, with the old history.
    const copy = blank(t.shape, t.dtype);
    copyElements(t, copy);
    copy.ownNode = before.ownNode;
    node.replaceInput(0, copy);
  }
  copyElements(result, t);
  t.touch();
  if (mode.recording) {
    if (base !== null && (node !== null || base.node !== null)) rebase(op, t, base, result);
    else if (node !== null || t.ownNode !== null) {
      t.ownNode = node;
      if (node !== null) node.replaceOutput(t);
    }
  }
  return t;
}

/** Puts the change of a view into the history of its base. */
function rebase(op: string, t: Tensor, base: Tensor, part: Tensor): void {
  if (!base.rowMajor) {
    fail(mistake.inplaceView, { op, shape: t.shape });
  }
  const old = shadow(base);
  const now = viewOf(base, base.shape, base.strides, base.offset);
  record(CopySlices, now, [old, part], placeOf(t, base));
  base.ownNode = now.ownNode;
  if (base.ownNode !== null) base.ownNode.output = base;
}
