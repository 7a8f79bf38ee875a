"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import type { OrderExercise } from "@/lib/exercise";
import { useNotebook } from "../notebook/notebook";
import type { Answering } from "./use-answer";

/** Steps that can be moved: by their buttons, or by dragging them. */
export function OrderFields({
  exercise,
  answering,
  feedback,
}: {
  exercise: OrderExercise<ReactNode>;
  answering: Answering;
  feedback: string;
}) {
  const { words } = useNotebook();
  const { kit, setText, said } = answering;
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState<{ item: number; by: -1 | 1 } | null>(null);
  const { revealed } = answering.progress;
  // Once it is shown, the author's order stands in the list itself.
  const order = readOrder(revealed ? "" : answering.text, exercise.items.length);
  const place = moved ? order.indexOf(moved.item) + 1 : 0;

  // A button that moves with its step keeps the focus; at the ends the other one gets it.
  useEffect(() => {
    if (!moved) return;
    const row = list.current?.querySelector(`[data-item="${moved.item}"]`);
    const buttons = [...(row?.querySelectorAll("button") ?? [])];
    const [up, down] = buttons;
    const wanted = moved.by < 0 ? up : down;
    (wanted?.disabled ? (moved.by < 0 ? down : up) : wanted)?.focus();
  }, [moved]);

  function move(item: number, to: number) {
    const rest = order.filter((one) => one !== item);
    rest.splice(to, 0, item);
    setText(rest.join(" "));
  }

  const misplaced =
    said?.kind === "wrong" && said.code === "out-of-order" ? Number(said.details?.place) - 1 : -1;
  return (
    <div className="exercise-order">
      <ol ref={list} aria-describedby={feedback}>
        {order.map((item, index) => (
          <li key={item} data-item={item} data-mark={index === misplaced ? "wrong" : undefined}>
            <span
              className="exercise-grip"
              aria-hidden="true"
              title={kit?.words.drag}
              onPointerDown={(event) => !revealed && kit?.dragStep(event, list.current, item, move)}
            >
              ⠿
            </span>
            <span className="exercise-step">{exercise.items[item]}</span>
            <button
              type="button"
              className="quiet-button"
              disabled={revealed || index === 0}
              aria-label={words.moveStepUp(index + 1)}
              onClick={() => {
                move(item, index - 1);
                setMoved({ item, by: -1 });
              }}
            >
              ↑
            </button>
            <button
              type="button"
              className="quiet-button"
              disabled={revealed || index === order.length - 1}
              aria-label={words.moveStepDown(index + 1)}
              onClick={() => {
                move(item, index + 1);
                setMoved({ item, by: 1 });
              }}
            >
              ↓
            </button>
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {moved ? words.stepMoved(place, order.length) : ""}
      </p>
    </div>
  );
}

/** The order of the log, completed if it is not one. */
function readOrder(text: string, count: number): number[] {
  const read = text
    .split(" ")
    .map(Number)
    .filter(
      (item, index, all) =>
        Number.isInteger(item) && item >= 0 && item < count && all.indexOf(item) === index,
    );
  const missing = Array.from({ length: count }, (_, index) => index).filter((index) => !read.includes(index));
  return [...read, ...missing];
}
