import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import kernel from "@/.generated/kernel.json";
import { asset } from "../layout/site";
import { Still } from "../mdx/still";
import { earlyScript, FRAME_TEMPLATE } from "./early";

/** The frame of the page's kernels, ready to be copied, and a listener for readers who click before the page is alive. */
export function EarlyStart({ id }: { id: string }) {
  // As markup: React would put the frame below the template, not into it.
  const frame: Element = {
    type: "element",
    tagName: "iframe",
    properties: {
      className: ["kernel-frame"],
      dataWaiting: "",
      title: "kernel",
      ariaHidden: "true",
      tabIndex: -1,
      sandbox: ["allow-scripts"],
      srcDoc: kernel.frame,
    },
    children: [],
  };
  const markup = `<template id="${FRAME_TEMPLATE}">${toHtml(frame)}</template><script>${earlyScript(asset(kernel.script))}</script>`;
  return (
    <Still id={id}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, its script named in the page's policy by its hash */}
      <div dangerouslySetInnerHTML={{ __html: markup }} suppressHydrationWarning />
    </Still>
  );
}
