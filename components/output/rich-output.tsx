import type { Locale, Messages } from "@/lib/i18n";
import type { MimeBundle } from "@/lib/protocol";
import { HintOutput } from "./hint-output";
import { ProgressOutput } from "./progress-output";
import { TableOutput } from "./table-output";
import { TensorOutput } from "./tensor-output";
import { TextOutput } from "./text-output";
import { ValueTree } from "./value-tree";

export interface RichOutputProps {
  data: MimeBundle;
  words: Messages;
  locale: Locale;
}

/** The forms of values that not every page needs: they come as a part of their own. */
export default function RichOutput({ data, words, locale }: RichOutputProps) {
  const hint = data["application/vnd.gradbook.hint+json"];
  if (hint) return <HintOutput code={hint.code} text={data["text/plain"]} locale={locale} />;
  const progress = data["application/vnd.gradbook.progress+json"];
  if (progress) return <ProgressOutput data={progress} words={words} />;
  const table = data["application/vnd.gradbook.table+json"];
  if (table) return <TableOutput data={table} words={words} locale={locale} />;
  const tensor = data["application/vnd.gradbook.tensor+json"];
  if (tensor) return <TensorOutput text={data["text/plain"]} tensor={tensor} words={words} />;
  const value = data["application/vnd.gradbook.value+json"];
  if (value) return <ValueTree value={value} words={words} />;
  return <TextOutput text={data["text/plain"]} />;
}
