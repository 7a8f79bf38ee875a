import type { ReaderWords } from "./words";

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What is said of keeping work, taking it along and finding things, English. */
export const en: ReaderWords = {
  faults: {
    full: "This browser's storage is full: your latest changes are on the page, but not saved. Export your work first, then make some room.",
    refused:
      "This browser does not let the page save anything (a private window, or a setting): changes last until the page is closed. Export your work.",
    newer:
      "A newer version of this course is open in another tab and has updated what is stored: this page can read it, but no longer write. Export this page's changes, or reload to use the new version.",
    silent:
      "The browser's storage does not answer: your latest changes are on the page, but may not be saved. We keep waiting; to be safe, export your work.",
  },
  faultTitle: "Not saved",
  exportWork: "Export my work",
  tryAgain: "Try again",
  reload: "Reload",
  lostRun: (cell: string) =>
    `This tab was lost while cell ${cell} was running. Nothing has been run by itself; look at its code before you run it again.`,
  goToCell: "Go to it",
  dismiss: "Dismiss",

  conflict:
    "This cell was changed in another tab as well. Both texts are kept: choose one, and the other stays among the earlier versions.",
  keepMine: "Use this page's",
  takeOther: "Use the other tab's",
  difference: "How they differ (− the other tab, + this page)",
  authorChanged:
    "The author has changed this cell since you edited it. Your code is as you left it; this is what the author changed.",
  authorDifference: "The author's changes (− old, + new)",
  keepEdit: "Keep mine",
  takeAuthors: "Take the author's new code",
  orphan:
    "The author has taken this cell out of the chapter. What you wrote is kept here, as a cell of your own.",
  understood: "All right",

  searchTitle: "Search the course",
  searchFor: "Search",
  searchHint: "Words, letters of formulas, names in code; ↑ ↓ to choose, Enter to go there",
  searchHits: (n) => counted(n, "place"),
  searchNone: "Nothing found.",
  searchInstead: (query) => `Did you mean “${query}”?`,
  searchOther: (n) => `${counted(n, "place")} in the Chinese version`,
  searchBack: (n) => `${counted(n, "place")} in the English version`,
  searchFailed: "The course's index could not be had: check the connection and try again.",

  shareTitle: "Share what I changed in this chapter",
  shareHow: (cells) =>
    `The link carries these cells: ${cells}. They are in the link itself and pass through no server. Whoever opens it sees a preview first, runs it only after agreeing, and keeps their own work as it is.`,
  shareNothing: "No cell of this chapter has been changed yet.",
  shareTooLong: "This is too much for a link: send the .ipynb file from “My work” instead.",
  shareLink: "Link",
  copy: "Copy the link",
  copied: "Copied.",
  sharedTitle: "A version that was shared with you",
  sharedIs: (cells) => `This is another version of the chapter, changed in these cells: ${cells}.`,
  sharedAsks:
    "Nothing of it has been run. It runs in a sandbox, away from your files and other pages; have a look before you agree. Your own work is as it was.",
  sharedAgreed: "It may run now. Nothing of this is kept, and your own work is as it was.",
  agree: "Let it run",
  keepCopy: "Keep a copy in my work",
  backToMine: "Back to my own",
  sharedRefused: "This link cannot be opened",

  printTitle: "Print",
  printWhat: "What",
  printChapter: "This chapter, with outputs and figures as they stand",
  printCourse: "All chapters, as a book",
  printAnswers: "Solutions of the exercises",
  printWithout: "left out",
  printAtEnd: "at the end",
  printNow: "Print",
  printAnswersTitle: "Solutions",
  printWaits: "Gathering the chapters …",
  printFailed: "A chapter could not be had: check the connection and try again.",

  workTitle: "My work",
  keptHere: "What you write is kept in this browser, and sent nowhere.",
  lasting: "The browser has promised to keep it for good.",
  passing: "The browser may clear it when room is short, or when you do not come back for long.",
  askToKeep: "Ask it to keep it for good",
  workIs: (cells, versions, attempts) =>
    `${counted(cells, "changed cell")}, ${counted(versions, "earlier version")}, ${counted(attempts, "exercise entry", "exercise entries")}.`,
  onlyThisPage: "The browser's storage does not answer: this is what the page itself has.",
  unreadable: (n) => `${counted(n, "record")} more could not be read; nothing of it was deleted.`,
  thisChapter: "This chapter",
  takeAlong: "Take it along",
  takeAlongHow:
    "The notebook has this chapter's text, your code and its outputs. The backup has all your work in all chapters, and can be brought back in any browser.",
  saveNotebook: "This chapter as .ipynb",
  saveTypeScript: "This chapter as TypeScript",
  saveWork: "Back up all work",
  runElsewhere: "To run the .ipynb in Jupyter (with Deno's kernel), put this library beside it:",
  noNotebook:
    "The chapter's text could not be had: check the connection and try again. The backup needs no network.",
  typeScriptHeading: (chapter) => `Gradbook: ${chapter}\nThe cells in the order of the page.`,
  bringBack: "Bring it back",
  chooseFile: "From a file (.ipynb or backup) …",
  refusals: {
    "too-large": "This file is too large to be one of ours. Nothing has changed.",
    "too-deep": "This file nests too deeply to be one of ours. Nothing has changed.",
    "not-json": "This file is not JSON, or not all of it is there. Nothing has changed.",
    "unknown-kind": "This file is neither a notebook nor a backup of ours. Nothing has changed.",
    "newer-version":
      "This file comes from a newer version than this page can read: update the site first. Nothing has changed.",
    "older-version":
      "This notebook is older than nbformat 4: convert it with Jupyter first. Nothing has changed.",
    "duplicate-ids":
      "Two cells in this file have the same name, so it is not clear which one is meant. Nothing has changed.",
    "other-language":
      "This notebook is in another language; only TypeScript and JavaScript run here. Nothing has changed.",
    "no-such-chapter": "This notebook is of a chapter that this course does not have. Nothing has changed.",
    damaged: "The link is incomplete or damaged, and cannot be read. Nothing has changed.",
  },
  broughtIn: (cells, attempts, same, unreadable) =>
    `Brought in ${counted(cells, "cell")} and ${counted(attempts, "exercise entry", "exercise entries")}${same > 0 ? `; ${counted(same, "cell")} were the same already` : ""}${unreadable > 0 ? `; ${counted(unreadable, "entry", "entries")} could not be read and were left out` : ""}.`,
  differing: (cells) =>
    `You have other texts in these cells: ${cells}. What you do not choose stays among the earlier versions.`,
  keepPresent: "Keep what is here",
  takeIncoming: "Take the file's",
  storageRefuses: "The browser's storage cannot be used. Nothing has changed.",
  clearAll: "Delete everything …",
  clearSure:
    "Your code in all chapters, its earlier versions and the exercise log will be deleted. Better make a backup first.",
  clearYes: "Delete",
  clearNo: "Keep it",
  cleared: "Everything has been deleted.",

  historyTitle: (cell) => `Earlier versions of cell ${cell}`,
  noHistory:
    "There are no earlier versions of this cell yet. As you change and run it, they will be kept here.",
  reasons: {
    edited: "before a change",
    ran: "was run",
    reset: "before the reset",
    removed: "before it was removed",
    conflict: "the other tab's",
    replaced: "before it was replaced",
  },
  versionDifference: "How it differs from now (− then, + now)",
  sameText: "The same as now.",
  restore: "Go back to this version",
};
