import type { ThemeRegistrationRaw } from "shiki/core";
import { type CodeClass, classScopes, codeClasses, plainScopes } from "./classes";

/**
 * A TextMate theme answers a scope with a colour. Ours answers with the number of a class, written as a colour
 * (#000001, #000002, …), so that the pages can choose the real colours in CSS.
 */
const colorOf = (index: number): string => `#${(index + 1).toString(16).padStart(6, "0")}`;
const plain = "#000000";

export const classTheme: ThemeRegistrationRaw = {
  name: "classes",
  type: "light",
  fg: plain,
  bg: "#FFFFFF",
  settings: [
    { settings: { foreground: plain, background: "#FFFFFF" } },
    ...codeClasses.map((name, index) => ({
      scope: [...classScopes[name]],
      settings: { foreground: colorOf(index) },
    })),
    { scope: [...plainScopes], settings: { foreground: plain } },
  ],
};

/** The class that one of the theme's colours stands for, or `undefined` for plain code. */
export function classOfColor(color: string | undefined): CodeClass | undefined {
  if (!color) return undefined;
  return codeClasses[Number.parseInt(color.slice(1), 16) - 1];
}
