/** The door of the compiler's own bundle: most of the kernel's weight, which only changed cells need. */
export { type CellRuntime, CellSyntaxError, type CompiledCell, compileCell } from "./compile";
