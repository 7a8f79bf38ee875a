import { runCells } from "./run";

for (const section of document.querySelectorAll<HTMLElement>("section")) {
  const code = section.querySelector("pre");
  const field = document.createElement("textarea");
  field.value = code?.textContent ?? "";
  code?.replaceWith(field);
}
runCells((section) => section.querySelector("textarea")?.value ?? "");
