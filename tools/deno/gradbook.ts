/**
 * The library beside an exported notebook: what its cells import, and the names that cells have on the site without an
 * import. Deno's kernel shows the same as the site: tensors in PyTorch's words, plots as pictures.
 */
import * as ObservablePlot from "@observablehq/plot";
import { nn, Tensor, torch } from "@/lib/autograd";
import { toNbBundle } from "@/lib/exchange";
import {
  Archive,
  cellGlobals,
  createDisplay,
  describe,
  Fragment,
  fragmentForms,
  GraphOutput,
  graphOf,
  imageForm,
  Markdown,
  markdownForm,
  Run,
  richForm,
} from "@/lib/kernel/beside";
import { addPoints, emptyLive } from "@/lib/plot";
import { createPlots, DEFAULT_WIDTH, livePicture, PlotOutput, wrapPlot } from "@/lib/plot/drawing";
import type { LiveData, Message, MimeBundle } from "@/lib/protocol";

export * from "@/lib/autograd";

/** What Deno's Jupyter kernel offers its notebooks; elsewhere there is none of it. */
interface Jupyter {
  broadcast(type: string, content: object): unknown;
}
const jupyter = (globalThis as { Deno?: { jupyter?: Jupyter } }).Deno?.jupyter;

/** The method by which an object says how Deno's kernel is to show it. */
const SHOW = Symbol.for("Jupyter.display");
/** Width of a picture in CSS pixels, and milliseconds between two pictures of a plot that grows. */
const WIDTH = 672;
const INTERVAL = 100;
const NAMELESS = "A picture without a title";

const words = (value: object) => {
  if (value instanceof Fragment) return value.markup;
  if (value instanceof Markdown) return value.source;
  return describe(value);
};
const plotForm = (value: unknown) =>
  value instanceof PlotOutput ? { "application/vnd.gradbook.plot+json": value.toData("en") } : undefined;
const display = createDisplay(words, [
  plotForm,
  (value) => fragmentForms(value, NAMELESS),
  richForm,
  markdownForm,
  (value) => imageForm(value, NAMELESS),
]);

let printed = "";

/** Sends what was printed: Deno's own console may be heard only after the cell has ended. */
function flush(): void {
  if (printed === "") return;
  const text = printed;
  printed = "";
  send("stream", { name: "stdout", text });
}

/** Printed lines that follow each other without a pause go out as one. */
function print(...values: unknown[]): void {
  if (printed === "") queueMicrotask(flush);
  printed += `${values.map((value) => display.text(value)).join(" ")}\n`;
}

function send(type: string, content: object): void {
  jupyter?.broadcast(type, { metadata: {}, ...content });
}

function broadcast(type: string, content: object): void {
  flush();
  send(type, content);
}

function show(type: "display_data" | "update_display_data", id: string | undefined, data: MimeBundle): void {
  broadcast(type, { data: joined(data), transient: id === undefined ? {} : { display_id: id } });
}

/** In messages, unlike in files, texts are whole. */
function joined(data: MimeBundle): Record<string, string> {
  return Object.fromEntries(
    Object.entries(toNbBundle(data)).map(([type, text]) => [
      type,
      Array.isArray(text) ? text.join("") : text,
    ]),
  );
}

interface Growing {
  data: LiveData;
  waits: boolean;
  drawnAt: number;
}

const live = new Map<string, Growing>();

/** Soon there will be a picture of all points so far: at once when the program pauses, but not many times a second. */
function drawSoon(id: string, plot: Growing): void {
  if (plot.waits) return;
  plot.waits = true;
  const wait = plot.drawnAt + INTERVAL - performance.now();
  if (wait <= 0) queueMicrotask(() => draw(id, plot));
  else setTimeout(() => draw(id, plot), wait);
}

function draw(id: string, plot: Growing): void {
  plot.waits = false;
  plot.drawnAt = performance.now();
  const picture = livePicture(ObservablePlot, plot.data, { width: WIDTH, locale: "en" });
  show("update_display_data", id, {
    "text/plain": plot.data.options.title ?? "",
    "application/vnd.gradbook.live+json": { ...plot.data, series: [], picture },
  });
}

/** What would go to the page goes to Jupyter. */
function post(message: Message): void {
  switch (message.type) {
    case "stream":
      broadcast("stream", { name: message.name, text: message.text });
      break;
    case "display_data":
    case "update_display_data":
      show(message.type, message.displayId, message.data);
      break;
    case "clear_output":
      broadcast("clear_output", { wait: message.wait });
      break;
    case "live_open": {
      live.set(message.displayId, { data: emptyLive(message.options), waits: false, drawnAt: -INTERVAL });
      show("display_data", message.displayId, { "text/plain": message.options.title ?? "" });
      break;
    }
    case "live_points": {
      const plot = live.get(message.displayId);
      if (!plot) break;
      plot.data = addPoints(plot.data, message.series, message.x, message.y);
      drawSoon(message.displayId, plot);
      break;
    }
    default:
  }
}

const request = {
  type: "execute_request",
  id: "notebook",
  cell: "notebook",
  code: "",
  locale: "en",
} as const;
const run = new Run(request, post, display, new Archive(), false);
const globals = cellGlobals(
  () => run,
  display,
  () => undefined,
  (of) => graphOf(of, []),
);
/** The console stays Deno's own. */
const { console: _ours, ...names } = globals;
const Plot = wrapPlot(ObservablePlot);
const plots = createPlots(ObservablePlot, {
  locale: () => "en",
  width: () => DEFAULT_WIDTH,
  tensor: (rows) => torch.tensor(rows),
  noGrad: (work) => torch.noGrad(work),
});
Object.assign(globalThis, names, { print, Plot, plots });

// Plain values, too, are shown in the site's words.
for (const shown of [Object, Tensor, nn.Module, GraphOutput, PlotOutput, Fragment, Markdown]) {
  Object.defineProperty(shown.prototype, SHOW, {
    configurable: true,
    writable: true,
    value(this: unknown) {
      return joined(display.bundle(this));
    },
  });
}
