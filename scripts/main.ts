/** An error that the person who runs the script can fix. Printed without a stack. */
export class Failure extends Error {}

/** Runs a script's main function. A `Failure` ends the process and prints only its message. */
export async function main(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exitCode = 1;
  }
}
