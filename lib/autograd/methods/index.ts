import { Tensor } from "../tensor";
import { arithmeticMethods } from "./arithmetic";
import { graphMethods } from "./graph";
import { inPlaceMethods } from "./inplace";
import { reduceMethods } from "./reduce";
import { shapeMethods } from "./shape";
import { toPrimitive, valueMethods } from "./value";

const methods = {
  ...arithmeticMethods,
  ...graphMethods,
  ...inPlaceMethods,
  ...reduceMethods,
  ...shapeMethods,
  ...valueMethods,
};

/** The methods of tensors: the operations in PyTorch's words, and what a tensor can tell and do about itself. */
export type TensorMethods = typeof arithmeticMethods &
  typeof graphMethods &
  typeof inPlaceMethods &
  typeof reduceMethods &
  typeof shapeMethods &
  typeof valueMethods;

for (const [name, value] of Object.entries(methods)) {
  Object.defineProperty(Tensor.prototype, name, { value, writable: true, configurable: true });
}

// JavaScript's own ways of asking an object for a text or a number, and Node's of showing it.
Object.defineProperties(Tensor.prototype, {
  [Symbol.toPrimitive]: { value: toPrimitive },
  [Symbol.for("nodejs.util.inspect.custom")]: {
    value(this: Tensor): string {
      return this.toString();
    },
  },
});
