import type { LivePoints, Message } from "@/lib/protocol";

/** Messages that are handed on at once in one interval. */
export const PROMPT = 8;
/** Milliseconds: a frame. */
export const INTERVAL = 16;

/** What an inbox needs of its surroundings. */
export interface InboxHost {
  /** The time in milliseconds, of any origin. */
  now(): number;
  /** Calls back before the page is drawn next, or soon if nobody looks at it. */
  nextFrame(callback: () => void): void;
  deliver(message: Message): void;
}

/**
 * Hands on a kernel's messages in their order: at once while they are few, and what comes in a flood together, once a
 * frame, so that the page draws it once. Points always wait for the frame, however long it takes: those of the same curve
 * that wait together become one message.
 */
export class Inbox {
  private waiting: (Message | LivePoints[])[] = [];
  /** Points that wait, by their curve, as long as nothing but points has come in since. */
  private readonly growing = new Map<string, LivePoints[]>();
  private intervalStart = Number.NEGATIVE_INFINITY;
  private prompt = 0;

  constructor(private readonly host: InboxHost) {}

  put(message: Message): void {
    const now = this.host.now();
    if (now - this.intervalStart >= INTERVAL) {
      this.intervalStart = now;
      this.prompt = PROMPT;
    }
    if (this.waiting.length > 0) this.wait(message);
    else if (this.prompt > 0 && message.type !== "live_points") {
      this.prompt -= 1;
      this.host.deliver(message);
    } else {
      this.wait(message);
      this.host.nextFrame(() => this.handOn());
    }
  }

  private wait(message: Message): void {
    if (message.type !== "live_points") {
      this.growing.clear();
      this.waiting.push(message);
      return;
    }
    const curve = JSON.stringify([message.parent, message.displayId, message.series]);
    const known = this.growing.get(curve);
    if (known) known.push(message);
    else {
      const points = [message];
      this.growing.set(curve, points);
      this.waiting.push(points);
    }
  }

  private handOn(): void {
    const messages = this.waiting;
    this.waiting = [];
    this.growing.clear();
    for (const message of messages) {
      const joined = Array.isArray(message) ? join(message) : message;
      if (joined) this.host.deliver(joined);
    }
  }
}

function join(points: readonly LivePoints[]): LivePoints | undefined {
  const [first] = points;
  if (!first || points.length === 1) return first;
  return { ...first, x: concatenate(points.map(({ x }) => x)), y: concatenate(points.map(({ y }) => y)) };
}

function concatenate(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
