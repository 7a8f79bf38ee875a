import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "./tools/chromium.mjs";

const base = process.env.GRADBOOK_BASE_PATH ?? "";
const port = Number(process.env.GRADBOOK_TEST_PORT ?? 4310);

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  // Tests wait more than they compute: two at a time fill two cores.
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}${base}/`,
    browserName: "chromium",
    launchOptions: { executablePath: findChromium() ?? undefined, args: CHROMIUM_ARGS },
    viewport: { width: 1440, height: 900 },
    // It fetches the whole site; where it is the subject, a test lets it in.
    serviceWorkers: "block",
    trace: "off",
  },
  webServer: {
    command: `node tools/serve.mjs --port ${port} --base "${base}" out`,
    url: `http://127.0.0.1:${port}${base}/`,
    reuseExistingServer: false,
  },
});
