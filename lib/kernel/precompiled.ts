import type { PrecompiledCell } from "../protocol";
import type { CompiledCell } from "./compile";
import { type Assumptions, type Surroundings, stillHolds } from "./compile/surroundings";

/** What of a compiled cell is needed to run it. */
export type Runnable = Pick<
  CompiledCell,
  "source" | "declares" | "uses" | "captures" | "parameters" | "imports"
>;

/** A compiled cell in the form that is saved with the chapter. */
export function toPrecompiled(compiled: CompiledCell): PrecompiledCell {
  const { source, declares, uses, captures, parameters, imports, assumptions } = compiled;
  return {
    source,
    declares: declares.map(({ name, kind }) => ({ name, kind })),
    uses: [...uses],
    captures: [...captures],
    parameters: [...parameters],
    imports: [...imports],
    assumptions: {
      globals: [...assumptions.globals],
      kinds: [...assumptions.kinds].map(([name, kind]) => [name, kind ?? null]),
      exclusive: [...assumptions.exclusive],
    },
  };
}

/** What a saved cell took for granted. */
export function assumptionsOf({ assumptions }: PrecompiledCell): Assumptions {
  const { globals, kinds, exclusive } = assumptions;
  return {
    globals: new Set(globals),
    kinds: new Map(kinds.map(([name, kind]) => [name, kind ?? undefined])) as Assumptions["kinds"],
    exclusive: new Map(exclusive),
  };
}

/** The saved cell, ready to run, if the notebook is as it took it to be; else null. */
export function usable(saved: PrecompiledCell | undefined, surroundings: Surroundings): Runnable | null {
  return saved && stillHolds(assumptionsOf(saved), surroundings) ? (saved as Runnable) : null;
}

/** Surroundings that answer as those did in which a saved cell was compiled: the same text comes of it again. */
export function surroundingsOf(saved: PrecompiledCell, exportsOf: Surroundings["exportsOf"]): Surroundings {
  const { globals, kinds, exclusive } = assumptionsOf(saved);
  return {
    isGlobal: (name) => globals.has(name),
    kindOf: (name) => kinds.get(name),
    isExclusive: (name) => exclusive.get(name) ?? false,
    exportsOf,
  };
}
