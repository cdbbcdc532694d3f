declare module 'mapshaper' {
  /** Runs a mapshaper command line on in-memory files; resolves to the output files. */
  export function applyCommands(
    commands: string,
    input: Record<string, unknown>,
  ): Promise<Record<string, Buffer>>
  const mapshaper: { applyCommands: typeof applyCommands }
  export default mapshaper
}
