import type { MetadataRoute } from "next";
import { courseWords, FIRST_LANGUAGE } from "@/components/layout/course";
import { BASE_PATH } from "@/components/layout/site";
import { LANGUAGE_TAG } from "@/lib/i18n";

export const dynamic = "force-static";

/** What a device shows where the site is installed as an app. */
export default function manifest(): MetadataRoute.Manifest {
  const { name, headline, tagline } = courseWords(FIRST_LANGUAGE);
  return {
    lang: LANGUAGE_TAG[FIRST_LANGUAGE],
    name: `${name} · ${headline}`,
    short_name: name,
    description: tagline,
    id: `${BASE_PATH}/`,
    start_url: `${BASE_PATH}/`,
    scope: `${BASE_PATH}/`,
    display: "minimal-ui",
    background_color: "#fbfaf6",
    theme_color: "#fbfaf6",
    icons: [{ src: `${BASE_PATH}/icon.svg`, sizes: "any", type: "image/svg+xml", purpose: "any" }],
  };
}
