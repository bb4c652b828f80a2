import { pageInputSchema, type PageInput } from '../page_input';

/** What the server wrote into the page. */
export const readInput = (): PageInput => {
  const data = document.querySelector('kbn-injected-metadata')?.getAttribute('data');
  return pageInputSchema.parse(JSON.parse(data ?? 'null'));
};
