import { type Locale, messages } from "@/lib/i18n";
import { type CompiledChapter, compiledChapter } from "./compiled";
import { course } from "./course";
import { asset } from "./site";

/** The chapters before and behind one; of an appendix there are none. */
export interface Neighbours {
  previous: CompiledChapter | null;
  next: CompiledChapter | null;
}

export async function neighboursOf(locale: Locale, slug: string): Promise<Neighbours> {
  const place = course.chapters.indexOf(slug);
  if (place < 0) return { previous: null, next: null };
  // Beyond the first and the last there is no chapter of any name.
  const at = (index: number) => compiledChapter(locale, course.chapters[index] ?? "");
  const [previous, next] = await Promise.all([at(place - 1), at(place + 1)]);
  return { previous, next };
}

/** At a chapter's end: the one before, the one behind, and all of them where there is nothing behind. */
export function ChapterTurn({ locale, previous, next }: Neighbours & { locale: Locale }) {
  const words = messages(locale);
  const home = asset(`${locale}/`);
  return (
    <nav className="chapter-turn" aria-label={words.chapters}>
      {previous && <Turn rel="prev" label={words.previousChapter} to={previous} />}
      {next ? (
        <Turn rel="next" label={words.nextChapter} to={next} />
      ) : (
        <a href={home} data-turn="all">
          <strong>{words.allChapters}</strong>
        </a>
      )}
    </nav>
  );
}

function Turn({ rel, label, to }: { rel: "prev" | "next"; label: string; to: CompiledChapter }) {
  const { locale, slug, frontMatter } = to.chapter;
  return (
    <a href={asset(`${locale}/${slug}/`)} rel={rel} data-turn={rel}>
      <span>{label}</span>
      <strong>{frontMatter.title}</strong>
    </a>
  );
}
