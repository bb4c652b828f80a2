import { writeDocs } from './docs/write_docs';
import { runMain } from './run_main';

runMain(writeDocs);
