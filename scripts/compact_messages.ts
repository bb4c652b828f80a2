import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { inProject } from './paths';
import { readMessages, type Message } from './read_messages';

/** Module `compact-messages:<prefix>` exports `message(rest of the id, default message, values)`. */
const namespace = 'compact-messages';

/** Up to the last dot that all ids have in common; empty when they have none. */
const commonPrefix = ([first = '', ...others]: string[]): string => {
  let end = first.lastIndexOf('.') + 1;
  while (!others.every((id) => id.startsWith(first.slice(0, end)))) {
    end = first.lastIndexOf('.', end - 2) + 1;
  }
  return first.slice(0, end);
};

/**
 * A source whose literal messages say only what differs from one to the next:
 * `i18n.translate('a.b.c', { defaultMessage: 'Text', values })` becomes `__message("c", "Text", values)`.
 * Everything else stays as it is, each line in its place.
 */
export const compactMessages = (source: string, messages: Message[]): string => {
  const prefix = commonPrefix(messages.map(({ id }) => id));
  if (prefix === '') return source;
  const edits = messages.flatMap(({ id, defaultMessage, call, values }) => {
    const start = `__message(${JSON.stringify(id.slice(prefix.length))}, ${JSON.stringify(defaultMessage)}`;
    if (!values) return [{ ...call, text: `${start})` }];
    return [
      { start: call.start, end: values.start, text: `${start}, ` },
      { start: values.end, end: call.end, text: ')' },
    ];
  });
  const compacted = edits
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end),
      source,
    );
  return `import { message as __message } from '${namespace}:${prefix}'; ${compacted}`;
};

const shim = JSON.stringify(inProject('scripts/message_shim.ts'));

const moduleOf = (prefix: string) => `import { messagesOf } from ${shim};
  export const message = /* @__PURE__ */ messagesOf(${JSON.stringify(prefix)});`;

/** Makes the messages of the sources in `folder` small; Kibana is asked for each one as before. */
export const smallMessages = (folder: string): Plugin => ({
  name: 'small-messages',
  setup: (bundler) => {
    bundler.onResolve({ filter: new RegExp(`^${namespace}:`) }, ({ path }) => ({
      path: path.slice(namespace.length + 1),
      namespace,
      sideEffects: false,
    }));
    bundler.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: moduleOf(path),
      resolveDir: folder,
    }));
    bundler.onLoad({ filter: /\.tsx?$/, namespace: 'file' }, async ({ path }) => {
      if (!path.startsWith(folder)) return undefined;
      const source = await readFile(path, 'utf8');
      const contents = compactMessages(source, readMessages(path, source));
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
});
