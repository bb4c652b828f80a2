import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { englishTranslation } from './i18n/check_translation';
import { faultsOfTranslations, projectMessages } from './i18n/project_messages';
import { runMain } from './run_main';

/** Checks every text of the plugin and its translations; `--extract <file>` writes the English ones. */
const main = async () => {
  const { values } = parseArgs({ options: { extract: { type: 'string' } } });
  const read = await projectMessages();
  const faults = [...read.faults, ...(await faultsOfTranslations(read))];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  console.log(`${read.messages.length} texts, ${faults.length} faults`);
  if (values.extract === undefined) return;
  await writeFile(
    values.extract,
    `${JSON.stringify(englishTranslation(read.messages), null, 2)}\n`,
  );
};

runMain(main);
