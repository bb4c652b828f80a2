import { isRecord, type Reply } from '../http/message';
import { armError } from './arm_error';

type ReadTags = { tags: Record<string, string> } | { status: 'refused'; refusal: Reply };

const refused = (code: string, message: string): ReadTags => ({
  status: 'refused',
  refusal: armError(400, code, message),
});

/** Tags of a request body: at most 50, names up to 512 characters without `< > % & \ ? /`, values up to 256. */
export function readTags(given: unknown): ReadTags {
  if (given === undefined || given === null) return { tags: {} };
  if (!isRecord(given)) return refused('InvalidTags', 'The tags have to be an object.');
  const tags: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== 'string') return refused('InvalidTags', `Tag '${name}' is no text.`);
    if (/^(microsoft|azure|windows)/i.test(name))
      return refused(
        'ReservedTagName',
        `The tag name '${name}' begins with 'microsoft', 'azure' or 'windows', which are reserved.`,
      );
    if (/[<>%&\\?/\p{Cc}]/u.test(name))
      return refused(
        'InvalidTagNameCharacters',
        `The tag names '${name}' have reserved characters '<,>,%,&,\\,?,/' or control characters.`,
      );
    if (name.length > 512)
      return refused('InvalidTagName', 'Tag names can have at most 512 characters.');
    if (value.length > 256)
      return refused('InvalidTagValue', 'Tag values can have at most 256 characters.');
    tags[name] = value;
  }
  return Object.keys(tags).length > 50
    ? refused('ResourceTagsExceeded', 'A resource can have at most 50 tags.')
    : { tags };
}
