import { addPoints, emptyLive, LivePlot, liveOptions } from "../plot";
import type { ExecuteRequest, Input, LiveData, Message } from "../protocol";
import type { Display } from "./display";
import { Inputs } from "./inputs";
import { later, now } from "./primordials";
import { Streams } from "./streams";

/** Live plots of one run: each is drawn anew up to once a frame, so the page can take only so many. */
const MAX_LIVE_PLOTS = 100;

/** One execution of a cell, seen from the reader's program: where its output goes. */
export class Run {
  readonly request: string;
  readonly cell: string;
  readonly streams: Streams;
  readonly inputs: Inputs;
  /** Live plots of this run as they stand, by display id: only kept where a picture of the end is wanted. */
  readonly live = new Map<string, LiveData>();
  // Private in earnest: a cell that gets hold of a run must not get hold of the line to the page.
  readonly #post: (message: Message) => void;
  readonly #display: Display;
  readonly #keepLive: boolean;
  readonly #plots: LivePlot[] = [];

  /**
   * @param keepLive also keep the points here, for a picture at the end
   */
  constructor(
    request: ExecuteRequest,
    post: (message: Message) => void,
    display: Display,
    keepLive: boolean,
  ) {
    this.request = request.id;
    this.cell = request.cell;
    this.#post = post;
    this.#display = display;
    this.#keepLive = keepLive;
    this.streams = new Streams({ post, now, later }, request);
    this.inputs = new Inputs(request.inputs, (input) => this.#showInput(input));
  }

  print(values: readonly unknown[], name: "stdout" | "stderr" = "stdout"): void {
    this.streams.write(name, `${values.map((value) => this.#display.text(value)).join(" ")}\n`);
  }

  show(value: unknown): void {
    this.flush();
    this.#post({
      parent: this.request,
      cell: this.cell,
      type: "display_data",
      data: this.#display.bundle(value),
    });
  }

  #showInput(input: Input): void {
    this.flush();
    this.#post({
      parent: this.request,
      cell: this.cell,
      type: "display_data",
      data: {
        "text/plain": `${input.label || input.kind}: ${input.value}`,
        "application/vnd.gradbook.input+json": input,
      },
    });
  }

  /** @throws RangeError `too-many-live-plots` */
  livePlot(given: unknown): LivePlot {
    if (this.#plots.length >= MAX_LIVE_PLOTS) throw new TooManyLivePlotsError();
    const options = liveOptions(given);
    const displayId = `${this.request}/${this.#plots.length}`;
    const reply = { parent: this.request, cell: this.cell, displayId };
    this.flush();
    this.#post({ ...reply, type: "live_open", options });
    if (this.#keepLive) this.live.set(displayId, emptyLive(options));
    const plot = new LivePlot(options, {
      now,
      send: ({ series, x, y }) => {
        const kept = this.live.get(displayId);
        if (kept) this.live.set(displayId, addPoints(kept, series, x, y));
        this.#post({ ...reply, type: "live_points", series, x, y });
      },
    });
    this.#plots.push(plot);
    return plot;
  }

  /** Sends what waits, so that the order of outputs is the program's. */
  flush(): void {
    this.streams.flush();
    for (const plot of this.#plots) plot.flush();
  }

  /** The program has ended: everything goes out. */
  end(): void {
    this.flush();
    this.streams.end();
  }
}

/** A cell asked for more live plots than the page can draw. */
class TooManyLivePlotsError extends RangeError {
  override readonly name = "RangeError";
  readonly code = "too-many-live-plots";
  readonly details = { limit: String(MAX_LIVE_PLOTS) };
  constructor() {
    super(`A cell shows at most ${MAX_LIVE_PLOTS} live plots; draw more curves in one, as series.`);
  }
}
