/**
 * Every check, one after the other: `npm test`. Ends with one line, `N passed, N failed`: the tests of all runners, and
 * one for each check that is no test runner.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "./chromium.mjs";

/** The site is tested under a path of its own, as project pages are served. */
const BASE_PATH = "/courses/gradbook";

const results = mkdtempSync(join(tmpdir(), "gradbook-test-"));
let passed = 0;
let failed = 0;

function step(name, command, args, env = {}) {
  const started = Date.now();
  console.log(`\n── ${name}`);
  const { status } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
  console.log(
    `── ${name}: ${status === 0 ? "ok" : "FAILED"} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );
  return status === 0;
}

/** A check that either holds or not. */
function check(...args) {
  const ok = step(...args);
  if (ok) passed += 1;
  else failed += 1;
  return ok;
}

/** A runner that counts its tests; if it leaves no count it counts as one failure. */
function runner(count, ...args) {
  const ok = step(...args);
  try {
    const [good, bad] = count();
    passed += good;
    failed += bad;
    if (!ok && bad === 0) failed += 1;
  } catch {
    failed += 1;
  }
}

const read = (name) => JSON.parse(readFileSync(join(results, name), "utf8"));

check("format and lint", "npx", ["biome", "check", "."]);
// The chapters are checked and run here; types and tests need what is made of them.
const prepared = check("chapters: every cell runs", "npm", ["run", "--silent", "prepare:site"]);
if (prepared) {
  check("types of lib/", "npx", ["tsc", "-p", "lib/tsconfig.json"]);
  check("types", "npx", ["tsc", "-p", "tsconfig.json"]);
}
/** Vitest, with one of its configurations. */
function vitest(name, file, config, env) {
  runner(
    () => {
      const { numPassedTests, numFailedTests, numFailedTestSuites } = read(file);
      return [numPassedTests, numFailedTests || numFailedTestSuites];
    },
    name,
    "npx",
    [
      "vitest",
      "run",
      `--config=${config}`,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${join(results, file)}`,
    ],
    env,
  );
}

vitest("unit tests", "unit.json", "vitest.config.ts");
/** Where Chromium is; undefined, and said why, if there is none and none can be had. */
function browserPath() {
  try {
    return ensureChromium();
  } catch (error) {
    console.error(error.message);
    return undefined;
  }
}

const chromium = browserPath();
const browser = chromium === undefined ? {} : { CHROMIUM_PATH: chromium };
// They write to out/ as well: the site that the browser tests look at comes last.
if (prepared) vitest("whole sites", "sites.json", "vitest.site.config.ts", browser);
const built =
  prepared && check("build", "npm", ["run", "--silent", "build"], { GRADBOOK_BASE_PATH: BASE_PATH });
if (built && chromium !== undefined) {
  runner(
    () => {
      const { stats } = read("browser.json");
      return [stats.expected, stats.unexpected + stats.flaky];
    },
    "browser tests",
    "npx",
    ["playwright", "test", "--reporter=list,json"],
    {
      ...browser,
      GRADBOOK_BASE_PATH: BASE_PATH,
      PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, "browser.json"),
    },
  );
} else failed += 1;

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
