import types from "@/.generated/types.json";
import vendor from "@/.generated/vendor.json";
import { prepareEnvironment } from "./environment";
import type { EditorFactory } from "./handle";
import { plainFactory } from "./plain-editor";

/** The bundle of ./monaco, known by its types alone. */
type MonacoBundle = typeof import("./monaco/entry");

let loading: Promise<EditorFactory> | undefined;
let prepared = false;

/**
 * The page's editor: Monaco, loaded at the first call; plain text fields on touch screens, and where Monaco cannot
 * load (then the next call tries again). Never rejects.
 *
 * @param locale the language of Monaco's own words, for as long as the page lives.
 * @param root where the site stands, with a slash at its end: "/", "/gradbook/".
 */
export function loadEditor(locale: string, root: string): Promise<EditorFactory> {
  if (prefersPlainField()) return Promise.resolve(plainFactory);
  loading ??= loadMonaco(locale, root).catch((error: unknown) => {
    console.warn("The editor could not be loaded; cells are edited as plain text.", error);
    loading = undefined;
    return plainFactory;
  });
  return loading;
}

/** Whether fingers are the main way to point here: Monaco is made for a mouse and a keyboard. */
export function prefersPlainField(): boolean {
  return matchMedia("(pointer: coarse)").matches;
}

async function loadMonaco(locale: string, root: string): Promise<EditorFactory> {
  const at = (path: string) => new URL(root + path, document.baseURI).href;
  if (!prepared) {
    prepareEnvironment({ editor: at(vendor.monacoWorker), typescript: at(vendor.monacoTypeScriptWorker) });
    for (const path of vendor.monacoPreload) preload(at(path));
    prepared = true;
  }
  const messages = locale === "zh" ? importUrl(at(vendor.monacoMessagesZh)) : undefined;
  const [bundle] = await Promise.all([
    // Monaco reads its words while it is evaluated, so they have to be there before.
    Promise.resolve(messages).then(() => importUrl(at(vendor.monaco)) as Promise<MonacoBundle>),
    styleSheet(at(vendor.monacoCss)),
  ]);
  return bundle.createFactory(async () => {
    const response = await fetch(at(types.types));
    if (!response.ok) throw new Error(`${types.types}: ${response.status} ${response.statusText}`);
    return (await response.json()) as Record<string, string>;
  });
}

/** An import that the site's bundler leaves to the browser. */
const importUrl = (url: string): Promise<unknown> =>
  import(/* webpackIgnore: true */ /* turbopackIgnore: true */ url);

function preload(url: string): void {
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = url;
  document.head.append(link);
}

function styleSheet(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = url;
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => {
      link.remove();
      reject(new Error(`could not load ${url}`));
    });
    // Before the page's own sheets, so that code.css can have the last word.
    document.head.prepend(link);
  });
}
