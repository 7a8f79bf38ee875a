export { assignsConstant, type Box } from "./box";
export { Scope } from "./scope";
export { UndefinedNameError } from "./undefined-name";
