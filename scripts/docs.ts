import { writeDocs } from './docs/write_docs';

writeDocs().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
