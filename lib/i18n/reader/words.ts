import type { zh } from "./zh";

/** Every language has exactly the source language's keys. */
export type ReaderWords = typeof zh;
