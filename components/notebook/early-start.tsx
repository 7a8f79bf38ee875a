import kernel from "@/.generated/kernel.json";
import { asset } from "../layout/site";
import { Still } from "../mdx/still";
import { earlyScript, FRAME_TEMPLATE } from "./early";

/** The frame of the page's kernels, ready to be copied, and a listener for readers who click before the page is alive. */
export function EarlyStart({ id }: { id: string }) {
  return (
    <Still id={id}>
      <template id={FRAME_TEMPLATE}>
        <iframe
          className="kernel-frame"
          data-waiting=""
          title="kernel"
          aria-hidden="true"
          tabIndex={-1}
          sandbox="allow-scripts"
          srcDoc={kernel.frame}
        />
      </template>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, named in the page's policy by its hash */}
      <script dangerouslySetInnerHTML={{ __html: earlyScript(asset(kernel.script)) }} />
    </Still>
  );
}
