export { Fragment, fragmentForms, fragmentTag } from "./fragment";
export { inspect } from "./inspect";
export { createDisplay, type Display, type RichForm, type RichForms } from "./mime";
export { consoleTable } from "./table";
