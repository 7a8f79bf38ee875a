import type { TableData } from "../protocol";

/** What a console needs of the run that is going on. */
export interface ConsoleHost {
  /** A value as `print` writes it. */
  text(value: unknown): string;
  write(name: "stdout" | "stderr", text: string): void;
  /** Shows a table if the value is one; says whether it did. */
  table(value: unknown, columns?: readonly string[]): TableData | undefined;
  showTable(table: TableData, value: unknown): void;
  clear(): void;
  now(): number;
  /** Something that is another in another run: groups do not outlive theirs. */
  run(): unknown;
}

type Write = (...values: unknown[]) => void;

/** The console that cells see, with the methods that the platform's has. Their output stands below the cell. */
export function createConsole(host: ConsoleHost): Record<string, (...values: never[]) => void> {
  const counts: Record<string, number> = Object.create(null) as Record<string, number>;
  const timers: Record<string, number> = Object.create(null) as Record<string, number>;
  let depth = 0;
  let grouped: unknown = null;

  const indent = () => {
    if (grouped !== host.run()) {
      grouped = host.run();
      depth = 0;
    }
    return "  ".repeat(depth);
  };
  const line = (name: "stdout" | "stderr", text: string) => {
    const margin = indent();
    host.write(name, `${margin}${margin ? text.replaceAll("\n", `\n${margin}`) : text}\n`);
  };
  const log: Write = (...values) => line("stdout", formatted(values, host.text));
  const complain: Write = (...values) => line("stderr", formatted(values, host.text));
  const group: Write = (...values) => {
    if (values.length > 0) log(...values);
    indent();
    depth = Math.min(depth + 1, 40);
  };
  const elapsed = (label: string, rest: unknown[]) => {
    const began = timers[label];
    if (began === undefined) complain(`Timer '${label}' does not exist`);
    else log(`${label}: ${milliseconds(host.now() - began)}`, ...rest);
  };

  return {
    log,
    info: log,
    debug: log,
    warn: complain,
    error: complain,
    dir: (value: unknown) => log(value),
    dirxml: log,
    trace: (...values) => complain(...(values.length > 0 ? ["Trace:", ...values] : ["Trace"])),
    table(value: unknown, columns?: readonly string[]) {
      const table = host.table(value, Array.isArray(columns) ? columns.map(String) : undefined);
      if (table) host.showTable(table, value);
      else log(value);
    },
    assert(condition: unknown, ...values: unknown[]) {
      if (condition) return;
      const [first, ...rest] = values;
      if (typeof first === "string") complain(`Assertion failed: ${first}`, ...rest);
      else complain("Assertion failed", ...values);
    },
    count(label: unknown = "default") {
      const name = String(label);
      counts[name] = (counts[name] ?? 0) + 1;
      log(`${name}: ${counts[name]}`);
    },
    countReset(label: unknown = "default") {
      const name = String(label);
      if (counts[name] === undefined) complain(`Count for '${name}' does not exist`);
      else counts[name] = 0;
    },
    time(label: unknown = "default") {
      const name = String(label);
      if (timers[name] !== undefined) complain(`Timer '${name}' already exists`);
      else timers[name] = host.now();
    },
    timeLog: (label: unknown = "default", ...values: unknown[]) => elapsed(String(label), values),
    timeEnd(label: unknown = "default") {
      elapsed(String(label), []);
      delete timers[String(label)];
    },
    group,
    groupCollapsed: group,
    groupEnd() {
      indent();
      depth = Math.max(0, depth - 1);
    },
    clear: () => host.clear(),
  };
}

/** The values in a line, the first one's `%s`, `%d`, `%i`, `%f`, `%o`, `%O` and `%c` filled in from the others. */
function formatted(values: readonly unknown[], text: (value: unknown) => string): string {
  const [first, ...rest] = values;
  if (typeof first !== "string" || rest.length === 0 || !first.includes("%"))
    return values.map(text).join(" ");
  const filled = first.replace(/%[%sdifoOc]/g, (mark) => {
    if (mark === "%%") return "%";
    if (rest.length === 0) return mark;
    const value = rest.shift();
    if (mark === "%c") return "";
    if (mark === "%d" || mark === "%i") return wholeText(value, mark === "%i");
    return mark === "%f" ? String(Number.parseFloat(String(value))) : text(value);
  });
  return [filled, ...rest.map(text)].join(" ");
}

function wholeText(value: unknown, cut: boolean): string {
  if (typeof value === "symbol") return "NaN";
  if (typeof value === "bigint") return `${value}n`;
  const number = cut ? Number.parseInt(String(value), 10) : Number(value);
  return String(number);
}

function milliseconds(time: number): string {
  return time < 1000 ? `${Number(time.toFixed(3))} ms` : `${(time / 1000).toFixed(3)} s`;
}
