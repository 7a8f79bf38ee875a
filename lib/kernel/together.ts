import type { Message } from "../protocol";

/**
 * Joins a message that another follows at once to that one: that a run begins to its number, and its end to the kernel's
 * being free. Each message costs the page as much as a small one's contents do.
 *
 * @param send posts one value
 * @param pack what is to be sent of a message
 */
export function together(
  send: (value: unknown) => void,
  pack: (message: Message) => unknown,
): (message: Message) => void {
  let held: unknown;
  return (message) => {
    const packed = pack(message);
    if (held !== undefined) {
      const before = held;
      held = undefined;
      send([before, packed]);
    } else if (isFollowed(message)) held = packed;
    else send(packed);
  };
}

function isFollowed(message: Message): boolean {
  return message.type === "execute_reply" || (message.type === "status" && message.state === "busy");
}
