"use client";

import { lazy, Suspense } from "react";
import { useNotebookState } from "../notebook/notebook";

/** Fetches what is said when something is wrong with what the reader wrote. */
export const loadNotices = () => Promise.all([import("./notices"), import("./cell-concern")]);

const Notices = lazy(() => import("./notices"));
const Concern = lazy(() => import("./cell-concern"));

/** What must not be overlooked, if there is anything. */
export function ReaderNotices() {
  const any = useNotebookState(({ storage, lost }) => storage === "failed" || lost !== null);
  return (
    any && (
      <Suspense fallback={null}>
        <Notices />
      </Suspense>
    )
  );
}

/** What has to be decided about a cell, if there is anything. */
export function CellConcern({ id }: { id: string }) {
  const concern = useNotebookState((state) => state.concerns[id]);
  return (
    concern && (
      <Suspense fallback={null}>
        <Concern id={id} concern={concern} />
      </Suspense>
    )
  );
}
