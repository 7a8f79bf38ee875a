import type { DrawnElement } from "./drawn";

/** One step of a selector: what an element itself must be. */
interface Step {
  tag?: string;
  id?: string;
  classes: string[];
}

const STEP = /^(\*|[a-z][\w-]*)?((?:[.#][\w-]+)*)$/i;

/**
 * Reads the selectors that Plot and d3-axis use: names, `*`, `.class`, `#id` and descendants (`.tick line`),
 * alternatives separated by commas.
 *
 * @throws SyntaxError for anything else
 */
export function parseSelector(selector: string): Step[][] {
  return selector.split(",").map((alternative) => alternative.trim().split(/\s+/).map(parseStep));
}

function parseStep(text: string): Step {
  const match = STEP.exec(text);
  if (!match || text === "") throw new SyntaxError(`unsupported selector: ${text}`);
  const step: Step = { classes: [] };
  if (match[1] && match[1] !== "*") step.tag = match[1].toLowerCase();
  for (const part of match[2]?.match(/[.#][\w-]+/g) ?? []) {
    if (part.startsWith("#")) step.id = part.slice(1);
    else step.classes.push(part.slice(1));
  }
  return step;
}

/** Whether an element fits one of the alternatives. */
export function matchesSelector(element: DrawnElement, alternatives: Step[][]): boolean {
  return alternatives.some((steps) => {
    const own = steps.at(-1);
    return own !== undefined && fits(element, own) && hasAncestors(element, steps.slice(0, -1));
  });
}

function hasAncestors(element: DrawnElement, steps: Step[]): boolean {
  let wanted = steps.length - 1;
  for (let parent = element.parentNode; parent && wanted >= 0; parent = parent.parentNode) {
    const step = steps[wanted];
    if (step && fits(parent, step)) wanted--;
  }
  return wanted < 0;
}

function fits(element: DrawnElement, step: Step): boolean {
  return (
    (step.tag === undefined || element.localName.toLowerCase() === step.tag) &&
    (step.id === undefined || element.getAttribute("id") === step.id) &&
    step.classes.every((name) => element.classList.contains(name))
  );
}
