/** Finds a Chromium for the browser tests, or gets one. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

// The shell without a window draws the same pages for two thirds of the work.
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

function onPath(name) {
  const finder = process.platform === "win32" ? "where" : "which";
  const result = spawnSync(finder, [name], { encoding: "utf8" });
  return result.status === 0 ? result.stdout.split("\n")[0].trim() : null;
}

/** The path of a Chromium that is there, or null: from the environment, the system's, Playwright's own. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
    return named;
  }
  const system = NAMES.map(onPath).find((path) => path) ?? PLACES.find((path) => existsSync(path));
  if (system) return system;
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

function run(command, args) {
  try {
    execFileSync(command, args, { stdio: ["ignore", "inherit", "inherit"], timeout: 8 * 60_000 });
    return true;
  } catch {
    return false;
  }
}

/** A Chromium for the tests, installed if need be. Throws one sentence that says what to do. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  console.log("No Chromium found; asking Playwright for its own.");
  if (run("npx", ["playwright", "install", "chromium"])) {
    const own = findChromium();
    if (own) return own;
  }
  if (onPath("apt-get")) {
    console.log("Playwright could not get it; asking the system's packages.");
    const asRoot = process.getuid?.() === 0 ? [] : onPath("sudo") ? ["sudo", "-n"] : null;
    const apt = (...args) =>
      asRoot && run([...asRoot, "apt-get"][0], [...asRoot, "apt-get", ...args].slice(1));
    apt("update", "-qq");
    apt("install", "-y", "-qq", "fonts-noto-cjk");
    // Older systems have the whole browser only.
    if (!apt("install", "-y", "-qq", "chromium-headless-shell")) apt("install", "-y", "-qq", "chromium");
    const system = findChromium();
    if (system) return system;
  }
  throw new Error(
    "The browser tests need Chromium: install it, or set CHROMIUM_PATH to where it is, and run the tests again.",
  );
}

/** How a test's Chromium is started: it talks to nobody but the tests. */
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  // As on any desktop: a sandboxed frame has a process of its own.
  "--site-per-process",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
