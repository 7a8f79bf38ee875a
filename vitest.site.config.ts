import { defineConfig } from "vitest/config";
import base from "./vitest.config";

/** Whole sites, built by the commands that authors type: `npm run sites`. They share out/, and follow one another. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ["tests/site/**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    fileParallelism: false,
  },
});
