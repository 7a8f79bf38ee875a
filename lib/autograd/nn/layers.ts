import { randn } from "../create";
import { checkOption } from "../errors";
import { dropout } from "../ops/dropout";
import { type EmbeddingOptions, embedding } from "../ops/embedding";
import { flatten } from "../ops/shape";
import type { Tensor } from "../tensor";
import { Module } from "./module";
import { Parameter } from "./parameter";

/** The input itself. */
export class Identity extends Module {
  override forward(x: Tensor): Tensor {
    return x;
  }
}

/** The dimensions `startDim` to `endDim` made one; by default all but the batch. */
export class Flatten extends Module {
  constructor(
    readonly startDim = 1,
    readonly endDim = -1,
  ) {
    super();
  }

  override forward(x: Tensor): Tensor {
    return flatten(x, this.startDim, this.endDim);
  }

  override extraRepr(): string {
    return `startDim=${this.startDim}, endDim=${this.endDim}`;
  }
}

/** In training, each element becomes 0 with probability p and the others 1 / (1 − p) times as large. */
export class Dropout extends Module {
  constructor(readonly p = 0.5) {
    super();
    checkOption("Dropout", "p", p, { most: 1 });
  }

  override forward(x: Tensor): Tensor {
    return dropout(x, this.p, this.training);
  }

  override extraRepr(): string {
    return `p=${this.p}`;
  }
}

/** A learnt vector for each whole number from 0 to numEmbeddings − 1. */
export class Embedding extends Module {
  /** [numEmbeddings, embeddingDim]: begins with normal random numbers, and zeros in the padding row. */
  weight: Parameter;

  constructor(
    readonly numEmbeddings: number,
    readonly embeddingDim: number,
    readonly options: EmbeddingOptions = {},
  ) {
    super();
    const weight = randn(numEmbeddings, embeddingDim);
    const padding = options.paddingIdx ?? null;
    if (padding !== null) {
      const row = padding < 0 ? padding + numEmbeddings : padding;
      weight.values.fill(0, row * embeddingDim, (row + 1) * embeddingDim);
    }
    this.weight = new Parameter(weight);
  }

  override forward(places: Tensor): Tensor {
    return embedding(places, this.weight, this.options);
  }

  override extraRepr(): string {
    return `${this.numEmbeddings}, ${this.embeddingDim}`;
  }
}
