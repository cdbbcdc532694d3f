/** Something that the person at the keyboard can put right: shown as a sentence, without a stack. */
export class Failure extends Error {}

/** Runs the main function of a script; a {@link Failure} becomes its message and exit code 1. */
export async function main(run) {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    console.error(`\n${error.message}`)
    process.exitCode = 1
  }
}
