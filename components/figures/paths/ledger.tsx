import { fixed, significant } from "@/lib/figures";
import { type NetworkRun, type ParameterName, TARGET } from "@/lib/figures/network";
import type { Factor, Path } from "@/lib/figures/paths";
import type { Locale } from "@/lib/i18n";
import { LabelText } from "../../output/label-text";
import { valueBeside } from "./trail";
import { PATHS_WORDS } from "./words";

/** `h1` in simple TeX. */
export function tex(name: string): string {
  return name.replace(/^(\w)(.+)$/, (_, letter: string, index: string) => `${letter}_{${index}}`);
}

/** A slope in letters. */
function letters(factor: Factor): string {
  switch (factor.kind) {
    case "error":
      return `$${tex(factor.at)}-${tex(TARGET[factor.at])}$`;
    case "sigmoid":
      return `$${tex(factor.at)}(1-${tex(factor.at)})$`;
    case "weight":
      return `$${tex(factor.at)}$`;
    default: {
      const beside = valueBeside(factor.at);
      return beside ? `$${tex(beside)}$` : "$1$";
    }
  }
}

/** A slope in digits: four behind the point, fewer where it has fewer. */
function digits(value: number): string {
  if (Math.abs(value) >= 1e-3 || value === 0) return fixed(value, 4).replace(/(\.\d\d)00$/, "$1");
  return significant(value, 3);
}

/** A share or a sum in digits. */
export function amount(value: number): string {
  return Math.abs(value) < 1e-4 && value !== 0 ? significant(value, 5) : fixed(value, 9);
}

/** The paths one below the other: slopes that multiply in a row, products that add in the last column. */
export function Ledger({
  run,
  paths,
  parameter,
  shown,
  locale,
}: {
  run: NetworkRun;
  paths: readonly Path[];
  parameter: ParameterName;
  /** So many slopes are there; one more and the products are added. */
  shown: number;
  locale: Locale;
}) {
  const words = PATHS_WORDS[locale];
  const length = paths[0]?.factors.length ?? 0;
  const done = shown > length;
  const sum = run.gradient[parameter];
  const reach = Math.max(...paths.map(({ product }) => Math.abs(product)), Math.abs(sum), 1e-12);
  let from = 0;
  const bars = paths.map(({ through, product }) => {
    const start = from;
    from += product;
    return { through, start, end: from };
  });
  const least = Math.min(0, sum, ...bars.map(({ end }) => end));
  const most = Math.max(0, sum, ...bars.map(({ end }) => end));
  const width = Math.max(most - least, reach * 1e-9);
  const at = (value: number) => `${(((value - least) / width) * 100).toFixed(2)}%`;
  return (
    <div className="paths-ledger" data-length={length} aria-hidden="true">
      {paths.map((path, row) => (
        <div key={path.through} className="paths-row" data-path={row}>
          <span className="paths-name">
            <LabelText label={words.through(tex(path.through))} />
          </span>
          <span className="paths-factors">
            {path.factors.map((factor, index) => (
              <span
                key={factor.kind + factor.at}
                className="paths-factor"
                data-on={index < shown ? "" : undefined}
              >
                <span className="paths-letters">
                  <LabelText label={letters(factor)} />
                </span>
                <span className="paths-digits">{index < shown ? digits(factor.slope) : ""}</span>
              </span>
            ))}
          </span>
          <span className="paths-product">{shown >= length ? `= ${amount(path.product)}` : ""}</span>
          <span className="paths-track">
            {shown >= length && bars[row] && <Bar at={at} {...bars[row]} zero={at(0)} />}
          </span>
        </div>
      ))}
      <div className="paths-row paths-sum">
        <span className="paths-name">
          <LabelText label={`$\\partial E/\\partial ${tex(parameter)}$`} />
        </span>
        <span className="paths-factors paths-words">{paths.length > 1 ? words.sum : words.onePath}</span>
        <span className="paths-product">{done ? `= ${amount(sum)}` : ""}</span>
        <span className="paths-track">{done && <Bar at={at} start={0} end={sum} zero={at(0)} />}</span>
      </div>
    </div>
  );
}

/** An amount as a length, from where the one before ended. */
function Bar({
  at,
  start,
  end,
  zero,
}: {
  at: (value: number) => string;
  start: number;
  end: number;
  zero: string;
}) {
  const [left, right] = [Math.min(start, end), Math.max(start, end)];
  return (
    <>
      <span className="paths-zero" style={{ left: zero }} />
      <span
        className="paths-bar"
        data-negative={end < start ? "" : undefined}
        style={{ left: at(left), width: `calc(${at(right)} - ${at(left)})` }}
      />
    </>
  );
}
