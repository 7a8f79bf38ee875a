import type { Root } from "hast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { type ChoiceExercise, type PredictExercise, shuffled } from "../../exercise";
import type { Reading } from "../reading";
import { type Attributes, startOf } from "../tag";
import { checkDistinct, readOptions, withoutPlaces } from "./options";
import { checkParts, commonTexts, partsOf } from "./parts";

/** Reads `<Choice>`. Options are shown in an order that the id decides, unless the author's is to be kept. */
export function readChoice(
  reading: Reading,
  tag: MdxJsxFlowElement,
  attributes: Attributes,
): ChoiceExercise<Root> {
  const parts = partsOf(tag);
  checkParts(reading, tag, parts, "options: - [x] text :: why");
  const options = readOptions(reading, parts.bullets[0], true);
  checkDistinct(reading, options);
  const id = attributes.get("id")?.value ?? "";
  const right = options.filter((option) => option.right).length;
  if (options.length < 2) {
    reading.report(
      "choice",
      startOf(tag),
      "A choice needs two options at least: - [x] text :: why, - [ ] text :: why.",
    );
  } else if (right === 0) {
    reading.report("choice", startOf(tag), "No option is right: mark one with `- [x]`.");
  }
  const order = options.map((_, index) => index);
  return {
    kind: "choice",
    id,
    ...commonTexts(parts),
    many: right > 1 || attributes.get("many") !== undefined,
    options: withoutPlaces(options),
    shown: attributes.get("order") ? order : shuffled(options.length, id),
  };
}

/** Reads `<Predict>`: a guess among options, or in the reader's own words. */
export function readPredict(
  reading: Reading,
  tag: MdxJsxFlowElement,
  attributes: Attributes,
): PredictExercise<Root> {
  const parts = partsOf(tag);
  checkParts(reading, tag, parts, "options: - text");
  const options = readOptions(reading, parts.bullets[0], false);
  checkDistinct(reading, options);
  const cell = attributes.get("cell");
  if (cell) reading.innerLinks.push({ id: `cell-${cell.value}`, place: cell.placeAt(0) });
  return {
    kind: "predict",
    id: attributes.get("id")?.value ?? "",
    ...commonTexts(parts),
    cell: cell?.value ?? "",
    options: withoutPlaces(options),
    shown: options.map((_, index) => index),
  };
}
