export { type Caches, dropOutdated, keepSite } from "./keep";
export { type Answer, type Asked, answerTo, type BuiltSite, cachePrefix, outdated, pathBelow } from "./site";
