import { createTokenizer, highlighterOf } from "../../../lib/content/highlight";
import type { EditorFactory } from "../handle";
import { createCellEditor } from "./cell-editor";
import { registerTypeScript } from "./language";
import { startLanguageService } from "./language-service";
import { Models } from "./models";
import { followPageTheme } from "./theme";
import { warmUp } from "./warm-up";

/** The factory of the page's editors; to be called once a page, after the style sheet has loaded. */
export async function createFactory(): Promise<EditorFactory> {
  const tokenizer = await createTokenizer(["typescript"]);
  await warmUp(tokenizer);
  const highlighter = highlighterOf(tokenizer);
  const models = new Models();
  registerTypeScript(tokenizer);
  followPageTheme(document);
  return {
    kind: "monaco",
    create: (options) => createCellEditor(options, models),
    forget: (key) => models.forget(key),
    highlight: (text) => highlighter(text, "typescript"),
    startLanguageService,
  };
}
