import { type Reply, runCheck } from "./run-check";
import type { Check } from "./tools";

/**
 * The worker in which a check runs: a realm that no learner's code ever enters. It gets the check's text, sends what is
 * to be carried out in the learner's realm, and ends with the verdict.
 */
addEventListener(
  "message",
  (event: MessageEvent) => {
    const [port] = event.ports;
    if (port) listen(port);
  },
  { once: true },
);

function listen(port: MessagePort): void {
  const waiting: ((reply: Reply) => void)[] = [];
  const ask = (code: string) =>
    new Promise<Reply>((resolve) => {
      waiting.push(resolve);
      port.postMessage({ type: "ask", code });
    });
  port.onmessage = ({ data }: MessageEvent<{ check: string } | { reply: Reply }>) => {
    if ("reply" in data) waiting.shift()?.(data.reply);
    else void start(data.check, ask, port);
  };
  port.postMessage({ type: "ready" });
}

async function start(check: string, ask: (code: string) => Promise<Reply>, port: MessagePort): Promise<void> {
  const url = URL.createObjectURL(new Blob([check], { type: "text/javascript" }));
  const module = (await import(/* @vite-ignore */ url)) as { default: Check };
  URL.revokeObjectURL(url);
  port.postMessage({ type: "verdict", verdict: await runCheck(module.default, ask) });
}
