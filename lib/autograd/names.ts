/**
 * Names classes as their namespaces call them. Bundlers give them other, shorter names, but modules and optimizers print
 * and mention the names of their classes.
 */
export function nameClasses(...namespaces: readonly object[]): void {
  for (const namespace of namespaces) {
    for (const [name, value] of Object.entries(namespace)) {
      if (typeof value === "function")
        Object.defineProperty(value, "name", { value: name, configurable: true });
    }
  }
}
