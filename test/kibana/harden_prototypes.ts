/**
 * As Kibana does by default, on the server and (`server.prototypeHardening`) in the page, before anything of a plugin
 * runs: nothing can be added to what all objects inherit from, so no plugin and none of its dependencies may try.
 */
export function hardenPrototypes(): void {
  for (const { prototype } of [Object, Number, String, Function, Array]) Object.seal(prototype);
}
