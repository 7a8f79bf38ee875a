export { Fragment, fragmentForms, fragmentTag } from "./fragment";
export { imageForm } from "./image";
export { inspect } from "./inspect";
export { Markdown, markdownForm, markdownTag } from "./markdown";
export { createDisplay, type Display, type RichForm, type RichForms } from "./mime";
export { consoleTable } from "./table";
