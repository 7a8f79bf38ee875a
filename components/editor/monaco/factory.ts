import { createTokenizer, highlighterOf } from "../../../lib/content/highlight";
import type { EditorFactory } from "../handle";
import { createCellEditor } from "./cell-editor";
import { registerMarkdown, registerTypeScript } from "./language";
import { LanguageService } from "./language-service";
import { Models } from "./models";
import { followPageTheme } from "./theme";
import { warmUp } from "./warm-up";

/**
 * The factory of the page's editors; to be called once a page, after the style sheet has loaded.
 *
 * @param loadTypes the types that cells are written against, a text by path
 */
export async function createFactory(
  loadTypes: () => Promise<Record<string, string>>,
): Promise<EditorFactory> {
  const tokenizer = await createTokenizer(["typescript"]);
  await warmUp(tokenizer);
  const highlighter = highlighterOf(tokenizer);
  const models = new Models();
  const service = new LanguageService(loadTypes);
  registerTypeScript(tokenizer);
  registerMarkdown();
  followPageTheme(document);
  return {
    kind: "monaco",
    create: (options) => createCellEditor(options, models, () => service.start()),
    forget: (key) => models.forget(key),
    highlight: (text) => highlighter(text, "typescript"),
    startLanguageService: () => service.start(),
    knowCells: (cells) => service.know(cells),
  };
}
