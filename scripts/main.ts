/** Something that a person can mend: shown without a stack. */
export class Failure extends Error {}

/** Runs a script's main function; a failure ends the process with its message alone. */
export async function main(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exitCode = 1;
  }
}
