import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/e2e/**", "tests/site/**", "**/node_modules/**"],
    environment: "node",
    // Long enough for a busy machine: a test that hangs is found, a slow minute is not a failure.
    testTimeout: 60_000,
    // The runner itself only waits: left to itself it would leave one core to it.
    maxWorkers: "100%",
    setupFiles: ["tests/setup.ts"],
  },
});
