export { type CodeClass, codeClasses } from "./classes";
export { createHighlighter, type Highlighter, highlighterOf } from "./highlighter";
export {
  type CodeLanguage,
  type CodeToken,
  createTokenizer,
  type LineState,
  type Tokenizer,
} from "./tokenizer";
