import { addPoints, emptyLive, LivePlot, liveOptions } from "../plot";
import type { ExecuteRequest, Input, LiveData, Message, MimeBundle, ProgressData } from "../protocol";
import type { Archive } from "./archive";
import type { Display } from "./display";
import { type HintCode, hasNaN, hintBundle, hintOf } from "./hints";
import { Inputs } from "./inputs";
import { LiveDisplay } from "./live-display";
import { later, now } from "./primordials";
import { type Bar, type ProgressOptions, progress, progressBundle } from "./progress";
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
  #displays: LiveDisplay[] = [];
  #opened = 0;
  /** Bars of loops that go on, the innermost last. */
  #bars: OpenBar[] = [];
  /** What was first found odd of all that was put out. */
  #hint: HintCode | undefined;

  /**
   * @param archive keeps what the page is not sent of the printed text
   * @param keepLive also keep the points here, for a picture at the end
   */
  constructor(
    request: ExecuteRequest,
    post: (message: Message) => void,
    display: Display,
    archive: Archive,
    keepLive: boolean,
  ) {
    this.request = request.id;
    this.cell = request.cell;
    this.#post = post;
    this.#display = display;
    this.#keepLive = keepLive;
    this.streams = new Streams({ post, now, later, archive }, request);
    this.inputs = new Inputs(request.inputs, (input) => this.#showInput(input));
  }

  print(values: readonly unknown[], name: "stdout" | "stderr" = "stdout"): void {
    const text = values.map((value) => this.#display.text(value)).join(" ");
    for (let index = 0; index < values.length; index++) this.note(values[index], text);
    this.streams.write(name, `${text}\n`);
  }

  /** Looks whether what is put out is odd. */
  note(value: unknown, text: string): void {
    this.#hint ??= hintOf(value, text);
  }

  /** Shows a value; what comes back shows others in its place. */
  show(value: unknown): DisplayHandle {
    const bundle = this.#display.bundle(value);
    this.note(value, typeof value === "string" ? "" : bundle["text/plain"]);
    const shown = this.#open(bundle);
    return {
      update: (newer) => {
        shown.update(() => this.#display.bundle(newer));
      },
    };
  }

  /** Shows forms as they are. */
  showBundle(data: MimeBundle): void {
    this.#open(data);
  }

  /** See `progress`. */
  progress(source: unknown, options?: ProgressOptions): object {
    return progress({ now, open: (data) => this.#openBar(data) }, source, options);
  }

  /** Takes away what the run has put out, at once or when something new comes. */
  clear(wait: boolean): void {
    this.streams.restart();
    this.#displays = [];
    this.#post({ parent: this.request, cell: this.cell, type: "clear_output", wait });
  }

  #open(data: MimeBundle): LiveDisplay {
    this.flush();
    const reply = { parent: this.request, cell: this.cell };
    this.#opened += 1;
    const displayId = `${this.request}/d${this.#opened}`;
    this.#post({ ...reply, type: "display_data", displayId, data });
    const send = (newer: MimeBundle) =>
      this.#post({ ...reply, type: "update_display_data", displayId, data: newer });
    const shown = new LiveDisplay({ now, later, send });
    this.#displays.push(shown);
    return shown;
  }

  /** A loop inside another's shows its bar where the loop before it did: each round would add one otherwise. */
  #openBar(data: ProgressData): Bar {
    const outer = this.#bars.at(-1);
    const inner = outer?.inner;
    const display = inner ?? this.#open(progressBundle(data));
    if (outer) outer.inner = display;
    const bar: OpenBar = { display };
    if (inner) inner.update(() => progressBundle(data));
    this.#bars.push(bar);
    return {
      show: (newer) => display.update(() => progressBundle(newer)),
      end: () => {
        this.#bars = this.#bars.filter((other) => other !== bar);
      },
    };
  }

  #showInput(input: Input): void {
    this.showBundle({
      "text/plain": `${input.label || input.kind}: ${input.value}`,
      "application/vnd.gradbook.input+json": input,
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
      later,
      send: ({ series, x, y }) => {
        if (this.#hint === undefined && hasNaN(y)) this.#hint = "nan-value";
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
    for (const shown of this.#displays) shown.flush();
  }

  /** Says what was odd, behind all that was put out. */
  hint(): void {
    if (this.#hint !== undefined) this.showBundle(hintBundle(this.#hint));
  }
}

/** What `display` gives to a cell. */
export interface DisplayHandle {
  /** Shows another value in the display's place, at most sixty times a second; the last one always. */
  update(value: unknown): void;
}

interface OpenBar {
  display: LiveDisplay;
  /** Where the bars of the loops inside it stand. */
  inner?: LiveDisplay;
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
