import { transform } from "sucrase";

/** Runs a cell: its types are taken off, and what it prints is sent when it has ended. */
addEventListener("message", ({ data }: MessageEvent<{ cell: string; code: string }>) => {
  const lines: string[] = [];
  const print = (...values: unknown[]) => void lines.push(values.join(" "));
  const { code } = transform(data.code, { transforms: ["typescript"] });
  new Function("print", code)(print);
  postMessage({ cell: data.cell, text: lines.join("\n") });
});
