"use client";

import { useEffect, useState } from "react";
import type { Input } from "@/lib/protocol";
import { TextOutput } from "./text-output";

let loaded: typeof import("./input-control") | null = null;
let loading: Promise<void> | null = null;

/** Loads the controls: most pages have none. After a failure it can be asked for again. */
export function loadInputs(): Promise<void> {
  loading ??= import("./input-control").then(
    (module) => {
      loaded = module;
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** An input of a cell; its text until the control has come, and where it cannot be had. */
export function InputOutput({ cell, input, text }: { cell: string; input: Input; text: string }) {
  const [, setReady] = useState(loaded !== null);
  useEffect(() => {
    let gone = false;
    loadInputs().then(
      () => gone || setReady(true),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);
  return loaded ? <loaded.InputControl cell={cell} input={input} /> : <TextOutput text={text} />;
}
