"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { useNotebookState } from "./notebook";

/** Loads the list of keys. */
export const loadKeys = () => import("./key-list");

const KeyList = lazy(loadKeys);

/** The sheet of keys, from the moment at which it is first asked for. */
export function KeySheet() {
  const open = useNotebookState((state) => state.keysShown);
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (open) setWanted(true);
  }, [open]);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <KeyList />
    </Suspense>
  );
}
