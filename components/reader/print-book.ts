import { asset } from "../layout/site";

/** What is printed. */
export interface PrintOrder {
  /** The chapters, by their names in addresses; null for the one on the page, as it stands there. */
  chapters: readonly string[] | null;
  locale: string;
  /** The heading over the answers at the end; null to leave them out. */
  answers: string | null;
}

/** Milliseconds that a chapter's page may take until it is as its reader left it. */
const PATIENCE = 20_000;

/**
 * Lays out a book in the page, prints it, and takes it away again. Chapters of other pages come out of these pages
 * themselves, with what the reader has written there.
 */
export async function printBook(order: PrintOrder): Promise<void> {
  const book = document.createElement("div");
  book.className = "print-book";
  const root = document.documentElement;
  try {
    if (order.chapters) {
      for (const chapter of order.chapters) book.append(await chapterOf(order.locale, chapter));
      root.dataset.printing = "book";
    }
    const answered = order.chapters ? book : document.querySelector("main");
    if (order.answers !== null && answered) {
      const end = answersOf(answered, order.answers);
      if (end) (order.chapters ? book : (answered.querySelector("article") ?? answered)).append(end);
      try {
        document.body.append(book);
        print();
      } finally {
        end?.remove();
      }
      return;
    }
    document.body.append(book);
    print();
  } finally {
    book.remove();
    delete root.dataset.printing;
  }
}

/** A chapter's text with its cells and outputs, out of its own page. */
async function chapterOf(locale: string, chapter: string): Promise<Node> {
  const frame = document.createElement("iframe");
  frame.className = "print-frame";
  frame.title = chapter;
  frame.src = asset(`${locale}/${chapter}/`);
  document.body.append(frame);
  try {
    await new Promise((resolve, reject) => {
      frame.onload = resolve;
      frame.onerror = reject;
    });
    const page = frame.contentDocument;
    if (!page) throw new Error(`${chapter}: no page`);
    await asLeft(page);
    const article = page.querySelector("main article");
    if (!article) throw new Error(`${chapter}: no text`);
    return document.importNode(article, true);
  } finally {
    frame.remove();
  }
}

/** Waits until a page shows what its reader has kept; if the store does not answer, it is printed as it is. */
function asLeft(page: Document): Promise<void> {
  const root = page.documentElement;
  return new Promise((resolve) => {
    const end = () => {
      watcher.disconnect();
      window.clearTimeout(timer);
      resolve();
    };
    const watcher = new MutationObserver(() => root.dataset.kept !== undefined && end());
    const timer = window.setTimeout(end, PATIENCE);
    watcher.observe(root, { attributes: true, attributeFilter: ["data-kept"] });
    if (root.dataset.kept !== undefined) end();
  });
}

/** The solutions of all exercises that have one, under their names; null if there are none. */
function answersOf(text: Element, heading: string): HTMLElement | null {
  const section = document.createElement("section");
  section.className = "print-answers";
  const title = document.createElement("h2");
  title.textContent = heading;
  section.append(title);
  for (const exercise of text.querySelectorAll(".exercise[data-solutions]")) {
    const still = exercise.querySelector(".exercise-solution > .still");
    if (!still || exercise.getAttribute("data-solutions") === "never") continue;
    const name = document.createElement("h3");
    name.textContent = exercise.getAttribute("aria-label");
    section.append(name, document.importNode(still, true));
  }
  return section.childElementCount > 1 ? section : null;
}
