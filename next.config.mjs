/** @type {import("next").NextConfig} */
export default {
  output: "export",
  // Directories with an index file: any static host serves them, without rewrites.
  trailingSlash: true,
  // The path under which the site will be served, for example /gradbook on a project page; empty for a host's root.
  basePath: process.env.GRADBOOK_BASE_PATH || undefined,
  env: { NEXT_PUBLIC_BASE_PATH: process.env.GRADBOOK_BASE_PATH || "" },
  reactStrictMode: true,
  // `npm run types` checks the whole project, the libraries by their own rules; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  experimental: {
    globalNotFound: true,
    turbopackCrossModuleConstants: true,
    // Most readers come for a chapter and stay in it: few files for the first page are worth more than files in common.
    turbopackChunking: {
      firstPageLoadPriority: 0.9,
      priorityRoutes: [/\[chapter\]/],
      minChunkSize: 150_000,
      requestCost: 1_000_000,
    },
  },
};
