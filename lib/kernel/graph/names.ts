import { nn, Tensor } from "../../autograd";

/** Elements of one list that are looked at for tensors. */
const MAX_ITEMS = 100;

/** What the program calls its tensors and modules. */
export interface Names {
  /** A tensor's name, by its node in the graph or, of a constant, by itself. */
  tensors: Map<object, string>;
  modules: Map<object, string>;
}

/** @param variables the names that cells define, with their values; where a thing has several names, the first holds */
export function namesOf(variables: Iterable<readonly [string, unknown]>): Names {
  const names: Names = { tensors: new Map(), modules: new Map() };
  const parameters: [string, Tensor][] = [];
  const nameTensor = (name: string, tensor: Tensor) => {
    const key = tensor.node ?? tensor;
    if (!names.tensors.has(key)) names.tensors.set(key, name);
  };
  for (const [name, value] of variables) {
    if (value instanceof Tensor) nameTensor(name, value);
    else if (value instanceof nn.Module) {
      for (const [path, module] of value.namedModules())
        if (!names.modules.has(module)) names.modules.set(module, path === "" ? name : `${name}.${path}`);
      // `linear1.weight` is what the program prints, without the variable's name; `weight` alone would say too little.
      for (const [path, tensor] of [...value.namedParameters(), ...value.namedBuffers()])
        parameters.push([path.includes(".") ? path : `${name}.${path}`, tensor]);
    } else if (Array.isArray(value)) {
      const length = Math.min(value.length, MAX_ITEMS);
      for (let i = 0; i < length; i++)
        if (value[i] instanceof Tensor) nameTensor(`${name}[${i}]`, value[i] as Tensor);
    }
  }
  // A variable's own name is nearer to the reader than a module's.
  for (const [path, tensor] of parameters) nameTensor(path, tensor);
  return names;
}
