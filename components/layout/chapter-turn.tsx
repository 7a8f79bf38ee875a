import { type Locale, messages } from "@/lib/i18n";
import { type CompiledChapter, compiledChapters } from "./compiled";
import { asset } from "./site";

/** The chapters before and behind one; of an appendix there are none. */
export interface Neighbours {
  previous?: CompiledChapter;
  next?: CompiledChapter;
}

export async function neighboursOf(locale: Locale, slug: string): Promise<Neighbours> {
  const chapters = await compiledChapters(locale);
  const place = chapters.findIndex(({ chapter }) => chapter.slug === slug);
  return place < 0 ? {} : { previous: chapters[place - 1], next: chapters[place + 1] };
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
