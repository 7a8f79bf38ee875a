/** The door for programs that run cells' code without a kernel of ours: a notebook of Jupyter's under another's. */
export { Archive } from "./archive";
export { createDisplay, Fragment, fragmentForms, imageForm, Markdown, markdownForm } from "./display";
export { cellGlobals } from "./globals";
export { describe, graphOf, richForm } from "./gradbook";
export { GraphOutput } from "./graph";
export { Run } from "./run";
