import { readFileSync } from "node:fs";

/** The site's icon, in the page itself: a file of its own would be one more thing to be fetched before the first run. */
export const ICON = `data:image/svg+xml,${encodeURIComponent(readFileSync("public/icon.svg", "utf8").trim())}`;
