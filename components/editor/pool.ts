/**
 * How many editors are alive at once: each costs the page some 5 MB, and a reader writes in one of them. The one
 * whose focus lies furthest back gives way and becomes static code again.
 */
export class EditorPool {
  /** From the least to the most recently focused. */
  #keys = new Set<string>();

  /**
   * @param onEvict is told the key of an editor to take away; the pool has dropped it already.
   * @param limit how many editors may live at once, at least 1.
   */
  constructor(
    private readonly onEvict: (key: string) => void,
    private readonly limit = 3,
  ) {
    if (!Number.isInteger(limit) || limit < 1) throw new RangeError(`invalid limit: ${limit} (at least 1)`);
  }

  /** The keys of the living editors, from the least to the most recently focused. */
  get keys(): readonly string[] {
    return [...this.#keys];
  }

  /** An editor was made or has taken the focus. */
  focused(key: string): void {
    this.#keys.delete(key);
    this.#keys.add(key);
    for (const oldest of this.#keys) {
      if (this.#keys.size <= this.limit) return;
      this.#keys.delete(oldest);
      this.onEvict(oldest);
    }
  }

  /** An editor was taken away for another reason. */
  released(key: string): void {
    this.#keys.delete(key);
  }
}
