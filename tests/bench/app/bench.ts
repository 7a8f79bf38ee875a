import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Request,
} from "@playwright/test";
import { CHROMIUM_ARGS, ensureChromium } from "../../../tools/chromium.mjs";
import type { Site } from "./site";
import { stopwatchScript } from "./stopwatch";

/** The chapter that is measured. */
export const CHAPTER = "en/backpropagation/";

/** A slow line and a slow processor. */
export interface Throttle {
  name: string;
  /** How many times slower the processor is. */
  cpu: number;
  /** Bytes a second. */
  down: number;
  up: number;
  /** Milliseconds before each answer. */
  latency: number;
}

/** As Chromium's developer tools define "Fast 4G", with a processor four times slower. */
export const FAST_4G: Throttle = {
  name: "Fast 4G (8.1 Mbit/s down, 1.35 up, 165 ms), 4x slower processor, gzip",
  cpu: 4,
  down: 8_100_000 / 8,
  up: 1_350_000 / 8,
  latency: 165,
};

export interface VisitOptions {
  /** The cell that is run at the earliest moment. */
  runAtOnce?: string;
  throttle?: Throttle;
  /** A phone's screen and fingers instead of a desktop's. */
  phone?: boolean;
  javaScript?: boolean;
  /** Without the copy of the whole site that a first visit makes for when there is no network, and that takes a while. */
  withoutCopy?: boolean;
  /** Milliseconds for which every script file is held back. */
  holdScripts?: number;
  /** What a former visit left in the browser. */
  left?: LeftBehind;
  /** Another page than the chapter: its text, or its address. */
  html?: string;
  address?: string;
}

/** What a visit left in a browser, and the texts of the cells that it changed. */
export interface LeftBehind {
  storage: Awaited<ReturnType<BrowserContext["storageState"]>>;
  texts: Readonly<Record<string, string>>;
}

/** A page that has been opened in a browser with an empty cache. */
export interface Visit {
  page: Page;
  requests: readonly Request[];
}

/** Milliseconds that anything may take: slowed down on a busy machine, a visit takes long. */
const PATIENCE = 120_000;

const DESKTOP: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
};

/** What every measure works with: the site, and a browser to visit it. */
export class Bench {
  /** Errors that pages reported: a figure of a broken page is worth nothing. */
  readonly complaints = new Set<string>();

  private constructor(
    readonly site: Site,
    /** How many visits make a median. */
    readonly loads: number,
    private browser: Browser,
  ) {}

  static async start(site: Site, loads: number): Promise<Bench> {
    return new Bench(site, loads, await launch());
  }

  /** A new browser in the place of one that hangs. */
  async startAgain(): Promise<void> {
    const hung = this.browser;
    this.browser = await launch();
    // It may not even close.
    hung.close().catch(() => undefined);
  }

  get version(): string {
    return this.browser.version();
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  /** Opens the chapter in a browser with an empty cache, and leaves when `use` has ended. */
  async visit<Value>(options: VisitOptions, use: (visit: Visit) => Promise<Value>): Promise<Value> {
    const context = await this.browser.newContext({
      ...(options.phone ? PHONE : DESKTOP),
      javaScriptEnabled: options.javaScript ?? true,
      storageState: options.left?.storage,
      serviceWorkers: options.withoutCopy ? "block" : "allow",
    });
    try {
      const { runAtOnce: cell, left } = options;
      const early = cell === undefined ? null : { cell, text: left?.texts[cell] };
      await context.addInitScript({ content: stopwatchScript(early) });
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      const requests: Request[] = [];
      page.on("request", (request) => requests.push(request));
      page.on("pageerror", (error) => this.complaints.add(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") this.complaints.add(message.text());
      });
      const { throttle, holdScripts, html } = options;
      if (throttle) await slowDown(page, throttle);
      if (holdScripts !== undefined) {
        await page.route(/\.js$/, async (route) => {
          await new Promise((resolve) => setTimeout(resolve, holdScripts));
          await route.continue();
        });
      }
      const root = throttle ? this.site.compressed : this.site.url;
      const chapter = html === undefined ? root + CHAPTER : `${new URL(root).origin}/bench.html`;
      const address = options.address ?? chapter;
      if (html !== undefined) {
        await page.route(address, (route) => route.fulfill({ contentType: "text/html", body: html }));
      }
      await page.goto(address, { waitUntil: "commit" });
      return await use({ page, requests });
    } finally {
      await context.close();
    }
  }

  /** Samples of as many visits as make a median, after one that only warms the browser up. */
  async visits<Value>(options: VisitOptions, use: (visit: Visit) => Promise<Value>): Promise<Value[]> {
    const samples: Value[] = [];
    for (let load = 0; load <= this.loads; load += 1) {
      const sample = await this.visit(options, use);
      if (load > 0) samples.push(sample);
    }
    return samples;
  }
}

function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS });
}

async function slowDown(page: Page, { cpu, down, up, latency }: Throttle): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: down,
    uploadThroughput: up,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  // A kernel's frame may live in a process of its own.
  page.on("frameattached", async (frame) => {
    try {
      const own = await page.context().newCDPSession(frame);
      await own.send("Emulation.setCPUThrottlingRate", { rate: cpu });
    } catch {
      // It shares the page's process, which is slowed down already.
    }
  });
}
