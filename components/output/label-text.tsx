import { createElement, Fragment, type ReactElement } from "react";
import { type LabelPiece, readLabel } from "@/lib/label";

/** A label with simple TeX between dollar signs. */
export function LabelText({ label }: { label: string }) {
  return createElement(Fragment, null, ...readLabel(label).map(draw));
}

function draw(piece: LabelPiece): ReactElement | string {
  if ("sub" in piece) return createElement("sub", null, ...piece.sub.map(draw));
  if ("sup" in piece) return createElement("sup", null, ...piece.sup.map(draw));
  if (piece.style === "italic") return <var>{piece.text}</var>;
  return piece.style === "bold" ? <b>{piece.text}</b> : piece.text;
}
