import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  MAX_CHARACTERS,
  MarkdownService,
  type MarkdownWorkerEvents,
  PATIENCE,
} from "@/components/output/markdown-service";
import type { MarkdownRequest } from "@/lib/content/markdown";

interface FakeWorker extends MarkdownWorkerEvents {
  asked: MarkdownRequest[];
  ended: boolean;
}

const nobody = new AbortController().signal;
const drawn = { blocks: [], sizes: [] };

/** A service, and the workers that it has opened. */
function service() {
  const workers: FakeWorker[] = [];
  const markdown = new MarkdownService((events) => {
    const worker: FakeWorker = { ...events, asked: [], ended: false };
    workers.push(worker);
    return {
      send: (request) => void worker.asked.push(request),
      end: () => {
        worker.ended = true;
      },
    };
  });
  return { markdown, workers, texts: () => workers.map(({ asked }) => asked.map(({ text }) => text)) };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("the service that draws Markdown", () => {
  it("asks one worker, for one text after the other", async () => {
    const { markdown, workers, texts } = service();
    const first = markdown.render("a", "followed", nobody);
    const second = markdown.render("b", "written", nobody);
    expect(texts()).toEqual([["a"]]);
    workers[0]?.onReply("ready");
    workers[0]?.onReply({ drawn });
    expect(await first).toBe(drawn);
    expect(workers[0]?.asked.at(-1)).toEqual({ text: "b", links: "written" });
    workers[0]?.onReply({ drawn: null });
    expect(await second).toBeNull();
    expect(workers).toHaveLength(1);
  });

  it("gives up a text that takes too long, with its worker; the next has a new one", async () => {
    const { markdown, workers, texts } = service();
    const slow = markdown.render("slow", "followed", nobody);
    const next = markdown.render("next", "followed", nobody);
    // A script that is still on its way is not late.
    vi.advanceTimersByTime(60_000);
    expect(workers[0]?.ended).toBe(false);
    workers[0]?.onReply("ready");
    vi.advanceTimersByTime(PATIENCE - 1);
    expect(workers[0]?.ended).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await slow).toBeNull();
    expect(workers[0]?.ended).toBe(true);
    expect(texts()).toEqual([["slow"], ["next"]]);
    workers[1]?.onReply("ready");
    workers[1]?.onReply({ drawn });
    expect(await next).toBe(drawn);
    vi.advanceTimersByTime(60_000);
    expect(workers[1]?.ended).toBe(false);
  });

  it("leaves out what nobody wants any more", async () => {
    const { markdown, workers, texts } = service();
    const gone = new AbortController();
    const first = markdown.render("a", "followed", nobody);
    const second = markdown.render("b", "followed", gone.signal);
    const third = markdown.render("c", "followed", nobody);
    gone.abort();
    await expect(
      Promise.all([second, Promise.resolve().then(() => workers[0]?.onReply({ drawn }))]),
    ).rejects.toThrow("abort");
    expect(await first).toBe(drawn);
    expect(texts()).toEqual([["a", "c"]]);
    workers[0]?.onReply({ drawn });
    expect(await third).toBe(drawn);
  });

  it("says that there is no worker, and tries again with the next text", async () => {
    const { markdown, workers } = service();
    const lost = markdown.render("a", "followed", nobody);
    workers[0]?.onError(new Error("offline"));
    await expect(lost).rejects.toThrow("offline");
    const found = markdown.render("b", "followed", nobody);
    workers[1]?.onReply("ready");
    workers[1]?.onReply({ drawn });
    expect(await found).toBe(drawn);

    const none = new MarkdownService(() => {
      throw new Error("no workers here");
    });
    await expect(none.render("a", "followed", nobody)).rejects.toThrow("no workers here");
  });

  it("does not even try what is too long", async () => {
    const { markdown, workers } = service();
    expect(await markdown.render("a".repeat(MAX_CHARACTERS + 1), "followed", nobody)).toBeNull();
    expect(workers).toEqual([]);
  });
});
