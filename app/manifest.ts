import type { MetadataRoute } from "next";
import { BASE_PATH } from "@/components/layout/site";
import { messages } from "@/lib/i18n";

export const dynamic = "force-static";

/** What a device shows where the site is installed as an app. */
export default function manifest(): MetadataRoute.Manifest {
  const { siteName, siteTagline } = messages("en");
  return {
    name: `${siteName} · ${messages("zh").siteTitle}`,
    short_name: siteName,
    description: siteTagline,
    id: `${BASE_PATH}/`,
    start_url: `${BASE_PATH}/`,
    scope: `${BASE_PATH}/`,
    display: "minimal-ui",
    background_color: "#fbfaf6",
    theme_color: "#fbfaf6",
    icons: [{ src: `${BASE_PATH}/icon.svg`, sizes: "any", type: "image/svg+xml", purpose: "any" }],
  };
}
