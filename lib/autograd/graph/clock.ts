/**
 * Counts what happens to the graph and to values: every new node and every change in place has its own moment. A value
 * that an operation saved has been changed since if its last change is later than the node.
 */
export const clock = {
  now: 0,
  /** When values were last changed in place, whichever they were. */
  lastChange: 0,
};
