/**
 * What stands in the service worker's place where a site is built without one: takes away all that an earlier one
 * kept, and itself. Browsers that have the earlier one fetch this file in its stead, and are free of it.
 */
import { cachePrefix } from "./site";

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build. */
declare const BASE: string;

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener("activate", (event) => {
  const forget = async () => {
    const names = await caches.keys();
    await Promise.all(
      names.filter((name) => name.startsWith(cachePrefix(BASE))).map((name) => caches.delete(name)),
    );
    await self.registration.unregister();
  };
  event.waitUntil(forget());
});
