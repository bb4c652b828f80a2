/**
 * As Kibana does by default, on the server and (`server.prototypeHardening`) in the page, before anything of a plugin
 * runs: freezes the prototypes, so plugins and their dependencies must not change them.
 */
export function hardenPrototypes(): void {
  for (const { prototype } of [Object, Number, String, Function, Array]) Object.seal(prototype);
}
