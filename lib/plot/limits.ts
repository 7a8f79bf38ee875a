/** Elements in one plot; a browser lays out this many in about half a second. */
export const MAX_ELEMENTS = 30_000;

/** Levels of elements within each other. Plot itself needs fewer than ten. */
export const MAX_DEPTH = 32;

/** Characters in one plot, names, values and texts together. */
export const MAX_CHARACTERS = 8_000_000;

/** Characters of one title, label or description. */
export const MAX_TEXT = 2_000;

/** CSS pixels of a plot's width and of its height. */
export const MAX_SIZE = 4_096;
