import * as v from 'valibot';
import { pageInputSchema, type PageInput } from '../page_input';

/** Reads the data that the server wrote into the page. */
export const readInput = (): PageInput => {
  const data = document.querySelector('kbn-injected-metadata')?.getAttribute('data');
  return v.parse(pageInputSchema, JSON.parse(data ?? 'null'));
};
