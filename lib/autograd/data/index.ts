export { type Dataset, type RandomOptions, randomSplit, Subset, TensorDataset } from "./dataset";
export { digits } from "./digits";
export {
  blobs,
  type ClassesOptions,
  circles,
  type GeneratedOptions,
  linear,
  moons,
  type Samples,
  sine,
  spirals,
} from "./generated";
export { DataLoader, type DataLoaderOptions } from "./loader";
