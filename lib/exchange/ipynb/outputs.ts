import type { ElementNode, MimeBundle, Output, TableData, TreeNode } from "../../protocol";
import { type NbBundle, type NbOutput, toLines } from "./nbformat";

/** The site's colours of series, as they are in its light theme: outside of the page its names mean nothing. */
export const SERIES_ON_PAPER = [
  "#1f5f99",
  "#b3402a",
  "#2f7d5b",
  "#9a6a12",
  "#6c4aa0",
  "#147a85",
  "#a13d72",
  "#66707a",
] as const;

/** What stands below a cell, as Jupyter keeps it. Inputs are left out: their values are in what the cell put out. */
export function toNbOutputs(outputs: readonly Output[], executionCount: number | null): NbOutput[] {
  return outputs.map((output) => toNbOutput(output, executionCount)).filter((output) => output !== null);
}

function toNbOutput(output: Output, executionCount: number | null): NbOutput | null {
  switch (output.type) {
    case "stream":
      return { output_type: "stream", name: output.name, text: toLines(output.text) };
    case "error": {
      const places = output.traceback.map(
        ({ name, cell, line, column }) => `    at ${name || "top"} (${cell}:${line}:${column})`,
      );
      const { name: ename, message: evalue } = output;
      return { output_type: "error", ename, evalue, traceback: [`${ename}: ${evalue}`, ...places] };
    }
    case "display_data":
      if (output.data["application/vnd.gradbook.input+json"]) return null;
      return { output_type: "display_data", data: toNbBundle(output.data), metadata: {} };
    case "execute_result":
      return {
        output_type: "execute_result",
        data: toNbBundle(output.data),
        metadata: {},
        execution_count: executionCount,
      };
  }
}

/** A value's forms, as far as Jupyter has names for them. */
export function toNbBundle(data: MimeBundle): NbBundle {
  const bundle: NbBundle = { "text/plain": toLines(data["text/plain"]) };
  const markdown = data["text/markdown"];
  if (markdown !== undefined) bundle["text/markdown"] = toLines(markdown);
  const plot =
    data["application/vnd.gradbook.plot+json"] ?? data["application/vnd.gradbook.live+json"]?.picture;
  const tree = plot?.tree ?? data["application/vnd.gradbook.html+json"];
  if (tree?.tag === "svg") bundle["image/svg+xml"] = toLines(markupOf(tree, true));
  else if (tree) bundle["text/html"] = toLines(markupOf(tree, false));
  const image = data["application/vnd.gradbook.image+json"];
  if (image) bundle[image.type] = image.data;
  const table = data["application/vnd.gradbook.table+json"];
  if (table) bundle["text/html"] = toLines(tableMarkup(table));
  return bundle;
}

const VOID = new Set(["br", "hr", "img", "wbr", "col"]);

function markupOf(node: TreeNode, isRoot: boolean): string {
  if (typeof node === "string") return escaped(node);
  const attributes = isRoot
    ? { xmlns: "http://www.w3.org/2000/svg", color: "#22262b", ...node.attributes }
    : withNamespace(node);
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(inked(value))}"`);
  const open = `<${node.tag}${written.join("")}>`;
  if (VOID.has(node.tag)) return open;
  return `${open}${node.children.map((child) => markupOf(child, false)).join("")}</${node.tag}>`;
}

/** A picture within HTML needs a namespace of its own where the file is read as XML. */
function withNamespace({ tag, attributes }: ElementNode): Record<string, string> {
  return tag === "svg" ? { xmlns: "http://www.w3.org/2000/svg", ...attributes } : attributes;
}

/** The page's names of colours as colours. */
function inked(value: string): string {
  return value
    .replace(/var\(--series-(\d)\)/g, (_, place) => SERIES_ON_PAPER[Number(place) - 1] ?? "#22262b")
    .replace(/var\(--(?:paper|plot-background)[\w-]*(?:,[^)]*)?\)/g, "#ffffff")
    .replace(/var\(--[\w-]+(?:,\s*([^)]*))?\)/g, (_, other) => other ?? "currentColor");
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

function tableMarkup({ columns, rows }: TableData): string {
  const cells = (tag: string, values: readonly unknown[]) =>
    values.map((value) => `<${tag}>${escaped(String(value ?? ""))}</${tag}>`).join("");
  const body = rows.map((row) => `<tr>${cells("td", row)}</tr>`).join("\n");
  return `<table>\n<thead><tr>${cells("th", columns)}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}
