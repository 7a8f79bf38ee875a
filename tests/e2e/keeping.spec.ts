import { readFile, writeFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { type Locale, loadReaderWords, messages } from "@/lib/i18n";
import { cell, complaints, evaluated, runButton, write } from "./notebook";

const CHAPTER = "en/backpropagation/";
const common = messages("en");
const words = await loadReaderWords("en");

const code = (page: Page, id: string) => cell(page, id).locator("[data-code]");
const saved = (page: Page) =>
  expect(page.locator(".rail.only-wide .storage-state")).toHaveText(common.saved, { timeout: 10_000 });
const notice = (page: Page, fault: string) => page.locator(`.reader-notice[data-fault="${fault}"]`);

/** The records of the store, as they are. */
function records(page: Page): Promise<{ cell: string; text: string; revision: number }[]> {
  return page.evaluate(async () => {
    const [{ name = "" } = {}] = (await indexedDB.databases()).filter((one) =>
      one.name?.startsWith("gradbook:"),
    );
    if (name === "") return [];
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        if (!opening.result.objectStoreNames.contains("cells")) {
          opening.result.close();
          resolve([]);
          return;
        }
        const all = opening.result.transaction("cells").objectStore("cells").getAll();
        all.onsuccess = () => {
          opening.result.close();
          resolve(all.result);
        };
      };
    });
  });
}

/** How many cells' outputs are in the store. */
function outputsKept(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const [{ name = "" } = {}] = await indexedDB.databases();
    return new Promise<number>((resolve) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => {
        const count = opening.result.transaction("outputs").objectStore("outputs").count();
        count.onsuccess = () => {
          opening.result.close();
          resolve(count.result);
        };
      };
    });
  });
}

/** Opens a page, and waits until it shows what was kept. */
async function open(page: Page, path = CHAPTER): Promise<void> {
  await page.goto(path);
  await expect(page.locator("html")).toHaveAttribute("data-kept", "");
}

/** Clicks one of the commands of the page's menu for readers. */
async function ask(page: Page, name: string): Promise<void> {
  await page.locator(".rail.only-wide .reader-menu").getByRole("button", { name, exact: true }).click();
}

/** Saves all work by the dialog, and reads the file. */
async function backup(page: Page): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: words.saveWork }).click();
  const stream = await (await download).createReadStream();
  let text = "";
  for await (const chunk of stream) text += String(chunk);
  return text;
}

test("two tabs: what one writes the other shows, and different cells are both kept", async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await open(page);
  // The other language is the same work.
  await open(other, CHAPTER.replace("en", "zh"));
  await write(page, "nudge", "1 + 1");
  await expect(code(other, "nudge")).toHaveText("1 + 1");
  await write(other, "exact", "2 + 2");
  await expect(code(page, "exact")).toHaveText("2 + 2");
  await write(other, "nudge", "3 + 3");
  await expect(cell(page, "nudge").locator(".view-lines")).toHaveText(/3.\+.3/);
  await expect(page.locator(".cell-concern")).toHaveCount(0);
  await page.reload();
  await expect(code(page, "nudge")).toHaveText("3 + 3");
  await expect(code(page, "exact")).toHaveText("2 + 2");
});

test("two tabs on one cell at the same time: both texts are kept, and the reader chooses", async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  for (const tab of [page, other]) {
    // Two tabs that do not hear each other: neither knows what the other writes.
    await tab.addInitScript(() => Reflect.deleteProperty(globalThis, "BroadcastChannel"));
    await open(tab);
  }
  await write(page, "nudge", "first + 1");
  await saved(page);
  await write(other, "nudge", "second + 2");
  const concern = cell(other, "nudge").locator('[data-concern="conflict"]');
  await expect(concern).toContainText(words.conflict);
  await expect(concern.locator("del")).toContainText("first + 1");
  await expect(concern.locator("ins")).toContainText("second + 2");
  // Until then the first stands, and the second is among the earlier versions.
  expect((await records(page)).find((one) => one.cell === "nudge")?.text).toBe("first + 1");
  await concern.getByRole("button", { name: words.keepMine }).click();
  await expect(concern).toHaveCount(0);
  await expect
    .poll(async () => (await records(page)).find((one) => one.cell === "nudge")?.text)
    .toBe("second + 2");
  await cell(other, "nudge").locator(".command-menu summary").click();
  await cell(other, "nudge").getByRole("button", { name: common.earlierVersions }).click();
  const history = other.getByRole("dialog", { name: words.historyTitle("nudge") });
  await history.getByRole("button", { name: words.reasons.conflict }).first().click();
  await expect(history.locator("del")).toContainText("first + 1");
  await history.getByRole("button", { name: words.restore }).click();
  await expect(history).toHaveCount(0);
  await other.reload();
  await expect(code(other, "nudge")).toHaveText("first + 1");
});

test("what is written in the moment of leaving is there on return", async ({ page }) => {
  await open(page);
  for (const text of ["1 + 1", "2 + 2", "3 + 3"]) {
    await write(page, "nudge", text);
    await page.reload();
    await expect(code(page, "nudge")).toHaveText(text);
  }
  await saved(page);
  await expect.poll(async () => (await records(page)).map(({ text }) => text)).toEqual(["3 + 3"]);
  // Nothing is left behind for good.
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(":left:"))),
  ).toEqual([]);
});

test("earlier versions: what ran, and what was there before the reset, come back", async ({ page }) => {
  await open(page);
  await write(page, "nudge", "const first = 1;");
  await page.keyboard.press("Control+Enter");
  await evaluated(page, "nudge");
  await write(page, "nudge", "const second = 2;");
  await page.keyboard.press("Control+Enter");
  await evaluated(page, "nudge");
  await cell(page, "nudge").locator(".command-menu summary").click();
  await cell(page, "nudge").getByRole("button", { name: common.resetCell }).click();
  await cell(page, "nudge").locator(".command-menu summary").click();
  await cell(page, "nudge").getByRole("button", { name: common.earlierVersions }).click();
  const history = page.getByRole("dialog", { name: words.historyTitle("nudge") });
  const entries = history.locator(".history-entry");
  await expect(entries).toHaveCount(2);
  await expect(history.locator("del").first()).toContainText("const second = 2;");
  await entries.last().click();
  await expect(history.locator("del").first()).toContainText("const first = 1;");
  await history.getByRole("button", { name: words.restore }).click();
  await saved(page);
  await page.reload();
  await expect(code(page, "nudge")).toHaveText("const first = 1;");
});

for (const locale of ["en", "zh"] as Locale[]) {
  test(`a full store: said at once, the text stays, and all of it can be exported (${locale})`, async ({
    page,
  }) => {
    const said = await loadReaderWords(locale);
    await open(page, CHAPTER.replace("en", locale));
    await write(page, "exact", "kept");
    await expect.poll(async () => (await records(page)).length).toBe(1);
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("no room", "QuotaExceededError");
      };
    });
    await write(page, "nudge", "not + kept");
    await expect(notice(page, "full")).toContainText(said.faults.full);
    await expect(cell(page, "nudge").locator(".view-lines")).toHaveText(/not.\+.kept/);
    await notice(page, "full").getByRole("button", { name: said.exportWork }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: said.saveWork }).click();
    const file = await (await download).path();
    const work = JSON.parse(await readFile(file, "utf8")) as { cells: { cell: string; text: string }[] };
    expect(work.cells.map(({ cell: id, text }) => [id, text])).toEqual([
      ["exact", "kept"],
      ["nudge", "not + kept"],
    ]);
  });
}

test("room again: what could not be written is written, and the notice goes", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      IDBObjectStore.prototype.put = put;
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await write(page, "nudge", "1 + 1");
  await expect(notice(page, "full")).toBeVisible();
  await notice(page, "full").getByRole("button", { name: words.tryAgain }).click();
  await expect(page.locator(".reader-notice")).toHaveCount(0);
  expect((await records(page))[0]?.text).toBe("1 + 1");
});

/** Stores that cannot be used, each in its way. */
const REFUSALS: Readonly<Record<string, [fault: string, script: () => void]>> = {
  "throws when it is touched": [
    "refused",
    () => {
      Object.defineProperty(globalThis, "indexedDB", {
        get() {
          throw new DOMException("no", "SecurityError");
        },
      });
    },
  ],
  "refuses to open, as a private window may": [
    "refused",
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("no", "InvalidStateError");
      };
    },
  ],
  "never answers": [
    "silent",
    () => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    },
  ],
};

for (const [name, [fault, script]] of Object.entries(REFUSALS)) {
  test(`a store that ${name}: said, and the page works and exports`, async ({ page }) => {
    await page.addInitScript(script);
    await page.goto(CHAPTER);
    await expect(notice(page, fault)).toBeVisible();
    await write(page, "nudge", "6 * 7");
    await page.keyboard.press("Control+Enter");
    await evaluated(page, "nudge");
    await ask(page, common.myWork);
    const work = JSON.parse(await backup(page)) as { cells: { text: string }[] };
    expect(work.cells.map(({ text }) => text)).toEqual(["6 * 7"]);
  });
}

test("a store that is deleted under the page gets back what the page has", async ({ page }) => {
  await open(page);
  await write(page, "nudge", "1 + 1");
  await saved(page);
  await page.evaluate(async () => {
    for (const { name = "" } of await indexedDB.databases()) {
      await new Promise((resolve) => {
        indexedDB.deleteDatabase(name).onsuccess = resolve;
      });
    }
  });
  await expect.poll(async () => (await records(page))[0]?.text).toBe("1 + 1");
});

/** Makes the store one of a version that this site does not know. */
async function raiseVersion(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const [{ name = "" } = {}] = (await indexedDB.databases()).filter((one) =>
      one.name?.startsWith("gradbook:"),
    );
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open(name, 99);
      opening.onupgradeneeded = () => opening.result.createObjectStore("new-things");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    });
  });
}

test("a newer version of the store: its cells are read, nothing is written, and that is said", async ({
  page,
}) => {
  await open(page);
  await write(page, "nudge", "1 + 1");
  await saved(page);
  // Another tab upgrades while this one is open.
  await raiseVersion(page);
  await write(page, "exact", "2 + 2");
  await expect(notice(page, "newer")).toContainText(words.faults.newer);
  await page.reload();
  await expect(notice(page, "newer")).toBeVisible();
  await expect(code(page, "nudge")).toHaveText("1 + 1");
  await ask(page, common.myWork);
  expect(JSON.parse(await backup(page))).toMatchObject({ cells: [{ cell: "nudge", text: "1 + 1" }] });
  expect((await records(page)).map(({ text }) => text)).toEqual(["1 + 1"]);
});

/** A store as the first version of the site left it, with one cell. */
function storeOfVersionOne(): Promise<void> {
  const base = location.pathname.replace(/\/404.html$/, "");
  const opening = indexedDB.open(`gradbook:${base || "/"}`, 1);
  opening.onupgradeneeded = () => {
    const cells = opening.result.createObjectStore("cells", { keyPath: ["chapter", "cell"] });
    cells.createIndex("chapter", "chapter");
    cells.put({
      chapter: "backpropagation",
      cell: "nudge",
      text: "old + 1",
      base: "x",
      revision: 4,
      savedAt: 1,
    });
    opening.result.createObjectStore("exercises", { autoIncrement: true }).createIndex("chapter", "chapter");
  };
  return new Promise((resolve) => {
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

test("an older store is upgraded with all that is in it", async ({ page }) => {
  await page.goto("404.html");
  await page.evaluate(storeOfVersionOne);
  await open(page);
  await expect(code(page, "nudge")).toHaveText("old + 1");
  await write(page, "exact", "2 + 2");
  await expect.poll(async () => (await records(page)).map(({ text }) => text)).toEqual(["2 + 2", "old + 1"]);
});

test("an upgrade that throws half-way leaves the old store as it was: read, and not written", async ({
  page,
}) => {
  await page.goto("404.html");
  await page.evaluate(storeOfVersionOne);
  await page.addInitScript(() => {
    const { createObjectStore } = IDBDatabase.prototype;
    IDBDatabase.prototype.createObjectStore = function (this: IDBDatabase, name: string, ...rest) {
      const store = createObjectStore.call(this, name, ...rest);
      if (name === "versions") throw new Error("half-way");
      return store;
    };
  });
  await open(page);
  await expect(notice(page, "refused")).toBeVisible();
  await expect(code(page, "nudge")).toHaveText("old + 1");
  expect(await records(page)).toEqual([expect.objectContaining({ text: "old + 1", revision: 4 })]);
});

test("damaged records are passed over, counted, and left where they are", async ({ page }) => {
  await open(page);
  await write(page, "nudge", "1 + 1");
  await saved(page);
  await page.evaluate(async () => {
    const [{ name = "" } = {}] = await indexedDB.databases();
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => {
        const cells = opening.result.transaction("cells", "readwrite").objectStore("cells");
        cells.put({ chapter: "backpropagation", cell: "exact", text: { not: "a text" } });
        cells.put({ chapter: "backpropagation", cell: "__proto__", text: "x", base: "" });
        cells.transaction.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    });
  });
  await page.reload();
  await expect(code(page, "nudge")).toHaveText("1 + 1");
  await ask(page, common.myWork);
  await expect(page.getByRole("dialog")).toContainText(words.unreadable(2));
  expect(await records(page)).toHaveLength(3);
});

for (const [name, time] of [
  ["1970", 0],
  ["ten years on", Date.now() + 3.2e11],
] as const) {
  test(`with a clock set to ${name} everything is kept, in order`, async ({ page }) => {
    await page.addInitScript((now) => {
      Date.now = () => now;
    }, time);
    await open(page);
    await write(page, "nudge", "1 + 1");
    await saved(page);
    await page.reload();
    await expect(code(page, "nudge")).toHaveText("1 + 1");
    await write(page, "nudge", "2 + 2");
    await saved(page);
    await page.reload();
    await expect(code(page, "nudge")).toHaveText("2 + 2");
  });
}

test("a hidden tab has written everything", async ({ page }) => {
  await open(page);
  await write(page, "nudge", "1 + 1");
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  // Sooner than the delay after typing.
  await expect.poll(async () => (await records(page))[0]?.text, { intervals: [20] }).toBe("1 + 1");
});

test("a cell that was running when the tab was lost is named, and nothing runs by itself", async ({
  page,
  context,
}) => {
  await open(page);
  await write(page, "forward", 'print("begun");\nawait new Promise(() => {});');
  await page.keyboard.press("Control+Enter");
  await expect(cell(page, "forward").locator(".output-text").first()).toHaveText(/begun/);
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  // The tab comes back as browsers bring back a tab that they lost: with its session's storage.
  const again = await context.newPage();
  await again.addInitScript((session) => {
    if (sessionStorage.length === 0)
      for (const [name, value] of Object.entries(JSON.parse(session) as Record<string, string>))
        sessionStorage.setItem(name, value);
  }, kept);
  await open(again);
  const lost = again.locator('.reader-notice[data-lost="forward"]');
  await expect(lost).toContainText(words.lostRun("forward"));
  await expect(code(again, "forward")).toContainText('print("begun")');
  await expect(again.locator(".rail.only-wide [data-kernel]")).toHaveAttribute("data-kernel", "none");
  await lost.getByRole("button", { name: words.dismiss }).click();
  await expect(lost).toHaveCount(0);
  // A tab that is left as usual says nothing.
  await page.reload();
  await expect(runButton(page, "forward")).toBeVisible();
  await expect(page.locator(".reader-notice")).toHaveCount(0);
});

/** Ends a page's process as a system does that has no memory left. */
async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  // Nobody is left to answer.
  session.send("Page.crash").catch(() => undefined);
  await page.waitForEvent("crash");
  await page.close();
}

test("a renderer that is killed right after the page says that all is saved has lost nothing", async ({
  page,
  context,
}) => {
  await open(page);
  await write(page, "nudge", "1 + 1");
  await saved(page);
  await kill(page);
  const again = await context.newPage();
  await open(again);
  await expect(code(again, "nudge")).toHaveText("1 + 1");
});

test("a renderer that is killed at any moment leaves each cell whole", async ({ context }) => {
  test.setTimeout(400_000);
  const witness = await context.newPage();
  await open(witness, "en/scratch/");
  const text = `/* ${"x".repeat(20_000)} */`;
  await write(witness, "start", text);
  await saved(witness);
  const counts: number[] = [];
  for (let round = 0; round < 50; round += 1) {
    const page = await context.newPage();
    await open(page, "en/scratch/");
    await code(page, "start").focus();
    await page.keyboard.press("c");
    // Each adds a cell with the whole text, and writes it at once; the end comes in the midst of it.
    for (let paste = 0; paste <= round % 5; paste += 1) await page.keyboard.press("v");
    await kill(page);
    const kept = await records(witness);
    for (const record of kept) expect(record.text).toBe(text);
    counts.push(kept.length);
  }
  expect(counts).toEqual(counts.toSorted((one, other) => one - other));
  expect(counts.at(-1)).toBeGreaterThan(1);
});

test("of a thousand edited cells only the one that is edited is written", async ({ page }) => {
  await open(page);
  await write(page, "nudge", "1 + 1");
  await saved(page);
  await page.evaluate(async () => {
    const [{ name = "" } = {}] = await indexedDB.databases();
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => {
        const cells = opening.result.transaction("cells", "readwrite").objectStore("cells");
        for (let number = 0; number < 1000; number += 1) {
          cells.put({
            chapter: `chapter-${number % 10}`,
            cell: `mine-${number + 1}`,
            text: `// ${"x".repeat(10_000)}`,
            base: "",
            revision: 1,
            savedAt: 1,
          });
        }
        cells.transaction.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    });
  });
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-kept", "");
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    const writes: string[] = [];
    Object.assign(globalThis, { writes });
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, value, key?) {
      writes.push(`${this.name} ${(value as { cell: string }).cell}`);
      return key === undefined ? put.call(this, value) : put.call(this, value, key);
    };
  });
  await write(page, "nudge", "2 + 2");
  await saved(page);
  expect(await page.evaluate(() => (globalThis as unknown as { writes: string[] }).writes)).toEqual([
    "cells nudge",
  ]);
});

test("the author has changed a cell since: the reader's text stays, and the change is shown", async ({
  page,
}) => {
  await open(page);
  const author = (await code(page, "nudge").textContent()) ?? "";
  await write(page, "nudge", "mine + 1");
  await write(page, "exact", "gone + 1");
  await saved(page);
  // As if the reader had begun on an older text, and on a cell that the chapter no longer has.
  await page.evaluate(async () => {
    const [{ name = "" } = {}] = await indexedDB.databases();
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => {
        const cells = opening.result.transaction("cells", "readwrite").objectStore("cells");
        cells.get(["backpropagation", "nudge"]).onsuccess = ({ target }) =>
          cells.put({ ...(target as IDBRequest).result, base: "const older = 1;" });
        cells.get(["backpropagation", "exact"]).onsuccess = ({ target }) => {
          cells.delete(["backpropagation", "exact"]);
          cells.put({ ...(target as IDBRequest).result, cell: "renamed" });
        };
        cells.transaction.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    });
  });
  await page.reload();
  await expect(code(page, "nudge")).toHaveText("mine + 1");
  const concern = cell(page, "nudge").locator('[data-concern="author"]');
  await concern.locator("summary").click();
  await expect(concern.locator("del").first()).toContainText("const older = 1;");
  const orphan = cell(page, "renamed");
  await expect(orphan.locator('[data-concern="orphan"]')).toContainText(words.orphan);
  await expect(orphan.locator("[data-code]")).toHaveText("gone + 1");
  await orphan.getByRole("button", { name: words.understood }).click();
  await concern.getByRole("button", { name: words.takeAuthors }).click();
  await expect(code(page, "nudge")).toHaveText(author);
  await saved(page);
  await page.reload();
  await expect(code(page, "nudge")).toHaveText(author);
  await expect(cell(page, "renamed").locator("[data-code]")).toHaveText("gone + 1");
  await expect(page.locator(".cell-concern")).toHaveCount(0);
});

test("what was put out is there again on the next visit, and says so", async ({ page }) => {
  await open(page);
  await write(page, "nudge", 'print("once", 6 * 7);');
  await page.keyboard.press("Control+Enter");
  await evaluated(page, "nudge");
  await expect.poll(() => outputsKept(page)).toBe(1);
  await page.reload();
  await expect(cell(page, "nudge").locator(".output-text")).toHaveText("once 42\n");
  await expect(cell(page, "nudge").locator(".cell-status")).toContainText(common.staleVisit);
  await runButton(page, "nudge").click();
  await evaluated(page, "nudge");
  await expect(cell(page, "nudge").locator(".cell-status")).not.toContainText(common.staleVisit);
});

test("export, delete everything, bring it back: byte for byte", async ({ page }) => {
  const wrong = complaints(page);
  await open(page);
  await write(page, "nudge", 'print("<b>x</b>", "量");\n');
  await page.keyboard.press("Control+Enter");
  await evaluated(page, "nudge");
  await cell(page, "exact").locator(".command-menu summary").click();
  await cell(page, "exact").getByRole("button", { name: common.addText }).click();
  await write(page, "mine-1", "# Mine\n\n$x^2$");
  await saved(page);
  await ask(page, common.myWork);
  const sheet = page.getByRole("dialog", { name: words.workTitle });
  const before = await backup(page);
  await sheet.getByRole("button", { name: words.clearAll }).click();
  await sheet.getByRole("button", { name: words.clearYes }).click();
  await expect(sheet).toContainText(words.cleared);
  expect(await records(page)).toEqual([]);
  await expect(cell(page, "mine-1")).toHaveCount(0);
  const file = { name: "work.json", mimeType: "application/json", buffer: Buffer.from(before) };
  await sheet.locator("input[type=file]").setInputFiles(file);
  await expect(sheet).toContainText(words.broughtIn(2, 0, 0, 0));
  expect(await backup(page)).toBe(before);
  await page.keyboard.press("Escape");
  await expect(cell(page, "mine-1").locator(".katex").first()).toBeVisible();
  expect(wrong).toEqual([]);
});

test("a chapter goes out as a notebook and comes back, and a file of hostile makings changes nothing", async ({
  page,
}, testInfo) => {
  await open(page);
  await write(page, "nudge", "print(6 * 7);");
  await page.keyboard.press("Control+Enter");
  await evaluated(page, "nudge");
  await saved(page);
  await ask(page, common.myWork);
  const sheet = page.getByRole("dialog", { name: words.workTitle });
  const download = page.waitForEvent("download");
  await sheet.getByRole("button", { name: words.saveNotebook }).click();
  const stream = await (await download).createReadStream();
  let text = "";
  for await (const chunk of stream) text += String(chunk);
  const notebook = JSON.parse(text) as { cells: { id: string; source: string[]; outputs?: unknown[] }[] };
  const mine = notebook.cells.find(({ id }) => id === "cell-nudge");
  expect(mine?.source).toEqual(["print(6 * 7);"]);
  expect(mine?.outputs).toEqual([{ output_type: "stream", name: "stdout", text: ["42\n"] }]);

  const state = await records(page);
  const give = (body: string, name = "file.json") =>
    sheet
      .locator("input[type=file]")
      .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(body) });
  const refusals: [string, string][] = [
    ["{", words.refusals["not-json"]],
    ["<html>", words.refusals["not-json"]],
    ["[".repeat(100_000) + "]".repeat(100_000), words.refusals["too-deep"]],
    ['{"__proto__": {"cells": []}}', words.refusals["unknown-kind"]],
    ['{"nbformat": 3, "worksheets": []}', words.refusals["older-version"]],
    ['{"nbformat": 9, "cells": []}', words.refusals["newer-version"]],
    [
      JSON.stringify({ ...notebook, cells: [...notebook.cells, notebook.cells[3]] }),
      words.refusals["duplicate-ids"],
    ],
  ];
  for (const [body, sentence] of refusals) {
    await give(body);
    await expect(sheet.locator(".reader-said")).toHaveText(sentence);
    expect(await records(page)).toEqual(state);
  }
  const large = testInfo.outputPath("large.json");
  await writeFile(large, `"${"x".repeat(51_000_000)}"`);
  await sheet.locator("input[type=file]").setInputFiles(large);
  await expect(sheet.locator(".reader-said")).toHaveText(words.refusals["too-large"]);
  expect(await page.evaluate(() => "cells" in {})).toBe(false);

  // Another text than the one that is here: the reader is asked, and what is not chosen is kept.
  const html = {
    ...notebook,
    cells: notebook.cells.map((one) =>
      one.id === "cell-nudge" ? { ...one, source: "'<img src=x onerror=alert(1)>'" } : one,
    ),
  };
  await give(JSON.stringify(html), "chapter.ipynb");
  await expect(sheet.getByRole("alert")).toContainText(words.differing("nudge"));
  await sheet.getByRole("button", { name: words.takeIncoming }).click();
  await expect(sheet).toContainText(words.broughtIn(1, 0, 0, 0));
  await page.keyboard.press("Escape");
  await expect(cell(page, "nudge").locator(".view-lines, [data-code]").first()).toContainText(/<img.src=x/);
  await expect(page.locator("img[src=x]")).toHaveCount(0);
});
