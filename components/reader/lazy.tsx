"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { useNotebookState } from "../notebook/notebook";

/** Fetches what is said when something is wrong with what the reader wrote, or when it is not the reader's. */
export const loadNotices = () =>
  Promise.all([import("./notices"), import("./cell-concern"), import("./shared-preview")]);

const Notices = lazy(() => import("./notices"));
const SharedPreview = lazy(() => import("./shared-preview"));
const Concern = lazy(() => import("./cell-concern"));

/** What must not be overlooked, if there is anything. */
export function ReaderNotices() {
  const any = useNotebookState(({ storage, lost }) => storage === "failed" || lost !== null);
  const shared = useSharedFragment();
  return (
    <Suspense fallback={null}>
      {any && <Notices />}
      {shared && <SharedPreview fragment={shared} />}
    </Suspense>
  );
}

/** The fragment of a shared link, if the page was opened by one. */
function useSharedFragment(): string | null {
  const [fragment, setFragment] = useState<string | null>(null);
  useEffect(() => {
    const look = () => {
      if (location.hash.startsWith("#share=")) setFragment(location.hash);
    };
    look();
    window.addEventListener("hashchange", look);
    return () => window.removeEventListener("hashchange", look);
  }, []);
  return fragment;
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
