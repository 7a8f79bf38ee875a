/**
 * The least that a page needs to run its cells: a worker, and a button a cell. Cells are marked up as the app's are, so
 * that one stopwatch fits both.
 *
 * @param read the text of a cell
 */
export function runCells(read: (section: HTMLElement) => string): void {
  const worker = new Worker("worker.js");
  worker.addEventListener("message", ({ data }: MessageEvent<{ cell: string; text: string }>) => {
    const section = document.getElementById(`cell-${data.cell}`);
    if (!section) return;
    const outputs = section.querySelector(".outputs");
    if (outputs) outputs.textContent = data.text;
    section.dataset.activity = "idle";
  });
  for (const section of document.querySelectorAll<HTMLElement>("section")) {
    section.querySelector(".run-button")?.addEventListener("click", () => {
      section.dataset.activity = "running";
      worker.postMessage({ cell: section.dataset.cell, code: read(section) });
    });
  }
}
