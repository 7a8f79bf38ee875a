import type { TensorData } from "@/lib/protocol";

/** What a tensor is, in the words of its own properties. */
export function tensorFacts({ shape, dtype, gradFn }: TensorData): string {
  const facts = [`shape [${shape.join(", ")}]`, `dtype ${dtype}`];
  if (gradFn !== undefined) facts.push(`gradFn ${gradFn}`);
  return facts.join(" · ");
}
