/** Entry points of monaco-editor that come without types. */
declare module "monaco-editor/languages/definitions/typescript/typescript" {
  import type { languages } from "monaco-editor/editor";
  export const conf: languages.LanguageConfiguration;
}

declare module "monaco-editor/languages/definitions/markdown/markdown" {
  import type { languages } from "monaco-editor/editor";
  export const conf: languages.LanguageConfiguration;
  export const language: languages.IMonarchLanguage;
}

declare module "monaco-editor/languages/features/typescript/tsMode" {
  import type { typescriptDefaults } from "monaco-editor/languages/features/typescript/register";
  export function setupTypeScript(defaults: typeof typescriptDefaults): void;
}

declare module "monaco-editor/editor/browser/config/tabFocus" {
  import type { IEvent } from "monaco-editor/editor";
  export const TabFocus: { readonly onDidChangeTabFocus: IEvent<boolean>; getTabFocusMode(): boolean };
}

declare module "monaco-editor/editor/browser/coreCommands";
declare module "monaco-editor/editor/contrib/suggest/browser/suggestController";
