import type { Messages } from "@/lib/i18n";
import type { OfflineWords } from "./offline";

/** Of all words those of the notice: only they go into the page. */
export function offlineWords({ siteNewer, siteBroken, siteLoad }: Messages): OfflineWords {
  return { newer: siteNewer, broken: siteBroken, load: siteLoad };
}
