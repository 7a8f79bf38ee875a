import { decide } from "./answers";
import type { OrderExercise } from "./exercise";
import { readIndexes } from "./indexes";
import type { Outcome } from "./outcome";

const RIGHT = "";

/**
 * What an order is worth: any is right in which each step comes after all that it needs. The text holds the steps'
 * places in the author's list, separated by spaces. The order in which they were shown at first is no answer.
 */
export function checkOrder(exercise: OrderExercise, text: string): Outcome {
  const { items, shown, answers } = exercise;
  if (text.trim() === "" || text.trim() === shown.join(" ")) return { kind: "untouched" };
  const order = readIndexes(text, items.length);
  if (order?.length !== items.length) return { kind: "unreadable", code: "not-an-option", details: {} };
  const place = firstMisplaced(exercise, order);
  return decide(RIGHT, answers, (match) => (match === RIGHT ? place === null : standsBefore(order, match)), {
    kind: "wrong",
    matched: null,
    code: "out-of-order",
    details: { place: String((place ?? 0) + 1) },
  });
}

/** The place of the first step that needs a later one, or null if there is none. */
export function firstMisplaced(
  { before }: Pick<OrderExercise, "before">,
  order: readonly number[],
): number | null {
  const place = order.findIndex((item, index) =>
    before.some(([first, second]) => second === item && order.indexOf(first) > index),
  );
  return place < 0 ? null : place;
}

const PAIR = /^\s*(\d+)\s*<\s*(\d+)\s*$/;

/** Reads `3 < 1`, counted from 1, as two places counted from 0. */
export function readPair(text: string): [number, number] | null {
  const found = PAIR.exec(text);
  return found ? [Number(found[1]) - 1, Number(found[2]) - 1] : null;
}

function standsBefore(order: readonly number[], match: string): boolean {
  const pair = readPair(match);
  return pair !== null && order.indexOf(pair[0]) < order.indexOf(pair[1]);
}
