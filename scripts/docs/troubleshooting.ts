import { isProblem, problemCodes, problemWith, type ProblemCode } from '../../common/problem';
import { problemText } from '../../common/words/problems/problem_text';

/** Placeholders for all details of a problem, by name. */
const placeholders = new Proxy(
  {},
  { get: (_target, name) => (typeof name === 'string' ? `<${name}>` : undefined) },
);

const commandOf = (code: ProblemCode) => {
  const withPlaceholders: unknown = { code, detail: placeholders };
  const { command } = isProblem(withPlaceholders) ? problemText(withPlaceholders) : {};
  return command === undefined ? [] : ['', '```bash', command, '```'];
};

/** An underscore at the beginning of a word would start an emphasis. */
const inMarkdown = (text: string): string => text.replace(/(?<=\s)_/g, '\\_');

const entry = (code: ProblemCode): string => {
  const { title, cause, remedy, link } = problemText(problemWith(code));
  const more = link ? ` [${link.text}](${link.href})` : '';
  const advice = `**${inMarkdown(remedy)}**${more}`;
  const lines = [`## ${title}`, '', `\`${code}\``, '', inMarkdown(cause), '', advice];
  return [...lines, ...commandOf(code)].join('\n');
};

/** The Markdown page with all problems, from the page's texts. */
export const troubleshooting = (): string =>
  [
    '# Troubleshooting',
    'Every problem that the page can report: what happened, why, and what to do, in the words of the page. The page ' +
      'adds the names and numbers of the case at hand. The code is what telemetry, the audit log and `kibana.log` call it. ' +
      'In commands, `<...>` stands for a value of yours.',
    'This file is written by `npm run docs`.',
    ...problemCodes.map(entry),
  ].join('\n\n') + '\n';
