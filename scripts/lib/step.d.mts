export interface Outcome {
  /** exit code; 127 when the program could not be started */
  code: number
  signal: string | null
  /** all that it printed, empty when it was run aloud */
  output: string
}

/** Runs a command of node_modules with this Node. */
export function runTool(
  path: string,
  args: readonly string[],
  options?: { loud?: boolean; env?: Record<string, string>; cwd?: string },
): Promise<Outcome>
