import { messageOf } from './message_of';

/** Runs a script; when it fails, prints the reason and ends the process with 1. */
export const runMain = (main: () => Promise<void>): void => {
  main().catch((error: unknown) => {
    console.error(messageOf(error));
    process.exitCode = 1;
  });
};
