/** The chapter that is no chapter: a page of the reader's own. */
export const SCRATCH = "scratch";

/** Its first cell, from which the reader goes on. */
export const SCRATCH_CELL = "start";

/** What that cell says. */
export const SCRATCH_CODE = `import { torch } from "gradbook";

const x = torch.tensor([1, 2, 3], { requiresGrad: true });
const y = x.pow(2).sum();
y.backward();
x.grad`;
