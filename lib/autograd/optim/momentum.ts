import type { Scheduled } from "./schedulers";

type Group = { momentum?: number; betas?: readonly [number, number] };

/** @internal Sets the momentum of all groups, or the first of Adam's betas, which stands for it. */
export function setMomentum({ paramGroups }: Scheduled, momentum: number): void {
  for (const group of paramGroups as readonly Group[]) {
    if (group.betas !== undefined) group.betas = [momentum, group.betas[1]];
    else if (group.momentum !== undefined) group.momentum = momentum;
  }
}
