// What the reference pages use of their libraries, which are installed only to measure.
declare module "codemirror" {
  export const basicSetup: object;
  export class EditorView {
    constructor(config: { doc: string; extensions: readonly object[] });
    readonly dom: HTMLElement;
    readonly state: { doc: { toString(): string } };
  }
}
declare module "@codemirror/lang-javascript" {
  export function javascript(config: { typescript: boolean }): object;
}
declare module "sucrase" {
  export function transform(code: string, options: { transforms: string[] }): { code: string };
}
